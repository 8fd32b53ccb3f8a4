"""The list of filings can be sorted by number."""

from alembic import op

revision, down_revision = "filing_0003", "filing_0002"


def upgrade() -> None:
    op.create_index("filing_by_number", "filing", ["number", "id"])
    op.create_index("filing_by_number_of_organ", "filing", ["organ_id", "number", "id"])
