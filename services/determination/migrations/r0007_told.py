"""Of what a clue led to the subject hears once they are asked, or it is decided: rows of before know whether
they have."""

from collections.abc import Mapping
from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, String, column, false, select, table, true

from rongcuo.chassis.database.types import Json

revision, down_revision = "determination_0007", "determination_0006"
CASE = table("determination", column("id", String), column("told", Boolean), column("content", Json))
TELLING = frozenset({"accept", "record_statement", "write_facts_material"})


def upgrade() -> None:
    op.add_column("determination", Column("told", Boolean, nullable=False, server_default=true()))
    bind = op.get_bind()
    for row in bind.execute(select(CASE.c.id, CASE.c.content)).all():
        if not _is_told(row.content):
            bind.execute(CASE.update().where(CASE.c.id == row.id).values(told=false()))


def _is_told(content: Mapping[str, Any]) -> bool:
    """As `clue_of_case.is_told`."""
    steps = {entry["what"] for entry in content["history"]}
    return content["initiation"] != "clue" or bool(content["decisions"]) or not TELLING.isdisjoint(steps)
