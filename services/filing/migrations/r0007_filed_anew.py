"""A filing that was void once keeps nobody from filing its matter anew."""

from alembic import op
from sqlalchemy import String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "filing_0007", "filing_0006"
FILING = table("filing", column("id", String), column("matter_key", String), column("history", Json))
PORTION = 1_000
PAGE = select(FILING.c.id, FILING.c.history).where(FILING.c.matter_key.is_not(None)).order_by(
    FILING.c.id).limit(PORTION)


def upgrade() -> None:
    bind = op.get_bind()
    rows = bind.execute(PAGE).all()
    while rows:
        void = [row.id for row in rows if any(entry["what"] == "void" for entry in row.history)]
        bind.execute(FILING.update().where(FILING.c.id.in_(void)).values(matter_key=None))
        rows = bind.execute(PAGE.where(FILING.c.id > rows[-1].id)).all()
