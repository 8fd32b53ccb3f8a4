"""Appeals as rows."""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    RowMapping,
    String,
    Table,
    Text,
    and_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.case_repository import CaseRepository
from rongcuo.casework.case_rows import case_columns, case_content, case_of, case_row
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import AppealState, Opinion, Outcome, Subject
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.determination.domain.appeal import Appeal, Opinions
from services.determination.storage.metadata import COUNTERS, METADATA

table: Final = Table(
    "appeal", METADATA, *case_columns(),
    Column("case_id", String(64), ForeignKey("determination.id"), nullable=False),
    Column("decision_id", String(96), nullable=False),
    Column("unheard", Boolean, nullable=False),    # open, and without a complete panel
    Column("engaged", Text, nullable=False, server_default=""),     # ids of officers, each between commas
)
found_by_grams(table)
c: Final = table.c
Index("appeal_of_case", c.case_id, c.opened_at)
Index("appeal_unheard", c.case_id, postgresql_where=c.unheard, sqlite_where=c.unheard)
Index("appeal_due", c.ended, c.due_at, c.id)
Index("appeal_newest", c.ended, c.opened_at, c.number_order, c.id)
Index("appeal_edition", c.ended, c.division_code, c.edition)
open_since(table)


def is_work_of(actor: Actor) -> ColumnElement[bool]:
    """Whether an appeal is open, and the actor had no hand in what it is against."""
    return and_(~c.ended, ~c.engaged.contains(f",{actor.officer_id},", autoescape=True))


class AppealRepository(CaseRepository[Appeal]):
    """The repository of appeals (ports.Appeals) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, _row_of, _appeal_of)

    def of_case(self, case_id: str) -> tuple[Appeal, ...]:
        return tuple(self.all(select(table).where(c.case_id == case_id).order_by(c.opened_at, c.id)))

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        """Few are open at once, and who sits on a panel is in their content."""
        found = self.all(select(table).where(~c.ended))
        return tuple(each.id for each in found if officer_id in each.holders)

    def without_panel(self) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.case_id).where(c.unheard)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "appeal", organ_id, year)


def _row_of(appeal: Appeal) -> dict[str, Any]:
    return case_row(appeal) | {
        "case_id": appeal.case_id, "decision_id": appeal.decision_id,
        "unheard": not (appeal.ended or appeal.heard),
        "engaged": "".join(f"{each}," for each in ("", *appeal.engaged)),
        "sought": search_key(appeal.number, appeal.title, appeal.subject.name, appeal.subject.unit),
        "content": case_content(appeal) | {
            "former": appeal.former.value, "subject": dump(appeal.subject), "grounds": appeal.grounds,
            "barred": list(appeal.barred), "attachments": [dump(each) for each in appeal.attachments],
            "opinions": {each: dump(said) for each, said in appeal.opinions.held.items()},
            "upheld": appeal.upheld, "reasons": appeal.reasons,
            "outcome": appeal.outcome.value if appeal.outcome else None}}


def _appeal_of(row: RowMapping) -> Appeal:
    content = row["content"]
    return Appeal(
        **case_of(row), case_id=row["case_id"], decision_id=row["decision_id"],
        state=AppealState(row["state"]), former=Outcome(content["former"]),
        subject=load(Subject, content["subject"], tolerant=True), grounds=content["grounds"],
        barred=tuple(content["barred"]), engaged=tuple(filter(None, row["engaged"].split(","))),
        upheld=content["upheld"], reasons=content["reasons"],
        attachments=tuple(load(AttachmentRef, each, tolerant=True)
                          for each in content.get("attachments", ())),
        opinions=Opinions({each: load(Opinion, said, tolerant=True)
                           for each, said in content.get("opinions", {}).items()}),
        outcome=Outcome(content["outcome"]) if content["outcome"] else None)
