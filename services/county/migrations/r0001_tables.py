"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    String,
    Text,
)

from rongcuo.chassis.database.types import Json, Moment

revision = "county_0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "county_stream",
        Column("peer", String(32), primary_key=True),
        Column("epoch", Integer, nullable=False),
        Column("given", BigInteger, nullable=False),
        Column("acknowledged", BigInteger, nullable=False),
        Column("their_epoch", Integer, nullable=False),
        Column("received", BigInteger, nullable=False),
    )
    op.create_table(
        "county_stream_entry",
        Column("peer", String(32), primary_key=True),
        Column("number", BigInteger, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "county_figure",
        Column("place", String(64), primary_key=True),
        Column("period", String(7), primary_key=True),
        Column("code", String(40), primary_key=True),
        Column("number", BigInteger, nullable=False),
        Column("days", BigInteger, nullable=False),
        Column("small_ones", Integer, nullable=False),
        Column("in_them", Integer, nullable=False),
    )
    op.create_table(
        "county_line",
        Column("peer", String(32), primary_key=True),
        Column("waiting_since", Moment),
        Column("exchanged_at", Moment),
        Column("failed_code", String(80), nullable=False),
        Column("failed_since", Moment),
        Column("trouble", String(40), nullable=False),
        Column("their_epoch", Integer, nullable=False),
        Column("their_received", BigInteger, nullable=False),
        Column("clock_lead", BigInteger, nullable=False),
    )
    op.create_table(
        "county_matter",
        Column("id", String(160), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("case_number", String(80), nullable=False),
        Column("situation", String(80), nullable=False),
        Column("stage", String(80), nullable=False),
        Column("apart", Json, nullable=False),
        Column("told", Boolean, nullable=False),
        Column("counts", Json, nullable=False),
        Column("begun", Json, nullable=False),
    )
    op.create_table(
        "county_approval",
        Column("id", String(64), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("asked_of_us", Boolean, nullable=False),
        Column("kind", String(40), nullable=False),
        Column("case_number", String(80), nullable=False),
        Column("summary", Text, nullable=False),
        Column("due_on", Date, nullable=False),
        Column("asked_by", String(64), nullable=False),
        Column("asked_by_name", String(200), nullable=False),
        Column("asked_at", Moment, nullable=False),
        Column("state", String(20), nullable=False),
        Column("reason", Text, nullable=False),
        Column("answered_by", String(64), nullable=False),
        Column("answered_at", Moment),
        Column("late_outcome", String(20)),
        Column("late_at", Moment),
    )
    op.create_index("county_approval_due", "county_approval", ["state", "due_on"])
    op.create_index("county_approval_of_organ", "county_approval", ["organ_id", "asked_at", "id"])
    op.create_table(
        "county_return",
        Column("id", String(100), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edits", Integer, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("period", String(7), nullable=False),
        Column("number", Integer, nullable=False),
        Column("reason", String(500), nullable=False),
        Column("rows", Json, nullable=False),
        Column("checksum", String(64), nullable=False),
        Column("signature", String(200), nullable=False),
        Column("submitted_by", String(64), nullable=False),
        Column("submitted_by_name", String(200), nullable=False),
        Column("submitted_at", Moment, nullable=False),
        Column("sent", Boolean, nullable=False),
        Column("refused_code", String(80), nullable=False),
    )
    op.create_index("county_return_of_organ", "county_return", ["organ_id", "submitted_at", "id"])
    op.create_table(
        "county_sheet",
        Column("name", String(80), primary_key=True),
        Column("calendar", Boolean, nullable=False),
        Column("digest", String(64), nullable=False),
        Column("body", Text, nullable=False),
        Column("code", String(80), nullable=False),
        Column("problem", String(500), nullable=False),
        Column("published_at", Moment, nullable=False),
        Column("taken_at", Moment, nullable=False),
    )
    op.create_table(
        "county_witness",
        Column("by", String(32), primary_key=True),
        Column("origin", String(120), primary_key=True),
        Column("size", BigInteger, primary_key=True),
        Column("note", Text, nullable=False),
        Column("keys", Json, nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "county_ledger_trouble",
        Column("origin", String(120), primary_key=True),
        Column("problem", String(40), nullable=False),
    )
    op.create_table(
        "county_aside",
        Column("epoch", Integer, primary_key=True),
        Column("number", BigInteger, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("body", Text, nullable=False),
        Column("code", String(80), nullable=False),
        Column("at", Moment, nullable=False),
    )
