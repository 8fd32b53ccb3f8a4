"""A post has ended, or units became one: no matter stays with who is gone, nor where nobody is left."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.identity import OfficerDismissed, OfficerView, UnitNamed
from services.review.domain import Occasion
from services.review.domain.appeal import Appeal
from services.review.domain.matter import Matter, Steered
from services.review.domain.meeting import JointMeeting
from services.review.domain.people import organ_above
from services.review.ports import Cases
from services.review.usecases.asking import officer_asked, officers_asked
from services.review.usecases.ballots import note_roll
from services.review.usecases.handing_up import NOBODY_LEFT, handed_up, needs_the_organ_above

JUDGES = frozenset({Role.REVIEWER, Role.LEAD})
Officers = Mapping[str, tuple[OfficerView, ...]]   # of an organ, and of those above it


def leave(context: ExecutionContext[Cases], event: OfficerDismissed) -> None:
    """What they held waits to be given to others; a case about them has a subject without an account. Where
    they were the last who could lead or decide it, the nearest organ above that has anybody takes it over.
    Cases are locked before meetings and appeals."""
    gone = officer_asked(context, event.officer_id)
    officers = _officers(context, gone.organ_id) if JUDGES & set(gone.roles) else {}
    _settle(context, gone.organ_id, officers, gone.officer_id)


def name(context: ExecutionContext[Cases], event: UnitNamed) -> None:
    """A unit has more names: its people take no part in more matters than before. What nobody is left for,
    the nearest organ above that has anybody takes over. A name that changes nothing is taken note of too, for
    what is told of the unit next waits for it."""
    officers = _officers(context, event.organ_id) if event.aliases or event.former_names else {}
    here = officers.get(event.organ_id, ())
    if any(JUDGES & set(each.roles) for each in here):    # who had none waits for some
        _settle(context, event.organ_id, officers)
    else:
        with context.unit() as unit:
            unit.commit()


def _settle(context: ExecutionContext[Cases], organ_id: str, officers: Officers, gone: str = "") -> None:
    """Without anybody `gone`, nobody's matters are given back."""
    with context.reading() as store:
        reviews = {*store.with_officer(gone), *_stranded(store.open_of(organ_id), officers)}
        cases = {*store.determinations.with_officer(gone),
                 *_stranded(store.determinations.open_of(organ_id), officers)}
        about = store.determinations.about(gone)
        meetings = store.meetings.with_officer(gone)
        appeals = store.appeals.with_officer(gone)
    with context.unit() as unit:
        store = unit.store
        meeting_of, appeal_of = cache(store.meetings.get), cache(store.appeals.get)   # several cases, one
        left = [store.get(each) for each in sorted(reviews)]
        heard = [store.determinations.get(each) for each in sorted(cases.union(about))]
        for review in left:
            review.leave(gone, _occasion(context, review))
            for _ in _way_up(review, officers):
                review.hand_up(NOBODY_LEFT, _occasion(context, review))
        beside: list[Recording] = []
        for case in heard:
            case.leave(gone, _occasion(context, case))
            case.heed_dismissal(gone, _occasion(context, case))
            is_heard = bool(case.open_appeal and appeal_of(case.open_appeal).heard)
            for _ in _way_up(case, officers) if case.id in cases and not is_heard else ():
                beside += handed_up(context, case, NOBODY_LEFT, _occasion(context, case), meeting_of,
                                    appeal_of)
        sat_on: list[JointMeeting | Appeal] = [*map(meeting_of, sorted(meetings)),
                                               *map(appeal_of, sorted(appeals))]
        for seat in sat_on:
            seat.leave(gone, _occasion(context, seat))
            if isinstance(seat, JointMeeting) and seat.present:
                note_roll(unit, seat)
        changed = {each.tag: each for each in (*left, *heard, *beside, *sat_on) if each.happened}
        unit.commit(*changed.values())


def _stranded(matters: Iterable[Steered], officers: Officers) -> Iterator[str]:
    return (each.id for each in matters if _is_stranded(each, officers))


def _is_stranded(matter: Steered, officers: Officers) -> bool:
    here = officers.get(matter.organ_id)
    return here is not None and needs_the_organ_above(matter, here)


def _way_up(matter: Steered, officers: Officers) -> Iterator[None]:
    """Once for each organ up to the nearest that has anybody."""
    if _is_stranded(matter, officers):
        yield
        while not matter.judges_among(officers[matter.organ_id]) and any(_above(matter.organ_id)):
            yield


def _officers(context: ExecutionContext[Cases], organ_id: str) -> Officers:
    return {each: officers_asked(context, each) for each in (organ_id, *_above(organ_id))}


def _above(organ_id: str) -> Iterator[str]:
    with suppress(CaseError):      # above the province there is none
        while True:
            organ_id = organ_above(organ_id)
            yield organ_id


def _occasion(context: ExecutionContext[Cases], matter: Matter | JointMeeting) -> Occasion:
    return Occasion.at(context, matter.pack_id, matter.division_code)
