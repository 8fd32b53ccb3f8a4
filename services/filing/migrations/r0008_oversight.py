"""What follows the acceptance of a filing; also of those that were accepted before, without a plan."""

from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, Date, Integer, RowMapping, String, Text, column, select, table

from rongcuo.chassis.database.types import Json, Moment

revision, down_revision = "filing_0008", "filing_0007"
TABLE = "filing_oversight"
INDICES = {
    "of_organ": ["organ_id", "opened_at", "id"], "of_division": ["division_code", "opened_at", "id"],
    "of_filer": ["filer_id", "opened_at", "id"], "of_officer": ["officer_id", "id"],
    "due": ["due_on", "id"],
}
PORTION = 1_000
FILED = ("id", "number", "title", "organ_id", "first_organ_id", "division_code", "filer_id", "filer_name",
         "unit", "unit_key", "pack_id", "sought", "state", "recused", "void_by")
FILING = table("filing", *(column(name, String) for name in FILED), column("valid_until", Date),
               column("decided_at", Moment), column("content", Json))
PAGE = select(FILING).where(FILING.c.state.in_(["accepted", "expired"])).order_by(FILING.c.id).limit(PORTION)
AS_FILED = FILED[1:12]
LISTS = ("checkpoints", "progress", "deviations", "meddlings", "evaluations", "outcomes", "retrospectives",
         "history")


def upgrade() -> None:
    op.create_table(
        TABLE,
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("filing_id", String(64), nullable=False),
        Column("number", String(96), nullable=False),
        Column("title", String(200), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("first_organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("filer_id", String(64), nullable=False),
        Column("filer_name", String(200), nullable=False),
        Column("unit", String(200), nullable=False),
        Column("unit_key", String(200), nullable=False),
        Column("pack_id", String(64), nullable=False),
        Column("state", String(30), nullable=False),
        Column("since", Moment, nullable=False),
        Column("opened_at", Moment, nullable=False),
        Column("valid_until", Date, nullable=False),
        Column("planned", Boolean, nullable=False),
        Column("content", Json, nullable=False),
        Column("apart", Text, nullable=False),
        Column("supervisors", Text, nullable=False),
        Column("officer_id", String(64), nullable=False),
        Column("due_on", Date),
        Column("stage", String(64), nullable=False),
        Column("deviations", Integer, nullable=False),
        Column("sought", Text, nullable=False),
    )
    op.create_index(f"{TABLE}_of_filing", TABLE, ["filing_id"], unique=True)
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in INDICES.items():
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
    _begin()


def _begin() -> None:
    bind = op.get_bind()
    made = table(TABLE, *(column(name) for name in (
        "id", "revision", "version", "edits", "filing_id", *AS_FILED, "state", "planned", "apart",
        "supervisors", "officer_id", "stage", "deviations")), column("since", Moment),
        column("opened_at", Moment), column("valid_until", Date), column("content", Json))
    rows = bind.execute(PAGE).mappings().all()
    while rows:
        bind.execute(made.insert(), [_of(row) for row in rows])
        rows = bind.execute(PAGE.where(FILING.c.id > rows[-1]["id"])).mappings().all()


def _of(row: RowMapping) -> dict[str, Any]:
    days = {name: row["content"].get(name) for name in ("act_from", "act_until")}
    content = {name: [] for name in LISTS} | days | dict.fromkeys(
        ("plan_due_on", "second_look_on", "officer", "closing"))
    return {name: row[name] for name in AS_FILED} | {
        "id": f"{row['id']}.o", "filing_id": row["id"], "revision": 1, "version": 0, "edits": 0,
        "state": "stopped" if row["void_by"] else "running", "planned": False, "apart": row["recused"],
        "supervisors": ",", "officer_id": "", "stage": "", "deviations": 0, "since": row["decided_at"],
        "opened_at": row["decided_at"], "valid_until": row["valid_until"], "content": content}
