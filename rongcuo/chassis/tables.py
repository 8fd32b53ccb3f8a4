"""The chassis' own tables, in every service's database beside the service's."""

from sqlalchemy import (
    DDL,
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
    event,
    false,
)

from rongcuo.chassis.columns import Json, Moment

CHASSIS = MetaData()

# SQLite numbers by itself only what is declared exactly INTEGER.
Numbered = BigInteger().with_variant(Integer, "sqlite")


def _number(name: str) -> Column[int]:
    return Column(name, Numbered, primary_key=True, autoincrement=True)


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

inbox = Table(
    "inbox", CHASSIS,
    Column("consumer", String(128), primary_key=True),
    Column("event_id", String(64), primary_key=True),
    Column("at", Moment, nullable=False),
)

heard = Table(
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

# A line is written without a number, gets its number once, and is never changed or deleted.
_APPEND_ONLY_SQLITE = (
    """CREATE TRIGGER ledger_written BEFORE INSERT ON ledger
       WHEN NEW.seq IS NOT NULL OR EXISTS (SELECT 1 FROM ledger WHERE line_id = NEW.line_id)
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_numbered BEFORE UPDATE ON ledger
       WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL OR OLD.line_id <> NEW.line_id
         OR OLD.body <> NEW.body OR OLD.leaf <> NEW.leaf OR OLD.salt <> NEW.salt
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
_APPEND_ONLY_POSTGRES = (
    """CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'INSERT' AND NEW.seq IS NULL THEN RETURN NEW; END IF;
         IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL
            AND (OLD.line_id, OLD.body, OLD.leaf, OLD.salt) = (NEW.line_id, NEW.body, NEW.leaf, NEW.salt)
         THEN RETURN NEW; END IF;
         RAISE EXCEPTION 'the ledger is append-only';
       END $$""",
    """CREATE TRIGGER ledger_lines BEFORE INSERT OR UPDATE OR DELETE ON ledger
       FOR EACH ROW EXECUTE FUNCTION ledger_append_only()""",
    """CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON ledger
       FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()""",
)
for _dialect, _statements in (("sqlite", _APPEND_ONLY_SQLITE), ("postgresql", _APPEND_ONLY_POSTGRES)):
    for _statement in _statements:
        _ddl = DDL(_statement).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]
        event.listen(ledger, "after_create", _ddl)
