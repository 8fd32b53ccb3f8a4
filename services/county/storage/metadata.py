"""The tables."""

from pathlib import Path
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
)

from rongcuo.casework.counting.rows import figure_table
from rongcuo.chassis.database.streams import stream_tables
from rongcuo.chassis.database.types import Json, Moment

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

streams: Final = stream_tables("county", METADATA)
figures: Final = figure_table("county_figure", METADATA)
lines: Final = Table(
    "county_line", METADATA,
    Column("peer", String(32), primary_key=True),
    Column("waiting_since", Moment),
    Column("exchanged_at", Moment),
    Column("failed_code", String(80), nullable=False),
    Column("failed_since", Moment),
    Column("trouble", String(40), nullable=False),
    Column("their_epoch", Integer, nullable=False),
    Column("their_received", BigInteger, nullable=False),
    Column("clock_lead", BigInteger, nullable=False),      # seconds that the hub's clock is ahead of ours
)
matters: Final = Table(
    "county_matter", METADATA,
    Column("id", String(160), primary_key=True),
    Column("version", Integer, nullable=False),     # counts the changes of what counts for everybody
    Column("organ_id", String(64), nullable=False),
    Column("case_number", String(80), nullable=False),
    Column("situation", String(80), nullable=False),
    Column("stage", String(80), nullable=False),
    Column("apart", Json, nullable=False),          # keys of those from whom it is kept; they never leave
    Column("told", Boolean, nullable=False),
    Column("counts", Json, nullable=False),
    Column("begun", Json, nullable=False),
)
approvals: Final = Table(
    "county_approval", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("edits", Integer, nullable=False),
    Column("organ_id", String(64), nullable=False),      # that sees it here: who asked, or who is asked
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
    Column("officer_id", String(64), nullable=False, server_default=""),     # there, that answered
    Column("pack_id", String(64), nullable=False, server_default=""),
    Column("provincial", Boolean, nullable=False, server_default=false()),
    Column("asked_for", String(64), nullable=False, server_default=""),      # the case that asked by itself
    Column("asking", Integer, nullable=False, server_default="0"),
    Column("ended", Boolean, nullable=False, server_default=false()),
)
Index("ix_county_approval_pack_id", approvals.c.pack_id)
Index("county_approval_of_case", approvals.c.asked_for, approvals.c.asking)
Index("county_approval_of_organ", approvals.c.organ_id, approvals.c.asked_at, approvals.c.id)
Index("county_approval_due", approvals.c.state, approvals.c.due_on)
returns: Final = Table(
    "county_return", METADATA,
    Column("id", String(100), primary_key=True),
    Column("revision", Integer, nullable=False),    # of the row; `number` is that of the return
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
Index("county_return_of_organ", returns.c.organ_id, returns.c.submitted_at, returns.c.id)
sheets: Final = Table(
    "county_sheet", METADATA,
    Column("name", String(80), primary_key=True),
    Column("calendar", Boolean, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("code", String(80), nullable=False),
    Column("problem", String(500), nullable=False),
    Column("published_at", Moment, nullable=False),
    Column("taken_at", Moment, nullable=False),
)
witnesses: Final = Table(
    "county_witness", METADATA,
    Column("by", String(32), primary_key=True),          # who signed what is witnessed: us, or the hub
    Column("origin", String(120), primary_key=True),
    Column("size", BigInteger, primary_key=True),
    Column("note", Text, nullable=False),
    Column("keys", Json, nullable=False),
    Column("at", Moment, nullable=False),
)
ledger_troubles: Final = Table(
    "county_ledger_trouble", METADATA,
    Column("origin", String(120), primary_key=True),
    Column("problem", String(40), nullable=False),
)
aside: Final = Table(
    "county_aside", METADATA,
    Column("epoch", Integer, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("code", String(80), nullable=False),
    Column("at", Moment, nullable=False),
)
