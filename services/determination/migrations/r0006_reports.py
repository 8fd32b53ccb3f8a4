"""A case knows the report that led to it, and whom that is kept from. Rows of before know of none."""

from alembic import op
from sqlalchemy import Column, ForeignKey, String, Text, column

revision, down_revision = "determination_0006", "determination_0005"
REPORTED = column("report_id", String) != ""


def upgrade() -> None:
    op.add_column("determination", Column("report_id", Text, nullable=False, server_default=""))
    op.create_index("determination_of_report", "determination", ["report_id"], postgresql_where=REPORTED,
                    sqlite_where=REPORTED)
    op.create_table(
        "determination_apart",
        Column("case_id", String(64), ForeignKey("determination.id"), primary_key=True),
        Column("who", String(32), primary_key=True))
    op.create_index("determination_apart_who", "determination_apart", ["who"])
