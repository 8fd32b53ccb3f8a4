"""A joint meeting (联席会议), as the verbs that happen to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Recusal
from rongcuo.contracts.determination import ConveneMeeting
from rongcuo.contracts.determination import MeetingState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting.agenda import Agenda, Asking
from services.determination.domain.meeting.assembly import given
from services.determination.domain.meeting.ballots import share_of
from services.determination.domain.meeting.members import BY_RULE, Member, MemberRecusal
from services.determination.domain.meeting.minutes import Minutes
from services.determination.domain.meeting.moves import MOVES, MeetingVerb
from services.determination.domain.meeting.voting import Voting

VOTES_LAPSED = "（有关表决作废，重新投票）"
SIGNATURES_LAPSED = "（已签的纪要作废，重新会签）"


@dataclass(kw_only=True)
class JointMeeting(Voting):
    """What happens to a meeting but for its votes. Every verb asks its guards first."""

    @classmethod
    def convene(cls, meeting_id: str, number: str, call: ConveneMeeting, cases: Sequence[Asking],
                officers: Sequence[OfficerView], occasion: Occasion) -> Self:
        """A meeting of the actor's organ on these cases, in their order. Who may not take part in one is
        recused from it at once."""
        actor = occasion.actor
        _require_to_come(call.at, occasion)
        meeting = cls(
            id=meeting_id, number=number, title=given(call.title), place=call.place.strip(),
            organ_id=actor.organ_id, division_code=actor.division_code, pack_id=occasion.pack.id,
            convener_id=actor.officer_id, chair_id=call.chair_id,
            members=tuple(Member.of(officer, actor.organ_id) for officer in officers),
            agenda=Agenda.of(meeting_id, cases), meets_at=call.at, convened_at=occasion.now,
            since=occasion.now)
        meeting._require_whole(occasion)
        meeting._recuse_by_rule(cases, occasion)
        meeting._note("convene", occasion, meeting.place)
        meeting._tell("convene", occasion, concerns=meeting.member_ids)
        return meeting

    def recuse_member(self, case_id: str, officer_id: str, ground: RecusalGround, reason: str,
                      occasion: Occasion) -> None:
        """A member takes no part in a case any more, by their own wish or the chair's order."""
        self._require_recusal(case_id, officer_id, occasion)
        self._step_back(MemberRecusal(case_id, officer_id, ground, given(reason), occasion.now), occasion)

    def heed(self, case_id: str, recusal: Recusal, occasion: Occasion) -> None:
        """A case of the agenda has barred somebody; who has no vote on it here, changes nothing here."""
        if recusal.officer_id in {*self.member_ids} - self.recused_from(case_id):
            self._step_back(MemberRecusal(case_id, recusal.officer_id, recusal.ground, recusal.reason,
                                          occasion.now), occasion)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """A member's post has ended. What was revealed holds without their signature, votes under way begin
        anew; a case left with too few who may vote on it waits, as after a recusal, for substitutes."""
        if self.over or officer_id not in {*self.member_ids} - self.left:
            return
        note = self.member(officer_id).name + "任职结束"
        note += (VOTES_LAPSED if self.voting else "") + (SIGNATURES_LAPSED if self.signatures else "")
        self.left, self.present, self.signatures = self.left | {officer_id}, self.present - {officer_id}, ()
        self.agenda = self.agenda.without_votes_under_way()
        for case_id in (each for each in self.open_case_ids if not self.can_decide(each, occasion)):
            self.agenda = self.agenda.dropping(case_id)
        self._turn(MeetingVerb.POST_ENDED, occasion)
        self._note(MeetingVerb.POST_ENDED, occasion, note)
        self._tell(MeetingVerb.POST_ENDED, occasion, concerns=(officer_id,))

    def call_substitutes(self, cases: Sequence[Asking], officers: Sequence[OfficerView],
                         occasion: Occasion) -> None:
        """More members, in place of those recused. They are there from the next roll on; cases that had been
        left to another meeting for want of voters come back to the agenda."""
        self.require(MeetingVerb.CALL_SUBSTITUTES, occasion)
        fresh = tuple(Member.of(officer, self.organ_id) for officer in officers
                      if officer.officer_id not in self.member_ids)
        if not fresh:
            raise CaseError("meeting.nobody_new")
        self.members += fresh
        self.substitutes |= {member.officer_id for member in fresh}
        self._bar(cases, fresh, occasion)
        for case_id in (each for each in self.open_case_ids if self.can_decide(each, occasion)):
            self.agenda = self.agenda.taking_up(case_id)
        self._turn(MeetingVerb.CALL_SUBSTITUTES, occasion)
        self._note(MeetingVerb.CALL_SUBSTITUTES, occasion, "、".join(member.name for member in fresh))
        self._tell(MeetingVerb.CALL_SUBSTITUTES, occasion,
                   concerns=tuple(member.officer_id for member in fresh))

    def call_roll(self, present_ids: Sequence[str], occasion: Occasion) -> None:
        """Who is there. Opens the session, where there are enough."""
        self.require(MeetingVerb.CALL_ROLL, occasion)
        present = frozenset(self._still_member(officer_id).officer_id for officer_id in present_ids)
        self._require_enough(present, occasion)
        self.present, self.met_at = present, self.met_at or occasion.now
        self._turn(MeetingVerb.CALL_ROLL, occasion)
        self._note(MeetingVerb.CALL_ROLL, occasion, "、".join(self.names(present)))
        self._tell(MeetingVerb.CALL_ROLL, occasion, concerns=self.signers)

    def adjourn(self, reason: str, until: datetime, occasion: Occasion) -> None:
        """Meet again later. Votes under way are discarded, and so are signatures given so far."""
        self.require(MeetingVerb.ADJOURN, occasion)
        _require_later(until, occasion)
        self._put_off(MeetingVerb.ADJOURN, given(reason), until, occasion)

    def name_chair(self, chair_id: str, reason: str, until: datetime, occasion: Occasion) -> None:
        """The chair is gone: the meeting is adjourned, and another member leads on. What was revealed holds,
        without the former chair's signature; what was sealed is never opened."""
        self.require(MeetingVerb.NAME_CHAIR, occasion)
        chair = self._still_member(chair_id)
        if chair_id == self.chair_id:
            raise CaseError("meeting.chairs_already", details={"officer_id": chair_id})
        _require_later(until, occasion)
        note = f"{given(reason)}（改由{chair.name}主持）"
        self.gone, self.chair_id = (self.gone | {self.chair_id}) - {chair_id}, chair_id
        self._put_off(MeetingVerb.NAME_CHAIR, note, until, occasion)

    def cancel(self, reason: str, occasion: Occasion) -> None:
        """Call the meeting off."""
        self.require(MeetingVerb.CANCEL, occasion)
        note = given(reason)
        self.agenda = self.agenda.without_votes_under_way()
        self._turn(MeetingVerb.CANCEL, occasion)
        self._note(MeetingVerb.CANCEL, occasion, note)
        self._tell(MeetingVerb.CANCEL, occasion, note)

    def write_minutes(self, minutes: str, occasion: Occasion) -> None:
        """Close the session, or write its minutes anew while nobody has signed."""
        self.require(MeetingVerb.WRITE_MINUTES, occasion)
        self.minutes = given(minutes)
        self._turn(MeetingVerb.WRITE_MINUTES, occasion)
        self._note(MeetingVerb.WRITE_MINUTES, occasion)
        self._tell(MeetingVerb.WRITE_MINUTES, occasion, concerns=self.signers)

    def sign_minutes(self, occasion: Occasion, recused: frozenset[str] = frozenset()) -> None:
        """Sign as the next in turn. The last signature ends the meeting: its results then hold. `recused`:
        whoever is, in one of its cases."""
        self.require(MeetingVerb.SIGN_MINUTES, occasion)
        self.signatures += (occasion.actor.officer_id,)
        last = not self.next_to_sign
        self._turn(MeetingVerb.CONCLUDE if last else MeetingVerb.SIGN_MINUTES, occasion)
        self._note(MeetingVerb.SIGN_MINUTES, occasion)
        self._tell(MeetingVerb.SIGN_MINUTES, occasion, concerns=self.holders)
        if last:
            self.record(Minutes(self, occasion).concluded(recused))

    def drop(self, case_id: str, occasion: Occasion) -> None:
        """A case was withdrawn: its open items leave the agenda. After the meeting that changes nothing."""
        on_agenda = any(each.case_id == case_id and not each.withdrawn for each in self.agenda.cases)
        if not on_agenda or (self.state, MeetingVerb.DROP) not in MOVES:
            return
        self.agenda, self.signatures = self.agenda.withdrawing(case_id), ()   # the minutes tell of it
        self._note(MeetingVerb.DROP, occasion, f"“{self.agenda.case(case_id).title}”退出议程")
        self._tell(MeetingVerb.DROP, occasion)

    @property
    def concluded(self) -> bool:
        """Whether everybody has signed."""
        return self.state is State.SIGNED

    def _still_member(self, officer_id: str) -> Member:
        if officer_id in self.left:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer_id})
        return self.member(officer_id)

    def _step_back(self, recusal: MemberRecusal, occasion: Occasion) -> None:
        """Votes that are under way on the case, or that they took part in, begin anew; where too few are left
        to vote, its open items are dropped. Minutes that were written are no longer true, nor signed."""
        case_id, officer_id = recusal.case_id, recusal.officer_id
        agenda = self.agenda.without_votes_of(officer_id, case_id)
        lapsed = VOTES_LAPSED if agenda != self.agenda else ""
        lapsed += SIGNATURES_LAPSED if self.signatures else ""
        self.recusals, self.signatures = (*self.recusals, recusal), ()
        self.agenda = agenda if self.can_decide(case_id, occasion) else agenda.dropping(case_id)
        self._turn(MeetingVerb.RECUSE_MEMBER, occasion)
        note = f"{self.member(officer_id).name}：{recusal.reason}{lapsed}"
        self._note(MeetingVerb.RECUSE_MEMBER, occasion, note)
        self._tell(MeetingVerb.RECUSE_MEMBER, occasion, lapsed, concerns=(officer_id,))

    def _put_off(self, verb: MeetingVerb, why: str, until: datetime, occasion: Occasion) -> None:
        """Whatever put it off, members are told of an adjournment."""
        note = why + (VOTES_LAPSED if self.voting else "")
        note += SIGNATURES_LAPSED if self.signatures else ""
        self.agenda = self.agenda.without_votes_under_way()
        self.present, self.signatures, self.meets_at = frozenset(), (), until
        self._turn(verb, occasion)
        self._note(verb, occasion, note)
        self._tell(MeetingVerb.ADJOURN, occasion, note)

    def _require_whole(self, occasion: Occasion) -> None:
        actor = occasion.actor
        recused = any(actor.officer_id in each.recused for each in self.agenda.cases)
        if recused or self.has_part(actor.officer_id, actor.units):
            raise CaseError("meeting.recused", details={"officer_id": actor.officer_id})
        least = occasion.pack.quorum.members_at_least
        if len(self.members) < least:
            raise CaseError("meeting.too_few_members", details={"least": least})
        if self.chair_id not in self.member_ids:
            raise CaseError("meeting.chair_not_a_member")
        if not self.agenda.items:
            raise CaseError("meeting.agenda_empty")

    def _recuse_by_rule(self, cases: Sequence[Asking], occasion: Occasion) -> None:
        self._bar(cases, self.members, occasion)
        for case in cases:
            if not self.can_decide(case.id, occasion):
                raise CaseError("meeting.too_few_entitled", details={
                    "case_id": case.id, "entitled": len(self.entitled(case.id)),
                    "least": self.heads(occasion)})

    def _bar(self, cases: Sequence[Asking], members: Iterable[Member], occasion: Occasion) -> None:
        barred = ((case.id, member.officer_id, case.bars(member.officer_id, member.units))
                  for case in cases for member in members)
        self.recusals += tuple(MemberRecusal(case_id, officer_id, ground, BY_RULE, occasion.now)
                               for case_id, officer_id, ground in barred if ground)

    def _require_recusal(self, case_id: str, officer_id: str, occasion: Occasion) -> None:
        self.require(MeetingVerb.RECUSE_MEMBER, occasion)
        if self.agenda.case(case_id).withdrawn:
            raise CaseError("meeting.not_on_agenda", details={"case_id": case_id})
        if self.member(officer_id).officer_id in self.recused_from(case_id):
            raise CaseError("meeting.recused", details={"officer_id": officer_id})
        if occasion.actor.officer_id not in (officer_id, self.presiding(case_id)):
            raise CaseError("meeting.not_the_chair")

    def _require_enough(self, present: frozenset[str], occasion: Occasion) -> None:
        if self.chair_id not in present:
            raise CaseError("meeting.chair_absent")
        wanted = max(share_of(occasion.pack.quorum.present_percent, len(self.members)), 1)
        if len(present) < wanted:
            raise CaseError("meeting.no_quorum", details={"present": len(present), "wanted": wanted})


def _require_to_come(at: datetime, occasion: Occasion) -> None:
    """People type no seconds, so the running minute is still to come."""
    if at < occasion.now.replace(second=0, microsecond=0):
        raise CaseError("meeting.in_the_past")


def _require_later(until: datetime, occasion: Occasion) -> None:
    if until <= occasion.now:
        raise CaseError("meeting.until_past")
