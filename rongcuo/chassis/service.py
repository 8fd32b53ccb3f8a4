"""What a service module is written with.

    class FilingService:
        name = "filing"
        context = ExecutionProvider(storage.METADATA, storage.FilingStorage)

        @command(SubmitFiling)
        def submit(self, command: SubmitFiling) -> Receipt:
            return usecases.submit(self.context, command)

        @query(FilingsQuery)
        def page(self, query: FilingsQuery) -> FilingsPage: ...

        @on_event(ReviewAccepted)
        def review_accepted(self, event: ReviewAccepted) -> None: ...

        @every(seconds=5)
        def expire(self) -> None: ...

`@command(SignIn, signed_in=False)` may be called by nobody in particular: `context.actor` is then NOBODY.
"""

from rongcuo.chassis.call_context import NOBODY
from rongcuo.chassis.entrypoints import command, every, on_event, query
from rongcuo.chassis.hosting.provider import ExecutionProvider, SharedExecution

__all__ = ["NOBODY", "ExecutionProvider", "SharedExecution", "command", "every", "on_event", "query"]
