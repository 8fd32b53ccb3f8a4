"""Tasks can be sorted by when they came."""

from alembic import op

revision, down_revision = "notify_0003", "notify_0002"


def upgrade() -> None:
    op.create_index("tasks_newest", "tasks", ["closed_at", "opened_at"])
