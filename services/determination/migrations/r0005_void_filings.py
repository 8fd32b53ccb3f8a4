"""What filing told of void filings is kept, so that whoever links one knows it in their transaction."""

from alembic import op
from sqlalchemy import Column, String

revision, down_revision = "determination_0005", "determination_0004"


def upgrade() -> None:
    op.create_table("void_filing", Column("filing_id", String(64), primary_key=True),
                    Column("void_by", String(96), nullable=False))
