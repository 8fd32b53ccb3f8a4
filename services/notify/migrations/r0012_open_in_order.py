"""Open tasks stand in an index in the order of their lists, and closed ones in none: of one that begins with
what is open, PostgreSQL does not read the order."""

from alembic import op
from sqlalchemy import text

revision, down_revision = "notify_0012", "notify_0011"
IS_OPEN = text("closed_at IS NULL")


def upgrade() -> None:
    for name, first in (("tasks_in_order", ["due_at"]), ("tasks_by_age", [])):
        op.create_index(name, "tasks", [*first, "opened_at", "number_order", "id"],
                        sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
    for former in ("tasks_open", "tasks_newest"):
        op.drop_index(former, "tasks")
