"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "followup_0001"
down_revision = None
TABLE = "followup_programme"


def upgrade() -> None:
    op.create_table(
        "followup_counter",
        Column("series", String(16), primary_key=True),
        Column("organ_id", String(64), primary_key=True),
        Column("year", Integer, primary_key=True),
        Column("last", Integer, nullable=False),
    )
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
        Column("person_id", String(64), nullable=False),
        Column("person_key", String(64), nullable=False),
        Column("about", String(300), nullable=False),
        Column("source_id", String(64), nullable=False),
        Column("basis", String(30), nullable=False),
        Column("open_key", String(64), unique=True),
        Column("asked_organ_id", String(64), nullable=False),
        Column("awaits_above", Boolean, nullable=False),
        Column("ends_on", Date, nullable=False),
        Column("tells_on", Date),
        Column("assignee_id", String(64), nullable=False),
        Column("assignee_name", String(200), nullable=False),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in (
            ("of_organ", ["organ_id", "ended", "due_at", "id"]),
            ("overseen", ["overseen_from", "ended", "due_at", "id"]),
            ("asked", ["asked_organ_id", "ended", "due_at", "id"]),
            ("of_person", ["person_key"]), ("theirs", ["person_id"]), ("of_source", ["source_id"]),
            ("tells", ["tells_on"]), ("edition", ["ended", "division_code", "edition"])):
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    op.create_table(
        f"{TABLE}_apart",
        Column("case_id", String(64), ForeignKey(f"{TABLE}.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index(f"{TABLE}_apart_who", f"{TABLE}_apart", ["who"])
