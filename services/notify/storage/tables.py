"""notify's tables."""

from pathlib import Path

from sqlalchemy import (
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
    false,
    text,
)

from rongcuo.casework.apart import LENGTH
from rongcuo.casework.case_rows import number_order
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.unit_names import LONGEST_KEY

METADATA = MetaData(info={"migrations": Path(__file__).parents[1] / "migrations"})

matters = Table(
    "matters", METADATA,
    Column("id", String(64), primary_key=True),
    Column("organ_id", String(64), nullable=False, index=True),
    Column("division_code", String(6), nullable=False),
    Column("unit", String(LONGEST_KEY), nullable=False),   # written plainly, for comparing
    Column("filer_id", String(64), nullable=False),
    Column("remind_at", Moment, index=True),
    Column("content", Json, nullable=False),
)

apart = Table(     # who sees of a matter only what is for them, by their keys
    "matter_apart", METADATA,
    Column("matter_id", String(64), ForeignKey("matters.id"), primary_key=True),
    Column("who", String(LENGTH), primary_key=True),
    Column("hears", Boolean, nullable=False),      # what is told to them; otherwise nothing any more
    Index("matter_apart_who", "who"),
)

tasks = Table(
    "tasks", METADATA,
    Column("id", String(80), primary_key=True),
    Column("matter_id", String(64), ForeignKey("matters.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("holders", Json, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("closed_at", Moment),
    Column("reminded_until", Moment),
    Column("number", String(96), nullable=False, server_default=""),    # of the matter, where it has one
    number_order(),
    UniqueConstraint("matter_id", "place"),
)
_open, _age = tasks.c.closed_at.is_(None), (tasks.c.opened_at, tasks.c.number_order, tasks.c.id)
Index("tasks_in_order", tasks.c.due_at, *_age, postgresql_where=_open, sqlite_where=_open)
Index("tasks_by_age", *_age, postgresql_where=_open, sqlite_where=_open)

task_holders = Table(
    "task_holders", METADATA,
    Column("holder", String(80), primary_key=True),
    Column("task_id", String(80), ForeignKey("tasks.id"), primary_key=True, index=True),
)

messages = Table(
    "messages", METADATA,
    Column("id", String(64), primary_key=True),
    Column("occasion", String(255), nullable=False),
    Column("recipient_id", String(64), nullable=False),
    Column("matter_id", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("read_at", Moment),
    UniqueConstraint("occasion", "recipient_id"),  # nobody is told twice
    Index("messages_inbox", "recipient_id", "at"),
)
_read, _unread = messages.c.read_at.is_not(None), messages.c.read_at.is_(None)
Index("messages_read", messages.c.read_at, messages.c.id, postgresql_where=_read, sqlite_where=_read)
Index("messages_unread", messages.c.recipient_id, messages.c.at, messages.c.id, postgresql_where=_unread,
      sqlite_where=_unread)

deliveries = Table(
    "deliveries", METADATA,
    Column("id", String(64), primary_key=True),
    Column("message_id", String(64), ForeignKey("messages.id"), nullable=False),
    Column("matter_id", String(64), nullable=False, index=True),
    Column("recipient_id", String(64), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("unanswered", Integer, nullable=False),
    Column("next_at", Moment),
    Column("since", Moment),
    Column("refused_at", Moment),
    Column("receipt", Text, nullable=False),
    Column("delivered_at", Moment),
    Column("within", String(64), nullable=False, server_default=""),    # the delivery whose mail tells of it
    UniqueConstraint("message_id", "channel"),
)
# As literals, in the indexes and in what is asked, so that SQLite knows the one for the other.
WAITING, IN_HAND, GIVEN_UP = (text(f"state = '{each}'") for each in ("pending", "sending", "failed"))
FOR_THE_DIGEST = text("state = 'pending' AND next_at IS NULL AND within = ''")
TOLD_WITHIN = text("within <> ''")
for _name, _which, *_columns in (
        ("due", WAITING, "channel", "next_at", "id"), ("lost", IN_HAND, "channel", "since", "id"),
        ("failed", GIVEN_UP, "id"), ("daily", FOR_THE_DIGEST, "recipient_id", "id"),
        ("within", TOLD_WITHIN, "within", "id")):
    Index(f"deliveries_{_name}", *(deliveries.c[each] for each in _columns),
          sqlite_where=_which, postgresql_where=_which)

digests = Table(
    "digests", METADATA,
    Column("id", String(64), primary_key=True),     # an officer's, whom identity may not have told of yet
    Column("daily", Boolean, nullable=False),
    Column("due_at", Moment, index=True),
)

watches = Table(     # how far the watchdog has looked at each service
    "watches", METADATA,
    Column("service", String(64), primary_key=True),
    Column("until", Moment, nullable=False),
    Column("cursor", Text, nullable=False),
)

gaps = Table(        # what was open without a task at its last look
    "watch_gaps", METADATA,
    Column("matter_id", String(64), primary_key=True),
)

officers = Table(
    "officers", METADATA,
    Column("id", String(64), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("organ_id", String(64), nullable=False, index=True),
    Column("division_code", String(6), nullable=False),
    Column("email", String(200), nullable=False),
    Column("roles", Json, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("units", Json, nullable=False, server_default="[]"),     # keys of their unit's names
    Column("asked", Boolean, nullable=False, server_default=false()),
)
