"""What a joint meeting knows of itself: who is there, who may vote on what, whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import ItemState, MeetingMoved, Standing
from rongcuo.contracts.determination import MeetingState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.readers import Reader
from rongcuo.texts.signs import is_seen
from services.determination.domain.meeting.agenda import Agenda
from services.determination.domain.meeting.ballots import heads
from services.determination.domain.meeting.items import AgendaItem
from services.determination.domain.meeting.members import Member, MemberRecusal
from services.determination.domain.meeting.moves import MOVES, OVER, MeetingVerb


@dataclass(kw_only=True)
class Assembly(Recording):
    """The facts of a meeting. `members` in the order of the roll; `present` at the last one.

    `convener_id`: the lead who convened it. `met_at`: the first roll. `meets_at`: the next session.
    `gone`: chairs whom a lead replaced. `substitutes`: members called later, for those recused.
    `left`: members whose post has ended; they keep the votes that were revealed, and do nothing more.
    `signatures` in the order in which they were given.
    """

    id: str
    number: str
    title: str
    place: str
    organ_id: str
    division_code: str
    pack_id: str
    convener_id: str
    chair_id: str
    members: tuple[Member, ...]
    agenda: Agenda
    meets_at: datetime
    convened_at: datetime
    since: datetime
    met_at: datetime | None = None
    state: State = State.CONVENED
    recusals: tuple[MemberRecusal, ...] = ()
    present: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    substitutes: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    minutes: str = ""
    signatures: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()

    @property
    def over(self) -> bool:
        """Signed or cancelled: nothing more can happen."""
        return self.state in OVER

    @property
    def member_ids(self) -> tuple[str, ...]:
        """In the order of the roll."""
        return tuple(member.officer_id for member in self.members)

    def member(self, officer_id: str) -> Member:
        """Raises `meeting.not_a_member`."""
        found = next((member for member in self.members if member.officer_id == officer_id), None)
        if found is None:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer_id})
        return found

    def names(self, officer_ids: Iterable[str]) -> tuple[str, ...]:
        """Of members, in the order of the roll."""
        wanted = frozenset(officer_ids)
        return tuple(member.name for member in self.members if member.officer_id in wanted)

    def recused_from(self, case_id: str) -> frozenset[str]:
        """Who has no part in the items of a case."""
        return frozenset(each.officer_id for each in self.recusals if each.case_id == case_id)

    def entitled(self, case_id: str) -> tuple[str, ...]:
        """Who may vote on a case's items, present or not."""
        out = self.recused_from(case_id) | self.left
        return tuple(officer_id for officer_id in self.member_ids if officer_id not in out)

    def voters(self, case_id: str) -> tuple[str, ...]:
        """Who is present, of those entitled."""
        return tuple(officer_id for officer_id in self.entitled(case_id) if officer_id in self.present)

    def awaited(self, item: AgendaItem) -> tuple[str, ...]:
        """Whose vote on an item is still missing."""
        return tuple(each for each in self.voters(item.case_id) if each not in item.voted)

    def dropped_for(self, item: AgendaItem) -> str:
        """Why an item has left the agenda: the code of the refusal to vote on it. Empty for all others."""
        if item.state is not ItemState.DROPPED:
            return ""
        if self.agenda.case(item.case_id).withdrawn:
            return "meeting.case_left"
        return "meeting.outcome_closed" if self.agenda.is_closed(item) else "meeting.too_few_voters"

    def can_decide(self, case_id: str, occasion: Occasion) -> bool:
        """Whether enough may vote on a case for a joint decision."""
        return len(self.entitled(case_id)) >= self.heads(occasion)

    def heads(self, occasion: Occasion) -> int:
        """How many decide on each item: nobody's recusal lowers it, and no substitute raises it."""
        return heads(len(self.members) - len(self.substitutes), occasion.pack.quorum)

    def presiding(self, case_id: str) -> str:
        """Who leads through the items of a case: the chair, or, recused, the first who is not."""
        free = self.voters(case_id) or self.entitled(case_id)
        return self.chair_id if self.chair_id in free else next(iter(free), self.chair_id)

    @property
    def voting(self) -> AgendaItem | None:
        """The item on which votes are being cast."""
        return next((item for item in self.agenda.items if item.state is ItemState.VOTING), None)

    @property
    def attended(self) -> frozenset[str]:
        """Who was there: at the last roll, or with a vote that counts."""
        return self.present | self.agenda.voters(*self.agenda.case_ids)

    @property
    def keeper(self) -> str:
        """Who writes the minutes: the chair, or, kept from a case, the first of those who sign."""
        signing = self._signing
        return self.chair_id if self.chair_id in signing else next(iter(signing), self.chair_id)

    @property
    def signers(self) -> tuple[str, ...]:
        """In the order of the roll, whoever keeps the minutes last."""
        keeper = self.keeper
        return tuple(sorted(self._signing, key=lambda officer_id: officer_id == keeper))

    @property
    def next_to_sign(self) -> str:
        """Empty where nobody has to sign now."""
        waiting = (each for each in self.signers if each not in self.signatures)
        return next(waiting, "") if self.state is State.MINUTES else ""

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose turn it is: to vote, to sign, or to lead on; nobody's, where the chair's post has ended."""
        if self.over:
            return ()
        if self.voting:
            return self.awaited(self.voting) or (self.presiding(self.voting.case_id),)
        writing = self.state is State.IN_SESSION and self.agenda.settled
        turn = self.next_to_sign or (self.keeper if writing else self.chair_id)
        return () if turn in self.left else (turn,)

    @property
    def open_case_ids(self) -> tuple[str, ...]:
        """Cases of the agenda that were not withdrawn."""
        return tuple(each.case_id for each in self.agenda.cases if not each.withdrawn)

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """The subject of a case on the agenda, or someone of the subject's unit."""
        return any(each.concerns(officer_id, units) for each in self.agenda.cases)

    def kept_from(self, officer_id: str, units: frozenset[str]) -> frozenset[str]:
        """The cases of which somebody hears nothing here: they have a part in them, or are recused."""
        return frozenset(each.case_id for each in self.agenda.cases
                         if each.concerns(officer_id, units) or officer_id in self.recused_from(each.case_id))

    @property
    def invited(self) -> tuple[str, ...]:
        """The members of whom some case is left to hear, or who have to sign."""
        cases, signers = set(self.agenda.case_ids), self.signers
        return tuple(each.officer_id for each in self.members if each.officer_id in signers
                     or not self.kept_from(each.officer_id, each.units) >= cases)

    @property
    def standing(self) -> Standing:
        """Where the meeting stands after what has just happened."""
        return Standing(
            kind="meeting", matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.state.value,
            holders=self.holders, apart=self._apart, units_apart=self._units_apart, ended=self.over,
            due_at=self.meets_at)

    @property
    def _apart(self) -> tuple[str, ...]:
        """The subjects of the agenda, and who is recused from one of its cases: minutes tell of all."""
        of_cases = {who for each in self.agenda.cases for who in (each.subject_id, *each.recused)}
        return tuple(sorted((of_cases | {each.officer_id for each in self.recusals}) - {""}))

    @property
    def _units_apart(self) -> tuple[str, ...]:
        return tuple(sorted({each.subject_unit for each in self.agenda.cases}))

    @property
    def _signing(self) -> tuple[str, ...]:
        """Whom the minutes bind and who may read all that they say. So that a meeting can end: where that is
        nobody, those who are on no subject's side, and at the very last all of them."""
        bound = self.present | (self.agenda.voters(*self.open_case_ids) - self.gone - self.left)
        there = [each for each in self.members if each.officer_id in bound]
        free = [each for each in there if not self.kept_from(each.officer_id, each.units)]
        others = [each for each in there if not self.has_part(each.officer_id, each.units)]
        return tuple(each.officer_id for each in free or others or there)

    def _turn(self, verb: MeetingVerb, occasion: Occasion) -> None:
        state = MOVES[self.state, verb]
        self.since = occasion.now if state is not self.state else self.since
        self.state = state

    def _put(self, *items: AgendaItem) -> None:
        self.agenda = self.agenda.replacing(*items)

    def _note(self, what: str, occasion: Occasion, note: str = "") -> None:
        actor = occasion.actor
        self.history += (HistoryEntry(
            what=str(what), actor_id=actor.officer_id, actor_name=actor.name, note=note, at=occasion.now),)

    def _tell(self, what: str, occasion: Occasion, note: str = "", *, concerns: tuple[str, ...] = (),
              item_id: str = "") -> None:
        self.record(MeetingMoved(
            standing=self.standing, what=str(what), actor_id=occasion.actor.officer_id,
            chair_id=self.chair_id, case_ids=self.agenda.case_ids, members=self.invited, concerns=concerns,
            item_id=item_id, place=self.place, note=note, meets_at=self.meets_at, at=occasion.now))


def given(words: str) -> str:
    """What somebody wrote; `meeting.words_missing` where there is nothing."""
    if not is_seen(words):
        raise CaseError("meeting.words_missing", details={"read_by": Reader.MEMBERS.value})
    return words.strip()
