"""An inquiry knows what was entered for the reporter, and which organ decides it in place of another; that a
linked report was spoken in earnest is called so."""

from alembic import op
from sqlalchemy import String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "clarify_0009", "clarify_0008"
ACCUSATION = table("clarify_false_accusation", column("id", String), column("content", Json))


def upgrade() -> None:
    bind = op.get_bind()
    for row in bind.execute(select(ACCUSATION)).all():
        content = {"entries": [], "moved_to": "", "complaint_moved_to": "", **row.content}
        content["spoken_in_earnest"] = content.pop("once_open", False)
        bind.execute(ACCUSATION.update().where(ACCUSATION.c.id == row.id).values(content=content))
