"""Who reports does not stand beside whom it is about."""


import pytest

from tests.unit.vault.house import NAME, House
from tests.unit.vault.test_desk import Desk


@pytest.mark.parametrize("typed", [
    {"unit-0": f"水务局（我是{NAME}）"}, {"unit-0": "水务局，电话 138-1234 5678"},
    {"post-0": f"{NAME}的科长"}, {"who-0": f"{NAME}的科长"}, {"unit-0": "水务局，账号 6222 0210"}])
def test_who_reports_does_not_stand_beside_whom_it_is_about(house: House, typed: dict[str, str]) -> None:
    desk = Desk(house)
    page = desk.enters(**typed)
    (field,) = typed
    assert page.status_code == 422
    assert f'id="{field}-wrong"' in page.text
    assert "写进了举报人自己的姓名" in page.text
    assert desk.reporters == {}
    assert "clarify.register_report" not in {name for name, _ in desk.caller.asked}


def test_the_door_is_looked_for_in_the_address_alone(house: House) -> None:
    desk = Desk(house)
    desk.enters(**{"name": "王2组3号", "address": "水源村5栋6号", "place-0": "2组3号旁的5栋6号",
                   "unit-0": "水务局2组3号"})
    (told,) = desk.content["allegations"]
    assert (told["place"], told["person"]["unit"]) == ("2组3号旁的〔举报人〕", "水务局2组3号")


def test_a_namesake_may_be_reported_and_a_unit_where_the_reporter_lives(house: House) -> None:
    desk = Desk(house)
    assert desk.enters(**{"who-0": NAME, "address": "嵩明县水务局"}).status_code == 200
    assert desk.content["allegations"][0]["person"]["unit"] == "嵩明县水务局"
