"""The tables of the hub."""

from pathlib import Path
from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, MetaData, String, Table, Text, false

from rongcuo.casework.counting.rows import figure_table
from rongcuo.chassis.database.streams import stream_tables
from rongcuo.chassis.database.types import Json, Moment

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

streams: Final = stream_tables("province", METADATA)
figures: Final = figure_table("province_figure", METADATA)
nodes: Final = Table(
    "province_node", METADATA,
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
asides: Final = Table(
    "province_aside", METADATA,
    Column("node", String(6), primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("code", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
matters: Final = Table(
    "province_matter", METADATA,
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
sheets: Final = Table(
    "province_sheet", METADATA,
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
taken: Final = Table(
    "province_sheet_taken", METADATA,
    Column("name", String(80), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("node", String(6), primary_key=True),
    Column("code", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
approvals: Final = Table(
    "province_approval", METADATA,
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
    Column("officer_id", String(64), nullable=False, server_default=""),
    Column("pack_id", String(64), nullable=False, server_default=""),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("ended", Boolean, nullable=False, server_default=false()),
)
Index("ix_province_approval_pack_id", approvals.c.pack_id)
returns: Final = Table(
    "province_return", METADATA,
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
witnesses: Final = Table(
    "province_witness", METADATA,
    Column("node", String(6), primary_key=True),
    Column("origin", String(120), primary_key=True),
    Column("size", BigInteger, primary_key=True),
    Column("root", String(44), primary_key=True),
    Column("note", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
Index("province_matter_outcome", matters.c.year, matters.c.situation, matters.c.organ_id, matters.c.outcome,
      postgresql_where=matters.c.outcome != "", sqlite_where=matters.c.outcome != "")
Index("province_matter_number", matters.c.case_number)
Index("province_approval_asked_of", approvals.c.asked_of, approvals.c.asked_at, approvals.c.id)
Index("province_approval_due", approvals.c.state, approvals.c.due_on)
Index("province_return_period", returns.c.period)
