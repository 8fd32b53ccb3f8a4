"""Where an entry is shown stands beside each of its grams: who may not read it walks past it in the index."""

from alembic import op
from sqlalchemy import Column, ForeignKey, String

from rongcuo.chassis.database.types import Moment

revision = "followup_0006"
down_revision = "followup_0005"
TABLE, BEFORE = "followup_casebook_gram", "followup_casebook_gram_before"


def upgrade() -> None:
    """The table is made anew under its name, so that its constraints have theirs."""
    op.execute(f"CREATE TABLE {BEFORE} AS SELECT gram, {TABLE}.since, entry_id, shown_in "  # noqa: S608
               f"FROM {TABLE} JOIN followup_casebook ON id = entry_id")
    op.drop_table(TABLE)
    op.create_table(
        TABLE,
        Column("gram", String(4), primary_key=True),
        Column("since", Moment, primary_key=True),
        Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
        Column("shown_in", String(6), primary_key=True),
    )
    op.execute(f"INSERT INTO {TABLE} (gram, since, entry_id, shown_in) "  # noqa: S608
               f"SELECT gram, since, entry_id, shown_in FROM {BEFORE}")
    op.drop_table(BEFORE)
    op.create_index(f"{TABLE}_of", TABLE, ["entry_id", "gram"])
