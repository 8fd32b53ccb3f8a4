"""An open appeal is no work of whoever had a hand in its case: they are kept with it. Of those of before, the
case tells."""

from collections.abc import Iterator, Mapping
from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, String, Text, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "determination_0004", "determination_0003"
APPEAL = table("appeal", column("id", String), column("case_id", String), column("ended", Boolean),
               column("engaged", Text))
CASE = table("determination", column("id", String), column("assignee_id", String), column("content", Json))
OPEN = select(APPEAL.c.id, CASE.c.assignee_id, CASE.c.content).join(
    CASE, CASE.c.id == APPEAL.c.case_id).where(~APPEAL.c.ended)


def upgrade() -> None:
    op.add_column("appeal", Column("engaged", Text, nullable=False, server_default=""))
    bind = op.get_bind()
    for row in bind.execute(OPEN).all():
        engaged = sorted({row.assignee_id, *_engaged(row.content)} - {""})
        named = "".join(f"{each}," for each in ("", *engaged))
        bind.execute(APPEAL.update().where(APPEAL.c.id == row.id).values(engaged=named))


def _engaged(content: Mapping[str, Any]) -> Iterator[str]:
    """Whoever held, assessed, voted, convened or signed, disposed of its clue, or decided."""
    for name in ("once_held", "clue_handlers", "voters", "ever_voted", "at_meetings"):
        yield from content.get(name, ())
    yield content.get("clue_handler") or ""     # an earlier edition named the last one
    yield from (officer_id for officer_id, _ in content["team"])
    yield from (each["assessor_id"] for each in content["assessments"])
    for decision in content["decisions"]:
        yield from (*decision["deciders"], decision["decided_by"])
