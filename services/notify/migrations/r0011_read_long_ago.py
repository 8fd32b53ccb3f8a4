"""What was read long ago is found along an index, to be dropped."""

from alembic import op
from sqlalchemy import text

revision, down_revision = "notify_0011", "notify_0010"
READ = text("read_at IS NOT NULL")


def upgrade() -> None:
    op.create_index("messages_read", "messages", ["read_at", "id"], sqlite_where=READ, postgresql_where=READ)
