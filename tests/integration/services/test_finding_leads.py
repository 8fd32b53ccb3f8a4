"""What waits for a lead is asked of the database, on both kinds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import Outcome
from services.determination.storage import CaseStorage
from tests.integration.services.determination_office import Office
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, PANEL, QIAN, SUBJECT, by
from tests.unit.determination.recusal_scene import asked


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def test_what_waits_for_a_lead_is_found_and_nothing_else(office: Office):
    office.keep(scene.verifying(), "silent")
    office.keep(asked(scene.held), "asked")
    withdrawn = asked(scene.held)
    withdrawn.withdraw("不再需要", by(SUBJECT))
    office.keep(withdrawn, "gone")
    for name, make in (("lodged", scene.appealed), ("heard", scene.heard)):
        appeal, case = make()
        office.keep(case, name)
        office.keep(replace(appeal, case_id=name), f"appeal of {name}")
    appeal, case = scene.heard()
    scene.agreed(appeal, Outcome.MITIGATE, scene.TERMS, case, by(PANEL[0]))
    office.keep(case, "over")
    office.keep(replace(appeal, case_id="over"), "appeal of over")
    with office.shop.database.reading() as session:
        store = CaseStorage(session)
        assert store.determinations.with_recusal_asked() == ("asked",)
        assert store.appeals.without_panel() == ("lodged",)
        assert store.determinations.after_appeal() == ("over",)
    [line] = office.page(LEAD, tab="mine").lines
    assert (line.case_id, line.recusal_asked) == ("asked", True)
    assert office.page(QIAN, tab="mine").lines == ()


def test_a_lead_above_finds_by_looking_for_it_the_decided_case_of_somebody_without_an_account(office: Office):
    for name, officer_id in (("paper", ""), ("own", SUBJECT.officer_id)):
        case = scene.decided()
        case.subject = replace(case.subject, officer_id=officer_id)
        office.keep(case, name)
    above = scene.here("above", Role.LEAD, organ_id="532800")
    assert office.page(above, tab="organ").lines == ()
    assert [line.case_id for line in office.page(above, tab="organ", search="subject某").lines] == ["paper"]
