"""Requests have tasks and notices."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, String, false

revision = "province_0002"
down_revision = "province_0001"


def upgrade() -> None:
    for column in (
            Column("officer_id", String(64), nullable=False, server_default=""),
            Column("pack_id", String(64), nullable=False, server_default=""),
            Column("version", Integer, nullable=False, server_default="0"),
            Column("ended", Boolean, nullable=False, server_default=false())):
        op.add_column("province_approval", column)
    op.execute("UPDATE province_approval SET ended = (state <> 'asked')")
    op.create_index("ix_province_approval_pack_id", "province_approval", ["pack_id"])
