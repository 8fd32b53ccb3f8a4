"""Requests have tasks and notices, and some are asked by a case itself."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, String, false

revision = "county_0002"
down_revision = "county_0001"
OVER = "UPDATE county_approval SET ended = (state NOT IN ('asked', 'sent'))"


def upgrade() -> None:
    for column in (
            Column("officer_id", String(64), nullable=False, server_default=""),
            Column("pack_id", String(64), nullable=False, server_default=""),
            Column("provincial", Boolean, nullable=False, server_default=false()),
            Column("asked_for", String(64), nullable=False, server_default=""),
            Column("asking", Integer, nullable=False, server_default="0"),
            Column("ended", Boolean, nullable=False, server_default=false())):
        op.add_column("county_approval", column)
    op.execute(OVER)
    op.create_index("ix_county_approval_pack_id", "county_approval", ["pack_id"])
    op.create_index("county_approval_of_case", "county_approval", ["asked_for", "asking"])
