"""What was discarded counts as heard in the inbox too, which only a new discard wrote there at first."""

from alembic import op

from rongcuo.chassis.database.history import count_discarded_as_heard

revision, down_revision = "chassis_0002", "chassis_0001"


def upgrade() -> None:
    count_discarded_as_heard(op.get_bind())
