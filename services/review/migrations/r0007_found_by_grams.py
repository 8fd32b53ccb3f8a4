"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "review_0007", "review_0006"


def upgrade() -> None:
    make_grams(op.get_bind(), "review_case")
