"""The vault's tables. Nothing in them says who somebody is without the shares that are elsewhere."""

from pathlib import Path
from typing import Final

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table, Text, false

from rongcuo.casework.apart import LENGTH
from rongcuo.chassis.database.types import Json, Moment

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

reporters: Final = Table(
    "vault_reporter", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),     # counts the writes of this row
    Column("version", Integer, nullable=False),      # counts the events it has told
    Column("edits", Integer, nullable=False),        # counts the changes that no event tells
    Column("organ_id", String(64), nullable=False),
    Column("code_hash", String(64), unique=True),    # of scrypt; null once everything was destroyed
    Column("desk_code_hash", String(64)),            # of the one that it replaced
    Column("renewed_at", Moment),
    Column("content", Json, nullable=False),
    Column("deposited_at", Moment, nullable=False),
    Column("deposited_by", String(64), nullable=False, server_default=""),
    Column("retained_until", Date),
    Column("destroyed_at", Moment),
)
Index("vault_reporter_desk_code", reporters.c.desk_code_hash)
Index("vault_reporter_retained", reporters.c.retained_until, reporters.c.id)

sealed_parts: Final = Table(
    "vault_sealed_part", METADATA,
    Column("reporter_ref", String(64), primary_key=True),
    Column("part", String(20), primary_key=True),
    Column("organ_id", String(64), nullable=False),
    Column("algorithm", String(64), nullable=False),
    Column("text", Text, nullable=False),            # base64, like the boxes
    Column("key_a", String(64), nullable=False),     # to which group key its share is boxed
    Column("box_a", String(200), nullable=False),
    Column("key_b", String(64), nullable=False),
    Column("box_b", String(200), nullable=False),
)
Index("vault_sealed_part_key_a", sealed_parts.c.organ_id, sealed_parts.c.key_a)
Index("vault_sealed_part_key_b", sealed_parts.c.organ_id, sealed_parts.c.key_b)

files: Final = Table(     # that reporters handed in; their originals' keys are sealed parts
    "vault_file", METADATA,
    Column("reporter_ref", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("file_id", String(64), nullable=False),   # nothing is known of a file by it without the code
    Column("kind", String(10), nullable=False),
    Column("size", Integer, nullable=False),         # of the copy, in bytes
    Column("at", Moment, nullable=False),
    Column("copy", String(64), nullable=False, unique=True),        # where it lies in the store
    Column("original", String(64), nullable=False, unique=True),
    Column("opens", String(120), nullable=False),    # the copy alone
    Column("on_paper", Boolean, nullable=False, server_default=false()),
)

orders: Final = Table(
    "vault_order", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("edits", Integer, nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("handled_by", String(64), nullable=False, server_default=""),     # the organ that has the report
    Column("division_code", String(6), nullable=False),
    Column("number", String(100), nullable=False, unique=True),
    Column("state", String(20), nullable=False),
    Column("asked_by", String(64), nullable=False),
    Column("needs_consent", Boolean, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("content", Json, nullable=False),
)
Index("vault_order_of_organ", orders.c.organ_id, orders.c.asked_at, orders.c.id)
Index("vault_order_handled", orders.c.handled_by, orders.c.asked_at, orders.c.id)
Index("vault_order_of_division", orders.c.division_code, orders.c.asked_at, orders.c.id)
Index("vault_order_of_reader", orders.c.asked_by, orders.c.asked_at, orders.c.id)
Index("vault_order_state", orders.c.state)

apart: Final = Table(     # for whom an order is not there, by their keys
    "vault_order_apart", METADATA,
    Column("order_id", String(64), ForeignKey("vault_order.id"), primary_key=True),
    Column("who", String(LENGTH), primary_key=True),
    Index("vault_order_apart_who", "who"),
)

group_keys: Final = Table(
    "vault_group_key", METADATA,
    Column("organ_id", String(64), primary_key=True),
    Column("key_id", String(64), primary_key=True),
    Column("holders", String(1), nullable=False),    # the group: a or b
    Column("algorithm", String(64), nullable=False),
    Column("public", String(100), nullable=False),
    Column("wrapped", Json, nullable=False),         # the private half, under each card and the recovery
    Column("made_at", Moment, nullable=False),
    Column("retired_at", Moment),
)
