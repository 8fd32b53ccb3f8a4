"""An inquiry knows what the reporter wrote and gave on paper, and how its report stands; a report, who held
it."""

from collections.abc import Iterator
from typing import Any

from alembic import op
from sqlalchemy import String, TableClause, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "clarify_0004", "clarify_0003"
REPORT = table("clarify_report", column("id", String), column("assignee_id", String), column("content", Json))
ACCUSATION = table("clarify_false_accusation", column("id", String), column("content", Json))
PORTION = 1_000


def upgrade() -> None:
    """Whoever held a report before is known as far as it is theirs now."""
    for row in _rows(REPORT):
        _add(REPORT, row, {"ever_held": sorted({row.assignee_id} - {""})})
    for row in _rows(ACCUSATION):
        answered = [each["at"] for each in row.content["history"] if each["what"] == "answer_draft"]
        _add(ACCUSATION, row, {
            "settled": True, "once_open": False, "unread_since": None, "papers": [],
            "draft_answered_at": answered[-1] if answered and row.content["draft_answer"] else None})


def _add(rows: TableClause, row: Any, more: dict[str, Any]) -> None:
    op.get_bind().execute(rows.update().where(rows.c.id == row.id).values(content={**row.content, **more}))


def _rows(rows: TableClause) -> Iterator[Any]:
    page = select(rows).order_by(rows.c.id).limit(PORTION)
    found = op.get_bind().execute(page).all()
    while found:
        yield from found
        found = op.get_bind().execute(page.where(rows.c.id > found[-1].id)).all()
