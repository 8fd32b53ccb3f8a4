"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "filing_0010", "filing_0009"


def upgrade() -> None:
    make_grams(op.get_bind(), "filing", "filing_change", "filing_oversight")
