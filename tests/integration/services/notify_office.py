"""notify in the chassis' own context. Run as a module it is a worker that dies after its first mail."""

import json
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import eventlet
from sqlalchemy import Select, text

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Command, Query, ReceivedEvent, Tick
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Event
from services.notify.channels import MailChannel
from services.notify.conversations import Conversations
from services.notify.domain.delivery import Outgoing, Undelivered
from services.notify.ports import Channel
from services.notify.storage import METADATA, NoticeStorage
from services.notify.usecases import delivering, hearing, reminding
from tests.unit.notify import scene

SENDER = "tongzhi@rongcuo.example"
SENDER_NAME = "容错纠错备案平台"

ASKED_AT = scene.FILED_AT + timedelta(hours=1)
THE_WHOLE_WAY = (
    scene.submitted(), scene.opened(), scene.assigned("wang"),
    scene.supplement_requested(ASKED_AT, ASKED_AT + timedelta(days=5)),
    scene.moved(ASKED_AT + timedelta(days=6)), scene.supplemented(ASKED_AT + timedelta(days=2), "第二稿"),
    scene.resumed(scene.DUE + timedelta(days=2)), scene.suspended(), scene.recused("wang", due_at=None),
    scene.resumed(scene.DUE + timedelta(days=4), ""), scene.verification(scene.DUE + timedelta(days=20)),
    scene.team("wang", "zhao", due_at=scene.DUE + timedelta(days=20)),
    scene.review_accepted(), scene.accepted(),
)


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    def __init__(self, shows: datetime) -> None:
        self.shows = shows

    def now(self) -> datetime:
        return self.shows


class Office:
    """The service's use cases and views, each in a context of its own occasion."""

    def __init__(self, config: Config, now: datetime = scene.FILED_AT) -> None:
        self.time, self.commands = Stopped(now), 0
        self.versions: dict[tuple[str, str], int] = {}
        self.shop = ServiceRuntime("notify", METADATA, NoticeStorage, config, time=self.time,
                                   rules=scene.RULES)
        self.shop.start()

    def heard(self, source: str, subject: str, together: bool | None = None, told: Event | None = None
              ) -> SqlExecutionContext[Any]:
        version = self.versions[source, subject] = self.versions.get((source, subject), 0) + 1
        return self.shop.context(ReceivedEvent(f"notify.{source}", f"{source}-{subject}-{version}", subject,
                                               version, told=told),
                                 together=together)

    def hear(self, *events: Event, matter_id: str = scene.MATTER) -> None:
        for event in events:
            hearing.hear(self.heard(event.source, matter_id), matter_id, event, "mail")

    def hear_together(self, *told: tuple[str, Event]) -> list[Any]:
        """Events of matters, in one batch: another event's unit is open until all of them wait."""
        go_on = eventlet.event.Event()
        first = eventlet.spawn(self._hold_up, go_on)
        eventlet.sleep(0)
        waiting = [eventlet.spawn(hearing.hear, self.heard(event.source, matter_id, True, event), matter_id,
                                  event, "mail") for matter_id, event in told]
        eventlet.sleep(0)
        go_on.send()
        return [one.wait() for one in (first, *waiting)]

    def _hold_up(self, go_on: Any) -> None:
        with self.heard("held-up", scene.MATTER, True).unit() as unit:
            go_on.wait()
            unit.commit()

    def enrol(self, *actors: Actor, email: str | None = None) -> None:
        for actor in actors:
            hearing.enrol(self.heard("identity", actor.officer_id), scene.enrolled(actor, email), "mail")

    def tick(self) -> SqlExecutionContext[Any]:
        return self.shop.context(Tick())

    def deliver(self, channel: Channel, conversations: Conversations | None = None) -> int:
        context = self.tick()
        return delivering.deliver(context, context.afresh, conversations or Conversations(channel))

    def remind(self) -> None:
        reminding.remind(self.tick(), "mail")

    def plan(self, asked: Select[Any], **given: object) -> str:
        """How the database goes about it; on PostgreSQL as if there were many rows."""
        with self.shop.database.writing() as session:
            dialect = session.get_bind().dialect
            said = asked.params(**given).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
            if dialect.name == "postgresql":
                session.execute(text("SET LOCAL enable_seqscan = off"))
            explain = "EXPLAIN QUERY PLAN" if dialect.name == "sqlite" else "EXPLAIN"
            return str(session.connection().exec_driver_sql(f"{explain} {said}").all())

    def look(self, view: Any, question: Any, actor: Actor) -> Any:
        return view(self.shop.context(Query(), actor), question)

    def do(self, act: Any, command: Any, actor: Actor) -> Any:
        return act(self.shop.context(Command(command.command_id, command.command_id), actor), command)


def channel_to(url: str, **patience: float) -> MailChannel:
    return MailChannel(url, SENDER, SENDER_NAME, **patience)


class Takes:
    """A provider that takes everything, or says the same every time; it yields, as a network would."""

    name = "mail"

    def __init__(self, problem: Undelivered | None = None) -> None:
        self.problem = problem
        self.sent: list[str] = []

    def send(self, outgoing: Outgoing) -> str:
        eventlet.sleep(0)
        self.sent.append(outgoing.delivery_id)
        if self.problem:
            raise self.problem
        return "250 ok"

    def leave(self) -> None:
        """As one without connections does."""


class Deadly:
    """Sends, and is killed before anybody hears of it."""

    name = "mail"

    def __init__(self, url: str) -> None:
        self._channel = channel_to(url)

    def send(self, outgoing: Outgoing) -> str:
        self._channel.send(outgoing)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("unreachable")

    def leave(self) -> None:
        """Never come to."""


def main() -> None:
    told = json.loads(sys.argv[1])
    config = Config(mode="test", data_dir=Path(told["data_dir"]), database_url=told["database_url"])
    office = Office(config, datetime.fromisoformat(told["now"]).astimezone(scene.ZONE))
    office.deliver(Deadly(told["smtp_url"]))


if __name__ == "__main__":
    main()
