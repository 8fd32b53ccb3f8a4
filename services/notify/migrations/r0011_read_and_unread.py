"""What was read long ago is found along an index, to be dropped; what nobody has read yet, to be counted."""

from alembic import op
from sqlalchemy import text

revision, down_revision = "notify_0011", "notify_0010"


def upgrade() -> None:
    for name, which, columns in (("read", "IS NOT NULL", ["read_at", "id"]),
                                 ("unread", "IS NULL", ["recipient_id", "at", "id"])):
        these = text(f"read_at {which}")
        op.create_index(f"messages_{name}", "messages", columns, sqlite_where=these, postgresql_where=these)
