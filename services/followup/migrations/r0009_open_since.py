"""What is open is read by the watchdog along an index of its own."""

from alembic import op
from sqlalchemy import Boolean, column

revision, down_revision = "followup_0009", "followup_0008"
OPEN = ~column("ended", Boolean)


def upgrade() -> None:
    for kind in ("programme", "problem", "proposal", "correction", "year"):
        op.create_index(f"followup_{kind}_open_since", f"followup_{kind}", ["since", "id"],
                        postgresql_where=OPEN, sqlite_where=OPEN)
