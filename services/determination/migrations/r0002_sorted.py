"""Lists can be sorted by when a case came, and by number: 2号 before 10号."""

from alembic import op
from sqlalchemy import Column, String

from rongcuo.chassis.database.types import Derived

revision, down_revision = "determination_0002", "determination_0001"
IN_ORDER = "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number"
INDICES = {
    "determination_newest": ("determination", "ended", "opened_at", "number_order", "id"),
    "determination_newest_of_organ": (
        "determination", "organ_id", "ended", "opened_at", "number_order", "id"),
    "determination_by_number": ("determination", "ended", "number_order", "id"),
    "determination_by_number_of_organ": ("determination", "organ_id", "ended", "number_order", "id"),
    "appeal_newest": ("appeal", "ended", "opened_at", "number_order", "id"),
    "appeal_by_number": ("appeal", "ended", "number_order", "id"),
    "joint_meeting_by_number": ("joint_meeting", "organ_id", "number_order", "id"),
}


def upgrade() -> None:
    for table in ("determination", "appeal", "joint_meeting"):
        op.add_column(table, Column("number_order", String(128), Derived(IN_ORDER)))
    for name, (table, *columns) in INDICES.items():
        op.create_index(name, table, columns)
