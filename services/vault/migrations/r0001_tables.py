"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Integer, String, Text

from rongcuo.chassis.database.types import Json, Moment

revision = "vault_0001"
down_revision = None


def upgrade() -> None:
    _reporters()
    _sealed_parts()
    _orders()
    op.create_table(
        "vault_group_key",
        Column("organ_id", String(64), primary_key=True),
        Column("key_id", String(64), primary_key=True),
        Column("holders", String(1), nullable=False),
        Column("algorithm", String(64), nullable=False),
        Column("public", String(100), nullable=False),
        Column("wrapped", Json, nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("retired_at", Moment),
    )
    op.create_table(
        "vault_counter",
        Column("series", String(20), primary_key=True),
        Column("organ_id", String(64), primary_key=True),
        Column("year", Integer, primary_key=True),
        Column("last", Integer, nullable=False),
    )


def _reporters() -> None:
    op.create_table(
        "vault_reporter",
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("code_hash", String(64), unique=True),
        Column("content", Json, nullable=False),
        Column("deposited_at", Moment, nullable=False),
        Column("retained_until", Date),
        Column("destroyed_at", Moment),
    )
    op.create_index("vault_reporter_retained", "vault_reporter", ["retained_until", "id"])


def _sealed_parts() -> None:
    op.create_table(
        "vault_sealed_part",
        Column("reporter_ref", String(64), primary_key=True),
        Column("part", String(20), primary_key=True),
        Column("organ_id", String(64), nullable=False),
        Column("algorithm", String(64), nullable=False),
        Column("text", Text, nullable=False),
        Column("key_a", String(64), nullable=False),
        Column("box_a", String(200), nullable=False),
        Column("key_b", String(64), nullable=False),
        Column("box_b", String(200), nullable=False),
    )
    for column in ("key_a", "key_b"):
        op.create_index(f"vault_sealed_part_{column}", "vault_sealed_part", ["organ_id", column])


def _orders() -> None:
    op.create_table(
        "vault_order",
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("number", String(100), nullable=False, unique=True),
        Column("state", String(20), nullable=False),
        Column("asked_by", String(64), nullable=False),
        Column("needs_consent", Boolean, nullable=False),
        Column("asked_at", Moment, nullable=False),
        Column("content", Json, nullable=False),
    )
    for name, column in (("organ", "organ_id"), ("division", "division_code"), ("reader", "asked_by")):
        op.create_index(f"vault_order_of_{name}", "vault_order", [column, "asked_at", "id"])
    op.create_index("vault_order_state", "vault_order", ["state"])
