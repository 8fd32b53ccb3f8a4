"""The later lives of filings as rows: their table, mapping, repository, and row scope in SQL."""

from datetime import date
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
    and_,
    or_,
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
from rongcuo.contracts.filing import (
    Checkpoint,
    Deviation,
    FiledPeriod,
    FilingRetrospective,
    HistoryEntry,
    MatterEvaluation,
    Meddling,
    OutcomeRecord,
    OversightClosing,
    OversightState,
    ProgressReport,
    Supervisor,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.texts.folding import search_key
from services.filing.access import oversights as access
from services.filing.domain import Filing
from services.filing.domain.oversight import Oversight, next_due
from services.filing.domain.oversight.facts import is_awaited, is_open
from services.filing.storage.metadata import METADATA

table: Final = Table(
    "filing_oversight", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),     # counts the writes of this row
    Column("version", Integer, nullable=False),      # counts the events it has told
    Column("edits", Integer, nullable=False),        # counts the changes that no event tells
    Column("filing_id", String(64), nullable=False),
    Column("number", String(96), nullable=False),
    Column("title", String(200), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("first_organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("filer_name", String(200), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("pack_id", String(64), nullable=False, index=True),
    Column("state", String(30), nullable=False),
    Column("since", Moment, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("planned", Boolean, nullable=False),
    Column("content", Json, nullable=False),
    # What follows from the above, for the database to search and to count.
    Column("apart", Text, nullable=False),           # ids of officers, each between commas
    Column("supervisors", Text, nullable=False),     # the same, of those who are still to look
    Column("officer_id", String(64), nullable=False),    # empty where they have left
    Column("due_on", Date),                          # null where nothing is to be done
    Column("stage", String(64), nullable=False),
    Column("deviations", Integer, nullable=False),   # that are not corrected
    key_column(),
)
found_by_grams(table)
o: Final = table.c
OWNERSHIP: Final = Ownership(o.organ_id, o.division_code, o.filer_id, o.unit_key, o.first_organ_id)
Index("filing_oversight_of_filing", o.filing_id, unique=True)
Index("filing_oversight_of_organ", o.organ_id, o.opened_at, o.id)
Index("filing_oversight_of_division", o.division_code, o.opened_at, o.id)
Index("filing_oversight_of_filer", o.filer_id, o.opened_at, o.id)
Index("filing_oversight_of_officer", o.officer_id, o.id)
Index("filing_oversight_due", o.due_on, o.id)
open_since(table, o.due_on.is_not(None))

AS_THEY_ARE: Final = (
    "id", "version", "edits", "filing_id", "number", "title", "organ_id", "first_organ_id", "division_code",
    "filer_id", "filer_name", "unit", "pack_id", "since", "opened_at", "valid_until", "planned")
LISTS: Final[dict[str, type[Any]]] = {
    "checkpoints": Checkpoint, "progress": ProgressReport, "deviations": Deviation, "meddlings": Meddling,
    "periods": FiledPeriod, "evaluations": MatterEvaluation, "outcomes": OutcomeRecord,
    "retrospectives": FilingRetrospective, "history": HistoryEntry}
DAYS: Final = ("act_from", "act_until", "plan_due_on", "evaluate_by", "second_look_on")
PARTS: Final[dict[str, type[Any]]] = {"officer": Supervisor, "closing": OversightClosing}


def row_of(matter: Oversight) -> dict[str, Any]:
    """The row that holds one."""
    due, awaited = next_due(matter), [each for each in matter.checkpoints if is_awaited(each)]
    return {name: getattr(matter, name) for name in AS_THEY_ARE} | {
        "state": matter.state.value, "unit_key": unit_key(matter.unit), "content": _content_of(matter),
        "apart": _between_commas(matter.apart),
        "supervisors": _between_commas({each.officer_id for one in awaited for each in one.supervisors}),
        "officer_id": matter.officer.officer_id if matter.officer else "",
        "due_on": due.on if due else None, "stage": due.stage if due else "",
        "deviations": sum(map(is_open, matter.deviations)),
        "sought": search_key(matter.title, matter.number, matter.unit, matter.filer_name)}


def _content_of(matter: Oversight) -> dict[str, Any]:
    return {name: [dump(each) for each in getattr(matter, name)] for name in LISTS} | {
        name: day.isoformat() if (day := getattr(matter, name)) else None for name in DAYS} | {
        name: dump(part) if (part := getattr(matter, name)) else None for name in PARTS}


def oversight_of(row: RowMapping) -> Oversight:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {name: row[name] for name in AS_THEY_ARE}
    facts |= {name: tuple(load(kind, each, tolerant=True) for each in content.get(name, ()))
              for name, kind in LISTS.items()}
    facts |= {name: date.fromisoformat(day) if (day := content.get(name)) else None for name in DAYS}
    facts |= {name: load(kind, content[name], tolerant=True) if content[name] else None
              for name, kind in PARTS.items()}
    return Oversight(**facts, state=OversightState(row["state"]),
                     apart=tuple(each for each in row["apart"].split(",") if each))


def _between_commas(ids: Any) -> str:
    return "".join(f"{each}," for each in ("", *sorted(ids)))


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.within` says of one, said of all rows at once."""
    free = ~o.apart.contains(f",{actor.officer_id},", autoescape=True)
    return shown(access.scopes(actor), actor, OWNERSHIP, free)


def looked_at_by(officer_id: str) -> ColumnElement[bool]:
    """Those of which the officer still has to look at something."""
    return and_(o.due_on.is_not(None), o.supervisors.contains(f",{officer_id},", autoescape=True))


class OversightRepository(RevisedRepository[Oversight]):
    """The repository (ports.Oversights) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, table, row_of, oversight_of)

    def find_of(self, filing: Filing) -> Oversight | None:
        wanted = select(table).where(o.filing_id == filing.id).with_for_update()
        return next(iter(self.all(wanted)), None)

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        theirs = or_(looked_at_by(officer_id), o.officer_id == officer_id)
        return tuple(self.session.scalars(select(o.id).where(theirs).order_by(o.id)))
