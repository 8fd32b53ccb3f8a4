"""Letters are found along an index, by their words, by day, by organ and by whom they are for."""

from alembic import op
from sqlalchemy import Column, Connection, ForeignKey, MetaData, String, Table, insert, select

from rongcuo.chassis.database.gram_tables import AT_ONCE, make_grams
from rongcuo.chassis.database.types import Json

revision, down_revision = "documents_0003", "documents_0002"
LETTERS = Table("letters", MetaData(), Column("id", String(64)), Column("recipients", Json))


def upgrade() -> None:
    op.create_index("letters_dated", "letters", ["issued_at", "id"])
    op.create_index("letters_of_organ", "letters", ["organ_id", "issued_at", "id"])
    theirs = op.create_table(
        "letter_recipients",
        Column("letter_id", String(64), ForeignKey("letters.id"), primary_key=True),
        Column("officer_id", String(64), primary_key=True),
    )
    _fill(op.get_bind(), theirs)
    op.create_index("letter_recipients_officer", "letter_recipients", ["officer_id"])
    make_grams(op.get_bind(), "letters")


def _fill(connection: Connection, theirs: Table) -> None:
    """Some at a time."""
    some, last = select(LETTERS).order_by(LETTERS.c.id).limit(AT_ONCE), ""
    while rows := connection.execute(some.where(LETTERS.c.id > last)).all():
        if found := [(row.id, each) for row in rows for each in set(row.recipients)]:
            connection.execute(insert(theirs), [
                {"letter_id": letter_id, "officer_id": each} for letter_id, each in found])
        last = rows[-1].id
