"""Who sees of a matter only what is for them stands beside it, by their keys: lists ask it in SQL."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "notify_0007", "notify_0006"
MATTERS = table("matters", column("id", String), column("unit", String), column("content", Json))
APART = table("matter_apart", column("matter_id", String), column("who", String), column("hears", Boolean))
PORTION = 1_000
PAGE = select(MATTERS).order_by(MATTERS.c.id).limit(PORTION)


def upgrade() -> None:
    op.create_table(
        "matter_apart",
        Column("matter_id", String(64), ForeignKey("matters.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
        Column("hears", Boolean, nullable=False),
    )
    op.create_index("matter_apart_who", "matter_apart", ["who"])
    bind = op.get_bind()
    rows = bind.execute(PAGE).all()
    while rows:
        if found := [row for each in rows for row in _apart(each)]:
            bind.execute(APART.insert(), found)
        rows = bind.execute(PAGE.where(MATTERS.c.id > rows[-1].id)).all()
    op.drop_column("matters", "kept_away")


def _apart(row: Any) -> Iterator[dict[str, Any]]:
    """As `TrackedCase.apart` and `away` have them."""
    parties = (row.content["facts"] or {}).get("parties", ())
    away = {_key("officer", each) for each in row.content.get("recused", ()) if each}
    hearing = {_key("officer", each) for each in parties if each} | {
        _key("unit", each) for each in (row.unit, *row.content.get("units_apart", ())) if each}
    for who in sorted(away | hearing):
        yield {"matter_id": row.id, "who": who, "hears": who not in away}


def _key(kind: str, value: str) -> str:
    return sha256(f"{kind}:{value}".encode()).hexdigest()[:32]
