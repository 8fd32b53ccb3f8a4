"""A filing may be void by several determinations, until none is left. Of a row of before, one is known."""

from alembic import op
from sqlalchemy import Column, String, column, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "filing_0005", "filing_0004"
FILING = table("filing", column("id", String), column("void_by", String), column("void_because", String),
               column("voided_by", Json))


def upgrade() -> None:
    op.add_column("filing", Column("voided_by", Json))
    c, bind = FILING.c, op.get_bind()
    for row in bind.execute(FILING.select().where(c.void_by != "")).all():
        items = row.void_because.split("、") if row.void_because else []
        bind.execute(FILING.update().where(c.id == row.id).values(voided_by={row.void_by: items}))
