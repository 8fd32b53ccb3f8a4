"""A joint meeting as its contract's view. Before the reveal it tells who has voted, and nothing of what; of a
case in which somebody has a part, or from which they are recused, it tells them nothing of its votes."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.transitions import holds
from rongcuo.contracts.determination import (
    AgendaItemView,
    BallotView,
    ItemState,
    MeetingState,
    MeetingView,
    MemberView,
)
from rongcuo.contracts.filing import HistoryEntry
from services.determination.domain.meeting import (
    OF_AN_ITEM,
    AgendaItem,
    Ballot,
    JointMeeting,
    MeetingVerb,
    Member,
    Minutes,
    present_wanted,
    tally,
)

NONE: Mapping[str, str] = MappingProxyType({})
OF_THE_MEETING = (
    MeetingVerb.RECUSE_MEMBER, MeetingVerb.CALL_SUBSTITUTES, MeetingVerb.CALL_ROLL, MeetingVerb.ADJOURN,
    MeetingVerb.NAME_CHAIR, MeetingVerb.CANCEL, MeetingVerb.WRITE_MINUTES, MeetingVerb.SIGN_MINUTES)


def view_of(meeting: JointMeeting, occasion: Occasion, *, recused_from: frozenset[str] | None = None,
            own: Mapping[str, str] = NONE) -> MeetingView:
    """A meeting for the asking actor, with what they may do now. `recused_from`: cases as they themselves
    know it; where nobody has looked it up, who is no member is shown no votes. `own`: item -> their
    choice in a vote that is still sealed, which no answer that is kept may tell."""
    actor = occasion.actor
    hidden = meeting.kept_from(actor) | _recused(meeting, occasion, recused_from)
    reads = not hidden or actor.officer_id in meeting.signers
    items = (_item(meeting, item, occasion, own) for item in meeting.agenda.items)
    allowed = tuple(verb.value for verb in OF_THE_MEETING if holds(meeting.require, verb, occasion))
    writes = MeetingVerb.WRITE_MINUTES in allowed
    return MeetingView(
        meeting_id=meeting.id, tag=meeting.tag, number=meeting.number, title=meeting.title,
        organ_id=meeting.organ_id, division_code=meeting.division_code, place=meeting.place,
        chair_id=meeting.chair_id, pack_id=meeting.pack_id, state=meeting.state,
        members=tuple(_member(meeting, each) for each in meeting.attendance.members),
        items=tuple(_withheld(each) if each.case_id in hidden else each for each in items),
        quorum_wanted=present_wanted(len(meeting.attendance.members), occasion.pack.quorum),
        present=len(_there(meeting)), minutes=meeting.minutes if reads else "",
        minutes_withheld=bool(meeting.minutes) and not reads, signers=meeting.signers,
        draft=Minutes(meeting, occasion).draft() if writes else "", next_to_sign=meeting.next_to_sign,
        version=meeting.version, history=_told(meeting.history, hidden), allowed=allowed,
        meets_at=meeting.meets_at, convened_at=meeting.convened_at)


def _recused(meeting: JointMeeting, occasion: Occasion,
             known: frozenset[str] | None) -> frozenset[str]:
    if known is None and occasion.actor.officer_id not in meeting.attendance.member_ids:
        return frozenset(meeting.agenda.case_ids)
    return known or frozenset()


def _there(meeting: JointMeeting) -> frozenset[str]:
    """At the last roll; under the minutes also whoever voted and was not called again."""
    written = meeting.state in (MeetingState.MINUTES, MeetingState.SIGNED)
    return meeting.attended if written else meeting.attendance.present


def _told(history: tuple[HistoryEntry, ...], hidden: frozenset[str]) -> tuple[HistoryEntry, ...]:
    """Why somebody was recused is not for whom the case concerns."""
    return tuple(replace(each, note="") if hidden and each.what == MeetingVerb.RECUSE_MEMBER else each
                 for each in history)


def _member(meeting: JointMeeting, member: Member) -> MemberView:
    officer_id = member.officer_id
    recused_from = (each.case_id for each in meeting.attendance.recusals if each.officer_id == officer_id)
    return MemberView(
        officer_id=officer_id, name=member.name, present=officer_id in _there(meeting),
        signed=officer_id in meeting.signatures, recused_from=tuple(recused_from),
        left=officer_id in meeting.attendance.left)


def _withheld(item: AgendaItemView) -> AgendaItemView:
    """That it is there, and how far it has come: neither who voted how, nor what came out."""
    return replace(item, my_choice="", ballots=(), tally={}, result="", minority=(), awaited=(),
                   voters_missing=0, withheld=True)


def _item(meeting: JointMeeting, item: AgendaItem, occasion: Occasion,
          own: Mapping[str, str]) -> AgendaItemView:
    revealed = item.state is ItemState.REVEALED
    shown = item.ballots if revealed else ()
    mine = item.ballot_of(occasion.actor.officer_id) if revealed else None
    waits = meeting.state is MeetingState.IN_SESSION and item.state is ItemState.WAITING
    return AgendaItemView(
        item_id=item.id, case_id=item.case_id, case_title=meeting.agenda.case(item.case_id).title,
        negative_item=item.asked.negative_item, question=item.asked.question, state=item.state,
        choices=item.choices, round=item.round, dropped_for=meeting.agenda.dropped_for(item),
        voters_wanted=meeting.voters_wanted(occasion),
        voters_present=len(meeting.attendance.voters(item.case_id)),
        voters_missing=meeting.voters_missing(item, occasion) if waits else 0,
        awaited=meeting.awaited(item) if item.state is ItemState.VOTING else (),
        entitled=meeting.attendance.entitled(item.case_id), voted=item.voted,
        my_choice=mine.choice if mine else own.get(item.id, ""), ballots=_ballots(meeting, shown),
        tally=dict(tally(shown)), result=item.result, minority=_ballots(meeting, item.minority),
        allowed=tuple(verb.value for verb in OF_AN_ITEM if holds(meeting.require_for, verb, item, occasion)))


def _ballots(meeting: JointMeeting, ballots: tuple[Ballot, ...]) -> tuple[BallotView, ...]:
    """In the order of the roll, whoever voted first."""
    cast = {ballot.member_id: ballot for ballot in ballots}
    return tuple(
        BallotView(member_id=each.officer_id, member_name=each.name, choice=cast[each.officer_id].choice,
                   reason=cast[each.officer_id].reason, salt=cast[each.officer_id].salt,
                   commitment=cast[each.officer_id].commitment)
        for each in meeting.attendance.members if each.officer_id in cast)
