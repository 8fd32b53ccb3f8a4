"""No list is sorted by number any more: within an organ that is the order of days, and every filing paid."""

from alembic import op

revision, down_revision = "filing_0004", "filing_0003"


def upgrade() -> None:
    op.drop_index("filing_by_number", "filing")
    op.drop_index("filing_by_number_of_organ", "filing")
