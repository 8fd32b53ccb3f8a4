"""Identity is asked, as the platform, whose account it is where somebody is named: who decides that is no
right of whoever happens to act."""

from collections.abc import Iterator

from rongcuo.casework.organ_above import organs_above
from rongcuo.contracts.clarify import Concerned, ConcernedKind, ReportedPerson
from rongcuo.contracts.identity import OfficersQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from services.clarify.domain import Report
from services.clarify.domain.accounts import Accounts
from services.clarify.usecases.kinds import Context
from services.clarify.usecases.registering import known


def accounts_named(context: Context, report: Report) -> Accounts:
    """Of everybody whom a report names, where it came in and above."""
    named = {each.person.officer_id for each in report.allegations} - {""}
    return Accounts(_in_post(context, report.first_organ_id, report.organ_id), tuple(_views(context, named)))


def account_of(context: Context, concerned: Concerned, organ_id: str) -> Concerned:
    """With the only account that a person can have of whom somebody else speaks."""
    if concerned.officer_id or concerned.kind is not ConcernedKind.PERSON:
        return concerned
    person = ReportedPerson(name=concerned.name, unit=concerned.unit, post=concerned.post)
    found = Accounts(_in_post(context, organ_id)).of(person).officer_id
    return Concerned(name=concerned.name, unit=concerned.unit, post=concerned.post, officer_id=found)


def own_account(context: Context, concerned: Concerned) -> Accounts:
    """Of one person alone."""
    found = tuple(known(context.ask_itself, concerned.officer_id)) if concerned.officer_id else ()
    return Accounts(found, found)


def can_sign_in(context: Context, concerned: Concerned) -> bool:
    """Whether they can answer themselves: not who has retired, was moved or is dead."""
    return any(each.active for each in own_account(context, concerned).named)


def _in_post(context: Context, *organ_ids: str) -> tuple[OfficerView, ...]:
    organs = dict.fromkeys(each for organ_id in organ_ids for each in (organ_id, *organs_above(organ_id)))
    return tuple(officer for each in organs
                 for officer in context.ask_itself(OFFICERS, OfficersQuery(organ_id=each)).officers)


def _views(context: Context, officer_ids: set[str]) -> Iterator[OfficerView]:
    for officer_id in sorted(officer_ids):
        yield from known(context.ask_itself, officer_id)
