"""Who has lost the bus at the same moment does not come back to it at the same moment."""

from types import SimpleNamespace

import pytest

from rongcuo.chassis.messaging import consumer


def test_those_who_lost_the_bus_together_come_back_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(consumer.eventlet, "sleep", slept.append)
    for _ in range(129):
        lost = consumer.QueueConsumer()
        lost.container = SimpleNamespace(service_name="county-530125")
        for _ in range(8):
            lost._lost(ConnectionError("gone"))
    last = slept[7::8]
    assert len(set(last)) > 100
    assert consumer.LONGEST_PAUSE / 2 <= min(last) <= max(last) <= consumer.LONGEST_PAUSE
