"""A joint meeting as its contract's view. Before the reveal it tells who has voted, and nothing of what."""

from rongcuo.contracts.determination import (
    AgendaItemView,
    BallotView,
    ItemState,
    MeetingView,
    MemberView,
)
from rongcuo.contracts.errors import CaseError
from services.review.domain import Occasion
from services.review.domain.meeting import (
    OF_AN_ITEM,
    AgendaItem,
    Ballot,
    JointMeeting,
    MeetingVerb,
    Member,
    Minutes,
    share_of,
    tally,
)

OF_THE_MEETING = (
    MeetingVerb.RECUSE_MEMBER, MeetingVerb.CALL_ROLL, MeetingVerb.ADJOURN,
    MeetingVerb.NAME_CHAIR, MeetingVerb.CANCEL, MeetingVerb.WRITE_MINUTES, MeetingVerb.SIGN_MINUTES)


def view_of(meeting: JointMeeting, occasion: Occasion, *, own_choice: bool = False) -> MeetingView:
    """A meeting for the asking actor, with what they may do now. `own_choice`: their own sealed votes too,
    which no answer that is kept may tell."""
    allowed = tuple(verb.value for verb in OF_THE_MEETING if _possible(meeting, verb, occasion))
    writes = MeetingVerb.WRITE_MINUTES in allowed
    return MeetingView(
        meeting_id=meeting.id, number=meeting.number, title=meeting.title, organ_id=meeting.organ_id,
        division_code=meeting.division_code, place=meeting.place, chair_id=meeting.chair_id,
        pack_id=meeting.pack_id, state=meeting.state,
        members=tuple(_member(meeting, each) for each in meeting.members),
        items=tuple(_item(meeting, each, occasion, own_choice) for each in meeting.agenda.items),
        quorum_wanted=max(share_of(occasion.pack.quorum.present_percent, len(meeting.members)), 1),
        present=len(meeting.present), minutes=meeting.minutes,
        draft=Minutes(meeting, occasion).draft() if writes else "", next_to_sign=meeting.next_to_sign,
        version=meeting.version, history=meeting.history, allowed=allowed, meets_at=meeting.meets_at,
        convened_at=meeting.convened_at)


def _member(meeting: JointMeeting, member: Member) -> MemberView:
    officer_id = member.officer_id
    recused_from = (each.case_id for each in meeting.recusals if each.officer_id == officer_id)
    return MemberView(
        officer_id=officer_id, name=member.name, present=officer_id in meeting.present,
        signed=officer_id in meeting.signatures, recused_from=tuple(recused_from))


def _item(meeting: JointMeeting, item: AgendaItem, occasion: Occasion, own_choice: bool) -> AgendaItemView:
    """Whoever is recused from the case reads its result, but not who voted how."""
    actor_id = occasion.actor.officer_id
    revealed = item.state is ItemState.REVEALED
    shown = item.ballots if revealed and actor_id not in meeting.recused_from(item.case_id) else ()
    mine = item.ballot_of(actor_id) if revealed or own_choice else None
    return AgendaItemView(
        item_id=item.id, case_id=item.case_id, case_title=meeting.agenda.case(item.case_id).title,
        negative_item=item.asked.negative_item, question=item.asked.question, state=item.state,
        choices=item.choices, entitled=meeting.entitled(item.case_id), voted=item.voted,
        my_choice=mine.choice if mine else "", ballots=_ballots(meeting, shown),
        tally=dict(tally(shown)), result=item.result,
        minority=_ballots(meeting, item.minority if shown else ()),
        allowed=tuple(verb.value for verb in OF_AN_ITEM if _possible_for(meeting, verb, item, occasion)))


def _ballots(meeting: JointMeeting, ballots: tuple[Ballot, ...]) -> tuple[BallotView, ...]:
    """In the order of the roll, whoever voted first."""
    cast = {ballot.member_id: ballot for ballot in ballots}
    return tuple(
        BallotView(member_id=each.officer_id, member_name=each.name, choice=cast[each.officer_id].choice,
                   reason=cast[each.officer_id].reason)
        for each in meeting.members if each.officer_id in cast)


def _possible(meeting: JointMeeting, verb: MeetingVerb, occasion: Occasion) -> bool:
    try:
        meeting.require(verb, occasion)
    except CaseError:
        return False
    return True


def _possible_for(meeting: JointMeeting, verb: MeetingVerb, item: AgendaItem, occasion: Occasion) -> bool:
    try:
        meeting.require_for(verb, item, occasion)
    except CaseError:
        return False
    return True
