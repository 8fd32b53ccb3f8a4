"""The tables of determinations are the service `determination`'s, in its own database.

Rows that are still in them are brought there first, by `rongcuo migrate` without names of services.
"""

from alembic import op
from sqlalchemy import literal, select, table

from rongcuo.chassis.config import StartRefused

revision = "review_0002"
down_revision = "review_0001"

GONE = ("review_meeting_recusal", "review_meeting_member", "review_meeting_case", "review_meeting", "appeal",
        "determination_officer", "determination", "clue_subject", "clue_disposal", "review_counter")


def upgrade() -> None:
    """Raises StartRefused where there are rows."""
    for name in GONE:
        if op.get_bind().execute(select(literal(1)).select_from(table(name)).limit(1)).first():
            raise StartRefused(
                f"没有升级：review 的数据库里还有认定案件（{name}）。请运行不带服务名的 rongcuo migrate · "
                f"Not upgraded: the database of review still holds determinations ({name}). Run `rongcuo "
                f"migrate` without names of services")
    for name in GONE:
        op.drop_table(name)
