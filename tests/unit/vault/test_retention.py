"""What is over is worked through step by step, soon after a start; and nothing is kept without an end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.chassis.entrypoints.timer import Every
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import ReporterStatus, Saying
from services.vault.service import VaultService
from services.vault.usecases import retention
from tests.unit.vault.house import NOBODY, House, refusal


def end(house: House) -> None:
    retention.end_retention(house.as_(NOBODY), house.room)


def there(house: House) -> list[str]:
    return [each.id for each in house.store.reporters.values() if not each.destroyed_at]


def without_end(house: House) -> str:
    """As a deposit was before there was an end for it."""
    ref, _ = house.deposit()
    house.store.reporters[ref] = replace(house.store.reporters[ref], retained_until=None)
    return ref


def end_of(house: House, ref: str) -> date | None:
    return house.store.reporters[ref].retained_until


def test_what_is_over_is_done_in_steps(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for _ in range(5):
        house.deposit()
    house.wait(timedelta(days=31))
    left = []
    for _ in range(3):
        end(house)
        left.append(len(there(house)))
    assert left == [3, 1, 0]


def test_steps_come_soon_after_a_start_and_one_after_the_other() -> None:
    seconds = {each.method_name: each.seconds for each in _timers()}
    assert seconds["end_retention"] <= 10
    assert seconds["give_ends"] <= 60


def _timers() -> list[Every]:
    found = []
    for name in ("end_retention", "give_ends"):
        [timer] = getattr(VaultService, name).nameko_entrypoints
        timer.method_name = name
        found.append(timer)
    return found


def test_one_that_fails_keeps_back_no_other(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    first = house.deposit()[0]
    house.deposit()
    house.wait(timedelta(days=31))
    destroy = house.room.keys.destroy

    def failing(reporter_ref: str) -> None:
        if reporter_ref == first:
            raise CaseError("vault.key_store_failed")
        destroy(reporter_ref)

    monkeypatch.setattr(house.room.keys, "destroy", failing)
    assert refusal(lambda: end(house)) == "vault.key_store_failed"
    assert there(house) == [first]


def test_whoever_has_no_report_and_no_end_gets_one_of_from_now_on(house: House) -> None:
    old = without_end(house)
    house.wait(timedelta(days=60))
    retention.give_ends(house.as_(NOBODY))
    new, _ = house.deposit()
    assert end_of(house, old) == end_of(house, new) is not None
    end(house)
    assert there(house) == [old, new]
    house.wait(timedelta(days=40))
    end(house)
    assert there(house) == []


def test_whoever_has_a_report_gets_none(house: House) -> None:
    ref = without_end(house)
    house.tell(ref, ReporterStatus.RECEIVED, said=Saying.OPENED)
    retention.give_ends(house.as_(NOBODY))
    assert end_of(house, ref) is None


def test_a_report_that_is_registered_after_all_takes_the_end_away(house: House) -> None:
    ref = without_end(house)
    retention.give_ends(house.as_(NOBODY))
    house.tell(ref, ReporterStatus.RECEIVED, said=Saying.OPENED)
    assert end_of(house, ref) is None
