"""What a service module is written with.

    class FilingService:
        name = "filing"
        context = ExecutionProvider(storage.METADATA, storage.FilingStorage)

        @command(operations.SUBMIT)
        def submit(self, command: SubmitFiling) -> Receipt:
            return usecases.submit(self.context, command)

        @query(operations.PAGE)
        def page(self, query: FilingsQuery) -> FilingsPage: ...

        @on_event(ReviewAccepted)
        def review_accepted(self, event: ReviewAccepted) -> None: ...

        @every(seconds=5)
        def expire(self) -> None: ...

What can be called stands in `rongcuo.contracts.filing.operations`, and each method has its operation's name.
One that is not `signed_in` may be called by nobody in particular: `context.actor` is then NOBODY.
"""

from rongcuo.chassis.call_context import NOBODY
from rongcuo.chassis.entrypoints import command, every, on_event, on_events, query
from rongcuo.chassis.hosting.provider import ExecutionProvider, SharedExecution

__all__ = ["NOBODY", "ExecutionProvider", "SharedExecution", "command", "every", "on_event", "on_events",
           "query"]
