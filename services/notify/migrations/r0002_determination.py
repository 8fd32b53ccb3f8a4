"""Determinations, meetings and appeals were told by review, and are by determination: heard on from there.

What somebody was told is known by the event's service and number: carried over, so that nobody is told twice.
"""

from collections.abc import Sequence
from typing import Any

from alembic import op
from sqlalchemy import Row, String, bindparam, column, func, select, table, update

from rongcuo.chassis.database.history import go_on_hearing
from rongcuo.chassis.database.types import Json

revision, down_revision = "notify_0002", "notify_0001"
MOVED = frozenset({"determination", "meeting", "appeal"})
PORTION = 1_000         # matters read at once
MATTERS = table("matters", column("id", String), column("content", Json))
MESSAGES = table("messages", column("matter_id", String), column("occasion", String))
PAGE = select(MATTERS).order_by(MATTERS.c.id)
COUNTED_ANEW = update(MATTERS).where(MATTERS.c.id == bindparam("this")).values(content=bindparam("new"))
TOLD_ANEW = update(MESSAGES).where(MESSAGES.c.occasion.contains("/review/")).values(
    occasion=func.replace(MESSAGES.c.occasion, "/review/", "/determination/"))


def upgrade() -> None:
    go_on_hearing("review.events--notify", "determination.events--notify")
    page, connection = PAGE.limit(PORTION), op.get_bind()
    rows = connection.execute(page).all()
    while rows:
        _carry_over([row for row in rows if _moved(row.content)])
        rows = connection.execute(page.where(MATTERS.c.id > rows[-1].id)).all()


def _carry_over(moved: Sequence[Row[Any]]) -> None:
    if moved:
        anew = [{"this": row.id, "new": _counted_anew(row.content)} for row in moved]
        op.get_bind().execute(COUNTED_ANEW, anew)
        op.get_bind().execute(TOLD_ANEW.where(MESSAGES.c.matter_id.in_([row.id for row in moved])))


def _moved(content: dict[str, Any]) -> bool:
    return (content["facts"] or {}).get("kind") in MOVED and "review" in content["heard"]


def _counted_anew(content: dict[str, Any]) -> dict[str, Any]:
    heard = {**content["heard"], "determination": content["heard"]["review"]}
    del heard["review"]
    return {**content, "heard": heard}
