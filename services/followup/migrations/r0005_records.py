"""Remarks on people's records, and requests for correction. Where problems, proposals and the casebook stand
(followup_0002 to followup_0004), this follows the last of them: `down_revision = "followup_0004"`."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0005"
down_revision = "followup_0001"
REMARK, TABLE = "followup_record_remark", "followup_correction"


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
        Column("person_id", String(64), nullable=False),
        Column("matter_id", String(64), nullable=False),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in (
            ("of_organ", ["organ_id", "ended", "due_at", "id"]), ("theirs", ["person_id", "opened_at"]),
            ("edition", ["ended", "division_code", "edition"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    op.create_table(
        f"{TABLE}_apart",
        Column("case_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index(f"{TABLE}_apart_who", f"{TABLE}_apart", ["who"])
