"""A reporter has one report, and no second one is registered under their reference. Rows of before that share
one keep it where it came first; the others, whose reporter nobody can vouch for, lose it."""

from alembic import op
from sqlalchemy import String, column, func, literal_column, select, table

revision = "clarify_0005"
down_revision = "clarify_0004"
REPORT = table("clarify_report", column("id", String), column("reporter_ref", String), column("opened_at"))


def upgrade() -> None:
    place = func.row_number().over(partition_by=REPORT.c.reporter_ref,
                                   order_by=(REPORT.c.opened_at, REPORT.c.id))
    placed = select(REPORT.c.id, place.label("place")).where(REPORT.c.reporter_ref != "").subquery()
    later = select(placed.c.id).where(placed.c.place > 1)
    op.execute(REPORT.update().where(REPORT.c.id.in_(later)).values(reporter_ref=""))
    op.drop_index("clarify_report_of_reporter", "clarify_report")
    known = REPORT.c.reporter_ref != literal_column("''")
    op.create_index("clarify_report_of_reporter", "clarify_report", ["reporter_ref"], unique=True,
                    sqlite_where=known, postgresql_where=known)
