"""How many reviews are alike stands in lines of their own; units have an index."""

from datetime import UTC, datetime

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    String,
    and_,
    case,
    column,
    func,
    literal,
    select,
    table,
)

from rongcuo.chassis.database.types import Moment

revision, down_revision = "review_0008", "review_0007"
KEYS = (column("organ_id", String), column("division_code", String), column("state", String),
        column("ended", Boolean), column("late", Boolean), column("suspended", Boolean))
CASE = table("review_case", *(column(each.name, each.type) for each in KEYS), column("assignee_id", String),
             column("due_at", Moment))
LINES = (*KEYS, column("unassigned", Boolean), column("due_at", Moment))
CENSUS = table("review_census", *LINES, column("n", Integer))
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    op.create_index("review_case_of_unit", "review_case", ["unit_key", "first_organ_id"])
    op.create_table(
        "review_census",
        Column("organ_id", String(64), primary_key=True),
        Column("division_code", String(6), primary_key=True),
        Column("state", String(30), primary_key=True),
        Column("ended", Boolean, primary_key=True),
        Column("late", Boolean, primary_key=True),
        Column("suspended", Boolean, primary_key=True),
        Column("unassigned", Boolean, primary_key=True),
        Column("due_at", Moment, primary_key=True),
        Column("n", Integer, nullable=False))
    op.create_table(
        "review_recount",
        Column("census", String(64), primary_key=True),
        Column("night", Date, nullable=False),
        Column("organ_id", String(64), nullable=False))
    c = CASE.c
    alike = [*(c[each.name] for each in KEYS), and_(~c.ended, c.assignee_id == "").label("unassigned"),
             case((~c.ended, c.due_at), else_=literal(NEVER, Moment)).label("due")]
    each = select(*alike).subquery()
    counted = select(*each.c, func.count()).group_by(*each.c)
    op.get_bind().execute(CENSUS.insert().from_select([*(one.name for one in LINES), "n"], counted))
