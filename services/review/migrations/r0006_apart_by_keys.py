"""Whom a check is kept from stands beside it by keys, as for a report: of names too."""

from hashlib import sha256

from alembic import op
from sqlalchemy import Column, ForeignKey, String, column, select, table

revision, down_revision = "review_0006", "review_0005"
APART = table("review_check_apart", column("check_id", String), column("who", String))


def upgrade() -> None:
    bind = op.get_bind()
    before = bind.execute(select(APART)).all()
    op.drop_table("review_check_apart")
    op.create_table(
        "review_check_apart",
        Column("check_id", String(64), ForeignKey("review_check.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index("review_check_apart_who", "review_check_apart", ["who"])
    if before:      # `officer:…` and `unit:…`, of which the keys are digests
        bind.execute(APART.insert(), [{"check_id": each.check_id, "who": _key(each.who)} for each in before])


def _key(who: str) -> str:
    return sha256(who.encode()).hexdigest()[:32]
