"""No list is sorted by number any more: within an organ that is the order of days, and every filing paid."""

from alembic import op

revision, down_revision = "notify_0004", "notify_0003"


def upgrade() -> None:
    op.drop_index("tasks_by_number", "tasks")
