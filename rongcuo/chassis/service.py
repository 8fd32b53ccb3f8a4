"""What a service module is written with.

    class FilingService:
        name = "filing"
        context = ExecutionProvider(storage.METADATA, storage.FilingStorage)

        submit = carries_out(operations.SUBMIT, usecases.submit)
        page = answers(operations.PAGE, views.page)
        review_accepted = hears(ReviewAccepted, usecases.take_acceptance)

        @every(seconds=5)
        def expire(self) -> None: ...

What can be called stands in `rongcuo.contracts.filing.operations`, and each method has its operation's name.
One that does more than hand on what it is given has `@command(operations.SUBMIT)`, `@query(…)` or
`@on_event(…)` above it.
One that is not `signed_in` may be called by nobody in particular: `context.actor` is then NOBODY.
"""

from rongcuo.chassis.call_context import NOBODY
from rongcuo.chassis.entrypoints import (
    answers,
    carries_out,
    command,
    confirms,
    every,
    hears,
    on_event,
    on_events,
    query,
    witnessed,
)
from rongcuo.chassis.hosting.line import LineExecution, LineTrouble
from rongcuo.chassis.hosting.provider import ExecutionProvider, SharedExecution

__all__ = ["NOBODY", "ExecutionProvider", "LineExecution", "LineTrouble", "SharedExecution", "answers",
           "carries_out", "command", "confirms", "every", "hears", "on_event", "on_events", "query",
           "witnessed"]
