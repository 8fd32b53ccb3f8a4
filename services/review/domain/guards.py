"""What must hold before a verb of a filing's review. A guard raises CaseError and changes nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from rongcuo.casework.guards import (
    actor_has_no_part,
    actor_holds_the_case,
    actor_not_recused_yet,
    clock_runs,
    clock_stands_still,
    extension_remains,
    team_is_formed,
)
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from services.review.domain.course import Course
from services.review.domain.moves import Verb

Guard = Callable[[Any, Occasion], None]


def supplement_remains(case: Course, occasion: Occasion) -> None:
    """The pack says how often a filing may be sent back."""
    if case.supplements >= occasion.pack.filing.supplements_allowed:
        raise CaseError("review.supplement_not_possible")


def supplement_not_awaited(case: Course, occasion: Occasion) -> None:
    """A filer who was asked for a supplement has until its due date."""
    due = occasion.due(case.running_clock)
    if case.awaits_supplement and not due.late(occasion.now):
        raise CaseError("review.supplement_awaited", details={"due_on": due.date.isoformat()})


def actor_is_not_in_doubt(case: Course, occasion: Occasion) -> None:
    """Whom the filer names as having a part decides only once a lead has given them the case knowing so."""
    if case.doubts(occasion.actor):
        raise CaseError("review.named_by_filer", details={"officer_id": occasion.actor.officer_id})


def actor_did_not_refuse(case: Course, occasion: Occasion) -> None:
    """Nobody looks at an objection to what they did themselves."""
    case.require_fresh(occasion.actor.officer_id)


DECIDES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case, actor_is_not_in_doubt)
REPORTS: tuple[Guard, ...] = (actor_has_no_part, team_is_formed, actor_holds_the_case, actor_is_not_in_doubt)

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
    Verb.TAKE_UP: (*DECIDES, actor_did_not_refuse),
    Verb.UPHOLD: (*DECIDES, actor_did_not_refuse),
    Verb.SUSPEND: (actor_has_no_part, clock_runs),
    Verb.RESUME: (actor_has_no_part, clock_stands_still),
    Verb.EXTEND: (actor_has_no_part, clock_runs, extension_remains),
    Verb.HAND_UP: (),
    Verb.SUPPLEMENT: (),
    Verb.CLOSE: (),
    Verb.OBJECT: (),
    Verb.POST_ENDED: (),
}
