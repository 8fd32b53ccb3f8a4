"""Nobody looks again and again whether there is something to do: who does it is woken."""

from collections import Counter
from datetime import datetime

import eventlet
import pytest

from rongcuo.chassis.entrypoints import timer
from rongcuo.chassis.hosting import maintenance
from rongcuo.chassis.ledger.ledger import Ledger
from rongcuo.chassis.service import every
from rongcuo.chassis.time_source import SHANGHAI, SettableTime
from rongcuo.chassis.triggers import Tick
from tests.integration.chassis.painting import Painter, provider_of, sights, until

NEVER = 600.0    # seconds: the test is over before
came: Counter[str] = Counter()


class Drowsy(Painter):
    @every(seconds=NEVER, woken=True)
    def mind_what_was_committed(self) -> None:
        came["woken"] += 1

    @every(seconds=NEVER)
    def sleep(self) -> None:
        came["by the clock"] += 1

    @every(seconds=NEVER, woken=True)
    def have_more_to_do(self) -> None:
        came["again"] += 1
        if came["again"] < 4:
            add_coat(self.context)


@pytest.fixture(autouse=True)
def nobody_came():
    came.clear()


def add_coat(context, wall="north"):
    with context.unit() as unit:
        found = unit.store.get(wall)
        found.paint()
        unit.commit(found)


def by_clock(host):
    return provider_of(host, "painter").runtime.context(Tick())


def test_a_timer_comes_soon_after_a_commit_where_it_says_so(embedded_url, open_host):
    host = open_host(embedded_url, Drowsy)
    eventlet.sleep(0.1)
    assert came == {}
    add_coat(by_clock(host))
    until(lambda: came["woken"])
    assert came["by the clock"] == 0


def test_what_a_timer_itself_leaves_to_be_done_is_done_at_once(embedded_url, open_host):
    host = open_host(embedded_url, Drowsy)
    add_coat(by_clock(host))
    until(lambda: came["again"] == 4)


def test_however_much_is_committed_a_timer_comes_now_and_then(embedded_url, open_host, monkeypatch):
    monkeypatch.setattr(timer, "APART", NEVER)
    host = open_host(embedded_url, Drowsy)
    for _ in range(5):
        add_coat(by_clock(host))
        eventlet.sleep(0.02)
    assert came["woken"] == 0


def test_setting_the_clock_brings_every_timer_round(embedded_url, open_host, tmp_path):
    clock = SettableTime(tmp_path / "time")
    clock.set(datetime(2026, 1, 5, 9, tzinfo=SHANGHAI))
    open_host(embedded_url, Drowsy, time_file=tmp_path / "time")
    for times in (1, 2):
        clock.set(datetime(2026, 1, 5 + times, 9, tzinfo=SHANGHAI))
        until(lambda times=times: came["by the clock"] == times)


def test_what_went_over_the_embedded_bus_is_settled_though_nobody_looks(embedded_url, open_host):
    host = open_host(embedded_url, outbox_poll=NEVER)
    outbox = provider_of(host, "painter").runtime.outbox
    until(lambda: provider_of(host, "painter").relay.state == "running")
    add_coat(by_clock(host))
    until(lambda: sights(host) == [("north", 1)])
    until(lambda: outbox.backlog() == 0)
    until(lambda: provider_of(host, "painter").relay._unsettled == 0)
    assert outbox.unsettle() == 0


def test_a_ledger_is_kept_after_a_commit_and_otherwise_seldom(embedded_url, open_host, monkeypatch):
    kept = Counter()
    keep = Ledger.keep
    monkeypatch.setattr(maintenance, "KEEP_EVERY", 0.05)
    monkeypatch.setattr(maintenance, "SELDOM", NEVER)
    monkeypatch.setattr(Ledger, "keep", lambda ledger: (keep(ledger), kept.update([ledger.origin])))
    host = open_host(embedded_url)
    origin = provider_of(host, "painter").runtime.ledger.origin
    until(lambda: kept[origin] == 1)
    for times in (2, 3):
        add_coat(by_clock(host))
        until(lambda times=times: kept[origin] == times)
    eventlet.sleep(0.3)
    assert kept[origin] == 3
