"""Where a report found something about somebody untrue: there, or above, they can be cleared."""

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT, organs_above
from rongcuo.contracts.clarify import ConcernedKind
from services.clarify.domain import following
from services.clarify.domain.accounts import Accounts
from services.clarify.domain.apart import name_keys, officer_keys, unit_names_keys
from services.clarify.domain.clarification import Clarification
from services.clarify.ports import Kept


def where_to_clear(store: Kept, case: Clarification, accounts: Accounts) -> str | None:
    """The nearest organ upwards that has such a report, or else oversees who has; empty where none does. None
    where nothing was found untrue anywhere."""
    organs, upwards = _organs(store, case, accounts), (case.organ_id, *organs_above(case.organ_id))
    overseeing = {above for each in organs for above in organs_above(each)}
    fit = [*(each for each in upwards if each in organs), *(each for each in upwards if each in overseeing)]
    return next(iter(fit), "") if organs else None


def _organs(store: Kept, case: Clarification, accounts: Accounts) -> tuple[str, ...]:
    """Of the reports that are over and found something about them untrue."""
    whom = case.concerned
    named = (unit_names_keys(whom.name) if whom.kind is ConcernedKind.ORGANISATION
             else officer_keys(whom.officer_id) | name_keys(whom.name))
    return tuple(report.organ_id for report in store.reports.untrue_about(named)
                 if following.unfounded(report, whom, accounts).untrue)


def go_up_to(case: Clarification, organ_id: str, occasion: Occasion) -> None:
    """In words that tell of no report."""
    while case.organ_id != organ_id:
        case.hand_up(NOBODY_LEFT, occasion)
