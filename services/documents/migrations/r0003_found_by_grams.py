"""Letters are found along an index, and walked in the order of their days."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "documents_0003", "documents_0002"


def upgrade() -> None:
    op.create_index("letters_dated", "letters", ["issued_at", "id"])
    op.create_index("letters_of_organ", "letters", ["organ_id", "issued_at", "id"])
    make_grams(op.get_bind(), "letters")
