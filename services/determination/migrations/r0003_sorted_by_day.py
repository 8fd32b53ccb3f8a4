"""No list is sorted by number any more: within an organ that is the order of days, and every filing paid."""

from alembic import op

revision, down_revision = "determination_0003", "determination_0002"


def upgrade() -> None:
    op.drop_index("determination_by_number", "determination")
    op.drop_index("determination_by_number_of_organ", "determination")
    op.drop_index("appeal_by_number", "appeal")
    op.drop_index("joint_meeting_by_number", "joint_meeting")
