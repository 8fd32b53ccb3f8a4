"""A proposal is found by the problem that it came of."""

from alembic import op
from sqlalchemy import Column, String, column, select, table

from rongcuo.chassis.database.types import Json

revision = "followup_0007"
down_revision = "followup_0006"
TABLE = "followup_proposal"


def upgrade() -> None:
    op.add_column(TABLE, Column("problem_id", String(64), nullable=False, server_default=""))
    rows = table(TABLE, column("id"), column("content", Json), column("problem_id"))
    bind = op.get_bind()
    for row in bind.execute(select(rows.c.id, rows.c.content)).all():
        if problem_id := row.content["content"]["problem_id"]:
            bind.execute(rows.update().where(rows.c.id == row.id).values(problem_id=problem_id))
    op.create_index(f"{TABLE}_came_of", TABLE, ["problem_id"])
