"""What is searched is found along an index, and so are the filings of a unit."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "filing_0010", "filing_0009"


def upgrade() -> None:
    op.create_index("filing_of_unit", "filing", ["first_organ_id", "unit_key", "dated_at"])
    make_grams(op.get_bind(), "filing", "filing_change", "filing_oversight")
