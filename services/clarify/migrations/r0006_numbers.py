"""A report is found by its number: it is a clue's, too."""

from alembic import op

revision = "clarify_0006"
down_revision = "clarify_0005"


def upgrade() -> None:
    op.create_index("clarify_report_number", "clarify_report", ["number"])
