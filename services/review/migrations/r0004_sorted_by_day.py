"""No list is sorted by number any more: within an organ that is the order of days, and every filing paid."""

from alembic import op

revision, down_revision = "review_0004", "review_0003"


def upgrade() -> None:
    op.drop_index("review_case_by_number", "review_case")
    op.drop_index("review_case_by_number_of_organ", "review_case")
