"""A joint meeting (联席会议): its facts, and the verbs that happen to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import ClassVar, Self

from rongcuo.casework.apart import Somebody
from rongcuo.casework.case import KEEP_FROM, given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Recusal
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.determination import ConveneMeeting
from rongcuo.contracts.determination import MeetingState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import events
from services.determination.domain.meeting.agenda import Agenda, MeetingCase
from services.determination.domain.meeting.attendance import Attendance, Member, MemberRecusal
from services.determination.domain.meeting.ballots import Ballot, Sealing
from services.determination.domain.meeting.guards import (
    BEFORE_CONVENING,
    GUARDS,
    ITEM_GUARDS,
    every_case_can_be_decided,
)
from services.determination.domain.meeting.items import AgendaItem
from services.determination.domain.meeting.minutes import Minutes
from services.determination.domain.meeting.quorum import present_wanted
from services.determination.domain.meeting.transitions import MOVES, OVER, MeetingVerb

VOTES_LAPSED = "（有关表决作废，重新投票）"
SIGNATURES_LAPSED = "（已签的纪要作废，重新会签）"
BALLOTS_DIFFER = "选票与账本中的承诺不符，表决作废，重新投票"
VOTES = frozenset({MeetingVerb.CAST_VOTE, MeetingVerb.REVEAL_VOTES})
_words = partial(given, read_by=Reader.MEMBERS, code="meeting.words_missing")


@dataclass(kw_only=True)
class JointMeeting(Aggregate):
    """Every verb asks its guards first: a refused one changes nothing.

    `convener_id`: the lead who convened it. `met_at`: the first roll. `meets_at`: the next session. `since`:
    in this state. `signatures` in the order in which they were given.
    """

    transitions: ClassVar = Transitions(MOVES, "meeting.move_not_allowed", GUARDS)

    id: str
    number: str
    title: str
    place: str
    organ_id: str
    division_code: str
    pack_id: str
    convener_id: str
    chair_id: str
    attendance: Attendance
    agenda: Agenda
    meets_at: datetime
    convened_at: datetime
    since: datetime
    met_at: datetime | None = None
    state: State = State.CONVENED
    minutes: str = ""
    signatures: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()

    @classmethod
    def convene(cls, meeting_id: str, number: str, call: ConveneMeeting, cases: Sequence[MeetingCase],
                officers: Sequence[OfficerView], occasion: Occasion) -> Self:
        """A meeting of the actor's organ on these cases, in their order. Who may not take part in one is
        recused from it at once."""
        actor = occasion.actor
        if call.at < occasion.now.replace(second=0, microsecond=0):     # people type no seconds
            raise CaseError("meeting.in_the_past")
        meeting = cls(
            id=meeting_id, number=number, title=_words(call.title), place=call.place.strip(),
            organ_id=actor.organ_id, division_code=actor.division_code, pack_id=occasion.pack.id,
            convener_id=actor.officer_id, chair_id=call.chair_id,
            attendance=Attendance(tuple(Member.of(officer, actor.organ_id) for officer in officers)),
            agenda=Agenda.of(meeting_id, cases), meets_at=call.at, convened_at=occasion.now,
            since=occasion.now)
        for guard in BEFORE_CONVENING:
            guard(meeting, occasion)
        called = meeting.attendance
        meeting.attendance = called.barred_by_rule(cases, called.members, occasion.now)
        every_case_can_be_decided(meeting, occasion)
        meeting._note("convene", occasion, meeting.place)
        meeting._tell("convene", occasion, concerns=called.member_ids)
        return meeting

    def require(self, verb: MeetingVerb, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        self.transitions.require(self, verb, occasion)

    def require_for(self, verb: MeetingVerb, item: AgendaItem, occasion: Occasion) -> None:
        """As `require`, for an item. Votes are cast in session only: one that is not open says just that."""
        if verb not in VOTES:
            self.require(verb, occasion)
        for guard in ITEM_GUARDS[verb]:
            guard(self, item, occasion)

    def recuse_member(self, case_id: str, officer_id: str, ground: RecusalGround, reason: str,
                      occasion: Occasion) -> None:
        """A member takes no part in a case any more, by their own wish or the chair's order."""
        self.require(MeetingVerb.RECUSE_MEMBER, occasion)
        if self.agenda.case(case_id).withdrawn:
            raise CaseError("meeting.not_on_agenda", details={"case_id": case_id})
        if self.attendance.member(officer_id).officer_id in self.attendance.recused_from(case_id):
            raise CaseError("meeting.recused", details={"officer_id": officer_id})
        if occasion.actor.officer_id not in (officer_id, self.presiding(case_id)):
            raise CaseError("meeting.not_the_chair")
        self._recuse(MemberRecusal(case_id, officer_id, ground, _words(reason), occasion.now), occasion)

    def bar(self, case_id: str, recusal: Recusal, occasion: Occasion) -> None:
        """A case of the agenda has barred somebody; who has no vote on it here, changes nothing here."""
        if recusal.officer_id in {*self.attendance.member_ids} - self.attendance.recused_from(case_id):
            self._recuse(MemberRecusal(case_id, recusal.officer_id, recusal.ground, recusal.reason,
                                       occasion.now), occasion)

    def keep_from(self, case_id: str, keys: frozenset[str], occasion: Occasion) -> None:
        """A case of the agenda is kept from more people by now. Where one of them was to sign, others do."""
        before, agenda = self.signers, self.agenda.keeping(case_id, keys)
        if agenda != self.agenda:
            self.agenda = agenda
            self.signatures = self.signatures if self.over or self.signers == before else ()
            self._tell(KEEP_FROM, occasion)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """A member's post has ended. What was revealed holds without their signature, votes under way begin
        anew; a case left with too few who may vote on it waits, as after a recusal, for substitutes."""
        if self.over or officer_id not in {*self.attendance.member_ids} - self.attendance.left:
            return
        note = self.attendance.member(officer_id).name + "任职结束"
        note += (VOTES_LAPSED if self.agenda.voting else "") + self._signatures_lapse()
        self.attendance = self.attendance.without(officer_id)
        self.agenda = self.agenda.without_votes_under_way()
        for case_id in self.agenda.open_case_ids:
            if not self.attendance.can_decide(case_id, occasion.pack.quorum):
                self.agenda = self.agenda.dropping(case_id)
        self._step(MeetingVerb.POST_ENDED, occasion, note, concerns=(officer_id,))

    def call_substitutes(self, cases: Sequence[MeetingCase], officers: Sequence[OfficerView],
                         occasion: Occasion) -> None:
        """More members, in place of those recused. They are there from the next roll on; cases that had been
        left to another meeting for want of voters come back to the agenda."""
        self.require(MeetingVerb.CALL_SUBSTITUTES, occasion)
        fresh = tuple(Member.of(officer, self.organ_id) for officer in officers
                      if officer.officer_id not in self.attendance.member_ids)
        if not fresh:
            raise CaseError("meeting.nobody_new")
        self.attendance = self.attendance.with_substitutes(fresh).barred_by_rule(cases, fresh, occasion.now)
        for case_id in self.agenda.open_case_ids:
            if self.attendance.can_decide(case_id, occasion.pack.quorum):
                self.agenda = self.agenda.taking_up(case_id)
        self._step(MeetingVerb.CALL_SUBSTITUTES, occasion, "、".join(member.name for member in fresh),
                   concerns=tuple(member.officer_id for member in fresh))

    def call_roll(self, present_ids: Sequence[str], occasion: Occasion) -> None:
        """Who is there. Opens the session, where there are enough; before its hour only with all of them, or
        whoever chairs it would pick who votes: `meeting.not_yet`."""
        self.require(MeetingVerb.CALL_ROLL, occasion)
        present = frozenset(self.attendance.still_member(each).officer_id for each in present_ids)
        if self.chair_id not in present:
            raise CaseError("meeting.chair_absent")
        absent = {*self.attendance.member_ids} - self.attendance.left - present
        if absent and occasion.now < self.meets_at:
            raise CaseError("meeting.not_yet", details={
                "meets_at": self.meets_at.isoformat(), "absent": sorted(absent)})
        wanted = present_wanted(len(self.attendance.members), occasion.pack.quorum)
        if len(present) < wanted:
            raise CaseError("meeting.no_quorum", details={"present": len(present), "wanted": wanted})
        self.attendance, self.met_at = replace(self.attendance, present=present), self.met_at or occasion.now
        self._step(MeetingVerb.CALL_ROLL, occasion, "、".join(self.attendance.names(present)),
                   concerns=self.signers)

    def open_vote(self, item_id: str, occasion: Occasion) -> None:
        """Let those present and entitled vote on an item. Minutes written before do not tell of it."""
        item = self._asked(MeetingVerb.OPEN_VOTE, item_id, occasion)
        self.minutes, self.agenda = "", self.agenda.replacing(item.opened())
        self._note(MeetingVerb.OPEN_VOTE, occasion, item_id)
        self._tell(MeetingVerb.OPEN_VOTE, occasion, item_id=item_id,
                   concerns=self.attendance.voters(item.case_id))

    def cast_vote(self, item_id: str, choice: str, reason: str, salt: str, occasion: Occasion) -> None:
        """Seal a vote. Nothing that is told now says which it is. `salt`: random, in hexadecimal."""
        item = self._asked(MeetingVerb.CAST_VOTE, item_id, occasion)
        if choice not in item.choices:
            raise CaseError("meeting.unknown_choice", details={"choices": list(item.choices)})
        ballot = Ballot(occasion.actor.officer_id, choice, reason.strip(), salt)
        self.agenda = self.agenda.replacing(item.with_vote(ballot))
        self.record(events.sealed(self, item_id, ballot, occasion))

    def close_ballots(self, item_id: str, sealing: Sealing) -> None:
        """Nobody can read the votes on an item any more until they are opened."""
        item = self.agenda.item(item_id)
        self.agenda = self.agenda.replacing(item.with_sealed(sealing, item.ballot_box(self.id)))

    def open_ballots(self, item_id: str, sealing: Sealing) -> tuple[str, ...]:
        """As they were sealed; what was changed meanwhile is not there any more. Whose votes never were."""
        item = self.agenda.item(item_id)
        self.agenda = self.agenda.replacing(item.with_opened(sealing, item.ballot_box(self.id)))
        return tuple(ballot.member_id for ballot in item.ballots)

    def ballot_of(self, member_id: str, item: AgendaItem, sealing: Sealing) -> Ballot | None:
        """A member's own vote, sealed or open; None where there is none, or none that can be read."""
        sealed = next((each for each in item.sealed if each.member_id == member_id), None)
        return sealing.open(sealed, item.ballot_box(self.id)) if sealed else item.ballot_of(member_id)

    def reveal_votes(self, item_id: str, occasion: Occasion) -> None:
        """Open all votes of an item together, and count them."""
        asked = self._asked(MeetingVerb.REVEAL_VOTES, item_id, occasion)
        item = asked.revealed(occasion.pack.quorum.pass_percent)
        self.agenda = self.agenda.replacing(item).after_reveal(item)
        self._note(MeetingVerb.REVEAL_VOTES, occasion, item_id)
        self.record(events.revealed(self, item, occasion))

    def void_votes(self, rounds: Mapping[str, int], occasion: Occasion) -> None:
        """Votes are not those that were cast: none of them counts, and they are cast anew, in a round after
        the last (item -> round). Minutes that told of them are signed by nobody."""
        later = (self.agenda.item(item_id).not_before(last) for item_id, last in rounds.items())
        self.agenda, self.signatures = self.agenda.replacing(*later).without_votes_on(rounds), ()
        self._turn(MeetingVerb.VOID_VOTES, occasion)
        self._note(MeetingVerb.VOID_VOTES, occasion, BALLOTS_DIFFER)
        for item_id in rounds:
            self._tell(MeetingVerb.VOID_VOTES, occasion, BALLOTS_DIFFER, item_id=item_id,
                       concerns=tuple(dict.fromkeys((self.chair_id, self.convener_id))))

    def adjourn(self, reason: str, until: datetime, occasion: Occasion) -> None:
        """Meet again later. Votes under way are discarded, and so are signatures given so far."""
        self.require(MeetingVerb.ADJOURN, occasion)
        _require_later(until, occasion)
        self._put_off(MeetingVerb.ADJOURN, _words(reason), until, occasion)

    def name_chair(self, chair_id: str, reason: str, until: datetime, occasion: Occasion) -> None:
        """The chair is gone: the meeting is adjourned, and another member leads on. What was revealed holds,
        without the former chair's signature; what was sealed is never opened."""
        self.require(MeetingVerb.NAME_CHAIR, occasion)
        chair = self.attendance.still_member(chair_id)
        if chair_id == self.chair_id:
            raise CaseError("meeting.chairs_already", details={"officer_id": chair_id})
        _require_later(until, occasion)
        note = f"{_words(reason)}（改由{chair.name}主持）"
        former = self.attendance.former_chairs | {self.chair_id}
        self.attendance, self.chair_id = replace(self.attendance, former_chairs=former - {chair_id}), chair_id
        self._put_off(MeetingVerb.NAME_CHAIR, note, until, occasion)

    def cancel(self, reason: str, occasion: Occasion) -> None:
        """Call the meeting off."""
        self.require(MeetingVerb.CANCEL, occasion)
        note = _words(reason)
        self.agenda = self.agenda.without_votes_under_way()
        self._step(MeetingVerb.CANCEL, occasion, note, told=note)

    def write_minutes(self, minutes: str, occasion: Occasion) -> None:
        """Close the session, or write its minutes anew while nobody has signed."""
        self.require(MeetingVerb.WRITE_MINUTES, occasion)
        self.minutes = _words(minutes)
        self._step(MeetingVerb.WRITE_MINUTES, occasion, concerns=self.signers)

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
        if case_id in self.agenda.open_case_ids and self.transitions.allow(self.state, MeetingVerb.DROP):
            self.agenda, self.signatures = self.agenda.withdrawing(case_id), ()   # the minutes tell of it
            self._note(MeetingVerb.DROP, occasion, f"“{self.agenda.case(case_id).title}”退出议程")
            self._tell(MeetingVerb.DROP, occasion)

    @property
    def over(self) -> bool:
        """Signed or cancelled: nothing more can happen."""
        return self.state in OVER

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose turn it is: to vote, to sign, or to lead on; nobody's, where the chair's post has ended."""
        if self.over:
            return ()
        if running := self.agenda.voting:
            return self.awaited(running) or (self.presiding(running.case_id),)
        writing = self.state is State.IN_SESSION and self.agenda.settled
        turn = self.next_to_sign or (self.keeper if writing else self.chair_id)
        return () if turn in self.attendance.left else (turn,)

    def voters_wanted(self, occasion: Occasion) -> int:
        """How many decide on each item."""
        return self.attendance.voters_wanted(occasion.pack.quorum)

    def voters_missing(self, item: AgendaItem, occasion: Occasion) -> int:
        """How many more of those who may vote on an item have to be present."""
        return max(self.voters_wanted(occasion) - len(self.attendance.voters(item.case_id)), 0)

    def awaited(self, item: AgendaItem) -> tuple[str, ...]:
        """Whose vote on an item is still missing."""
        return tuple(each for each in self.attendance.voters(item.case_id) if each not in item.voted)

    def presiding(self, case_id: str) -> str:
        """Who leads through the items of a case: the chair, or, recused, the first who is not."""
        free = self.attendance.voters(case_id) or self.attendance.entitled(case_id)
        return self.chair_id if self.chair_id in free else next(iter(free), self.chair_id)

    def kept_from(self, somebody: Somebody) -> frozenset[str]:
        """The cases of which somebody hears nothing here."""
        return self.attendance.kept_from(self.agenda, somebody)

    @property
    def attended(self) -> frozenset[str]:
        """Who was there: at the last roll, or with a vote that counts."""
        return self.attendance.present | self.agenda.voters(*self.agenda.case_ids)

    @property
    def keeper(self) -> str:
        """Who writes the minutes: the chair, or, kept from a case, the first of those who sign."""
        signing = self.attendance.signing(self.agenda)
        return self.chair_id if self.chair_id in signing else next(iter(signing), self.chair_id)

    @property
    def signers(self) -> tuple[str, ...]:
        """In the order of the roll, whoever keeps the minutes last."""
        keeper = self.keeper
        return tuple(sorted(self.attendance.signing(self.agenda), key=lambda each: each == keeper))

    @property
    def next_to_sign(self) -> str:
        """Empty where nobody has to sign now."""
        waiting = (each for each in self.signers if each not in self.signatures)
        return next(waiting, "") if self.state is State.MINUTES else ""

    def _asked(self, verb: MeetingVerb, item_id: str, occasion: Occasion) -> AgendaItem:
        item = self.agenda.item(item_id)
        self.require_for(verb, item, occasion)
        return item

    def _recuse(self, recusal: MemberRecusal, occasion: Occasion) -> None:
        """Votes that are under way on the case, or that they took part in, begin anew; where too few are left
        to vote, its open items are dropped. Minutes that were written are no longer true, nor signed."""
        case_id, officer_id = recusal.case_id, recusal.officer_id
        agenda = self.agenda.without_votes_of(officer_id, case_id)
        lapsed = (VOTES_LAPSED if agenda != self.agenda else "") + self._signatures_lapse()
        self.attendance = self.attendance.with_recusal(recusal)
        decides = self.attendance.can_decide(case_id, occasion.pack.quorum)
        self.agenda = agenda if decides else agenda.dropping(case_id)
        note = f"{self.attendance.member(officer_id).name}：{recusal.reason}{lapsed}"
        self._step(MeetingVerb.RECUSE_MEMBER, occasion, note, told=lapsed, concerns=(officer_id,))

    def _put_off(self, verb: MeetingVerb, why: str, until: datetime, occasion: Occasion) -> None:
        """Whatever put it off, members are told of an adjournment."""
        note = why + (VOTES_LAPSED if self.agenda.voting else "") + self._signatures_lapse()
        self.agenda, self.meets_at = self.agenda.without_votes_under_way(), until
        self.attendance = replace(self.attendance, present=frozenset())
        self._turn(verb, occasion)
        self._note(verb, occasion, note)
        self._tell(MeetingVerb.ADJOURN, occasion, note)

    def _signatures_lapse(self) -> str:
        """What is said of it, where there were any."""
        lapsed, self.signatures = SIGNATURES_LAPSED if self.signatures else "", ()
        return lapsed

    def _step(self, verb: MeetingVerb, occasion: Occasion, note: str = "", *, told: str = "",
              concerns: tuple[str, ...] = ()) -> None:
        self._turn(verb, occasion)
        self._note(verb, occasion, note)
        self._tell(verb, occasion, told, concerns=concerns)

    def _turn(self, verb: MeetingVerb, occasion: Occasion) -> None:
        state = self.transitions.after(self.state, verb)
        self.since = occasion.now if state is not self.state else self.since
        self.state = state

    def _note(self, what: str, occasion: Occasion, note: str = "") -> None:
        self.history += (HistoryEntry.by(occasion.actor, what, occasion.now, note),)

    def _tell(self, what: str, occasion: Occasion, note: str = "", *, concerns: tuple[str, ...] = (),
              item_id: str = "") -> None:
        self.record(events.moved(self, what, occasion, note, concerns, item_id))


def _require_later(until: datetime, occasion: Occasion) -> None:
    if until <= occasion.now:
        raise CaseError("meeting.until_past")
