"""Filings are checked, where a report may be about the same matter."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision, down_revision = "review_0005", "review_0004"
CHECK = "review_check"


def upgrade() -> None:
    op.create_table(
        "review_counter",
        Column("series", String(16), primary_key=True),
        Column("organ_id", String(64), primary_key=True),
        Column("year", Integer, primary_key=True),
        Column("last", Integer, nullable=False),
    )
    op.create_table(
        CHECK,
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
        Column("report_id", String(64), nullable=False),
        Column("filing_id", String(64), nullable=False),
        Column("filing_number", String(96), nullable=False),
        Column("held_by", String(20), nullable=False),
        Column("assignee_id", String(64), nullable=False),
        Column("assignee_name", String(200), nullable=False),
    )
    for name, columns in {
            f"ix_{CHECK}_pack_id": ["pack_id"],
            f"{CHECK}_of_report": ["report_id", "filing_id"],
            f"{CHECK}_of_organ": ["organ_id", "ended", "due_at", "id"],
            f"{CHECK}_overseen": ["overseen_from", "ended", "due_at", "id"],
            f"{CHECK}_held": ["assignee_id", "ended"],
            f"{CHECK}_edition": ["ended", "division_code", "edition"]}.items():
        op.create_index(name, CHECK, columns)
    op.create_table(
        f"{CHECK}_apart",
        Column("check_id", String(64), ForeignKey(f"{CHECK}.id"), primary_key=True),
        Column("who", String(208), primary_key=True),
    )
    op.create_index(f"{CHECK}_apart_who", f"{CHECK}_apart", ["who"])
