"""Typical cases, what they are found by, whose people are counted, and who has read which guide."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0004"
down_revision = "followup_0003"
TABLE = "followup_casebook"


def upgrade() -> None:
    op.create_table(
        TABLE,
        Column("id", String(64), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("number", String(96), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("pack_id", String(64), nullable=False),
        Column("state", String(30), nullable=False),
        Column("since", Moment, nullable=False),
        Column("begun_at", Moment, nullable=False),
        Column("ended", Boolean, nullable=False),
        Column("area", String(40), nullable=False),
        Column("edition", Integer, nullable=False),
        Column("shown_in", String(6), nullable=False),
        Column("source_id", String(64), nullable=False),
        Column("valid_until", Date),
        Column("title", String(2000), nullable=False),
        Column("content", Json, nullable=False),
        Column("number_order", String(128), Derived(
            "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number")),
    )
    for name, columns in (("of_organ", ["organ_id", "ended", "since", "id"]),
                          ("out", ["state", "since", "id"]), ("area", ["area", "state", "shown_in"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    _beside()
    op.create_table(
        "followup_reading",
        Column("id", String(64), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("area", String(40), nullable=False),
        Column("edition", String(64), nullable=False),
        Column("officer_id", String(64), nullable=False),
        Column("officer_name", String(200), nullable=False),
        Column("assigned_by", String(200), nullable=False),
        Column("read_by", Date),
        Column("assigned_at", Moment, nullable=False),
        Column("read_at", Moment),
    )
    op.create_index("followup_reading_once", "followup_reading",
                    ["officer_id", "area", "edition", "organ_id"], unique=True)
    op.create_index("followup_reading_organ", "followup_reading", ["organ_id", "area", "assigned_at"])


def _beside() -> None:
    op.create_table(
        f"{TABLE}_person",
        Column("entry_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("officer_id", String(64), primary_key=True),
        Column("part", String(8), primary_key=True),
    )
    op.create_index(f"{TABLE}_person_of", f"{TABLE}_person", ["officer_id", "part"])
    op.create_table(
        f"{TABLE}_fact",
        Column("source_id", String(64), primary_key=True),
        Column("person_key", String(64), nullable=False),
        Column("unit_kind", String(20), nullable=False),
        Column("post_level", String(20), nullable=False),
        Column("field", String(40), nullable=False),
        Column("place", String(6), nullable=False),
        Column("month", String(7), nullable=False),
        Column("situation", String(60), nullable=False),
    )
    op.create_index(f"{TABLE}_fact_at", f"{TABLE}_fact", ["place", "month"])
    op.create_table(
        f"{TABLE}_gram",
        Column("gram", String(4), primary_key=True),
        Column("since", Moment, primary_key=True),
        Column("entry_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
    )
    op.create_index(f"{TABLE}_gram_of", f"{TABLE}_gram", ["entry_id", "gram"])
    op.create_table(
        f"{TABLE}_words",
        Column("entry_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("sought", Text, nullable=False),
    )
