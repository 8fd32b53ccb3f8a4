"""Nobody gives themselves away where it says of whom they tell: that is masked nowhere."""

import pytest

from tests.unit.vault.house import NAME, ORGAN, House
from tests.unit.vault.letter_box import REAL_NAME, WHAT, Box, words


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


@pytest.mark.parametrize("typed", [
    {"unit-0": f"水务局（我是{NAME}，13812345678）"}, {"post-0": f"{NAME}的科长"},
    {"name-1": f"{NAME}的科长"}])
def test_own_name_and_number_are_asked_to_be_taken_out_before_anything_is_sent(
        box: Box, typed: dict[str, str]) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    page = box.send(page, to="who", **{**WHAT, **typed})
    for address in ("check", "send"):
        seen = box.send(page, to=address, **REAL_NAME)
        assert box.status == 422
        assert "写进了举报人自己的姓名" in words(seen)
        (field,) = typed
        assert f'id="{field}-wrong"' in seen.text
    assert box.caller.house.store.reporters == {}
    assert box.caller.reports == []


@pytest.mark.parametrize("own", [{}, {"own_name": "王2组3号"}])
def test_without_them_it_goes_on(box: Box, own: dict[str, str]) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    page = box.send(page, to="who", **{**WHAT, "unit-0": "水务局2组3号"})
    box.send(page, to="check", **{**REAL_NAME, **own})
    assert box.status == 200
