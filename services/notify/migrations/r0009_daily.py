"""Who wants it is told once a day what is routine; several deliveries then go out with one mail."""

from alembic import op
from sqlalchemy import Boolean, Column, String, text

from rongcuo.chassis.database.types import Moment

revision, down_revision = "notify_0009", "notify_0008"
WAITS = text("state = 'pending' AND next_at IS NULL AND within = ''")
TOLD = text("within <> ''")


def upgrade() -> None:
    op.add_column("deliveries", Column("within", String(64), nullable=False, server_default=""))
    op.create_index("deliveries_daily", "deliveries", ["recipient_id", "id"], sqlite_where=WAITS,
                    postgresql_where=WAITS)
    op.create_index("deliveries_within", "deliveries", ["within", "id"], sqlite_where=TOLD,
                    postgresql_where=TOLD)
    op.create_table(
        "digests",
        Column("id", String(64), primary_key=True),
        Column("daily", Boolean, nullable=False),
        Column("due_at", Moment),
    )
    op.create_index("ix_digests_due_at", "digests", ["due_at"])
