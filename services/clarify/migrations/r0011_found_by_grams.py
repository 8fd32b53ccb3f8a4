"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "clarify_0011", "clarify_0010"


def upgrade() -> None:
    make_grams(op.get_bind(), "clarify_report", "clarify_clarification", "clarify_false_accusation")
