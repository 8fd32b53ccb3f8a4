"""Of which unit an officer is, is known here: no notice to a queue goes to somebody of a matter's own unit.

Of whom was enrolled before, identity is asked by the running service."""

from alembic import op
from sqlalchemy import Boolean, Column, false

from rongcuo.chassis.database.types import Json

revision, down_revision = "notify_0005", "notify_0004"


def upgrade() -> None:
    op.add_column("officers", Column("units", Json, nullable=False, server_default="[]"))
    op.add_column("officers", Column("asked", Boolean, nullable=False, server_default=false()))
