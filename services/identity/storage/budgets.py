"""Budgets of attempts, counted by the library `limits`, in the service's own database: every replica spends
of the same ones, and a restart forgives nothing. Each count is a transaction of its own, made at once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from limits import RateLimitItemPerSecond
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import case, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from rongcuo.chassis.database import Database
from services.identity.domain.attempts import BARRED_FOR, MOST, Budget
from services.identity.storage.tables import alarms, budgets

_ITEMS = {budget: RateLimitItemPerSecond(most, BARRED_FOR, namespace=budget.value)
          for budget, most in MOST.items()}


class TableStorage(Storage):
    """`limits`' counters as rows. `clock`: seconds since 1970."""

    STORAGE_SCHEME = None

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        super().__init__()
        self._database, self._clock = database, clock

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """One statement, so that attempts at the same moment are counted one after another."""
        now = self._clock()
        with self._database.at_once() as session:
            dialect: Any = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
            over = budgets.c.until <= now
            statement = dialect.insert(budgets).values(key=key, spent=amount, until=now + expiry)
            counted = statement.on_conflict_do_update(index_elements=[budgets.c.key], set_={
                "spent": case((over, amount), else_=budgets.c.spent + amount),
                "until": case((over, now + expiry), else_=budgets.c.until)}).returning(budgets.c.spent)
            return int(session.scalar(counted))

    def get(self, key: str) -> int:
        here = (budgets.c.key == key) & (budgets.c.until > self._clock())
        with self._database.glancing() as session:
            return session.scalar(select(budgets.c.spent).where(here)) or 0

    def get_expiry(self, key: str) -> float:
        with self._database.glancing() as session:
            return session.scalar(select(budgets.c.until).where(budgets.c.key == key)) or self._clock()

    def check(self) -> bool:
        return self._database.answers()

    def reset(self) -> int | None:
        """Drop what has run out."""
        with self._database.at_once() as session:
            session.execute(delete(budgets).where(budgets.c.until <= self._clock()))
        return None

    def clear(self, key: str) -> None:
        with self._database.at_once() as session:
            session.execute(delete(budgets).where(budgets.c.key == key))

    def clear_beginning(self, start: str) -> None:
        """All counters whose key begins so."""
        with self._database.at_once() as session:
            session.execute(delete(budgets).where(budgets.c.key.startswith(start, autoescape=True)))


class SqlBudgets:
    """The adapter of `ports.Budgets`."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database, self._rows, self._clock = database, TableStorage(database, clock), clock
        self._limiter = FixedWindowRateLimiter(self._rows)

    def spend(self, budget: Budget, *names: str) -> bool:
        return self._limiter.hit(_ITEMS[budget], *names)

    def give_back(self, budget: Budget, *names: str) -> None:
        self._limiter.hit(_ITEMS[budget], *names, cost=-1)

    def clear(self, budget: Budget, *names: str) -> None:
        self._limiter.clear(_ITEMS[budget], *names)

    def seconds(self, budget: Budget, *names: str) -> int:
        left = self._limiter.get_window_stats(_ITEMS[budget], *names).reset_time - self._clock()
        return max(1, round(left))

    def raise_alarm(self, budget: Budget, about: str, at: datetime) -> None:
        with self._database.at_once() as session:
            session.execute(insert(alarms).values(kind=budget.value, subject=about, at=at))

    def forgive(self, account: str) -> None:
        for budget in (Budget.PAIR, Budget.ACCOUNT):
            self._rows.clear_beginning(f"{budget}/{account}/")

    def sweep(self) -> None:
        self._rows.reset()
