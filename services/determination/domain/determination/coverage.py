"""Whether an earlier filing covers the act in question."""

from collections.abc import Iterator
from datetime import date, datetime

from rongcuo.contracts.determination import Act, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, FilingView
from rongcuo.contracts.unit_names import unit_key, unit_keys
from rongcuo.policy.calendar import ZONE

HELD = frozenset({FilingState.ACCEPTED, FilingState.EXPIRED})  # expired today, it may have held on the day


def require_coverage(filing: FilingView, subject: Subject, act: Act, units: frozenset[str]) -> datetime:
    """When it was filed. `units`: every name of the filing's unit. Raises
    `determination.filing_does_not_cover` with all that speaks against it."""
    against = tuple(_against(filing, subject, act, units))
    if against or filing.submitted_at is None:
        raise CaseError("determination.filing_does_not_cover", details={"reasons": list(against)})
    return filing.submitted_at


def _against(filing: FilingView, subject: Subject, act: Act,
             units: frozenset[str]) -> Iterator[str]:
    if filing.void_by:
        yield "no_longer_applies"
    if filing.state not in HELD:
        yield "not_accepted"
    own = bool(subject.officer_id) and filing.filer_id == subject.officer_id
    if not own and unit_key(subject.unit) not in units | unit_keys(filing.unit):
        yield "not_of_the_subject"
    if filing.submitted_at is None or _day(filing.submitted_at) >= act.since:
        yield "not_filed_before_the_act"
    if not _covers(filing.valid_from, filing.valid_until, act):
        yield "act_outside_validity"
    if filing.decided_at and act.since < _day(filing.decided_at):
        yield "act_before_acceptance"


def _covers(first: date | None, last: date | None, act: Act) -> bool:
    return first is not None and last is not None and first <= act.since and act.until <= last


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
