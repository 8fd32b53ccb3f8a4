"""Of a filing that was changed, what was filed in which time."""

from alembic import op
from sqlalchemy import Column

from rongcuo.chassis.database.types import Json

revision, down_revision = "clarify_0008", "clarify_0007"


def upgrade() -> None:
    op.add_column("clarify_filed", Column("versions", Json))
