"""What is open is read by the watchdog along an index of its own."""

from alembic import op
from sqlalchemy import Boolean, Date, String, column

revision, down_revision = "filing_0012", "filing_0011"
OPEN = {
    "filing": ("state_since", column("state", String).in_(("objected", "submitted", "supplement_requested"))),
    "filing_oversight": ("since", column("due_on", Date).is_not(None)),
    "filing_change": ("since", column("pending", Boolean))}


def upgrade() -> None:
    for name, (since, still) in OPEN.items():
        op.create_index(f"{name}_open_since", name, [since, "id"], postgresql_where=still, sqlite_where=still)
