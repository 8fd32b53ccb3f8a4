"""Findings of false accusations, and clarifications, with whom each is kept from."""

from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text, false

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "clarify_0002"
down_revision = "clarify_0001"
ACCUSATION, CLEARING = "clarify_false_accusation", "clarify_clarification"


def upgrade() -> None:
    op.add_column("clarify_report", Column("untrue", Boolean, nullable=False, server_default=false()))
    _cases(
        ACCUSATION,
        Column("overseen_from", String(6), nullable=False),
        Column("report_id", String(64), nullable=False),
        Column("approver_id", String(64), nullable=False),
        Column("complaint_organ_id", String(64), nullable=False),
        Column("concerned", Integer, nullable=False),
    )
    _cases(
        CLEARING,
        Column("overseen_from", String(6), nullable=False),
        Column("report_id", String(64), nullable=False),
        Column("concerned_id", String(64), nullable=False),
        Column("about", String(300), nullable=False),
        Column("told", Boolean, nullable=False),
        Column("next_level_id", String(64), nullable=False),
        Column("unwilling_from", Date),
    )
    op.create_index(f"{ACCUSATION}_asked", ACCUSATION, ["approver_id", "ended", "due_at", "id"])
    op.create_index(f"{CLEARING}_overseen", CLEARING, ["overseen_from", "ended", "due_at", "id"])
    op.create_index(f"{CLEARING}_objected", CLEARING, ["next_level_id", "ended", "due_at", "id"])
    op.create_index(f"{CLEARING}_concerned", CLEARING, ["concerned_id"])


def _cases(table: str, *own: Column[Any]) -> None:
    op.create_table(
        table,
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
        *own,
        Column("held_by", String(20), nullable=False),
        Column("assignee_id", String(64), nullable=False),
        Column("assignee_name", String(200), nullable=False),
    )
    op.create_index(f"ix_{table}_pack_id", table, ["pack_id"])
    op.create_index(f"{table}_of_organ", table, ["organ_id", "ended", "due_at", "id"])
    op.create_index(f"{table}_of_report", table, ["report_id"])
    op.create_index(f"{table}_edition", table, ["ended", "division_code", "edition"])
    op.create_table(
        f"{table}_apart",
        Column("case_id", String(64), ForeignKey(f"{table}.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index(f"{table}_apart_who", f"{table}_apart", ["who"])
