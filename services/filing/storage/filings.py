"""Filings as rows: tables, mapping, repository, and row scope in SQL."""

import json
from collections.abc import Mapping
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
    Subquery,
    Table,
    Text,
    and_,
    cast,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.census import Census, Fact, as_is
from rongcuo.casework.counters import counter_table, next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.repository import RevisedRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.statements import advisory_lock, insert
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FiledVersion, FilingContent, FilingState, HistoryEntry
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.policy.clock import DeadlineClock
from rongcuo.texts.folding import search_key
from services.filing import access
from services.filing.domain import OPEN, RECEIVED, Filing, Series
from services.filing.domain.voiding import Voiding
from services.filing.storage.metadata import METADATA
from services.filing.storage.recusals import barring, write_recusals

filings: Final = Table(
    "filing", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),     # counts the writes of this row
    Column("version", Integer, nullable=False),      # counts the events it has told
    Column("edits", Integer, nullable=False),        # counts the changes that no event tells
    Column("state", String(30), nullable=False),
    Column("state_since", Moment, nullable=False),
    Column("number", String(96), nullable=False),
    Column("register_number", String(96), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("first_organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("filer_name", String(200), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("pack_id", String(64), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("reasons", Text, nullable=False),
    Column("whitelisted", Boolean, nullable=False),
    Column("may_be_whitelisted", Boolean, nullable=False),
    Column("drafted_at", Moment, nullable=False),
    Column("submitted_at", Moment),
    Column("decided_at", Moment),
    Column("review_due_at", Moment),
    Column("review_due_provisional", Boolean, nullable=False),
    Column("supplement_due_at", Moment),
    Column("objection_until", Date),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("content", Json, nullable=False),
    Column("superseded", Json, nullable=False),
    Column("recused", Text, nullable=False),         # ids of officers, each between commas
    Column("voided_by", Json),                       # null where no determination does
    Column("versions", Json),                        # null while nothing was changed
    Column("classes", Json),                         # null where it is of none
    Column("clock", Json),
    Column("history", Json, nullable=False),
    # What follows from the above, for the database to search, count and guard.
    Column("matter_key", String(64), unique=True),
    Column("title", String(200), nullable=False),
    Column("situation", String(64), nullable=False),
    Column("households", Integer, nullable=False),
    Column("dated_at", Moment, nullable=False),
    Column("void_by", String(96), nullable=False),
    Column("void_because", String(2000), nullable=False),
    key_column(),
)
found_by_grams(filings)
f: Final = filings.c
OWNERSHIP: Final = Ownership(f.organ_id, f.division_code, f.filer_id, f.unit_key, f.first_organ_id)
Index("filing_dated", f.dated_at, f.id)
Index("filing_of_organ", f.organ_id, f.dated_at, f.id)
Index("filing_of_division", f.division_code, f.dated_at, f.id)
Index("filing_of_filer", f.filer_id, f.dated_at, f.id)
Index("filing_of_unit", f.first_organ_id, f.unit_key, f.dated_at)
Index("filing_in_state", f.state, f.id)
Index("filing_valid_until", f.state, f.valid_until)
open_since(filings, f.state.in_(sorted(OPEN)), "state_since")
for _number in (f.number, f.register_number):
    _given = _number != ""
    Index(f"filing_{_number.name}", _number, unique=True, sqlite_where=_given, postgresql_where=_given)

CENSUS: Final = Census("filing_census", METADATA, OWNERSHIP, {
    "state": as_is(f.state), "situation": as_is(f.situation)}, adds=(f.households,),
    within=Fact(f.state.in_(sorted(RECEIVED)), lambda row: row["state"] in RECEIVED))

counters: Final = counter_table("filing_counter", METADATA, longest_series=8)

AS_THEY_ARE = (
    "id", "version", "edits", "state_since", "number", "register_number", "organ_id", "first_organ_id",
    "division_code", "filer_id", "filer_name", "unit", "pack_id", "digest", "reasons", "whitelisted",
    "may_be_whitelisted", "drafted_at", "submitted_at", "decided_at", "review_due_at",
    "review_due_provisional", "supplement_due_at", "objection_until", "valid_from", "valid_until",
)


def row_of(filing: Filing) -> dict[str, Any]:
    """The row that holds a filing."""
    return {name: getattr(filing, name) for name in AS_THEY_ARE} | {
        "state": filing.state.value,
        "unit_key": unit_key(filing.unit),
        "recused": "".join(f"{each}," for each in ("", *filing.recused)),
        "content": dump(filing.content),
        "superseded": [dump(content) for content in filing.superseded],
        "voided_by": dict(filing.voiding.found) or None,
        "void_by": filing.voiding.by,
        "void_because": filing.voiding.because,
        "versions": [dump(each) for each in filing.versions] or None,
        "classes": _classes_of(filing),
        "clock": filing.clock.to_dict() if filing.clock else None,
        "history": [dump(entry) for entry in filing.history],
        "matter_key": filing.matter_key,
        "title": filing.content.title,
        "situation": filing.content.situation,
        "households": filing.content.beneficiaries.households,
        "dated_at": filing.submitted_at or filing.drafted_at,
        "sought": search_key(filing.content.title, filing.number, filing.register_number, filing.unit,
                             filing.filer_name),
    }


def _classes_of(filing: Filing) -> dict[str, Any] | None:
    found = {"watched": list(filing.watched), "no_file": filing.no_file_class}
    return found if any(found.values()) else None


def filing_of(row: RowMapping) -> Filing:
    """The filing that a row holds."""
    classes = row["classes"] or {}
    return Filing(
        **{name: row[name] for name in AS_THEY_ARE},
        state=FilingState(row["state"]),
        recused=tuple(each for each in row["recused"].split(",") if each),
        content=load(FilingContent, row["content"], tolerant=True),
        superseded=tuple(load(FilingContent, content, tolerant=True) for content in row["superseded"]),
        voiding=Voiding({number: tuple(items) for number, items in (row["voided_by"] or {}).items()}),
        versions=tuple(load(FiledVersion, each, tolerant=True) for each in row["versions"] or ()),
        watched=tuple(classes.get("watched", ())), no_file_class=classes.get("no_file", ""),
        clock=DeadlineClock.from_dict(row["clock"]) if row["clock"] else None,
        history=tuple(load(HistoryEntry, entry, tolerant=True) for entry in row["history"]),
    )


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.within` says of one filing, said of all rows at once."""
    return _shown(access.scopes(actor), actor)


def by_post(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees_by_post` says of one."""
    return _shown(access.scopes(actor) - {Scope.OWN_UNIT}, actor)


def _shown(scopes: frozenset[Scope], actor: Actor) -> ColumnElement[bool]:
    free = f.id.not_in(barring(actor.officer_id))
    return shown(scopes, actor, OWNERSHIP, and_(f.state.in_(sorted(RECEIVED)), free))


def counted_for(actor: Actor) -> Subquery:
    """Lines of the census that sum up to the received filings that the actor sees."""
    return CENSUS.seen_by(access.scopes(actor), actor, f.id.in_(barring(actor.officer_id)))


class FilingRepository(RevisedRepository[Filing]):
    """The repository of filings on one session."""

    census = CENSUS

    def __init__(self, session: Session) -> None:
        super().__init__(session, filings, row_of, filing_of)
        self._put: list[Filing] = []

    def claim_run_out(self, before: date, most: int) -> list[Filing]:
        run_out = and_(f.state == FilingState.ACCEPTED.value, f.valid_until < before)
        return self.all(
            select(filings).where(run_out).order_by(f.id).limit(most).with_for_update(skip_locked=True))

    def numbered(self, numbers: tuple[str, ...], void_by: str) -> list[Filing]:
        named = cast(f.voided_by, Text).contains(json.dumps(void_by, ensure_ascii=False), autoescape=True)
        wanted = or_(f.number.in_(numbers), and_(f.void_by != "", named))
        return self.all(select(filings).where(wanted).order_by(f.id).with_for_update())

    def active_twin(self, filing: Filing) -> Filing | None:
        same = select(filings).where(f.matter_key == filing.own_key, f.id != filing.id)
        return next(iter(self.all(same.with_for_update())), None)

    def write(self, row: Mapping[str, Any], before: int) -> bool:
        """A new one goes with the commit: what the database refuses is told by `refusal`."""
        if before:
            return super().write(row, before)
        insert(self.session, filings, row)
        return True

    def put(self, aggregate: Filing) -> None:
        self._put.append(aggregate)
        super().put(aggregate)
        write_recusals(self.session, aggregate)

    def refusal(self) -> CaseError | None:
        """Another filing of the matter is in the way of both insert and update."""
        found = (self._twin(each, frozenset({each.matter_key} - {None})) for each in self._put)
        return next(filter(None, found), None)

    def require_new(self, filing: Filing, keys: frozenset[str]) -> None:
        if len(keys) > 1:       # of a single one the unique index takes care
            advisory_lock(self.session, filings, sorted(keys))
            if refusal := self._twin(filing, keys):
                raise refusal

    def next_number(self, series: Series, organ_id: str, year: int) -> int:
        return next_number(self.session, counters, series.value, organ_id, year)

    def _twin(self, filing: Filing, keys: frozenset[str | None]) -> CaseError | None:
        same = and_(f.matter_key.in_(keys), f.id != filing.id)
        earlier = self.session.scalar(select(f.number).where(same))
        return CaseError("filing.duplicate_matter", details={"number": earlier}) if earlier else None
