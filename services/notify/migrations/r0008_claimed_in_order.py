"""What is due, and what was lost, is claimed in the order of an index that holds nothing else."""

from alembic import op
from sqlalchemy import text

revision, down_revision = "notify_0008", "notify_0007"
OF_STATE = {"due": ("pending", ["channel", "next_at", "id"]), "lost": ("sending", ["channel", "since", "id"]),
            "failed": ("failed", ["id"])}


def upgrade() -> None:
    op.drop_index("deliveries_due", "deliveries")
    for name, (state, columns) in OF_STATE.items():
        of_state = text(f"state = '{state}'")
        op.create_index(f"deliveries_{name}", "deliveries", columns, sqlite_where=of_state,
                        postgresql_where=of_state)
