"""The leads hear of clocks that stand still for long; of those of before, from when the task began."""

from alembic import op
from sqlalchemy import Boolean, String, column, select, table

from rongcuo.chassis.database.types import Json, Moment

revision, down_revision = "notify_0006", "notify_0005"
MATTERS = table("matters", column("id", String), column("remind_at", Moment), column("content", Json))
TASKS = table("tasks", column("matter_id", String), column("opened_at", Moment), column("closed_at", Moment),
              column("suspended", Boolean))
STILL = select(MATTERS.c.id, MATTERS.c.content, TASKS.c.opened_at).join(
    TASKS, TASKS.c.matter_id == MATTERS.c.id).where(TASKS.c.suspended, TASKS.c.closed_at.is_(None))


def upgrade() -> None:
    bind = op.get_bind()
    for row in bind.execute(STILL).all():
        review = {**row.content["review"], "paused_at": row.opened_at.isoformat()}
        bind.execute(MATTERS.update().where(MATTERS.c.id == row.id).values(
            remind_at=row.opened_at, content={**row.content, "review": review}))
