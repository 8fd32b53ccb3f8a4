"""What must hold before a verb, one sentence each. A guard raises CaseError and changes nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rongcuo.contracts.errors import CaseError
from services.review.domain.moves import Verb
from services.review.domain.occasion import Occasion
from services.review.domain.people import LEAST_TEAM

if TYPE_CHECKING:
    from services.review.domain.course import Course

Guard = Callable[["Course", Occasion], None]


def actor_has_no_part(case: "Course", occasion: Occasion) -> None:
    """Whoever has a part in the matter, or was recused, neither decides nor steers who does."""
    case.require_free(occasion.actor.officer_id, occasion.actor.unit)


def actor_not_recused_yet(case: "Course", occasion: Occasion) -> None:
    """A person with a part may still step back; once recused, there is nothing more for them to do."""
    if occasion.actor.officer_id in case.recused:
        raise CaseError("review.recused")


def actor_holds_the_case(case: "Course", occasion: Occasion) -> None:
    """Only the reviewer it is assigned to decides; in verification, only the team."""
    if occasion.actor.officer_id not in case.holders:
        raise CaseError("review.not_assigned")


def supplement_remains(case: "Course", occasion: Occasion) -> None:
    """The pack says how often a filing may be sent back."""
    if case.supplements >= occasion.pack.filing.supplements_allowed:
        raise CaseError("review.supplement_not_possible")


def supplement_not_awaited(case: "Course", occasion: Occasion) -> None:
    """A filer who was asked for a supplement has until its due date."""
    due = occasion.due(case.running_clock)
    if case.awaits_supplement and not due.late(occasion.now):
        raise CaseError("review.supplement_awaited", details={"due_on": due.date.isoformat()})


def clock_runs(case: "Course", _: Occasion) -> None:
    """A clock that stands still cannot be stopped or extended."""
    if case.clock.suspended:
        raise CaseError("clock.already_suspended")


def clock_stands_still(case: "Course", _: Occasion) -> None:
    """Only a suspended clock is resumed."""
    if not case.clock.suspended:
        raise CaseError("clock.not_suspended")


def extension_remains(case: "Course", occasion: Occasion) -> None:
    """Once, where the pack allows it, and before the date has passed: an extension cures no lateness."""
    if case.clock.extended:
        raise CaseError("clock.extended_already")
    if occasion.pack.stage(case.stage).extend_once is None or occasion.is_late(case.clock):
        raise CaseError("review.extension_not_possible")


def team_is_formed(case: "Course", _: Occasion) -> None:
    """Findings are a team's, never one person's."""
    if len(case.team) < LEAST_TEAM:
        raise CaseError("review.team_too_small")


DECIDES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)
REPORTS: tuple[Guard, ...] = (actor_has_no_part, team_is_formed, actor_holds_the_case)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (actor_has_no_part,),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.ACCEPT: DECIDES,
    Verb.VERIFY: DECIDES,
    Verb.DECLINE: (*DECIDES, supplement_not_awaited),
    Verb.REQUEST_SUPPLEMENT: (*DECIDES, supplement_remains, clock_runs),
    Verb.FORM_TEAM: (actor_has_no_part,),
    Verb.REPORT_VERIFICATION: REPORTS,
    Verb.REFUTE: REPORTS,
    Verb.SUSPEND: (actor_has_no_part, clock_runs),
    Verb.RESUME: (actor_has_no_part, clock_stands_still),
    Verb.EXTEND: (actor_has_no_part, clock_runs, extension_remains),
    Verb.SUPPLEMENT: (),
    Verb.CLOSE: (),
}
