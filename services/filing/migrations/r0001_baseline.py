"""The tables as v0.3.0 made them, which noted no revision; where they are there, nothing happens."""

from pathlib import Path

from rongcuo.chassis.database.history import run_sql

revision = "filing_0001"
down_revision = None


def upgrade() -> None:
    run_sql(Path(__file__))
