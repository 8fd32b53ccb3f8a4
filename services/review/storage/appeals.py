"""Appeals as rows."""

from typing import Any, Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, RowMapping, String, Table, select

from rongcuo.casework.counters import next_number
from rongcuo.contracts.determination import AppealState, Opinion, Outcome, Subject
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.message import dump, load
from rongcuo.texts.folding import search_key
from services.review.domain.appeal import Appeal, Opinions
from services.review.storage.matters import matter_columns, matter_content, matter_of, matter_row
from services.review.storage.metadata import COUNTERS, METADATA
from services.review.storage.seat import MatterRows

table: Final = Table(
    "appeal", METADATA, *matter_columns(),
    Column("case_id", String(64), ForeignKey("determination.id"), nullable=False),
    Column("decision_id", String(96), nullable=False),
    Column("unheard", Boolean, nullable=False),    # open, and without a complete panel
)
c: Final = table.c
Index("appeal_of_case", c.case_id, c.opened_at)
Index("appeal_unheard", c.case_id, postgresql_where=c.unheard, sqlite_where=c.unheard)
Index("appeal_due", c.ended, c.due_at, c.id)
Index("appeal_edition", c.ended, c.division_code, c.edition)


class AppealRows(MatterRows[Appeal]):
    """The seat of appeals (ports.Appeals) on one session."""

    table = table

    def of_case(self, case_id: str) -> tuple[Appeal, ...]:
        wanted = select(table).where(c.case_id == case_id).order_by(c.opened_at, c.id)
        return tuple(self.matter_of(row) for row in self.session.execute(wanted).mappings())

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        """Few are open at once, and who sits on a panel is in their content."""
        found = self.session.execute(select(table).where(~c.ended)).mappings()
        return tuple(each.id for each in map(self.matter_of, found) if officer_id in each.holders)

    def without_panel(self) -> tuple[str, ...]:
        return tuple(self.session.scalars(select(c.case_id).where(c.unheard)))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "appeal", organ_id, year)

    def row_of(self, matter: Appeal) -> dict[str, Any]:
        return matter_row(matter) | {
            "case_id": matter.case_id, "decision_id": matter.decision_id,
            "unheard": not (matter.ended or matter.heard),
            "sought": search_key(matter.number, matter.title, matter.subject.name, matter.subject.unit),
            "content": matter_content(matter) | {
                "former": matter.former.value, "subject": dump(matter.subject), "grounds": matter.grounds,
                "barred": list(matter.barred), "attachments": [dump(each) for each in matter.attachments],
                "opinions": {each: dump(said) for each, said in matter.opinions.held.items()},
                "upheld": matter.upheld, "reasons": matter.reasons,
                "outcome": matter.outcome.value if matter.outcome else None}}

    def matter_of(self, row: RowMapping) -> Appeal:
        content = row["content"]
        return Appeal(
            **matter_of(row), case_id=row["case_id"], decision_id=row["decision_id"],
            state=AppealState(row["state"]), former=Outcome(content["former"]),
            subject=load(Subject, content["subject"], tolerant=True), grounds=content["grounds"],
            barred=tuple(content["barred"]), upheld=content["upheld"], reasons=content["reasons"],
            attachments=tuple(load(AttachmentRef, each, tolerant=True)
                              for each in content.get("attachments", ())),
            opinions=Opinions({each: load(Opinion, said, tolerant=True)
                               for each, said in content.get("opinions", {}).items()}),
            outcome=Outcome(content["outcome"]) if content["outcome"] else None)
