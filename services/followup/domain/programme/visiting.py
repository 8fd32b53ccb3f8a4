"""Visits (回访): planned with at least two who are free, made with each talk apart, or declined."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Talk,
    TalkWith,
    VisitKind,
    Visitor,
    VisitPlace,
    VisitRecord,
    VisitRequest,
    VisitState,
)
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from services.followup.domain.programme import letters
from services.followup.domain.programme.facts import Facts
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb

COUNTING = frozenset({VisitState.PLANNED, VisitState.MADE, VisitState.DECLINED})
"""Towards a year's visits: also who declines is not asked again and again."""


def plan(programme: Facts, kind: VisitKind, on: date, place: VisitPlace, visitors: tuple[OfficerView, ...],
         outline: str, request: int, elsewhere: int, occasion: Occasion) -> None:
    """`request`: the place of the person's own request, from 1; 0 for none. `elsewhere`: how many visits of
    the kind their other programmes have in that year."""
    programme.require(Verb.PLAN_VISIT, occasion)
    _require_ahead(on, occasion)
    if kind is VisitKind.FORMAL and place is VisitPlace.TELEPHONE:
        raise CaseError("followup.formal_by_telephone")
    coming = _visitors(programme, visitors, occasion)
    asked = _open_request(programme, request) if request else None
    if asked is None:
        _require_room(programme, kind, on.year, elsewhere, occasion)
    number = len(programme.visits) + 1
    if asked is not None:
        requests = list(programme.requests)
        requests[request - 1] = replace(asked, visit=number)
        programme.requests = tuple(requests)
    programme.visits += (VisitRecord(
        number=number, kind=kind, place=place, visitors=coming, outline=given(outline, Reader.INSIDE),
        asked=asked is not None, on=on),)
    programme.turn(Verb.PLAN_VISIT, occasion)
    programme.record(letters.visit_planned(programme, programme.visits[-1], occasion))


def record_made(programme: Facts, number: int, on: date, talks: tuple[Talk, ...], wishes: str,
                elsewhere: Mapping[VisitKind, int], occasion: Occasion) -> None:
    """Made on a day that has come, of a year that still has room for it; the talk with the person is among
    its talks."""
    programme.require(Verb.RECORD_VISIT, occasion)
    planned = _planned(programme, number)
    if on > _today(occasion):
        raise CaseError("followup.day_ahead", details={"day": on.isoformat()})
    if not any(each.with_whom is TalkWith.PERSON for each in talks):
        raise CaseError("followup.person_not_talked_to")
    if any(each.with_whom is not TalkWith.PERSON and not each.who.strip() for each in talks):
        raise CaseError("followup.talk_with_nobody")
    if not planned.asked and on.year != planned.on.year:
        _require_room(programme, planned.kind, on.year, elsewhere[planned.kind], occasion)
    made = replace(planned, state=VisitState.MADE, on=on, talks=talks, wishes=wishes.strip())
    _keep(programme, made)
    programme.turn(Verb.RECORD_VISIT, occasion)
    programme.record(letters.visit_recorded(programme, made, occasion))


def decline(programme: Facts, number: int, reason: str, attachments: tuple[AttachmentRef, ...],
            occasion: Occasion) -> None:
    """谢绝, by the person, or entered with the paper: recorded, and no failing."""
    programme.require(Verb.DECLINE_VISIT, occasion)
    _keep(programme, replace(
        _planned(programme, number), state=VisitState.DECLINED, reason=reason.strip(),
        entered_by=programme.entering(attachments, occasion), attachments=attachments))
    programme.step(Verb.DECLINE_VISIT, occasion)


def accept(programme: Facts, number: int, attachments: tuple[AttachmentRef, ...],
           occasion: Occasion) -> None:
    """Who declined wants it after all; what was planned for a day that is over, they ask for anew."""
    programme.require(Verb.ACCEPT_VISIT, occasion)
    declined = _found(programme, number, VisitState.DECLINED, "followup.visit_not_declined")
    _require_ahead(declined.on, occasion)
    programme.entering(attachments, occasion)
    _keep(programme, replace(declined, state=VisitState.PLANNED, reason="", entered_by="", attachments=()))
    programme.step(Verb.ACCEPT_VISIT, occasion)


def correct_talk(programme: Facts, number: int, words: str, attachments: tuple[AttachmentRef, ...],
                 occasion: Occasion) -> None:
    """What was written of their talk stands, and beside it how they put it right."""
    programme.require(Verb.CORRECT_TALK, occasion)
    made = _found(programme, number, VisitState.MADE, "followup.visit_not_made")
    programme.entering(attachments, occasion)
    put_right = replace(made, own_words=given(words, Reader.CASEWORKERS))
    _keep(programme, put_right)
    programme.turn(Verb.CORRECT_TALK, occasion)
    programme.record(letters.visit_recorded(programme, put_right, occasion))


def cancel(programme: Facts, number: int, reason: str, occasion: Occasion) -> None:
    """It can't be as planned, and counts for nothing; what the person asked for is still to be done."""
    programme.require(Verb.CANCEL_VISIT, occasion)
    planned, why = _planned(programme, number), given(reason, Reader.SUBJECT)
    _keep(programme, replace(planned, state=VisitState.CANCELLED, reason=why))
    programme.requests = tuple(replace(each, visit=0) if each.visit == number else each
                               for each in programme.requests)
    programme.step(Verb.CANCEL_VISIT, occasion)


def request(programme: Facts, words: str, attachments: tuple[AttachmentRef, ...],
            occasion: Occasion) -> None:
    """The person asks to be visited, also once more than the year has visits."""
    programme.require(Verb.REQUEST_VISIT, occasion)
    entered_by = programme.entering(attachments, occasion)
    programme.requests += (VisitRequest(words=given(words, Reader.CASEWORKERS), entered_by=entered_by,
                                        at=occasion.now),)
    programme.step(Verb.REQUEST_VISIT, occasion)


def visits_in(programme: Facts, kind: VisitKind, year: int) -> int:
    """How many of a kind a year has, planned, made or declined, for which the person did not ask."""
    return sum(each.kind is kind and each.state in COUNTING and not each.asked
               and each.on.year == year for each in programme.visits)


def _require_room(programme: Facts, kind: VisitKind, year: int, elsewhere: int, occasion: Occasion) -> None:
    rule = occasion.pack.followup
    most = rule.formal_visits_a_year if kind is VisitKind.FORMAL else rule.contacts_a_year
    if visits_in(programme, kind, year) + elsewhere >= most:
        raise CaseError("followup.visits_enough", details={"year": year, "most": most})


def _visitors(programme: Facts, officers: tuple[OfficerView, ...],
              occasion: Occasion) -> tuple[Visitor, ...]:
    """At least as many as the pack says, none of whom is recused or of the person's unit."""
    coming = {each.officer_id: each for each in officers}
    least = occasion.pack.followup.visitors_at_least
    if len(coming) < least:
        raise CaseError("followup.visitors_too_few", details={"least": least})
    for each in coming.values():
        if not each.active:
            raise CaseError("followup.visitor_unknown", details={"officer_id": each.officer_id})
        programme.require_free(each.officer_id, each.units)
        programme.require_not_apart(each)
    return tuple(Visitor(officer_id=each.officer_id, name=each.name) for each in coming.values())


def _open_request(programme: Facts, place: int) -> VisitRequest:
    found = programme.requests[place - 1] if place <= len(programme.requests) else None
    if found is None or found.visit:
        raise CaseError("followup.no_such_request", details={"request": place})
    return found


def _planned(programme: Facts, number: int) -> VisitRecord:
    return _found(programme, number, VisitState.PLANNED, "followup.visit_not_planned")


def _found(programme: Facts, number: int, state: VisitState, code: str) -> VisitRecord:
    found = next((each for each in programme.visits if each.number == number), None)
    if found is None or found.state is not state:
        raise CaseError(code, details={"visit": number})
    return found


def _keep(programme: Facts, visit: VisitRecord) -> None:
    programme.visits = tuple(visit if each.number == visit.number else each for each in programme.visits)


def _require_ahead(on: date, occasion: Occasion) -> None:
    if on < _today(occasion):
        raise CaseError("followup.day_past", details={"day": on.isoformat()})


def _today(occasion: Occasion) -> date:
    return occasion.now.astimezone(ZONE).date()
