"""From whom a typical case is kept is known by keys, of account and name; whoever handled it also by name."""

from collections.abc import Iterable
from hashlib import sha256

from alembic import op
from sqlalchemy import String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "followup_0010", "followup_0009"
ENTRY = table("followup_casebook", column("id", String), column("content", Json))
PEOPLE = table("followup_casebook_person", column("entry_id", String), column("officer_id", String),
               column("part", String))


def upgrade() -> None:
    """Of rows of before only the accounts are known."""
    bind = op.get_bind()
    for row in bind.execute(select(ENTRY.c.id, ENTRY.c.content)).all():
        known = row.content["known"]
        keys = sorted(_keys(known["apart"]))
        known |= {"hands": [[each, ""] for each in known["hands"]], "apart": keys}
        content = {**row.content, "known": known}
        bind.execute(ENTRY.update().where(ENTRY.c.id == row.id).values(content=content))
        bind.execute(PEOPLE.delete().where(PEOPLE.c.entry_id == row.id, PEOPLE.c.part == "apart"))
        if keys:
            bind.execute(PEOPLE.insert(), [
                {"entry_id": row.id, "officer_id": who, "part": "apart"} for who in keys])


def _keys(officer_ids: Iterable[str]) -> set[str]:
    """As `casework.apart.officer_keys`."""
    return {sha256(f"officer:{each}".encode()).hexdigest()[:32] for each in officer_ids}
