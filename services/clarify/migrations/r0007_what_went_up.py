"""Of what was passed up before, nothing stays of who reported and how, who stepped back, and what was done
but its remit check; and it is counted in no part of a figure."""

from hashlib import sha256
from typing import Any

from alembic import op
from sqlalchemy import String, column, select, table

from rongcuo.chassis.database.types import Json

revision, down_revision = "clarify_0007", "clarify_0006"
REPORT = table("clarify_report", column("id", String), column("state", String), column("channel", String),
               column("origin", String), column("counted", Json), column("content", Json))
STEPS = ("register", "open", "accept", "pass_up", "new_calendar")
COUNTED = {"channel": "", "kind": "", "origin": "", "turn": "", "categories": [], "levels": []}


def upgrade() -> None:
    bind = op.get_bind()
    for row in bind.execute(select(REPORT).where(REPORT.c.state == "passed_up")).all():
        bind.execute(REPORT.update().where(REPORT.c.id == row.id).values(
            channel="letter", origin="own_level", counted=row.counted and COUNTED,
            content=_emptied(row.content)))


def _emptied(content: dict[str, Any]) -> dict[str, Any]:
    stepped_back = (sha256(f"officer:{each[0]}".encode()).hexdigest()[:32] for each in content["recusals"])
    return content | {
        "signed": False, "reachable": False, "confirmed": False, "unconfirmed": "", "recusals": [],
        "ever_held": [], "named_keys": sorted({*content["named_keys"], *stepped_back}),
        "history": [each for each in content["history"] if each["what"] in STEPS]}
