"""The work list can be sorted by when a case came, and by number."""

from alembic import op

revision, down_revision = "review_0003", "review_0002"


def upgrade() -> None:
    op.create_index(
        "review_case_newest", "review_case", ["organ_id", "ended", "opened_at", "number", "id"])
    op.create_index("review_case_by_number", "review_case", ["organ_id", "ended", "number", "id"])
