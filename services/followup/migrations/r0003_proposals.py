"""Proposals (建议书)."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0003"
down_revision = "followup_0002"
TABLE = "followup_proposal"


def upgrade() -> None:
    op.create_table(
        TABLE,
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
        Column("kind", String(30), nullable=False),
        Column("unit_key", String(200), nullable=False),
        Column("unit_now_key", String(200), nullable=False),
        Column("unit_organ_id", String(64), nullable=False),
        Column("addressee", String(200), nullable=False),
        Column("problem_code", String(64), nullable=False),
        Column("suggestions", Integer, nullable=False),
        Column("delivered_at", Moment),
        Column("answered", Boolean, nullable=False),
        Column("closed", Boolean, nullable=False),
        Column("tells_on", Date),
        Column("assignee_id", String(64), nullable=False),
        Column("assignee_name", String(200), nullable=False),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in (
            ("of_organ", ["organ_id", "ended", "due_at", "id"]),
            ("overseen", ["division_code", "ended", "due_at", "id"]),
            ("of_unit", ["unit_organ_id", "unit_key"]), ("of_problem", ["organ_id", "problem_code"]),
            ("tells", ["tells_on"]), ("edition", ["ended", "division_code", "edition"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    op.create_table(
        f"{TABLE}_apart",
        Column("case_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index(f"{TABLE}_apart_who", f"{TABLE}_apart", ["who"])
