"""What is searched is found along an index."""

from alembic import op

from rongcuo.chassis.database.gram_tables import make_grams

revision, down_revision = "determination_0008", "determination_0007"


def upgrade() -> None:
    make_grams(op.get_bind(), "determination", "appeal", "joint_meeting")
