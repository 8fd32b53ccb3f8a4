"""What the reporter does is counted apart: no tag of a report tells the second at which they did it."""

from alembic import op
from sqlalchemy import Column, Integer

revision, down_revision = "clarify_0010", "clarify_0009"


def upgrade() -> None:
    op.add_column("clarify_report", Column("unseen", Integer, nullable=False, server_default="0"))
