"""What a filing was sent back for, and until when, stands under it until it is answered, and no longer."""

from alembic import op

revision, down_revision = "filing_0006", "filing_0005"


def upgrade() -> None:
    op.execute("UPDATE filing SET reasons = '', supplement_due_at = NULL WHERE state = 'submitted'")
