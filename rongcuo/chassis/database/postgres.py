"""PostgreSQL through psycopg2, green under eventlet, with an end to every wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import structlog
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select, true
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import green_wait
from rongcuo.chassis.database.base import Database, RelayLock
from rongcuo.chassis.database.deferred import Pipeline
from rongcuo.chassis.database.error_mapping import in_plain_words
from rongcuo.chassis.database.types import canonical
from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
SLACK_S = 0.5        # the server's own timeout, where it can act, comes before our patience ends
ABANDONED_S = 15     # a transaction left open by a frozen process gives its locks back after this
KEEPALIVE = {"keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}


class PostgresDatabase(Database):
    """A database, or a schema chosen by `?options=-csearch_path=…` in the URL, of one service."""

    def __init__(self, url: str, service: str, config: Config) -> None:
        green_wait.install()
        self._single = _engine(make_url(url), service, config)
        super().__init__(_beginning(self._single, b"BEGIN"),
                         _beginning(self._single, b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))

    @contextmanager
    def at_once(self) -> Iterator[Session]:
        """One way to the server and back, where a transaction around it takes two."""
        with in_plain_words(), Session(self._single) as session:
            yield session

    glancing = at_once

    def relay_lock(self) -> RelayLock:
        return _AdvisoryLock(self._single)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        yield

    def _keep_others_out(self, session: Session) -> None:
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext("rongcuo.create"))))


def _engine(url: URL, service: str, config: Config) -> Engine:
    options = [str(url.query.get("options", "")), *(f"-c {name}={value}" for name, value in {
        "statement_timeout": _milliseconds(config.statement_timeout),
        "lock_timeout": _milliseconds(config.lock_timeout),
        "idle_in_transaction_session_timeout": _milliseconds(ABANDONED_S),
        "tcp_keepalives_idle": 10, "tcp_keepalives_interval": 5, "tcp_keepalives_count": 3,
        "TimeZone": "UTC",
    }.items())]
    return create_engine(
        url.set(drivername="postgresql+psycopg2").difference_update_query(["options"]),
        pool_size=config.database_pool, max_overflow=5, pool_timeout=config.connect_timeout,
        pool_use_lifo=True, json_serializer=canonical, isolation_level="AUTOCOMMIT",
        connect_args={
            "application_name": f"rongcuo {service}", "options": " ".join(options).strip(), **KEEPALIVE,
            "connect_timeout": max(2, round(config.connect_timeout)),
            "tcp_user_timeout": _milliseconds(config.statement_timeout + SLACK_S),
            "connection_factory": type("Line", (Pipeline,), {"patience": config.statement_timeout + SLACK_S}),
        })


def _beginning(engine: Engine, how: bytes) -> Engine:
    """The same connections, with a transaction around what is done on them."""
    beginning = engine.execution_options()

    @event.listens_for(beginning, "begin")
    def begin(connection: Connection) -> None:
        cast(Pipeline, connection.connection.dbapi_connection).begin(how)

    return beginning


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


class _AdvisoryLock(RelayLock):
    """A session's advisory lock, on a connection of its own: the server frees it when the session ends."""

    TAKE = select(func.pg_try_advisory_lock(func.hashtext("rongcuo.relay"),
                                            func.hashtext(func.current_schema())))
    ALIVE = select(true())

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._held = False

    def take(self) -> bool:
        try:
            self._connection = self._connection or self._own_connection()
            self._held = bool(self._connection.scalar(self.ALIVE if self._held else self.TAKE))
        except (SQLAlchemyError, CaseError) as error:
            log.warning("relay_lock_lost", reason=type(error).__name__)
            self.release()
        return self._held

    def release(self) -> None:
        connection, self._connection, self._held = self._connection, None, False
        if connection is not None:
            connection.invalidate()
            connection.close()

    def _own_connection(self) -> Connection:
        connection = self._engine.connect()
        connection.detach()
        return connection
