"""Files that reporters hand in: where their clean copies and closed originals lie."""

from alembic import op
from sqlalchemy import Column, Integer, String

from rongcuo.chassis.database.types import Moment

revision, down_revision = "vault_0004", "vault_0003"


def upgrade() -> None:
    op.create_table(
        "vault_file",
        Column("reporter_ref", String(64), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("file_id", String(64), nullable=False),
        Column("kind", String(10), nullable=False),
        Column("size", Integer, nullable=False),
        Column("at", Moment, nullable=False),
        Column("copy", String(64), nullable=False, unique=True),
        Column("original", String(64), nullable=False, unique=True),
        Column("opens", String(120), nullable=False),
    )
