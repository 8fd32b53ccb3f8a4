"""What is open is read by the watchdog along an index of its own."""

from alembic import op
from sqlalchemy import Boolean, column

revision, down_revision = "determination_0009", "determination_0008"
OPEN = ~column("ended", Boolean)


def upgrade() -> None:
    for name in ("determination", "joint_meeting", "appeal"):
        op.create_index(f"{name}_open_since", name, ["since", "id"], postgresql_where=OPEN, sqlite_where=OPEN)
