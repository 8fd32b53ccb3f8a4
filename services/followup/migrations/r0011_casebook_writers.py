"""Whoever wrote or edited a typical case, or a version before it, is known: they do not check it."""

from alembic import op
from sqlalchemy import Integer, String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "followup_0011", "followup_0010"
ENTRY = table("followup_casebook", column("id", String), column("edition", Integer), column("content", Json))
EDITS = {"begin", "write", "describe", "decide", "add_mask"}


def upgrade() -> None:
    """By the history of each, the former before the one that took its place."""
    bind, writers = op.get_bind(), dict[str, set[tuple[str, str]]]()
    for row in bind.execute(select(ENTRY).order_by(ENTRY.c.edition)).all():
        edited = {(each["actor_id"], each["actor_name"]) for each in row.content["history"]
                  if each["what"] in EDITS}
        writers[row.id] = edited | writers.get(row.content["replaces"], set())
        content = {**row.content, "writers": sorted(map(list, writers[row.id]))}
        bind.execute(ENTRY.update().where(ENTRY.c.id == row.id).values(content=content))
