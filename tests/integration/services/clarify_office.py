"""The clarify service without a bus: its use cases and views, each in the chassis' own execution context."""

from typing import Any

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Command, Query
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.vault import PutToReporter, ReporterWrote
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.storage import METADATA, ReportStorage
from services.clarify.usecases import reporter
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeStore
from tests.unit.clarify_procedures import accusation_scene
from tests.unit.clarify_procedures.desk import Desk


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    def __init__(self) -> None:
        self.shows = scene.RECEIVED_AT

    def now(self) -> Any:
        return self.shows


class Office:
    """As the unit tests' desk, on either database."""

    def __init__(self, config: Config) -> None:
        self.time, self.commands = Stopped(), 0
        self.shop = ServiceRuntime("clarify", METADATA, ReportStorage, config, time=self.time,
                                   rules=scene.RULES)
        self.shop.start()

    def give(self, actor: Actor, usecase: Any, kind: type[Any], case_id: str = "", **rest: Any) -> Any:
        about = {"case_id": case_id} if case_id else {}
        command = self._next()
        asked = Desk(store=FakeStore()).ask
        context = self.shop.context(Command(command, command), actor, ask=asked, ask_itself=asked)
        return usecase(context, kind(command_id=command, **about, **rest))

    def put(self, *aggregates: Any) -> None:
        command = self._next()
        with self.shop.context(Command(command, command), SYSTEM).unit() as unit:
            unit.commit(*aggregates)

    def wrote(self) -> None:
        """The reporter, in the vault."""
        command = self._next()
        reporter.take_message(self.shop.context(Command(command, command), SYSTEM), ReporterWrote(
            reporter_ref="r-7f3a", organ_id=scene.ORGAN, at=self.time.shows, shown=tuple(
                PutToReporter(case_id=self.inquiry.id, place=place)
                for place in sorted(accusation_scene.everything(self.inquiry)))))

    def look(self, view: Any, query: Any, actor: Actor) -> Any:
        return view(self.shop.context(Query(), actor, ask_itself=Desk(store=FakeStore()).ask), query)

    @property
    def clearing(self) -> Clarification:
        with self.shop.context(Query(), SYSTEM).reading() as store:
            [case] = store.clarifications.read_of_report("r1")
        return case

    @property
    def inquiry(self) -> FalseAccusation:
        with self.shop.context(Query(), SYSTEM).reading() as store:
            [case] = store.false_accusations.read_of_report("r1")
        return case

    def _next(self) -> str:
        self.commands += 1
        return f"c{self.commands}"
