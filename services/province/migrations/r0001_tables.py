"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, String, Text, text

from rongcuo.chassis.database.types import Json, Moment

revision = "province_0001"
down_revision = None
OUTCOME = text("outcome != ''")


def upgrade() -> None:
    op.create_table(
        "province_stream",
        Column("peer", String(32), primary_key=True),
        Column("epoch", Integer, nullable=False),
        Column("given", BigInteger, nullable=False),
        Column("acknowledged", BigInteger, nullable=False),
        Column("their_epoch", Integer, nullable=False),
        Column("received", BigInteger, nullable=False),
    )
    op.create_table(
        "province_stream_entry",
        Column("peer", String(32), primary_key=True),
        Column("number", BigInteger, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "province_figure",
        Column("place", String(64), primary_key=True),
        Column("period", String(7), primary_key=True),
        Column("code", String(40), primary_key=True),
        Column("number", BigInteger, nullable=False),
        Column("days", BigInteger, nullable=False),
        Column("small_ones", Integer, nullable=False),
        Column("in_them", Integer, nullable=False),
    )
    op.create_table(
        "province_node",
        Column("code", String(6), primary_key=True),
        Column("key_id", String(16), nullable=False),
        Column("registered_at", Moment, nullable=False),
        Column("revoked_at", Moment),
        Column("seen_at", Moment),
        Column("clock_s", Integer, nullable=False),
        Column("waiting", Integer, nullable=False),
        Column("waiting_since", Moment),
        Column("version", String(40), nullable=False),
        Column("packs", Json, nullable=False),
        Column("calendar", String(80), nullable=False),
        Column("says", String(200), nullable=False),
        Column("line_trouble", String(20), nullable=False),
        Column("ledger_trouble", String(20), nullable=False),
        Column("last", String(64), nullable=False),
        Column("epoch", Integer, nullable=False),
        Column("had_epoch", Integer, nullable=False),
        Column("had", BigInteger, nullable=False),
    )
    op.create_table(
        "province_aside",
        Column("node", String(6), primary_key=True),
        Column("epoch", Integer, primary_key=True),
        Column("number", BigInteger, primary_key=True),
        Column("kind", String(32), nullable=False),
        Column("body", Text, nullable=False),
        Column("code", String(80), nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "province_matter",
        Column("node", String(6), primary_key=True),
        Column("id", String(97), primary_key=True),
        Column("epoch", Integer, nullable=False),
        Column("version", BigInteger, nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("case_number", String(80), nullable=False),
        Column("situation", String(80), nullable=False),
        Column("outcome", String(40), nullable=False),
        Column("year", String(4), nullable=False),
        Column("counts", Json, nullable=False),
    )
    op.create_table(
        "province_sheet",
        Column("name", String(80), primary_key=True),
        Column("digest", String(64), primary_key=True),
        Column("calendar", Boolean, nullable=False),
        Column("body", Text, nullable=False),
        Column("prepared_by", String(64), nullable=False),
        Column("prepared_by_name", String(200), nullable=False),
        Column("prepared_at", Moment, nullable=False),
        Column("approved_by", String(64), nullable=False),
        Column("approved_by_name", String(200), nullable=False),
        Column("published_at", Moment),
    )
    op.create_table(
        "province_sheet_taken",
        Column("name", String(80), primary_key=True),
        Column("digest", String(64), primary_key=True),
        Column("node", String(6), primary_key=True),
        Column("code", String(80), nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "province_approval",
        Column("id", String(64), primary_key=True),
        Column("node", String(6), nullable=False),
        Column("kind", String(32), nullable=False),
        Column("state", String(12), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("asked_of", String(6), nullable=False),
        Column("at_node", Boolean, nullable=False),
        Column("case_number", String(80), nullable=False),
        Column("summary", Text, nullable=False),
        Column("due_on", Date, nullable=False),
        Column("asked_at", Moment, nullable=False),
        Column("reason", Text, nullable=False),
        Column("answered_by", String(64), nullable=False),
        Column("answered_at", Moment),
    )
    op.create_table(
        "province_return",
        Column("organ_id", String(64), primary_key=True),
        Column("period", String(7), primary_key=True),
        Column("revision", Integer, primary_key=True),
        Column("node", String(6), nullable=False),
        Column("reason", Text, nullable=False),
        Column("rows", Json, nullable=False),
        Column("checksum", String(64), nullable=False),
        Column("signature", String(200), nullable=False),
        Column("submitted_at", Moment, nullable=False),
        Column("received_at", Moment, nullable=False),
        Column("differing", Json, nullable=False),
    )
    op.create_table(
        "province_witness",
        Column("node", String(6), primary_key=True),
        Column("origin", String(120), primary_key=True),
        Column("size", BigInteger, primary_key=True),
        Column("root", String(44), primary_key=True),
        Column("note", Text, nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_index(
        "province_matter_outcome", "province_matter", ["year", "situation", "organ_id", "outcome"],
        postgresql_where=OUTCOME, sqlite_where=OUTCOME)
    op.create_index("province_matter_number", "province_matter", ["case_number"])
    op.create_index("province_approval_asked_of", "province_approval", ["asked_of", "asked_at", "id"])
    op.create_index("province_approval_due", "province_approval", ["state", "due_on"])
    op.create_index("province_return_period", "province_return", ["period"])
