"""The agenda of a joint meeting."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from rongcuo.casework.apart import Somebody, known_by
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.determination.content import Subject
from rongcuo.contracts.determination.enums import APPLIES, NO_MAJORITY, ItemState, Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting.items import AgendaItem, AgendaQuestion


class MeetingCase(Protocol):
    """What a meeting needs to know of a case that comes before it."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def subject(self) -> Subject: ...

    @property
    def recused(self) -> frozenset[str]: ...

    @property
    def keys_apart(self) -> frozenset[str]: ...

    def questions(self) -> tuple[AgendaQuestion, ...]: ...

    def bars(self, somebody: Somebody) -> RecusalGround | None: ...


@dataclass(frozen=True, slots=True)
class AgendaCase:
    """A case as the meeting knows it. `withdrawn`: nothing is resolved about it any more. `recused`: who was
    barred in it before; `keys`: of those for whom the case is not there (`casework/apart.py`)."""

    case_id: str
    title: str
    subject_id: str
    subject_unit: str
    withdrawn: bool = False
    recused: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @classmethod
    def of(cls, case: MeetingCase) -> Self:
        """What a meeting keeps of a case."""
        return cls(case.id, case.title, case.subject.officer_id, case.subject.unit,
                   recused=tuple(sorted(case.recused)), keys=tuple(sorted(case.keys_apart)))

    def concerns(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody is its subject, or of the subject's unit."""
        return Parties.of((self.subject_id,), (self.subject_unit,)).include(officer_id, units)

    def is_apart(self, somebody: Somebody) -> bool:
        """Whether it is theirs, their unit's, or kept from them."""
        kept = not known_by(somebody).isdisjoint(self.keys)
        return kept or self.concerns(somebody.officer_id, somebody.units)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items in their order: case by case, and within a case the disputed items before the outcome."""

    cases: tuple[AgendaCase, ...]
    items: tuple[AgendaItem, ...]

    @classmethod
    def of(cls, meeting_id: str, cases: Sequence[MeetingCase]) -> Self:
        """What these cases ask. Items are numbered from 1."""
        asked = [(case.id, question) for case in cases for question in case.questions()]
        items = (AgendaItem(f"{meeting_id}-{number}", case_id, question)
                 for number, (case_id, question) in enumerate(asked, 1))
        return cls(tuple(AgendaCase.of(case) for case in cases), tuple(items))

    @property
    def case_ids(self) -> tuple[str, ...]:
        """In the order of the agenda."""
        return tuple(each.case_id for each in self.cases)

    @property
    def open_case_ids(self) -> tuple[str, ...]:
        """Cases that were not withdrawn."""
        return tuple(each.case_id for each in self.cases if not each.withdrawn)

    @property
    def voting(self) -> AgendaItem | None:
        """The item on which votes are being cast."""
        return next((item for item in self.items if item.state is ItemState.VOTING), None)

    @property
    def settled(self) -> bool:
        """Every item was voted on or dropped."""
        return all(item.settled for item in self.items)

    @property
    def revealed(self) -> tuple[AgendaItem, ...]:
        """The items whose votes are open, of cases that were not withdrawn."""
        return tuple(item for item in self.items
                     if item.state is ItemState.REVEALED and item.case_id in self.open_case_ids)

    def open_on(self, case_id: str) -> frozenset[str]:
        """The items of the negative list on which the votes about a case are open; "" for the outcome."""
        return frozenset(item.asked.negative_item for item in self.revealed if item.case_id == case_id)

    def concerns(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody is the subject of one of its cases, or of the subject's unit."""
        return any(each.concerns(officer_id, units) for each in self.cases)

    def case(self, case_id: str) -> AgendaCase:
        """Raises `meeting.not_on_agenda`."""
        found = next((each for each in self.cases if each.case_id == case_id), None)
        if found is None:
            raise CaseError("meeting.not_on_agenda", details={"case_id": case_id})
        return found

    def item(self, item_id: str) -> AgendaItem:
        """Raises `meeting.not_on_agenda`."""
        found = next((item for item in self.items if item.id == item_id), None)
        if found is None:
            raise CaseError("meeting.not_on_agenda", details={"item_id": item_id})
        return found

    def of_case(self, case_id: str) -> Iterator[AgendaItem]:
        """The items of one case."""
        return (item for item in self.items if item.case_id == case_id)

    def before(self, item: AgendaItem) -> tuple[AgendaItem, ...]:
        """The items that come first."""
        return self.items[:self.items.index(item)]

    def is_closed(self, item: AgendaItem) -> bool:
        """An outcome that nobody votes on, for what was found of a negative item."""
        return item.asks_outcome and any(each.closes_outcome for each in self.of_case(item.case_id))

    def dropped_for(self, item: AgendaItem) -> str:
        """Why an item has left the agenda: the code of the refusal to vote on it. Empty for all others."""
        if item.state is not ItemState.DROPPED:
            return ""
        if self.case(item.case_id).withdrawn:
            return "meeting.case_left"
        return "meeting.outcome_closed" if self.is_closed(item) else "meeting.too_few_voters"

    def replacing(self, *changed: AgendaItem) -> Self:
        """With these items as they are now."""
        now = {item.id: item for item in changed}
        return replace(self, items=tuple(now.get(item.id, item) for item in self.items))

    def without_votes_under_way(self) -> Self:
        """What is being voted on begins anew."""
        under_way = (item.waiting() for item in self.items if item.state is ItemState.VOTING)
        return self.replacing(*under_way)

    def keeping(self, case_id: str, keys: Collection[str]) -> Self:
        """With a case that is kept from these as well."""
        return replace(self, cases=tuple(
            replace(each, keys=tuple(sorted({*each.keys, *keys}))) if each.case_id == case_id else each
            for each in self.cases))

    def dropping(self, case_id: str) -> Self:
        """Without the open items of a case."""
        return self.replacing(*(item.dropped() for item in self.of_case(case_id) if not item.settled))

    def withdrawing(self, case_id: str) -> Self:
        """As `dropping`; and nothing is resolved about the case."""
        cases = tuple(replace(each, withdrawn=each.withdrawn or each.case_id == case_id)
                        for each in self.cases)
        return replace(self.dropping(case_id), cases=cases)

    def taking_up(self, case_id: str) -> Self:
        """With the items of a case that were dropped for want of voters: those that no result made
        pointless."""
        back = (item.waiting() for item in self.of_case(case_id)
                if item.state is ItemState.DROPPED and not self.is_closed(item))
        return self.replacing(*back)

    def after_reveal(self, item: AgendaItem) -> Self:
        """A negative item that applies, or on which there is no majority, leaves no outcome to vote on."""
        if not item.closes_outcome:
            return self
        return self.replacing(*(each.dropped() for each in self.of_case(item.case_id)
                                if each.asks_outcome and not each.settled))

    def without_votes_of(self, officer_id: str, case_id: str) -> Self:
        """Votes under way on a case begin anew; so do those that somebody took part in, and what followed."""
        of_case = tuple(self.of_case(case_id))
        void = [item for item in of_case if item.state is ItemState.VOTING or officer_id in item.voted]
        undone = any(item.settled for item in void)
        closed = any(item.closes_outcome for item in of_case if item not in void)
        follows = [item for item in of_case if undone and item.asks_outcome and not closed]
        return self.replacing(*(item.waiting() for item in (*void, *follows)))

    def without_votes_on(self, item_ids: Collection[str]) -> Self:
        """These items are voted on anew, and so is what followed from them."""
        void = [item for item in self.items if item.id in item_ids]
        cases = {item.case_id for item in void}
        follows = [item for item in self.items if item.case_id in cases and item.asks_outcome]
        return self.replacing(*(item.waiting() for item in (*void, *follows)))

    def resolution(self, case_id: str) -> str:
        """What the meeting has found about a case: an outcome's code, or `no_majority`."""
        if any(self.negative_results(case_id).values()):
            return Outcome.DENIED.value
        voted = (item.result for item in self.of_case(case_id) if item.asks_outcome and item.result)
        return next(voted, NO_MAJORITY)

    def negative_results(self, case_id: str) -> dict[str, bool]:
        """Disputed item of the negative list -> whether it applies, as far as there was a majority."""
        return {item.asked.negative_item: item.result == APPLIES for item in self.of_case(case_id)
                if not item.asks_outcome and item.result not in ("", NO_MAJORITY)}

    def voters(self, *case_ids: str) -> frozenset[str]:
        """Who voted on any of these cases."""
        return frozenset(voter for item in self.items if item.settled and item.case_id in case_ids
                         for voter in item.voted)
