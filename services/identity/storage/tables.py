"""identity's tables."""

from pathlib import Path

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table, Text

from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.unit_names import LONGEST_KEY

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

officers = Table(
    "officers", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("username", String(64), nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("organ_id", String(64), nullable=False, index=True),
    Column("division_code", String(6), nullable=False),
    Column("unit_id", String(64), nullable=False, index=True),   # empty: of no unit
    Column("active", Boolean, nullable=False),
    Column("content", Json, nullable=False),
)

units = Table(
    "units", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("organ_id", String(64), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("aliases", Json, nullable=False),
    Column("former_names", Json, nullable=False),
    Column("merged_into", String(64), nullable=False),
    Column("proposed", Json),                              # what waits for a second registrar's word
)

unit_names = Table(      # no two units of an organ have one name
    "unit_names", METADATA,
    Column("organ_id", String(64), primary_key=True),
    Column("key", String(LONGEST_KEY), primary_key=True),
    Column("unit_id", String(64), nullable=False, index=True),
)

sessions = Table(
    "sessions", METADATA,
    Column("digest", String(64), primary_key=True),
    Column("officer_id", String(64), nullable=False, index=True),
    Column("began_at", Moment, nullable=False),
    Column("last_seen_at", Moment, nullable=False, index=True),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("address", String(64), nullable=False),
)

links = Table(
    "links", METADATA,
    Column("officer_id", String(64), primary_key=True),
    Column("purpose", String(20), nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("digest", String(64), nullable=False, index=True),
    Column("mail_at", Moment, index=True),
    Column("tries", Integer, nullable=False),
)

handed_links = Table(
    "handed_links", METADATA,
    Column("digest", String(64), primary_key=True),
    Column("officer_id", String(64), nullable=False, index=True),
    Column("by", String(64), nullable=False),
    Column("issued_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
    Column("address", String(64), nullable=False),
    Column("told", Boolean, nullable=False),      # to its officer, as they signed in after it was used
)

known_addresses = Table(
    "known_addresses", METADATA,
    Column("officer_id", String(64), primary_key=True),
    Column("address", String(64), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
)

unsent_forms = Table(
    "unsent_forms", METADATA,
    Column("officer_id", String(64), primary_key=True),
    Column("form", String(64), primary_key=True),
    Column("sealed", Text, nullable=False),               # empty: sent, or dropped
    Column("done_page", String(64), nullable=False),      # the page that was sent
    Column("kept_at", Moment, nullable=False, index=True),
)

kept_views = Table(
    "kept_views", METADATA,
    Column("officer_id", String(64), primary_key=True),
    Column("sealed", Text, nullable=False),
)

alarms = Table(
    "alarms", METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

budgets = Table(
    "budgets", METADATA,
    Column("key", String(255), primary_key=True),
    Column("spent", Integer, nullable=False),
    Column("until", Float, nullable=False, index=True),   # seconds since 1970
)
