"""What must hold before a verb of any matter. A guard raises CaseError and changes nothing."""

from rongcuo.contracts.errors import CaseError
from services.review.domain.matter.matter import Matter
from services.review.domain.occasion import Occasion
from services.review.domain.people import LEAST_TEAM


def actor_has_no_part(case: Matter, occasion: Occasion) -> None:
    """Whoever has a part in the matter, or was recused, neither decides nor steers who does."""
    case.require_free(occasion.actor.officer_id, occasion.actor.units)


def actor_not_recused_yet(case: Matter, occasion: Occasion) -> None:
    """A person with a part may still step back; once recused, there is nothing more for them to do."""
    if occasion.actor.officer_id in case.recused:
        raise CaseError("review.recused")


def actor_holds_the_case(case: Matter, occasion: Occasion) -> None:
    """Only the reviewer it is assigned to decides; in verification, only the team."""
    if occasion.actor.officer_id not in case.holders:
        raise CaseError("review.not_assigned")


def clock_runs(case: Matter, _: Occasion) -> None:
    """A clock that stands still cannot be stopped or extended."""
    if case.clock.suspended:
        raise CaseError("clock.already_suspended")


def clock_stands_still(case: Matter, _: Occasion) -> None:
    """Only a suspended clock is resumed."""
    if not case.clock.suspended:
        raise CaseError("clock.not_suspended")


def extension_remains(case: Matter, occasion: Occasion) -> None:
    """Once, where the pack allows it, and before the date has passed: an extension cures no lateness."""
    if case.clock.extended:
        raise CaseError("clock.extended_already")
    if case.rule(occasion).extend_once is None or occasion.is_late(case.clock):
        raise CaseError("review.extension_not_possible")


def team_is_formed(case: Matter, _: Occasion) -> None:
    """Findings are a team's, never one person's."""
    if len(case.team) < LEAST_TEAM:
        raise CaseError("review.team_too_small")
