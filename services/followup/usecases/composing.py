"""A record (动态画像), put together from what each service answers within the reader's own rights; nothing
of it is kept. Whoever looks at somebody else's is written down first, where that person can read it."""

from collections.abc import Callable
from typing import Final, TypeVar

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import DecidedAbout, DecidedAboutQuery
from rongcuo.contracts.determination.operations import DECIDED_ABOUT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FiledBy, FiledByQuery
from rongcuo.contracts.filing.operations import FILED_BY
from rongcuo.contracts.followup import RecordQuery, RecordView, SeenBy
from rongcuo.contracts.identity import OfficerQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICER
from services.followup.access import records as access
from services.followup.presenters.records import (
    accompanied,
    concerns_what_is_seen,
    correction_view,
    looks_of,
)
from services.followup.usecases.fetching import Context

READ: Final = "followup.record_read"
AWAY: Final = frozenset({"service_unavailable", "storage_unavailable", "busy", "answer_late"})
MOST_SEEN: Final = 100     # looks that are listed, the newest
T = TypeVar("T")


def record(context: Context, query: RecordQuery) -> RecordView:
    """Raises `not_found`, for whoever it is not there for."""
    actor = context.actor
    person = context.ask_itself(OFFICER, OfficerQuery(officer_id=query.person_id))
    theirs = access.is_theirs(actor, person.officer_id)
    access.require_sight(actor, person)
    with context.reading() as store:
        programmes = store.programmes.of_officer(person.officer_id, actor)
        corrections = store.corrections.of_person(person.officer_id)
        remarks = store.remarks.of_person(person.officer_id)
    if not theirs:
        context.audit_read(READ, person.officer_id)
    filed = _unless_away(lambda: context.ask(FILED_BY, FiledByQuery(filer_id=person.officer_id)))
    decided = _unless_away(
        lambda: context.ask(DECIDED_ABOUT, DecidedAboutQuery(subject_id=person.officer_id)))
    filings, cases = (filed or FiledBy()).matters, (decided or DecidedAbout()).cases
    seen = frozenset({each.filing_id for each in filings} | {each.case_id for each in cases}
                     | {each.id for each in programmes})
    looked_by, looks = looks_of(context.rules.pack(person.division_code, context.now.date()))
    return RecordView(
        person_id=person.officer_id, name=person.name, organ_id=person.organ_id,
        organ_name=person.organ_name, unit=person.unit, theirs=theirs, looks_of=looked_by, looks=looks,
        filings=filings, determinations=cases, programmes=tuple(map(accompanied, programmes)),
        remarks=tuple(each for each in remarks if each.fact is None or each.fact.matter_id in seen),
        corrections=tuple(
            correction_view(each, Occasion.at(context, each.pack_id, each.division_code))
            for each in corrections if concerns_what_is_seen(each, actor, seen)),
        seen=_seen(context, person.officer_id) if theirs else (),
        away=tuple(name for name, told in (("filing", filed), ("determination", decided)) if told is None),
        more=tuple(name for name, told in (("filing", filed), ("determination", decided))
                   if told is not None and told.more))


def _seen(context: Context, person_id: str) -> tuple[SeenBy, ...]:
    """谁看过, newest first: as the ledger has it."""
    lines = context.audited(READ, person_id)[:MOST_SEEN]
    known = {each: _known(context, each) for each in dict.fromkeys(line.officer_id for line in lines)}
    return tuple(SeenBy(officer_id=each.officer_id, name=found.name if found else "",
                        organ_name=found.organ_name if found else "", at=each.at)
                 for each in lines for found in (known[each.officer_id],))


def _known(context: Context, officer_id: str) -> OfficerView | None:
    """Also of whoever has left; None of an account that is not there any more."""
    try:
        found: OfficerView = context.ask_itself(OFFICER, OfficerQuery(officer_id=officer_id))
    except CaseError as error:
        if error.code != "not_found":
            raise
        return None
    return found


def _unless_away(asked: Callable[[], T]) -> T | None:
    """None while a service does not answer: what is missing is said, and the rest is shown."""
    try:
        return asked()
    except CaseError as error:
        if error.code not in AWAY:
            raise
        return None
