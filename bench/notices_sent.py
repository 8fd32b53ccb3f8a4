"""Sends what waits, as notify does it: claims, conversations, receipts. Started by bench.notices.

People of eight mail domains, as many notices for each; it is a working morning, so that nobody sleeps.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

from sqlalchemy import func, insert, select, text

from bench.progress import progress
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import SHANGHAI, TimeSource
from rongcuo.chassis.triggers import Tick
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.notify import DeliveryState
from services.notify.channels import MailChannel
from services.notify.conversations import AT_ONCE, Conversations
from services.notify.domain.delivery import Delivery, Outgoing
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.tracked_case import Facts, TrackedCase
from services.notify.ports import Channel
from services.notify.storage import METADATA, NoticeStorage
from services.notify.storage.rows import case_row, delivery_row, message_row, officer_row
from services.notify.storage.tables import deliveries, matters, messages, officers
from services.notify.usecases import delivering

ORGAN, PEOPLE, DOMAINS, BATCH = "530127", 400, 8, 5_000
SUBJECT = "新报备待初审：530127-2026-000001 · Filing awaits review: 530127-2026-000001"
BODY = "《农村公路先行施工》等待分派和初审。\n\n“Work ahead of time” waits to be assigned and reviewed."


class Morning(TimeSource):
    """Ten o'clock of a working day, and what has gone by since."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 10, tzinfo=SHANGHAI) + timedelta(seconds=time.monotonic() - self._begun)


class Timed:
    """A channel that notes when each was sent; without one behind it, it answers at once."""

    def __init__(self, name: str, behind: Channel | None = None) -> None:
        self.name, self._behind = name, behind
        self.ends: list[float] = []

    def send(self, outgoing: Outgoing) -> str:
        receipt = self._behind.send(outgoing) if self._behind else "taken"
        self.ends.append(time.monotonic())
        return receipt

    def leave(self) -> None:
        """Of the one behind it."""
        if self._behind:
            self._behind.leave()


def main(facts: dict[str, Any]) -> None:
    """Prints {at_once|smtp: what was sent in how many seconds, when each, and how many a second bare}."""
    runtime = _opened(facts["url"])
    with runtime.database.alone() as session:
        history_of(METADATA).upgrade(session.connection())
        _fill(session.connection(), facts["waiting"])
    with runtime.database.at_once() as session:
        session.execute(text("ANALYZE"))
    mail = MailChannel(facts["smtp"], "tongzhi@rongcuo.example", "容错纠错备案平台")
    at_once = _sent(runtime, Timed("at_once"), facts["waiting"]) | {"bare": 0}
    by_mail = _sent(runtime, Timed("mail", mail), facts["mails"]) | {"bare": _bare(mail, facts["bare"])}
    told = {"at_once": at_once, "smtp": by_mail}
    print(json.dumps({name: {**one, "waiting": facts["waiting"]} for name, one in told.items()}))


def _opened(url: str) -> ServiceRuntime[NoticeStorage]:
    return ServiceRuntime("notify", METADATA, NoticeStorage, load_config(None, {"RONGCUO_DATABASE_URL": url}),
                          time=Morning())


def _fill(connection: Any, many: int) -> None:
    print(f"  {many} notices on each channel …", file=sys.stderr, flush=True)
    at = Morning().now() - timedelta(hours=1)
    people = [Officer(f"o{n}", "测速", ORGAN, ORGAN, f"o{n}@county{n % DOMAINS}.example.invalid",
                      (Role.REVIEWER,), asked=True) for n in range(PEOPLE)]
    known = Facts("530127-2026-000001", "农村公路先行施工", ORGAN, ORGAN, "", "", "")
    connection.execute(insert(matters), [case_row(TrackedCase("m", known))])
    connection.execute(insert(officers), list(map(officer_row, people)))
    for channel in ("at_once", "mail"):
        for start in range(0, many, BATCH):
            told = [Message(f"{channel}{n:07}", f"m/{channel}/{n}/review_waiting", people[n % PEOPLE].id, "m",
                            SUBJECT, BODY, at) for n in range(start, min(start + BATCH, many))]
            connection.execute(insert(messages), list(map(message_row, told)))
            connection.execute(insert(deliveries), [delivery_row(Delivery(
                f"d{one.id}", one.id, "m", one.recipient_id, channel, DeliveryState.PENDING, next_at=at))
                for one in told])


def _sent(runtime: ServiceRuntime[NoticeStorage], channel: Timed, most: int) -> dict[str, Any]:
    """As many, or a few more: what was begun by then comes to its end."""
    first = runtime.context(Tick())

    def afresh() -> SqlExecutionContext[NoticeStorage] | None:
        progress(f"notices_per_s {channel.name}", len(channel.ends), most)
        return runtime.context(Tick()) if len(channel.ends) < most else None

    begun, cpu = time.monotonic(), time.process_time()
    delivering.deliver(first, afresh, Conversations(channel))
    seconds, used = time.monotonic() - begun, time.process_time() - cpu
    with runtime.database.reading() as session:
        noted = session.scalar(select(func.count()).select_from(deliveries).where(
            deliveries.c.channel == channel.name, deliveries.c.state == DeliveryState.DELIVERED.value))
    if noted != len(channel.ends):
        raise RuntimeError(f"{len(channel.ends)} were sent and {noted} noted")
    return {"sent": noted, "seconds": seconds, "cpu_ms": 1000 * used / max(noted, 1),
            "ends": [end - begun for end in sorted(channel.ends)]}


def _bare(mail: Channel, many: int) -> float:
    """The same conversations, as many at once, without claims and receipts."""
    line = iter(range(many))

    def talk() -> None:
        for number in line:
            mail.send(Outgoing(f"bare{number}", ORGAN, "测速", f"o{number}@bare.example.invalid", SUBJECT,
                               BODY, Morning().now()))

    begun = time.monotonic()
    _side_by_side(talk, AT_ONCE)
    mail.leave()
    return many / (time.monotonic() - begun)


def _side_by_side(work: Callable[[], None], many: int) -> None:
    threads = [Thread(target=work) for _ in range(many)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
