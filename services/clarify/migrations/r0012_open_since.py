"""What is open is read by the watchdog along an index of its own."""

from alembic import op
from sqlalchemy import Boolean, column

revision, down_revision = "clarify_0012", "clarify_0011"
OPEN = ~column("ended", Boolean)


def upgrade() -> None:
    for name in ("clarify_report", "clarify_false_accusation", "clarify_clarification"):
        op.create_index(f"{name}_open_since", name, ["since", "id"], postgresql_where=OPEN, sqlite_where=OPEN)
