"""Remarks on people's records, requests for correction, and years of return visits."""

from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0005"
down_revision = "followup_0004"
REMARK, TABLE, YEAR = "followup_record_remark", "followup_correction", "followup_year"


def _case_columns() -> tuple[Column[Any], ...]:
    """What every case had when this was written."""
    return (
        Column("id", String(64), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("number", String(96), nullable=False),
        Column("title", String(200), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("first_organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("pack_id", String(64), nullable=False),
        Column("state", String(30), nullable=False),
        Column("stage", String(64), nullable=False),
        Column("since", Moment, nullable=False),
        Column("late", Boolean, nullable=False),
        Column("edition", String(64), nullable=False),
        Column("opened_at", Moment, nullable=False),
        Column("decided_at", Moment),
        Column("content", Json, nullable=False),
        Column("ended", Boolean, nullable=False),
        Column("due_at", Moment, nullable=False),
        Column("provisional", Boolean, nullable=False),
        Column("suspended", Boolean, nullable=False),
        Column("number_order", String(128), Derived(
            "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number")),
        Column("sought", Text, nullable=False),
    )


def upgrade() -> None:
    op.create_table(
        REMARK,
        Column("id", String(64), primary_key=True),
        Column("person_id", String(64), nullable=False),
        Column("at", Moment, nullable=False),
        Column("content", Json, nullable=False),
    )
    op.create_index(f"{REMARK}_of_person", REMARK, ["person_id", "at"])
    op.create_table(
        TABLE, *_case_columns(),
        Column("person_id", String(64), nullable=False),
        Column("matter_id", String(64), nullable=False),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in (
            ("of_organ", ["organ_id", "ended", "due_at", "id"]), ("theirs", ["person_id", "opened_at"]),
            ("about", ["matter_id"]),
            ("edition", ["ended", "division_code", "edition"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    op.create_table(
        f"{TABLE}_apart",
        Column("case_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index(f"{TABLE}_apart_who", f"{TABLE}_apart", ["who"])
    op.create_table(YEAR, *_case_columns(), Column("year", Integer, nullable=False))
    op.create_index(f"ix_{YEAR}_pack_id", YEAR, ["pack_id"])
    op.create_index(f"{YEAR}_of_organ", YEAR, ["organ_id", "year"], unique=True)
    op.create_index(f"{YEAR}_edition", YEAR, ["ended", "division_code", "edition"])
