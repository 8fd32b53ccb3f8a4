"""The chassis' own tables, in every service's database beside the service's.

Its revisions also make the triggers by which the database itself keeps the ledger: written once, never
changed, never deleted. They stop mistakes and everyone who does not own the database; who owns it can drop
them. That is seen by the proofs, not prevented.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from rongcuo.chassis.database.types import Json, Moment

CHASSIS = MetaData()

# SQLite numbers by itself only what is declared exactly INTEGER.
Numbered = BigInteger().with_variant(Integer, "sqlite")


def _number(name: str) -> Column[int]:
    return Column(name, Numbered, primary_key=True, autoincrement=True)


# For which mode this database was made; see chassis.starting.kind.
made_for = Table(
    "made_for", CHASSIS,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("mode", String(32), nullable=False),
)

# Written again and again, only to see that it can be; see chassis.hosting.trial.
trial = Table(
    "trial", CHASSIS,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("piece", LargeBinary, nullable=False),
)

command_log = Table(
    "command_log", CHASSIS,
    Column("command_id", String(64), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("actor_id", String(64), nullable=False),
    Column("answer", Json),
    Column("at", Moment, nullable=False),
)

outbox = Table(
    "outbox", CHASSIS,
    _number("seq"),
    Column("event_id", String(64), nullable=False, unique=True),
    Column("subject", String(64), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("type_name", String(128), nullable=False),
    Column("source", String(64), nullable=False),
    Column("correlation_id", String(64), nullable=False),
    Column("time", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Column("sent_at", Moment),
    Column("settled", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("subject", "sequence"),     # two writers of one version: one of them changed too late
    sqlite_autoincrement=True,
)
Index("outbox_unsent", outbox.c.seq, postgresql_where=outbox.c.sent_at.is_(None),
      sqlite_where=outbox.c.sent_at.is_(None))
Index("outbox_unsettled", outbox.c.seq, postgresql_where=~outbox.c.settled, sqlite_where=~outbox.c.settled)

# For whom the embedded bus has been told the whole outbox.
hearers = Table(
    "hearers", CHASSIS,
    Column("queue", String(255), primary_key=True),
)

inbox = Table(
    "inbox", CHASSIS,
    Column("consumer", String(128), primary_key=True),
    Column("event_id", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
)

# The version of each subject that was heard last; the table keeps the name it had in the first edition.
subject_versions = Table(
    "heard", CHASSIS,
    Column("consumer", String(128), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("sequence", BigInteger, nullable=False),
)

dead_letters = Table(
    "dead_letters", CHASSIS,
    _number("letter_id"),
    Column("consumer", String(128), nullable=False),
    Column("event_id", String(255), nullable=False),
    Column("type_name", String(255), nullable=False),
    Column("subject", String(255), nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("reason_code", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("attempts", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("headers", Json, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_by", String(64)),
    Column("decided_reason", Text),
    Column("decided_at", Moment),
    UniqueConstraint("consumer", "event_id", "digest"),
    sqlite_autoincrement=True,
)
Index("dead_letters_state", dead_letters.c.state, dead_letters.c.letter_id)
Index("dead_letters_subject", dead_letters.c.consumer, dead_letters.c.subject)

ledger = Table(
    "ledger", CHASSIS,
    _number("line_id"),
    Column("seq", BigInteger, unique=True),
    Column("body", Text, nullable=False),
    Column("leaf", String(64), nullable=False),
    Column("salt", String(32), nullable=False),
    sqlite_autoincrement=True,
)
Index("ledger_unnumbered", ledger.c.line_id, postgresql_where=ledger.c.seq.is_(None),
      sqlite_where=ledger.c.seq.is_(None))

# Perfect subtrees of the Merkle tree over the numbered lines, from level 1 on, as hexadecimal SHA-256.
ledger_nodes = Table(
    "ledger_nodes", CHASSIS,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False),
)

# Which numbered lines speak of whom. It follows from the lines.
ledger_subjects = Table(
    "ledger_subjects", CHASSIS,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("subject", String(255), nullable=False),
    Column("what", String(128), nullable=False),
)
Index("ledger_subjects_subject", ledger_subjects.c.subject, ledger_subjects.c.seq)

ledger_checkpoints = Table(
    "ledger_checkpoints", CHASSIS,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
