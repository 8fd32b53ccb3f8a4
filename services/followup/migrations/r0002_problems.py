"""Problems (问题清单), and what each has several of."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0002"
down_revision = "followup_0001"
TABLE = "followup_problem"


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
        Column("overseen_from", String(6), nullable=False),
        Column("unit", String(200), nullable=False),
        Column("unit_key", String(200), nullable=False),
        Column("situation", String(64), nullable=False),
        Column("weak_point", String(30), nullable=False),
        Column("first_source", String(30), nullable=False),
        Column("times", Integer, nullable=False),
        Column("measures", Integer, nullable=False),
        Column("settled", Integer, nullable=False),
        Column("rules", Integer, nullable=False),
        Column("risk_at", Moment),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in (
            ("of_organ", ["organ_id", "ended", "due_at", "id"]),
            ("overseen", ["overseen_from", "ended", "due_at", "id"]),
            ("risk", ["situation", "risk_at"]), ("edition", ["ended", "division_code", "edition"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    for name, column, unique in (("apart", Column("who", String(32), primary_key=True), False),
                                 ("source", Column("key", String(96), primary_key=True), True),
                                 ("owner", Column("officer_id", String(64), primary_key=True), False)):
        beside = f"{TABLE}_{name}"
        op.create_table(beside, Column("case_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
                        column)
        op.create_index(f"{beside}_{column.name}", beside, [column.name], unique=unique)
