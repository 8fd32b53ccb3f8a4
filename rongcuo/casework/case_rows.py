"""What every case's row has: columns, indices, and the parts of its content."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, Integer, RowMapping, String

from rongcuo.casework.case import Case
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Recusal
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.types import Derived, Json, Moment
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump, load
from rongcuo.policy.clock import DeadlineClock

AS_THEY_ARE = (
    "id", "version", "number", "title", "organ_id", "first_organ_id", "division_code", "pack_id", "since",
    "late", "edition", "opened_at", "decided_at", "due_at", "provisional", "stage",
)


def number_order() -> Column[Any]:
    """What sets rows in the order of numbers such as 容认〔2026〕2号: by series and year, 2号 before 10号."""
    return Column("number_order", String(128), Derived(
        "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number"))


def case_columns() -> tuple[Column[Any], ...]:
    """Columns of their own for each table."""
    return (
        Column("id", String(64), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("number", String(96), nullable=False),
        Column("title", String(200), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("first_organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("pack_id", String(64), nullable=False, index=True),
        Column("state", String(30), nullable=False),
        Column("stage", String(64), nullable=False),
        Column("since", Moment, nullable=False),
        Column("late", Boolean, nullable=False),
        Column("edition", String(64), nullable=False),
        Column("opened_at", Moment, nullable=False),
        Column("decided_at", Moment),
        Column("content", Json, nullable=False),
        # What follows from the above, for the database to search, count and sort.
        Column("ended", Boolean, nullable=False),
        Column("due_at", Moment, nullable=False),
        Column("provisional", Boolean, nullable=False),
        Column("suspended", Boolean, nullable=False),
        number_order(),
        key_column(),
    )


def case_row(case: Any) -> dict[str, Any]:
    """What every case's columns hold, but its content."""
    return {name: getattr(case, name) for name in AS_THEY_ARE} | {
        "state": case.state.value, "ended": case.ended, "suspended": case.clock.suspended}


def case_content(case: Case) -> dict[str, Any]:
    """What every case keeps in its content."""
    return {
        "clock": case.clock.to_dict(),
        "team": [[holder.officer_id, holder.name] for holder in case.team],
        "recusals": [[each.officer_id, each.name, each.ground.value, each.reason, each.at.isoformat()]
                     for each in case.recusals],
        "history": [dump(entry) for entry in case.history],
        "keys_apart": sorted(case.keys_apart),
    }


def case_of(row: RowMapping) -> dict[str, Any]:
    """The fields that every case has in its columns and its content."""
    return {name: row[name] for name in AS_THEY_ARE} | parts_of(row["content"])


def parts_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that every case keeps in its content."""
    return {
        "clock": DeadlineClock.from_dict(content["clock"]),
        "team": tuple(Holder(*each) for each in content["team"]),
        "recusals": recusals_of(content),
        "history": tuple(load(HistoryEntry, entry, tolerant=True) for entry in content["history"]),
        "keys_apart": frozenset(content.get("keys_apart", ())),     # rows of before know none
    }


def recusals_of(content: Mapping[str, Any]) -> tuple[Recusal, ...]:
    """Who is barred in a case."""
    return tuple(_recusal_of(*each) for each in content["recusals"])


def _recusal_of(officer_id: str, name: str, ground: str, reason: str, at: str) -> Recusal:
    return Recusal(officer_id, name, RecusalGround(ground), reason, datetime.fromisoformat(at))
