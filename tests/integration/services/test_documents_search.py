"""Letters are found by their number, however it is spelt, by those who may see them."""

from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.documents import LettersSought
from services.documents import views
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene

THIRD = "嵩纪容〔2026〕3号"
SPELT = [THIRD, "嵩纪容[2026]3号", "嵩纪容(2026)3号",
         "嵩紀容【２０２６】３號", "文号：嵩纪容〔2026〕 3 号", "嵩纪容20263号"]


@pytest.fixture
def office(config: Config) -> Office:
    office = Office(config)
    office.hear(scene.submitted("f1"), scene.supplement_requested("f1"), scene.supplemented("f1"),
                scene.accepted("f1"), scene.submitted("f2"), scene.supplement_requested("f2"))
    return office


def found(office: Office, search: str, by: Actor = scene.REVIEWER, limit: int = 50) -> list[str]:
    seen = views.found(office.asked(by), LettersSought(search=search, limit=limit))
    return [line.number for line in seen.lines]


@pytest.mark.parametrize("spelt", SPELT)
def test_one_hit_however_it_is_spelt(office: Office, spelt: str) -> None:
    assert found(office, spelt) == [THIRD]


def test_only_what_one_may_see_and_the_newest_first(office: Office) -> None:
    assert len(found(office, "嵩纪容", SYSTEM)) == 3
    assert len(found(office, "嵩纪容", SYSTEM, limit=2)) == 2
    for who in (scene.FILER, scene.OTHER_FILER, scene.REVIEWER, scene.LEAD, scene.MEMBER, scene.ABOVE,
                scene.ELSEWHERE, scene.OPERATOR, replace(scene.ABOVE, division_code="")):
        seen = {letter.number for matter in ("f1", "f2") for letter in office.letters(matter, by=who)}
        assert set(found(office, "", who)) == seen, who
