"""What must hold before a meeting's verb, one sentence each, and what is missing before it is convened. A
guard raises CaseError and changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination.enums import ItemState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.gaps import Gap
from services.determination.domain.meeting.agenda import MeetingCase
from services.determination.domain.meeting.facts import Facts
from services.determination.domain.meeting.items import AgendaItem
from services.determination.domain.meeting.quorum import voters_wanted
from services.determination.domain.meeting.transitions import MeetingVerb

Guard = Callable[[Facts, Occasion], None]
ItemGuard = Callable[[Facts, AgendaItem, Occasion], None]


def convener_is_free(meeting: Facts, occasion: Occasion) -> None:
    """Nobody convenes a meeting on a case in which they have a part, or from which they are recused."""
    actor = occasion.actor
    recused = any(actor.officer_id in each.recused for each in meeting.agenda.cases)
    if recused or meeting.kept_from(actor):
        raise CaseError("meeting.recused", details={"officer_id": actor.officer_id})


def enough_members_are_called(meeting: Facts, occasion: Occasion) -> None:
    """As many as the pack wants."""
    least = occasion.pack.quorum.members_at_least
    if len(meeting.attendance.members) < least:
        raise CaseError("meeting.too_few_members", details={"least": least})


def chair_is_a_member(meeting: Facts, _: Occasion) -> None:
    """One of those called leads it."""
    if meeting.chair_id not in meeting.attendance.member_ids:
        raise CaseError("meeting.chair_not_a_member")


def something_is_asked(meeting: Facts, _: Occasion) -> None:
    """The agenda has an item."""
    if not meeting.agenda.items:
        raise CaseError("meeting.agenda_empty")


def every_case_can_be_decided(meeting: Facts, occasion: Occasion) -> None:
    """Of those whom no case bars, enough are left for each."""
    for case_id in meeting.agenda.case_ids:
        entitled = len(meeting.attendance.entitled(case_id))
        if entitled < meeting.voters_wanted(occasion):
            raise CaseError("meeting.too_few_entitled", details={
                "case_id": case_id, "entitled": entitled, "least": meeting.voters_wanted(occasion)})


def actor_is_a_member(meeting: Facts, occasion: Occasion) -> None:
    """Nobody from outside takes part."""
    meeting.attendance.member(occasion.actor.officer_id)


def actor_chairs(meeting: Facts, occasion: Occasion) -> None:
    """The chair leads the meeting."""
    if occasion.actor.officer_id != meeting.chair_id:
        raise CaseError("meeting.not_the_chair")


def actor_chairs_or_convened(meeting: Facts, occasion: Occasion) -> None:
    """Whoever convened a meeting may also call it off."""
    if occasion.actor.officer_id not in (meeting.chair_id, meeting.convener_id):
        raise CaseError("meeting.not_the_chair")


def actor_leads(meeting: Facts, occasion: Occasion) -> None:
    """A lead of the organ, with no part in any of the cases."""
    actor = occasion.actor
    if not (actor.has(Role.LEAD) and actor.organ_id == meeting.organ_id):
        raise CaseError("forbidden")
    if meeting.agenda.concerns(actor.officer_id, actor.units):
        raise CaseError("meeting.recused", details={"officer_id": actor.officer_id})


def no_vote_runs(meeting: Facts, _: Occasion) -> None:
    """One vote at a time; and who may vote does not change while votes are being cast."""
    if running := meeting.agenda.voting:
        raise CaseError("meeting.vote_running", details={"item_id": running.id})


def nothing_voted_on(meeting: Facts, _: Occasion) -> None:
    """What members have voted on is not made undone by calling the meeting off."""
    if any(item.voted for item in meeting.agenda.items if item.case_id in meeting.agenda.open_case_ids):
        raise CaseError("meeting.votes_cast")


def agenda_is_settled(meeting: Facts, _: Occasion) -> None:
    """Minutes are of a whole meeting."""
    if not meeting.agenda.settled:
        raise CaseError("meeting.items_open")


def actor_keeps_the_minutes(meeting: Facts, occasion: Occasion) -> None:
    """The chair writes them; but nobody writes of a case from which they are kept."""
    actor_id = occasion.actor.officer_id
    if actor_id != meeting.keeper:
        raise CaseError("meeting.recused" if actor_id == meeting.chair_id else "meeting.not_the_chair")


def nobody_signed(meeting: Facts, _: Occasion) -> None:
    """What somebody has signed is not rewritten."""
    if meeting.signatures:
        raise CaseError("meeting.signed_already")


def actor_signs_next(meeting: Facts, occasion: Occasion) -> None:
    """One after another; neither who was not there, nor who may not read all that the minutes say."""
    actor_id = occasion.actor.officer_id
    if actor_id not in meeting.signers:
        kept = meeting.kept_from(occasion.actor)
        raise CaseError("meeting.recused" if kept else "meeting.not_present")
    if actor_id != meeting.next_to_sign:
        raise CaseError("meeting.not_your_turn", details={"next": meeting.next_to_sign})


def actor_presides(meeting: Facts, item: AgendaItem, occasion: Occasion) -> None:
    """The chair leads through an item; where recused, a member who is not."""
    if occasion.actor.officer_id != meeting.presiding(item.case_id):
        raise CaseError("meeting.not_the_chair")


def actor_takes_part(meeting: Facts, item: AgendaItem, occasion: Occasion) -> None:
    """A member, but for those recused, who have nothing to do with the item, and those whose unit, as it is
    called by now, is the subject's."""
    actor = occasion.actor
    meeting.attendance.member(actor.officer_id)
    if item.case_id in meeting.kept_from(actor):
        raise CaseError("meeting.recused", details={"officer_id": actor.officer_id})


def case_is_open(meeting: Facts, item: AgendaItem, _: Occasion) -> None:
    """Nothing more happens to a case that was withdrawn."""
    if meeting.agenda.case(item.case_id).withdrawn:
        raise CaseError("meeting.not_on_agenda", details={"case_id": item.case_id})


def item_waits(meeting: Facts, item: AgendaItem, occasion: Occasion) -> None:
    """It was not voted on yet, and is still on the agenda; what has left it says why, for each is mended
    in another way."""
    if why := meeting.agenda.dropped_for(item):
        raise CaseError(why, details={
            "entitled": len(meeting.attendance.entitled(item.case_id)),
            "wanted": meeting.voters_wanted(occasion)})
    if item.state is not ItemState.WAITING:
        raise CaseError("meeting.not_waiting", details={"state": item.state.value})


def item_is_next(meeting: Facts, item: AgendaItem, _: Occasion) -> None:
    """In the order of the agenda."""
    if not all(earlier.settled for earlier in meeting.agenda.before(item)):
        raise CaseError("meeting.out_of_order")


def enough_are_present(meeting: Facts, item: AgendaItem, occasion: Occasion) -> None:
    """Of those who may vote on the item, for every item anew."""
    if meeting.voters_missing(item, occasion):
        raise CaseError("meeting.no_quorum", details={
            "present": len(meeting.attendance.voters(item.case_id)),
            "wanted": meeting.voters_wanted(occasion)})


def vote_is_open(_meeting: Facts, item: AgendaItem, _: Occasion) -> None:
    """Not before it is opened, not after the reveal."""
    if item.state is not ItemState.VOTING:
        raise CaseError("meeting.vote_not_open", details={"state": item.state.value})


def actor_is_present(meeting: Facts, _item: AgendaItem, occasion: Occasion) -> None:
    """Whoever was not at the last roll does not vote."""
    if occasion.actor.officer_id not in meeting.attendance.present:
        raise CaseError("meeting.not_present")


def actor_has_not_voted(_meeting: Facts, item: AgendaItem, occasion: Occasion) -> None:
    """A vote is cast once and not changed."""
    if occasion.actor.officer_id in item.voted:
        raise CaseError("meeting.voted_already")


def all_have_voted(meeting: Facts, item: AgendaItem, _: Occasion) -> None:
    """Votes are opened together or not at all."""
    missing = meeting.awaited(item)
    if missing:
        raise CaseError("meeting.votes_missing", details={"missing": list(missing)})


def missing_before_convening(cases: Sequence[MeetingCase], members: Sequence[OfficerView],
                             occasion: Occasion) -> Iterator[tuple[Gap, str]]:
    """Too few members, or too few left to decide on a case; and who would have no vote on it."""
    quorum = occasion.pack.quorum
    if len(members) < quorum.members_at_least:
        yield Gap.CONVENE_TOO_FEW_MEMBERS, ""
    for case in cases:
        barred = [member.name for member in members if case.bars(member)]
        yield from ((Gap.CONVENE_MEMBER_BARRED, f"{name}（{case.title}）") for name in barred)
        if len(members) - len(barred) < voters_wanted(len(members), quorum):
            yield Gap.CONVENE_TOO_FEW_VOTERS, case.title


BEFORE_CONVENING: tuple[Guard, ...] = (
    convener_is_free, enough_members_are_called, chair_is_a_member, something_is_asked)

GUARDS: Mapping[MeetingVerb, tuple[Guard, ...]] = {
    MeetingVerb.RECUSE_MEMBER: (actor_is_a_member,),
    MeetingVerb.CALL_ROLL: (actor_chairs, no_vote_runs),
    MeetingVerb.OPEN_VOTE: (actor_is_a_member, no_vote_runs),
    MeetingVerb.CAST_VOTE: (),
    MeetingVerb.REVEAL_VOTES: (),
    MeetingVerb.ADJOURN: (actor_chairs,),
    MeetingVerb.NAME_CHAIR: (actor_leads,),
    MeetingVerb.CALL_SUBSTITUTES: (actor_leads, no_vote_runs),
    MeetingVerb.CANCEL: (actor_chairs_or_convened, nothing_voted_on),
    MeetingVerb.WRITE_MINUTES: (actor_keeps_the_minutes, agenda_is_settled, nobody_signed),
    MeetingVerb.SIGN_MINUTES: (actor_is_a_member, actor_signs_next),
    MeetingVerb.CONCLUDE: (),
    MeetingVerb.DROP: (),
    MeetingVerb.VOID_VOTES: (),
    MeetingVerb.POST_ENDED: (),
}

ITEM_GUARDS: Mapping[MeetingVerb, tuple[ItemGuard, ...]] = {
    MeetingVerb.RECUSE_MEMBER: (case_is_open, actor_takes_part),
    MeetingVerb.OPEN_VOTE: (actor_presides, item_waits, item_is_next, enough_are_present),
    MeetingVerb.CAST_VOTE: (actor_takes_part, vote_is_open, actor_is_present, actor_has_not_voted),
    MeetingVerb.REVEAL_VOTES: (actor_presides, vote_is_open, all_have_voted),
}
