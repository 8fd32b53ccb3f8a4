"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "documents_0003", "documents_0002"


def upgrade() -> None:
    make_grams(op.get_bind(), "letters")
