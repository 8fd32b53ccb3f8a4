"""Numbers without gaps or doubles, whoever asks at the same time and whatever breaks in between."""

from collections import Counter
from typing import Any

import eventlet
import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.errors import CaseError
from services.documents import usecases
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

MANY = 200
BROKEN = range(0, MANY, 7)   # whose handler dies after it has taken a number


class PulledPlug(Exception):
    """The process loses its database in the middle of the unit."""


def test_two_hundred_letters_of_one_organ_at_once(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(config)
    contexts = [office.heard("determination", f"d{number}") for number in range(MANY)]
    broken = _break_some(monkeypatch)
    failed = _all_at_once(contexts)
    assert set(failed) == broken == set(BROKEN)
    assert all(isinstance(error, PulledPlug) for error in failed.values())
    again = {number: office.runtime.context(contexts[number]._invocation.trigger,
                                            ask=contexts[number]._ask)
             for number in failed}
    assert _all_at_once(again) == {}
    numbers = [letter.number for number in range(MANY) for letter in office.letters(f"d{number}")]
    assert Counter(numbers) == Counter(f"嵩纪容〔2026〕{place}号" for place in range(1, MANY + 1))
    codes = {letter.code for number in range(MANY) for letter in office.letters(f"d{number}")}
    assert len(codes) == MANY


def _break_some(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Each of some handlers dies once, after its letter was numbered and put."""
    from services.documents.storage import PaperStorage
    put, met = PaperStorage.put, set()

    def put_or_die(self: PaperStorage, aggregate: object) -> None:
        put(self, aggregate)
        number = int(str(getattr(aggregate, "matter_id", "d-1")).removeprefix("d"))
        if number in BROKEN and number not in met:
            met.add(number)
            eventlet.sleep(0)
            raise PulledPlug

    monkeypatch.setattr(PaperStorage, "put", put_or_die)
    return met


def _all_at_once(contexts: object) -> dict[int, Exception]:
    """Every context in a green thread of its own; who failed, and how. Who finds it busy tries again."""
    failed: dict[int, Exception] = {}
    named = dict(contexts.items() if isinstance(contexts, dict) else enumerate(contexts))

    def hear(number: int) -> None:
        standing = scene.standing(matter_id=f"d{number}")
        event = scene.made(decision_id=f"d{number}-1", standing=standing)
        try:
            _patiently(named[number], event)
        except PulledPlug as error:
            failed[number] = error

    pool = eventlet.GreenPool(40)
    for number in named:
        pool.spawn(hear, number)
    pool.waitall()
    return failed


def _patiently(context: Any, event: CaseMoved) -> None:
    for _ in range(500):
        try:
            return usecases.hear_case(context, event)
        except CaseError as refusal:
            if refusal.code != "busy":
                raise
            context._opened = 0
            eventlet.sleep(0.1)
    raise AssertionError("busy for ever")


def test_each_series_and_year_has_its_own_numbers(config: Config) -> None:
    office = Office(config)
    office.hear(scene.made(), scene.fed_back(), scene.record_filed(), scene.minutes())
    office.time.at = office.time.at.replace(year=2027)
    office.hear(scene.made(decision_id="d1-2", replaces="d1-1"))
    numbers = {letter.kind: letter.number for letter in reversed(office.letters("d1"))}
    assert numbers == {
        "determination_decision": "嵩纪容〔2027〕1号", "feedback_letter": "嵩纪容函〔2026〕1号",
        "personnel_notice": "嵩纪容函〔2026〕2号"}
    assert [letter.number for letter in office.letters("m1")] == ["嵩纪容纪要〔2026〕1号"]


def test_a_decision_has_one_current_letter_of_a_kind(config: Config) -> None:
    office = Office(config)
    office.hear(scene.submitted(), scene.accepted())
    with pytest.raises(CaseError) as caught:
        office.hear(scene.accepted())
    assert caught.value.code == "changed_meanwhile"
    assert len(office.letters()) == 1
