"""Officers keep views of lists under a name."""

from alembic import op
from sqlalchemy import Column, String, Text

revision = "identity_0002"
down_revision = "identity_0001"


def upgrade() -> None:
    op.create_table(
        "kept_views", Column("officer_id", String(64), primary_key=True),
        Column("sealed", Text, nullable=False))
