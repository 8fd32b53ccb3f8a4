"""documents' tables."""

from pathlib import Path
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from rongcuo.casework.counters import counter_table
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.types import Json, Moment

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

contents: Final = Table(
    "contents", METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("blob", String(120), nullable=False, unique=True),
)

attachments: Final = Table(
    "attachments", METADATA,
    Column("id", String(64), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("media_type", String(120), nullable=False),
    Column("blob", String(120), nullable=False),
    Column("uploaded_by", String(64), nullable=False),
    Column("uploaded_at", Moment, nullable=False),
    UniqueConstraint("sha256", "uploaded_by", "name"),
)

matters: Final = Table(
    "matters", METADATA,
    Column("id", String(64), primary_key=True),
    Column("content", Json, nullable=False),
)

letters: Final = Table(
    "letters", METADATA,
    Column("id", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),   # counts the writes of this row
    Column("version", Integer, nullable=False),    # counts the events it has told
    Column("matter_id", String(64), nullable=False),
    Column("decision_id", String(100), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("family", String(20), nullable=False),
    Column("name", String(100), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("organ_name", String(120), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("number", String(120), nullable=False),
    Column("code", String(16), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("addressee", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("illustrative", Boolean, nullable=False),
    Column("recipients", Json, nullable=False),
    Column("parties", Json, nullable=False),
    Column("standing", String(20), nullable=False),
    Column("replaces", String(64), nullable=False),
    Column("replaced_by", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("docx_sha256", String(64), nullable=False),
    Column("pdf", String(120), nullable=False),
    Column("docx", String(120), nullable=False),
    Column("trouble", String(64), nullable=False),
    Column("signs", String(64), nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("tried_until", Moment),
    key_column(),
    UniqueConstraint("organ_id", "number"),
)
found_by_grams(letters)
_current = letters.c.standing == "current"
_unmade = letters.c.pdf == ""
Index("letters_one_current", letters.c.decision_id, letters.c.kind, unique=True,
      sqlite_where=_current, postgresql_where=_current)
Index("letters_unmade", letters.c.issued_at, sqlite_where=_unmade, postgresql_where=_unmade)
Index("letters_dated", letters.c.issued_at, letters.c.id)
Index("letters_of_organ", letters.c.organ_id, letters.c.issued_at, letters.c.id)
Index("letters_of_matter", letters.c.matter_id, letters.c.issued_at)
Index("letters_pdf", letters.c.pdf)
Index("letters_docx", letters.c.docx)

recipients: Final = Table(       # of a letter, which names them too: whose letters those are
    "letter_recipients", METADATA,
    Column("letter_id", String(64), ForeignKey("letters.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("letter_recipients_officer", "officer_id"),
)

counters: Final = counter_table("letter_counters", METADATA, longest_series=20, organ_first=True)
