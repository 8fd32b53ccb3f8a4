"""Changes of filings; what was filed in which time; classes for which one is watched or refused."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, Integer, String, Text

from rongcuo.chassis.database.types import Json, Moment

revision, down_revision = "filing_0009", "filing_0008"
TABLE = "filing_change"
INDICES = {
    "of_filing": ["filing_id", "proposed_at"], "of_organ": ["organ_id", "proposed_at", "id"],
    "of_division": ["division_code", "proposed_at", "id"], "of_filer": ["filer_id", "proposed_at", "id"],
    "of_reviewer": ["reviewer_id", "id"],
}


def upgrade() -> None:
    op.add_column("filing", Column("versions", Json))
    op.add_column("filing", Column("classes", Json))
    op.create_table(
        TABLE,
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("filing_id", String(64), nullable=False),
        Column("number", String(96), nullable=False),
        Column("filing_number", String(96), nullable=False),
        Column("title", String(200), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("first_organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("filer_id", String(64), nullable=False),
        Column("filer_name", String(200), nullable=False),
        Column("unit", String(200), nullable=False),
        Column("unit_key", String(200), nullable=False),
        Column("pack_id", String(64), nullable=False),
        Column("proposer_id", String(64), nullable=False),
        Column("proposer_name", String(200), nullable=False),
        Column("state", String(30), nullable=False),
        Column("since", Moment, nullable=False),
        Column("proposed_at", Moment, nullable=False),
        Column("decided_at", Moment),
        Column("decided_by", String(64), nullable=False),
        Column("decided_by_name", String(200), nullable=False),
        Column("digest", String(64), nullable=False),
        Column("rests_on", String(64), nullable=False),
        Column("objection_until", Date),
        Column("content", Json, nullable=False),
        Column("pending", Boolean, nullable=False),
        Column("pending_of", String(64), unique=True),
        Column("apart", Text, nullable=False),
        Column("reviewer_id", String(64), nullable=False),
        Column("reviewer_name", String(200), nullable=False),
        Column("sought", Text, nullable=False),
    )
    op.create_index(f"ix_{TABLE}_pack_id", TABLE, ["pack_id"])
    for name, columns in INDICES.items():
        op.create_index(f"{TABLE}_{name}", TABLE, columns)
