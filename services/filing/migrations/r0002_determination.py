"""Determinations, meetings and appeals were told by review, and are by determination: heard on from there."""

from rongcuo.chassis.database.history import go_on_hearing

revision, down_revision = "filing_0002", "filing_0001"


def upgrade() -> None:
    go_on_hearing("review.events--filing", "determination.events--filing")
