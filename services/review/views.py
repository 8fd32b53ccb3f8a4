"""What review answers."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry, OpenMatters, OpenMattersQuery
from rongcuo.contracts.review import (
    CaseQuery,
    CasesPage,
    CasesQuery,
    CaseView,
    Punctuality,
    PunctualityQuery,
    RecusalView,
)
from services.review import access
from services.review.deadlines import deadline_of, is_late
from services.review.domain import DECIDED, Occasion, ReviewCase, Verb
from services.review.ports import Cases

TABS = ("due_today", "mine", "organ", "unassigned", "closed")
_INSIDE = frozenset({Verb.RECUSE, Verb.VERIFY})  # their notes are not for whoever has a part in the matter


def occasion_of(desk: Desk[Cases], pack_id: str, division_code: str) -> Occasion:
    """Who acts now, with the case's own pack and the newest calendar of its division."""
    return Occasion(desk.actor, desk.now, desk.rules.pack_by_id(pack_id), desk.rules.calendar(division_code))


def view_of(case: ReviewCase, occasion: Occasion) -> CaseView:
    """A case as the asking actor may see it, with what they may do now."""
    inside = access.sees_inside(occasion.actor, case)
    return CaseView(
        case_id=case.id, number=case.number, title=case.title, situation=case.situation,
        organ_id=case.organ_id, division_code=case.division_code, unit=case.unit, filer_name=case.filer_name,
        pack_id=case.pack_id,
        assignee_id=case.assignee_id, assignee_name=case.assignee.name if case.assignee else "",
        stages=tuple(stage.code for stage in occasion.pack.filing_stages), state=case.state,
        deadline=deadline_of(case, occasion), team=tuple(holder.officer_id for holder in case.team),
        recusals=_recusals(case) if inside else (),
        opinion=case.opinion if inside or case.state in DECIDED else "", reasons=case.reasons,
        late=is_late(case, occasion), history=tuple(_told(entry, inside) for entry in case.history),
        allowed=allowed(case, occasion), opened_at=case.opened_at, decided_at=case.decided_at,
        supplement_due_at=case.due_at if case.awaits_supplement else None)


def _recusals(case: ReviewCase) -> tuple[RecusalView, ...]:
    return tuple(
        RecusalView(officer_id=recusal.officer_id, officer_name=recusal.name, ground=recusal.ground,
                    reason=recusal.reason, at=recusal.at)
        for recusal in case.recusals)


def _told(entry: HistoryEntry, inside: bool) -> HistoryEntry:
    if inside or entry.what not in _INSIDE:
        return entry
    return HistoryEntry(what=entry.what, actor_id=entry.actor_id, actor_name=entry.actor_name, at=entry.at)


def allowed(case: ReviewCase, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the case itself."""
    mine = (verb for verb in access.MAY if access.may(occasion.actor, verb, case))
    return tuple(verb.value for verb in mine if _possible(case, verb, occasion))


def _possible(case: ReviewCase, verb: Verb, occasion: Occasion) -> bool:
    try:
        case.require(verb, occasion)
    except CaseError:
        return False
    return True


def case(desk: Desk[Cases], query: CaseQuery) -> CaseView:
    """Raises `not_found` for one the actor may not see."""
    with desk.reading() as store:
        found = store.seen(desk.actor, query.case_id)
    return view_of(found, occasion_of(desk, found.pack_id, found.division_code))


def page(desk: Desk[Cases], query: CasesQuery) -> CasesPage:
    """A page of the work list. Raises `invalid` for an unknown tab or a damaged cursor."""
    if query.tab not in TABS:
        raise CaseError("invalid", "tab", {"fields": {"tab": [f"must be one of {', '.join(TABS)}"]}})
    with desk.reading() as store:
        lines, next_cursor = store.page(desk.actor, query, desk.now)
        counts = store.counts(desk.actor, desk.now)
    return CasesPage(counts=counts, lines=lines, next_cursor=next_cursor)


def punctuality(desk: Desk[Cases], query: PunctualityQuery) -> Punctuality:
    """How many reviews were decided in time."""
    with desk.reading() as store:
        return store.punctuality(desk.actor, query.division_code, desk.now)


def open_matters(desk: Desk[Cases], query: OpenMattersQuery) -> OpenMatters:
    """For the watchdog: ids and states, no content."""
    access.require_count(desk.actor)
    with desk.reading() as store:
        return store.open_matters(query)
