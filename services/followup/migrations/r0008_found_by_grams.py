"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "followup_0008", "followup_0007"


def upgrade() -> None:
    make_grams(op.get_bind(), "followup_programme", "followup_problem", "followup_proposal")
