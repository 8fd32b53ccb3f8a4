"""Tasks can be sorted by when they came and by number, so they have that of their matter."""

from alembic import op
from sqlalchemy import Column, String, bindparam, column, select, table, update

from rongcuo.chassis.database.types import Derived, Json

revision, down_revision = "notify_0003", "notify_0002"
IN_ORDER = "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number"
PORTION = 1_000         # matters read at once
MATTERS = table("matters", column("id", String), column("content", Json))
TASKS = table("tasks", column("matter_id", String), column("number", String))
PAGE = select(MATTERS).order_by(MATTERS.c.id).limit(PORTION)
NUMBERED = update(TASKS).where(TASKS.c.matter_id == bindparam("this")).values(number=bindparam("its"))


def upgrade() -> None:
    op.add_column("tasks", Column("number", String(96), nullable=False, server_default=""))
    op.add_column("tasks", Column("number_order", String(128), Derived(IN_ORDER)))
    op.create_index("tasks_newest", "tasks", ["closed_at", "opened_at", "number_order", "id"])
    op.create_index("tasks_by_number", "tasks", ["closed_at", "number_order", "id"])
    rows = op.get_bind().execute(PAGE).all()
    while rows:
        op.get_bind().execute(NUMBERED, [
            {"this": row.id, "its": (row.content["facts"] or {}).get("number", "")} for row in rows])
        rows = op.get_bind().execute(PAGE.where(MATTERS.c.id > rows[-1].id)).all()
