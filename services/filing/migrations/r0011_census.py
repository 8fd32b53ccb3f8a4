"""How many filings are alike stands in lines of their own; who was recused, beside the filing."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    column,
    func,
    select,
    table,
)

revision, down_revision = "filing_0011", "filing_0010"
FACTS = ("organ_id", "division_code", "state", "situation")
FILING = table("filing", column("id", String), column("recused", Text), column("households", Integer),
               *(column(each, String) for each in FACTS))
CENSUS = table("filing_census", *(column(each, String) for each in FACTS), column("n", Integer),
               column("households", BigInteger))
RECUSED = table("filing_recused", column("filing_id", String), column("officer_id", String))
UNSEEN = ("draft", "discarded")      # not received
PORTION = 1_000
PAGE = select(FILING.c.id, FILING.c.recused).where(FILING.c.recused != ",").order_by(
    FILING.c.id).limit(PORTION)


def upgrade() -> None:
    op.create_table(
        "filing_recused",
        Column("filing_id", String(64), ForeignKey("filing.id"), primary_key=True),
        Column("officer_id", String(64), primary_key=True))
    op.create_index("filing_recused_officer", "filing_recused", ["officer_id"])
    op.create_table(
        "filing_census",
        Column("organ_id", String(64), primary_key=True),
        Column("division_code", String(6), primary_key=True),
        Column("state", String(30), primary_key=True),
        Column("situation", String(64), primary_key=True),
        Column("n", Integer, nullable=False),
        Column("households", BigInteger, nullable=False))
    op.create_table(
        "filing_recount",
        Column("census", String(64), primary_key=True),
        Column("night", Date, nullable=False),
        Column("organ_id", String(64), nullable=False))
    _fill()


def _fill() -> None:
    bind, facts = op.get_bind(), [FILING.c[each] for each in FACTS]
    counted = select(*facts, func.count(), func.sum(FILING.c.households)).where(
        FILING.c.state.not_in(UNSEEN)).group_by(*facts)
    bind.execute(CENSUS.insert().from_select([*FACTS, "n", "households"], counted))
    rows = bind.execute(PAGE).all()
    while rows:
        found = [{"filing_id": row.id, "officer_id": each}
                 for row in rows for each in dict.fromkeys(row.recused.split(",")) if each]
        bind.execute(RECUSED.insert(), found)
        rows = bind.execute(PAGE.where(FILING.c.id > rows[-1].id)).all()
