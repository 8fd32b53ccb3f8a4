"""Everything one service stands on in one process: database, clock, rules, outbox, dead letters."""

from collections.abc import Callable, Sequence
from typing import Generic
from uuid import uuid4

from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from rongcuo.chassis import failpoints
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.liveness import LivenessProbe
from rongcuo.chassis.dead_letters.store import DeadLetters
from rongcuo.chassis.hosting import trial
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.chassis.messaging import is_embedded
from rongcuo.chassis.outbox.store import Outbox, OutboxRow
from rongcuo.chassis.signing import Seals, key_folder
from rongcuo.chassis.starting.kind import require_database_of_kind
from rongcuo.chassis.starting.packs import require_packs_of_ours
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import TimeSource, time_source
from rongcuo.chassis.triggers import Invocation, Trigger
from rongcuo.chassis.unit_of_work.event_batch import EventBatcher
from rongcuo.chassis.unit_of_work.execution import Ask, SqlExecutionContext
from rongcuo.chassis.unit_of_work.transaction import Store
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.policy.rules import Rules


class ServiceRuntime(Generic[Store]):
    """A service's runtime. `store_class` is built with a session for each unit or reading.

    Raises DatabaseInUse, ConfigError, or CaseError `time.not_settable`.
    """

    def __init__(self, service_name: str, metadata: MetaData, store_class: Callable[[Session], Store],
                 config: Config, *, time: TimeSource | None = None, rules: Rules | None = None,
                 linger: float = 0.0) -> None:
        failpoints.arm(config)
        self.service_name = service_name
        self.config = config
        self.time = time or time_source(config)
        self.rules = rules or Rules(config.calendars, config.contacts, config.sheets)
        self.on_commit: Callable[[Sequence[OutboxRow]], None] = lambda _events: None
        self.database = open_database(service_name, config)
        self.outbox = Outbox(self.database, self.time)
        self.seals = Seals(key_folder(config), service_name)
        self.ledger = Ledger(self.database, service_name, config, self.time)
        self.batches = EventBatcher(self.database, store_class,
                                    0.0 if is_embedded(config.bus_url) else linger)
        self.dead_letters = DeadLetters(self.database, service_name, self.time)
        self._metadata = metadata
        self._store_class = store_class
        self._liveness = LivenessProbe(self.database.answers, lambda: trial.of_database(self.database))

    def start(self) -> None:
        """Make the tables ready and begin watching the database. Embedded, an earlier edition's are upgraded.

        Raises StartRefused for a database of another kind of use, of another edition, or of policy packs that
        are not at hand. Raises CaseError `service_unavailable` or `busy` while it does not answer; try again
        then.
        """
        ensure_tables(self.database, self.service_name, self._metadata,
                      upgrade=is_embedded(self.config.bus_url))
        require_database_of_kind(self.database, self.config.mode, self.service_name)
        require_packs_of_ours(self.database, self.rules, self.service_name, self._metadata)
        self._liveness.start()

    def stop(self) -> None:
        """Close everything; units still open fail."""
        self._liveness.stop()
        self.database.close()

    def context(self, trigger: Trigger, actor: Actor = SYSTEM, correlation_id: str = "",
                deadline: float | None = None, ask: Ask | None = None,
                ask_itself: Ask | None = None, together: bool | None = None, expected: str = "",
                caller: str = "") -> SqlExecutionContext[Store]:
        """A context for one trigger, now. `deadline`: seconds since 1970. `expected`: as in CallContext.

        `together`: whether an event may take effect in one batch with others; None: it waits for none.
        """
        about = Invocation(self.service_name, trigger, actor, self.time.now(),
                           correlation_id or uuid4().hex, expected, caller)
        return SqlExecutionContext(about, self.database, self.rules, self._store_class, self.ledger, ask,
                                   ask_itself, deadline, self.on_commit, self.time.now,
                                   None if together is None else self.batches, bool(together))

    def healthy(self) -> bool:
        """Whether the database answered lately, and took what was written. Answers at once."""
        return self._liveness.alive and not self._liveness.trouble

    @property
    def trouble(self) -> str:
        """Why nothing can be written into the database; empty where it can."""
        return self._liveness.trouble
