"""For whom an order is not there stands beside it, by their keys: lists ask it in SQL.

Orders are not numbered in a row any more: by a gap somebody saw that one was kept from them.
"""

from collections.abc import Iterator
from hashlib import sha256

from alembic import op
from sqlalchemy import Column, ForeignKey, String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "vault_0003", "vault_0002"
ORDER = table("vault_order", column("id", String), column("content", Json))
APART = table("vault_order_apart", column("order_id", String), column("who", String))


def upgrade() -> None:
    op.create_table(
        "vault_order_apart",
        Column("order_id", String(64), ForeignKey("vault_order.id"), primary_key=True),
        Column("who", String(32), primary_key=True),
    )
    op.create_index("vault_order_apart_who", "vault_order_apart", ["who"])
    bind = op.get_bind()
    for row in bind.execute(select(ORDER)).all():
        if keys := sorted(set(_keys(row.content["named"]))):
            bind.execute(APART.insert(), [{"order_id": row.id, "who": who} for who in keys])
    op.drop_table("vault_counter")


def _keys(named: list[list[str]]) -> Iterator[str]:
    """As `casework/apart.py` makes them."""
    for kind, values in zip(("officer", "unit", "name"), named, strict=True):
        yield from (sha256(f"{kind}:{each}".encode()).hexdigest()[:32] for each in values if each)
