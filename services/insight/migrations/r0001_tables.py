"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Integer, String

from rongcuo.chassis.database.types import Json

revision = "insight_0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "insight_matter",
        Column("id", String(160), primary_key=True),
        Column("told", Boolean, nullable=False),
        Column("counts", Json, nullable=False),
        Column("begun", Json, nullable=False),
    )
    op.create_table(
        "insight_figure",
        Column("place", String(64), primary_key=True),
        Column("period", String(7), primary_key=True),
        Column("code", String(40), primary_key=True),
        Column("number", BigInteger, nullable=False),
        Column("days", BigInteger, nullable=False),
        Column("small_ones", Integer, nullable=False),
        Column("in_them", Integer, nullable=False),
    )
