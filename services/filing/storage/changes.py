"""Changes of filings as rows: their table, mapping, repository, and row scope in SQL."""

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.repository import RevisedRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import ChangeContent, ChangeState, FiledTerms, HistoryEntry, Supervisor
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.policy.clock import DeadlineClock
from rongcuo.texts.folding import search_key
from services.filing.access import changes as access
from services.filing.domain.change import FilingChange
from services.filing.storage.metadata import METADATA

table: Final = Table(
    "filing_change", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),     # counts the writes of this row
    Column("version", Integer, nullable=False),      # counts the events it has told
    Column("edits", Integer, nullable=False),        # counts the changes that no event tells
    Column("filing_id", String(64), nullable=False),
    Column("number", String(96), nullable=False),
    Column("filing_number", String(96), nullable=False),
    Column("title", String(200), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("first_organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("filer_name", String(200), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("pack_id", String(64), nullable=False, index=True),
    Column("proposer_id", String(64), nullable=False),
    Column("proposer_name", String(200), nullable=False),
    Column("state", String(30), nullable=False),
    Column("since", Moment, nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", String(64), nullable=False),
    Column("decided_by_name", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rests_on", String(64), nullable=False),
    Column("objection_until", Date),
    Column("content", Json, nullable=False),
    # What follows from the above, for the database to search and to count.
    Column("pending", Boolean, nullable=False),
    Column("pending_of", String(64), unique=True),   # its filing, while it waits: one of each
    Column("apart", Text, nullable=False),           # ids of officers, each between commas
    Column("reviewer_id", String(64), nullable=False),
    Column("reviewer_name", String(200), nullable=False),
    key_column(),
)
found_by_grams(table)
c: Final = table.c
OWNERSHIP: Final = Ownership(c.organ_id, c.division_code, c.filer_id, c.unit_key, c.first_organ_id)
Index("filing_change_of_filing", c.filing_id, c.proposed_at)
Index("filing_change_of_organ", c.organ_id, c.proposed_at, c.id)
Index("filing_change_of_division", c.division_code, c.proposed_at, c.id)
Index("filing_change_of_filer", c.filer_id, c.proposed_at, c.id)
Index("filing_change_of_reviewer", c.reviewer_id, c.id)
open_since(table, c.pending)

AS_THEY_ARE: Final = (
    "id", "version", "edits", "filing_id", "number", "filing_number", "title", "organ_id", "first_organ_id",
    "division_code", "filer_id", "filer_name", "unit", "pack_id", "proposer_id", "proposer_name", "since",
    "proposed_at", "decided_at", "decided_by", "decided_by_name", "digest", "rests_on", "objection_until")
WORDS: Final = ("opinion", "reasons", "objection")


def row_of(change: FilingChange) -> dict[str, Any]:
    """The row that holds one."""
    return {name: getattr(change, name) for name in AS_THEY_ARE} | {
        "state": change.state.value, "unit_key": unit_key(change.unit), "pending": change.pending,
        "pending_of": change.filing_id if change.pending else None,
        "apart": "".join(f"{each}," for each in ("", *sorted(change.apart))),
        "reviewer_id": change.reviewer.officer_id if change.reviewer else "",
        "reviewer_name": change.reviewer.name if change.reviewer else "",
        "content": {name: getattr(change, name) for name in WORDS} | {
            "said": dump(change.content), "before": dump(change.before), "clock": change.clock.to_dict(),
            "history": [dump(each) for each in change.history]},
        "sought": search_key(change.title, change.number, change.unit, change.filer_name)}


def change_of(row: RowMapping) -> FilingChange:
    """The one that a row holds."""
    content = row["content"]
    reviewer = Supervisor(officer_id=row["reviewer_id"], name=row["reviewer_name"])
    return FilingChange(
        **{name: row[name] for name in AS_THEY_ARE}, **{name: content[name] for name in WORDS},
        state=ChangeState(row["state"]), content=load(ChangeContent, content["said"], tolerant=True),
        before=load(FiledTerms, content["before"], tolerant=True),
        clock=DeadlineClock.from_dict(content["clock"]),
        reviewer=reviewer if reviewer.officer_id else None,
        apart=tuple(each for each in row["apart"].split(",") if each),
        history=tuple(load(HistoryEntry, each, tolerant=True) for each in content["history"]))


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.within` says of one, said of all rows at once."""
    free = ~c.apart.contains(f",{actor.officer_id},", autoescape=True)
    return shown(access.scopes(actor), actor, OWNERSHIP, free)


class ChangeRepository(RevisedRepository[FilingChange]):
    """The repository (ports.Changes) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, change_of)

    def of_filing(self, filing_id: str) -> tuple[FilingChange, ...]:
        wanted = select(table).where(c.filing_id == filing_id).order_by(c.proposed_at, c.id)
        return tuple(self.all(wanted.with_for_update()))

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        held = select(c.id).where(c.pending, c.reviewer_id == officer_id).order_by(c.id)
        return tuple(self.session.scalars(held))
