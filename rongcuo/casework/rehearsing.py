"""What a command would tell: its use case runs on what can be read, and nothing is kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast
from uuid import uuid4

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.determination import Rehearsal, Rehearsed
from rongcuo.contracts.events import Aggregate, Event
from rongcuo.contracts.serialisation import dump

C = TypeVar("C")
A = TypeVar("A")
UseCase = Callable[[ExecutionContext[Any], C], A]


def rehearsal(act: UseCase[C, Any]) -> UseCase[C, Rehearsal]:
    """A use case as the question what it would tell."""
    return lambda context, command: rehearsed(context, act, command)


def rehearsed(context: ExecutionContext[Any], act: UseCase[C, Any], command: C) -> Rehearsal:
    """The events of the command. Raises what it would be refused for."""
    stage = _Stage(context)
    act(cast(ExecutionContext[Any], stage), command)
    return Rehearsal(told=tuple(Rehearsed(type_name=each.type_name(), data=dump(each))
                                for each in stage.told))


class _Stage:
    """A context whose unit of work reads, and commits nothing."""

    def __init__(self, context: ExecutionContext[Any]) -> None:
        self.told: list[Event] = []
        self.actor, self.now, self.rules, self.ask = context.actor, context.now, context.rules, context.ask
        self.reading, self._context = context.reading, context

    @contextmanager
    def unit(self) -> Iterator[UnitOfWork[Any]]:
        with self._context.reading() as store:
            yield cast(UnitOfWork[Any], _Rehearsal(_Unlocked(store), self.told))

    def new_id(self) -> str:
        return uuid4().hex


class _Rehearsal:
    def __init__(self, store: Any, told: list[Event]) -> None:
        self.store = store
        self._told = told

    def commit(self, *aggregates: Aggregate, answer: Any = None) -> Any:
        for aggregate in aggregates:
            self._told += [happening for _, happening in aggregate.take_events()]
        return answer


class _Unlocked:
    """A repository in which what is to be changed is only read."""

    def __init__(self, repository: Any) -> None:
        self._repository = repository

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._repository, "read" if name == "get" else name)
        return _Unlocked(found) if hasattr(found, "read") else found    # one of several repositories
