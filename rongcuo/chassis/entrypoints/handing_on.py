"""Methods that only hand on what they are given to a use case, in the context of the call.

    submit = carries_out(operations.SUBMIT, usecases.submit)

The use case takes what the operation takes, and gives what it gives: mypy holds both together.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from rongcuo.chassis.entrypoints.events import on_event
from rongcuo.chassis.entrypoints.rpc import command, query
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.events import Event
from rongcuo.contracts.ledger import LedgerCheckpoint, LedgerQuery
from rongcuo.contracts.operation import Command, Given, Query, Taken

Heard = TypeVar("Heard", bound=Event)
UseCase = Callable[[ExecutionContext[Any], Taken], Given]
Serving = Callable[[Any, Taken], Given]     # a method of a service


def carries_out(operation: Command[Taken, Given], use_case: UseCase[Taken, Given]) -> Serving[Taken, Given]:
    """As `@command(operation)` above a method."""
    return command(operation)(_handing_on(use_case))


def answers(operation: Query[Taken, Given], view: UseCase[Taken, Given]) -> Serving[Taken, Given]:
    """As `@query(operation)` above a method."""
    return query(operation)(_handing_on(view))


def hears(event: type[Heard], use_case: UseCase[Heard, None]) -> Serving[Heard, None]:
    """As `@on_event(event)` above a method."""
    return on_event(event)(_handing_on(use_case))


def confirms(context: ExecutionContext[Any], question: ConfirmEvent) -> EventConfirmed:
    """Whether this service told such an event itself: what every service answers."""
    return context.confirms(question)


def witnessed(context: ExecutionContext[Any], question: LedgerQuery) -> LedgerCheckpoint:
    """What a witness keeps of this service's ledger: what every service with a ledger answers."""
    return context.checkpoint(question.size)


def _handing_on(use_case: UseCase[Taken, Given]) -> Serving[Taken, Given]:
    def method(service: Any, given: Taken) -> Given:
        return use_case(service.context, given)

    return method
