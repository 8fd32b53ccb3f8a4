"""The work list can be sorted by when a case came, and by number."""

from alembic import op

revision, down_revision = "review_0003", "review_0002"


def upgrade() -> None:
    for whose, first in (("", ()), ("_of_organ", ("organ_id",))):
        op.create_index(f"review_case_newest{whose}", "review_case",
                        [*first, "ended", "opened_at", "number", "id"])
        op.create_index(f"review_case_by_number{whose}", "review_case", [*first, "ended", "number", "id"])
