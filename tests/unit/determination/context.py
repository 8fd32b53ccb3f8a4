"""What determination keeps in dictionaries, one for each kind, and the other services as lists."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rongcuo.casework.apart import known_by
from rongcuo.chassis.ledger.record import Record
from rongcuo.contracts.clarify import Clues, ClueView
from rongcuo.contracts.clarify.operations import CLUE, CLUES
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.identity import OfficerView, UnitView
from rongcuo.contracts.identity.operations import UNIT
from rongcuo.contracts.operation import Operation
from services.determination.domain.determination.recusal_applications import awaits_recusal_answer
from services.determination.domain.meeting import JointMeeting
from tests.unit.casework import context
from tests.unit.review.scene import EVERYBODY, FILED_AT, view


@dataclass
class FakeRepository(context.FakeRepository):
    """Of any kind of case, meeting, appeal or disposal."""

    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    void: dict[str, str] = field(default_factory=dict)

    def note_void(self, filing_id: str, void_by: str) -> None:
        self.void[filing_id] = void_by

    def void_by(self, filing_id: str) -> str:
        return self.void.get(filing_id, "")

    def next_number(self, organ_id: str, year: int) -> int:
        self.numbers[organ_id, year] = self.numbers.get((organ_id, year), 0) + 1
        return self.numbers[organ_id, year]

    def of_case(self, case_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values() if each.case_id == case_id)

    def closed_to(self, somebody: Any, case_ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(case_id for case_id in case_ids if self.rows[case_id].is_apart(somebody))

    def of_report(self, report_id: str) -> tuple[Any, ...]:
        return tuple(deepcopy(each) for each in self.rows.values()
                     if report_id and each.report_id == report_id)

    read_of_report = of_report

    def of_clue(self, organ_id: str, clue_number: str) -> tuple[Any, ...]:
        wanted = (organ_id, clue_number)
        return tuple(deepcopy(each) for each in self.rows.values()
                     if (each.organ_id, each.clue_number) == wanted)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if _open(each) and officer_id in (
            each.attendance.member_ids if isinstance(each, JointMeeting) else each.holders))

    def about(self, officer_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if officer_id and each.is_subject(officer_id))

    def without_panel(self) -> tuple[str, ...]:
        return tuple(each.case_id for each in self.rows.values() if _open(each) and not each.heard)

    def with_recusal_asked(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.rows.values() if awaits_recusal_answer(each))

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


def _open(matter: Any) -> bool:
    return not (matter.over if isinstance(matter, JointMeeting) else matter.ended)


KINDS = {"Determination": "determinations", "JointMeeting": "meetings", "Appeal": "appeals",
         "ClueDisposal": "clues"}


@dataclass
class FakeStorage:
    """Every kind has its own."""

    determinations: FakeRepository = field(default_factory=FakeRepository)
    meetings: FakeRepository = field(default_factory=FakeRepository)
    appeals: FakeRepository = field(default_factory=FakeRepository)
    clues: FakeRepository = field(default_factory=FakeRepository)

    def put(self, aggregate: Any) -> None:
        getattr(self, KINDS[type(aggregate).__name__.removeprefix("Fake")]).put(aggregate)


class Untouched(Record):
    """Of which nothing is missing."""

    def after(self, what: str, **facts: str | int) -> Record:
        found = Record.after(self, what, **facts)
        return Untouched(found.session, found.lines, found.numbers)

    def is_whole(self, *_: Any) -> bool:
        return True


@dataclass
class FakeUnit(context.FakeUnit):
    """`written` are the ledger's lines, which nobody has touched."""

    written: list[dict[str, Any]]

    def audit(self, what: str, subject: str, **facts: Any) -> None:
        super().audit(what, subject, **facts)
        self.written.append({"what": what, "subject": subject, "facts": facts})

    def record(self, subject: str) -> Record:
        return Untouched(None, tuple(each for each in self.written if each["subject"] == subject), ())

    def commit(self, *aggregates: Any, answer: Any = None) -> Any:
        self.written += [{"what": happening.type_name(), "subject": each.id}
                         for each in aggregates for _, happening in each.happened]
        return super().commit(*aggregates, answer=answer)


@dataclass
class FakeContext(context.FakeContext):
    """Filing answers with `filings` by their id, documents with `files` by who uploaded them and their
    digest, clarify with `reports` by their id; identity knows one unit, by `unit_names`, and organs that have
    a unit of any other name."""

    officers: tuple[OfficerView, ...] = tuple(map(view, EVERYBODY))
    now: datetime = FILED_AT
    store: FakeStorage = field(default_factory=FakeStorage)
    filings: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Any] = field(default_factory=dict)
    reports: dict[str, ClueView] = field(default_factory=dict)
    unit_names: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    written: list[dict[str, Any]] = field(default_factory=list)

    @contextmanager
    def unit(self) -> Iterator[FakeUnit]:
        self.units, self.inside = self.units + 1, True
        try:
            yield FakeUnit(self.store, self.told, self.audits, self.written)
        finally:
            self.inside = False

    def ask(self, operation: Operation[Any, Any], question: Any) -> Any:
        if operation is FILING:
            known, wanted = self.filings, question.filing_id
        elif operation is ATTACHMENT:
            known, wanted = self.files.get(self.actor.officer_id, {}), question.sha256
        elif operation is CLUE:
            known, wanted = self.reports, question.report_id
        elif operation is CLUES:
            found = tuple(each for each in self.reports.values() if each.number == question.number)
            seen = tuple(each for each in found if known_by(self.actor).isdisjoint(each.keys_apart))
            return Clues(organs=tuple(each.organ_id for each in found), clues=seen)
        elif operation is UNIT:
            named = question.name in self.unit_names
            names = self.unit_names if named else (question.name,)
            return UnitView(unit_id="", organ_id=question.organ_id, name=names[0], former_names=names[1:],
                            elsewhere=() if named else self.elsewhere)
        else:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        if wanted not in known:
            raise CaseError("not_found")
        return known[wanted]

    def signed(self, _: str) -> bool:
        return True
