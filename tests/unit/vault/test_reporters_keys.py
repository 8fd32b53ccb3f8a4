"""Whoever reports is nobody to the platform, and yet the key of one's command is no other's."""

from collections.abc import Callable

import pytest

from tests.unit.vault.house import ORGAN, READER, House
from tests.unit.vault.letter_box import Box, Page
from tests.unit.vault.test_pages import API, signed_in

WRONG = "0000-0000-0000-0000"
KEY = {"Idempotency-Key": "read-1"}


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


def by_api(box: Box, doing: str, **told: str) -> int:
    return int(box.client.post(f"{API}/reporters/{doing}", json=told, headers=KEY).status_code)


def on_the_page(box: Box, doing: str, **told: str) -> int:
    box.send(Page(""), f"/box/back/{doing}", form_id="read-1", asked="1", **told)
    return box.status


@pytest.mark.parametrize("way", [by_api, on_the_page])
@pytest.mark.parametrize(("doing", "told"), [
    ("read", {}), ("write", {"text": "请求保护"}), ("ask", {"wish": "protection", "text": "x", "why": "x"})])
def test_one_key_of_two_reporters_is_two_commands(
        box: Box, house: House, way: Callable[..., int], doing: str, told: dict[str, str]) -> None:
    if way is by_api:
        told = {name: said for name, said in told.items() if name != "why"}
    codes = [house.deposit()[1] for _ in range(2)]
    answers = [way(box, doing, code=code, **told) for code in (codes[0], WRONG, codes[1], codes[1])]
    assert [answer // 100 for answer in answers] == [2, 4, 2, 2]
    for code in codes:
        side = house.look(code)
        done = {"read": [each for each in side.told if each.read_at], "write": side.messages,
                "ask": side.wishes}
        assert len(done[doing]) == 1, "each once, and nobody's in place of another's"


def test_a_code_is_the_same_however_it_is_typed(box: Box, house: House) -> None:
    _, code = house.deposit()
    for typed in (code, code.lower().replace("-", " ")):
        assert by_api(box, "write", code=typed, text="补充") == 201
    assert len(house.look(code).messages) == 1


def test_neither_key_nor_code_is_read_from_the_commands_id(box: Box, house: House) -> None:
    _, code = house.deposit()
    by_api(box, "write", code=code, text="补充")
    assert KEY["Idempotency-Key"] not in box.caller.sent
    assert code.replace("-", "") not in box.caller.sent


def test_two_who_seal_under_one_key_are_two_reporters(box: Box, house: House) -> None:
    form = {"organ_id": ORGAN, "words": "x"}
    sealed = [box.client.post(f"{API}/reporters", json=form, headers=KEY) for _ in range(2)]
    assert [each.status_code for each in sealed] == [201, 201]
    assert len(house.store.reporters) == 2


def test_a_renewal_that_is_asked_for_again_shows_no_code_that_opens_nothing(box: Box, house: House) -> None:
    desk = box.client.post(f"{API}/reporters", json={"organ_id": ORGAN, "words": "x"},
                           headers=signed_in(box.caller, READER)).get_json()["code"]
    first, again = (box.client.post(f"{API}/reporters/renew", json={"code": desk}, headers=KEY)
                    for _ in range(2))
    assert house.look(first.get_json()["code"]).messages == ()
    assert (again.status_code, again.get_json()["code"]) == (409, "vault.code_taken")
