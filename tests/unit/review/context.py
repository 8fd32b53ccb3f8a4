"""A context without database and broker: what review keeps in dictionaries, other services as lists."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.chassis.ledger.record import Record
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.documents import AttachmentView
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import FilingView
from rongcuo.contracts.identity import OfficersView, OfficerView, UnitView
from services.review.domain.meeting import JointMeeting
from tests.unit.review.scene import EVERYBODY, FILED_AT, RULES, view


@dataclass
class FakeSeat:
    """Gives out copies, so that only what was put is kept."""

    rows: dict[str, Any] = field(default_factory=dict)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def get(self, aggregate_id: str) -> Any:
        if aggregate_id not in self.rows:
            raise CaseError("not_found")
        return deepcopy(self.rows[aggregate_id])

    def put(self, aggregate: Any) -> None:
        self.rows[aggregate.id] = deepcopy(aggregate)

    read = get

    def next_number(self, organ_id: str, year: int) -> int:
        self.numbers[organ_id, year] = self.numbers.get((organ_id, year), 0) + 1
        return self.numbers[organ_id, year]

    def of_case(self, case_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values() if each.case_id == case_id)

    def recused_from(self, officer_id: str, case_ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(case_id for case_id in case_ids if officer_id in self.rows[case_id].recused)

    def of_clue(self, organ_id: str, clue_number: str) -> tuple[Any, ...]:
        wanted = (organ_id, clue_number)
        return tuple(deepcopy(each) for each in self.rows.values()
                     if (each.organ_id, each.clue_number) == wanted)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if _open(each) and officer_id in (
            each.member_ids if isinstance(each, JointMeeting) else each.holders))

    def about(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if officer_id and each.is_subject(officer_id))

    def without_panel(self) -> tuple[str, ...]:
        return tuple(each.case_id for each in self.rows.values() if _open(each) and not each.heard)

    def with_recusal_asked(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if each.awaits_recusal_answer)

    def after_appeal(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if each.appealed and not each.ended)

    def linked_to(self, filing_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values()
                     if filing_id in {linked.filing_id for linked in each.filings})

    def of_subject(self, subject: Subject) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values() if each.subject == subject)

    def open_of(self, organ_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values()
                     if each.organ_id == organ_id and (_open(each) or getattr(each, "open_appeal", "")))

    def editions(self) -> tuple[tuple[str, str], ...]:
        return tuple({(case.division_code, case.edition) for case in self.rows.values() if not case.ended})

    def claim(self, division_code: str, edition: str, most: int) -> tuple[Any, ...]:
        found = [case for case in self.rows.values()
                 if not case.ended and (case.division_code, case.edition) == (division_code, edition)]
        return tuple(deepcopy(case) for case in found[:most])


def _open(matter: Any) -> bool:
    return not (matter.over if isinstance(matter, JointMeeting) else matter.ended)


SEATS = {"Determination": "determinations", "JointMeeting": "meetings", "Appeal": "appeals",
         "ClueDisposal": "clues"}


@dataclass
class FakeCases(FakeSeat):
    """Reviews of filings by name, every other kind at its own seat."""

    determinations: FakeSeat = field(default_factory=FakeSeat)
    meetings: FakeSeat = field(default_factory=FakeSeat)
    appeals: FakeSeat = field(default_factory=FakeSeat)
    clues: FakeSeat = field(default_factory=FakeSeat)

    def put(self, aggregate: Any) -> None:
        seat = SEATS.get(type(aggregate).__name__)
        return getattr(self, seat).put(aggregate) if seat else super().put(aggregate)


class Untouched(Record):
    """Of which nothing is missing."""

    def after(self, what: str, **facts: str | int) -> Record:
        found = Record.after(self, what, **facts)
        return Untouched(found.session, found.lines, found.numbers)

    def is_whole(self, *_: Any) -> bool:
        return True


@dataclass
class FakeUnit:
    store: FakeCases
    told: list[Event]
    audits: list[tuple[str, str, dict[str, Any]]]
    written: list[dict[str, Any]]

    def audit(self, what: str, subject: str, **facts: Any) -> None:
        self.audits.append((what, subject, facts))
        self.written.append({"what": what, "subject": subject, "facts": facts})

    def record(self, subject: str) -> Record:
        """A ledger that nobody has touched."""
        return Untouched(None, tuple(each for each in self.written if each["subject"] == subject), ())

    def commit(self, *cases: Any, answer: Any = None) -> Any:
        for case in cases:
            told = [happening for _, happening in case.take_events()]
            self.told += told
            self.written += [{"what": each.type_name(), "subject": case.id} for each in told]
            self.store.put(case)
        return answer


@dataclass
class FakeContext:
    """`told` are the events of all commits, `units` how many transactions were opened."""

    actor: Actor = SYSTEM
    now: datetime = FILED_AT
    rules: Any = RULES
    store: FakeCases = field(default_factory=FakeCases)
    officers: tuple[OfficerView, ...] = tuple(view(each) for each in EVERYBODY)
    filings: dict[str, Any] = field(default_factory=dict)   # views that filing answers with, by id
    files: dict[str, Any] = field(default_factory=dict)     # by whom, by digest: as documents took them in
    unit_names: tuple[str, ...] = ()                        # of the one unit that identity knows
    elsewhere: tuple[str, ...] = ()                         # organs that have a unit by any other name
    ids: int = 0
    told: list[Event] = field(default_factory=list)
    audits: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    written: list[dict[str, Any]] = field(default_factory=list)    # the ledger's lines
    reads: list[tuple[str, str]] = field(default_factory=list)
    units: int = 0
    inside: bool = False

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield FakeUnit(self.store, self.told, self.audits, self.written)
        finally:
            self.inside = False

    @contextmanager
    def reading(self) -> Iterator[FakeCases]:
        yield self.store

    def ask(self, service: str, method: str, question: Any, answer: type) -> Any:
        assert not self.inside, "no call may be made inside a transaction"
        if (service, method, answer) == ("filing", "filing", FilingView):
            known = self.filings
            wanted = question.filing_id
        elif (service, method, answer) == ("documents", "attachment", AttachmentView):
            known, wanted = self.files.get(self.actor.officer_id, {}), question.sha256
        elif (service, method, answer) == ("identity", "officers", OfficersView):
            return OfficersView(officers=tuple(
                each for each in self.officers if each.organ_id == question.organ_id and each.active))
        elif (service, method, answer) == ("identity", "unit", UnitView):
            names = self.unit_names if question.name in self.unit_names else (question.name,)
            return UnitView(unit_id="", organ_id=question.organ_id, name=names[0], former_names=names[1:],
                            elsewhere=() if question.name in self.unit_names else self.elsewhere)
        else:
            assert (service, method, answer) == ("identity", "officer", OfficerView)
            known = {officer.officer_id: officer for officer in self.officers}
            wanted = question.officer_id
        if wanted not in known:
            raise CaseError("not_found")
        return known[wanted]

    def signed(self, _: str) -> bool:
        return True

    def audit_read(self, what: str, subject: str) -> None:
        self.reads.append((what, subject))

    def new_id(self) -> str:
        self.ids += 1
        return f"id{self.ids}"

    def sit(self, actor: Actor, now: datetime | None = None) -> "FakeContext":
        """Another person acts."""
        self.actor, self.now = actor, now or self.now
        return self
