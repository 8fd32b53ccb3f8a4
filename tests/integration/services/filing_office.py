"""The filing service in the real execution context, without its bus."""

from datetime import datetime
from itertools import count
from typing import Any

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Command, Query, ReceivedEvent, Tick
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingView, Receipt, SubmitFiling
from services.filing import usecases
from services.filing.domain import Filing
from services.filing.storage import METADATA, FilingStorage
from tests.unit.filing.people import FILER, MAY_6, accepted, content

OfficeContext = SqlExecutionContext[FilingStorage]
Answer = Receipt | FilingView | CaseError | None


class StoppedTime(TimeSource):
    """A clock that shows what the test says."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class Office:
    """The filing service without its bus."""

    def __init__(self, config: Config) -> None:
        self.time = StoppedTime(MAY_6)
        self.runtime = ServiceRuntime("filing", METADATA, FilingStorage, config, time=self.time)
        self.runtime.start()
        self._count = count(1)

    def commanded(self, by: Actor) -> OfficeContext:
        return self.runtime.context(Command(f"c{next(self._count)}", "digest"), by)

    def heard(self, filing_id: str, sequence: int = 1) -> OfficeContext:
        return self.runtime.context(ReceivedEvent("filing.review", f"e{next(self._count)}", filing_id,
                                                  sequence))

    def asked(self, by: Actor) -> OfficeContext:
        return self.runtime.context(Query(), by)

    def tick(self) -> OfficeContext:
        return self.runtime.context(Tick())

    def submit(self, title: str = "续建停工楼盘", by: Actor = FILER, **changes: Any) -> Receipt:
        command = SubmitFiling(command_id="c", content=content(title=title, **changes))
        return usecases.submit(self.commanded(by), command)

    def accept(self, filing_id: str, sequence: int = 1) -> None:
        usecases.take_acceptance(self.heard(filing_id, sequence), accepted(filing_id, self.time.at))

    def keep(self, *kept: Filing) -> None:
        with self.tick().unit() as unit:
            unit.commit(*kept)

    def told(self) -> list[str]:
        return [letter.type_name.split(".")[1] for letter in self.runtime.outbox.take_batch()]
