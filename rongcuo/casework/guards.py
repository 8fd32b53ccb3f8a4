"""What must hold before a verb of any kind of case. A guard raises CaseError and changes nothing."""

from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM
from rongcuo.contracts.errors import CaseError


def actor_has_no_part(case: Case, occasion: Occasion) -> None:
    """Whoever has a part in the case, or was recused, neither decides nor steers who does."""
    case.require_free(occasion.actor.officer_id, occasion.actor.units)


def actor_not_recused_yet(case: Case, occasion: Occasion) -> None:
    """A person with a part may still step back; once recused, there is nothing more for them to do."""
    if occasion.actor.officer_id in case.recused:
        raise CaseError("review.recused")


def actor_holds_the_case(case: Case, occasion: Occasion) -> None:
    """Only the reviewer it is assigned to decides; in verification, only the team."""
    if occasion.actor.officer_id not in case.holders:
        raise CaseError("review.not_assigned")


def clock_runs(case: Case, _: Occasion) -> None:
    """A clock that stands still cannot be stopped or extended."""
    if case.clock.suspended:
        raise CaseError("clock.already_suspended")


def clock_stands_still(case: Case, _: Occasion) -> None:
    """Only a suspended clock is resumed."""
    if not case.clock.suspended:
        raise CaseError("clock.not_suspended")


def extension_remains(case: Case, occasion: Occasion) -> None:
    """Once, where the pack allows it, and before the date has passed: an extension cures no lateness."""
    if case.clock.extended:
        raise CaseError("clock.extended_already")
    if case.rule(occasion).extend_once is None or occasion.is_late(case.clock):
        raise CaseError("review.extension_not_possible")


def team_is_formed(case: Case, _: Occasion) -> None:
    """Findings are a team's, never one person's."""
    if len(case.team) < LEAST_TEAM:
        raise CaseError("review.team_too_small")
