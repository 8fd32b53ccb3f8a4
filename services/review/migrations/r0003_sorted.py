"""The work list can be sorted by when a case came, and by number."""

from alembic import op

revision, down_revision = "review_0003", "review_0002"
INDICES = {
    "review_case_newest_of_organ": ["organ_id", "ended", "opened_at", "number", "id"],
    "review_case_newest": ["ended", "opened_at", "number", "id"],
    "review_case_by_number_of_organ": ["organ_id", "ended", "number", "id"],
    "review_case_by_number": ["ended", "number", "id"],
}


def upgrade() -> None:
    for name, columns in INDICES.items():
        op.create_index(name, "review_case", columns)
