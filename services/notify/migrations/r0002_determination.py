"""Determinations, meetings and appeals were told by review, and are by determination: heard on from there.

What somebody was told is known by the event's service and number: carried over, so that nobody is told twice.
"""

from typing import Any

from alembic import op
from sqlalchemy import bindparam, column, select, table, update

from rongcuo.chassis.database.history import go_on_hearing
from rongcuo.chassis.database.types import Json

revision, down_revision = "notify_0002", "notify_0001"
MOVED = frozenset({"determination", "meeting", "appeal"})
MATTERS = table("matters", column("id"), column("content", Json))
MESSAGES = table("messages", column("id"), column("matter_id"), column("occasion"))


def upgrade() -> None:
    go_on_hearing("review.events--notify", "determination.events--notify")
    connection = op.get_bind()
    contents = {row.id: row.content for row in connection.execute(select(MATTERS)) if _moved(row.content)}
    told = [{"this": row.id, "new": row.occasion.replace("/review/", "/determination/", 1)}
            for row in connection.execute(select(MESSAGES)) if row.matter_id in contents]
    if contents:
        connection.execute(
            update(MATTERS).where(MATTERS.c.id == bindparam("this")).values(content=bindparam("new")),
            [{"this": matter_id, "new": _counted_anew(content)} for matter_id, content in contents.items()])
    if told:
        connection.execute(
            update(MESSAGES).where(MESSAGES.c.id == bindparam("this")).values(occasion=bindparam("new")),
            told)


def _moved(content: dict[str, Any]) -> bool:
    return (content["facts"] or {}).get("kind") in MOVED and "review" in content["heard"]


def _counted_anew(content: dict[str, Any]) -> dict[str, Any]:
    heard = {**content["heard"], "determination": content["heard"]["review"]}
    del heard["review"]
    return {**content, "heard": heard}
