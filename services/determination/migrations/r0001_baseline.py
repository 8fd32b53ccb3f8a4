"""The tables as they were when determinations left `review`, whose rows `rongcuo migrate` brings."""

from pathlib import Path

from rongcuo.chassis.database.history import run_sql

revision = "determination_0001"
down_revision = None


def upgrade() -> None:
    run_sql(Path(__file__))
