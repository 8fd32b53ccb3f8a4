"""The watchdog notes how far it has looked, and what it found missing."""

from alembic import op
from sqlalchemy import Column, String, Text

from rongcuo.chassis.database.types import Moment

revision, down_revision = "notify_0010", "notify_0009"


def upgrade() -> None:
    op.create_table(
        "watches",
        Column("service", String(64), primary_key=True),
        Column("until", Moment, nullable=False),
        Column("cursor", Text, nullable=False))
    op.create_table("watch_gaps", Column("matter_id", String(64), primary_key=True))
