"""Its first table. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import Column, Integer, String, UniqueConstraint

from rongcuo.chassis.database.types import Json, Moment

revision = "followup_0001"
down_revision = None
TABLE = "followup_programme"


def upgrade() -> None:
    op.create_table(
        TABLE,
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("title", String(200), nullable=False),
        Column("content", Json, nullable=False),
        Column("opened_by", String(64), nullable=False),
        Column("opened_by_name", String(200), nullable=False),
        Column("opened_at", Moment, nullable=False),
        Column("noted_at", Moment),
        UniqueConstraint("organ_id", "title"),
    )
    op.create_index(f"{TABLE}_of_organ", TABLE, ["organ_id", "opened_at", "id"])
    op.create_index(f"{TABLE}_of_division", TABLE, ["division_code", "opened_at", "id"])
