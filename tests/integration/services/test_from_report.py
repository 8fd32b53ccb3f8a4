"""A report whose tolerance question is answered with yes leads to a determination, over a real bus, and
nobody from whom it is kept finds either."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import Allegation, ReportDisposal, ReportedPerson
from rongcuo.contracts.clarify import operations as of_clarify
from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.vault.forms import ContactForm, IdentityForm
from services import WITH_DATABASE, service_class
from tests.integration.front_door import FrontDoor
from tests.integration.services.report_house import House, Reporter, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.clarify import scene

ABOUT = Allegation(text="", place="杨林", act_from=date(2026, 3, 2), act_until=date(2026, 3, 20),
                   person=ReportedPerson(name="柳成林", unit=scene.BUREAU))
ACT = contract.Act(what="先行施工", since=date(2026, 3, 2), until=date(2026, 3, 20))
WORDS = "道路项目没有办手续就让施工队进场。"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", outbox_poll=0.05,
                    retry_delays=(0.2, 1.0, 3.0), time_file=tmp_path / "time", **OF_DATABASE, **OF_CALLS)
    time_source(config).set(scene.RECEIVED_AT)
    with hosted((*map(service_class, WITH_DATABASE), FrontDoor), config) as host:
        yield House(host, config, scene.ORGAN, scene.RECEIVED_AT)


def listed(house: House, by: Actor) -> tuple[list[str], int]:
    """What a search for the case finds, and how many the organ has."""
    page = house.ask(by, of_determination.DETERMINATIONS, contract.DeterminationsQuery(search="柳成林"))
    return [each.case_id for each in page.lines], page.counts["organ"]


def disposals(house: House, by: Actor, number: str) -> list[tuple[ReportDisposal, str, str]]:
    found = house.ask(by, of_determination.CLUE_DISPOSALS, contract.ClueDisposalsQuery(clue_number=number))
    return [(each.disposal, each.report_id, each.case_id) for each in found.disposals]


@pytest.mark.timeout(400)
def test_one_register_one_number_and_nobody_finds_what_is_kept_from_them(house: House) -> None:
    people = (scene.LEAD, scene.SECOND, scene.WANG, scene.LIU, scene.NAMESAKE)
    lead, second, wang, liu, namesake = (
        house.enrol(replace(each, officer_id=f"county.{each.officer_id}")) for each in people)
    this: dict[str, Any] = {"report_id": Reporter(house, IdentityForm(), ContactForm(), WORDS).send(
        ABOUT).report_id}
    number = until(lambda: house.report(lead, **this)).number
    house.do(lead, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    house.do(wang, of_clarify.ACCEPT_REPORT, **this)
    about = contract.Subject(name=liu.name, unit=liu.unit, officer_id=liu.officer_id)
    opening = {**this, "initiation": contract.Initiation.CLUE, "act": ACT, "title": "先行施工",
               "subject": about, "grounds": "推进工作"}
    with pytest.raises(CaseError, match=r"determination\.clue_not_disposed"):
        house.do(lead, of_determination.OPEN_DETERMINATION, **opening)
    house.do(wang, of_clarify.DISPOSE_REPORT, **this, disposal=ReportDisposal.INQUIRY, tolerance_arises=True,
             reasons="先函询，同步研判")
    case = house.do(lead, of_determination.OPEN_DETERMINATION, **opening)
    assert (case.clue_number, case.report_id) == (number, this["report_id"])

    of_this = (ReportDisposal.INQUIRY, this["report_id"], case.case_id)
    assert disposals(house, lead, number) == disposals(house, second, "信访(2026) 1") == [of_this]
    assert listed(house, lead) == listed(house, second) == ([case.case_id], 1)
    assert disposals(house, namesake, number) == disposals(house, liu, number) == []
    assert listed(house, namesake) == listed(house, liu) == ([], 0)
    this_case = contract.DeterminationQuery(case_id=case.case_id)
    with pytest.raises(CaseError, match="not_found"):
        house.ask(liu, of_determination.DETERMINATION, this_case)
    with pytest.raises(CaseError, match=r"determination\.clue_is_a_report"):
        house.do(second, of_determination.DISPOSE_CLUE, clue_number=number, subject=about,
                 act=ACT, title="先行施工", disposal=ReportDisposal.VERIFY, tolerance_arises=False,
                 reasons="重复", received_at=house.now)

    house.do(second, of_clarify.RECUSE_FROM_REPORT, **this, officer_id=second.officer_id,
             ground=RecusalGround.RELATIVE, reason="亲属")
    until(lambda: listed(house, second) == ([], 0))
    assert disposals(house, second, number) == []
    with pytest.raises(CaseError, match="not_found"):
        house.ask(second, of_determination.DETERMINATION,
                  contract.DeterminationQuery(case_id=case.case_id))
    house.do(lead, of_determination.ASSIGN_DETERMINATION, case_id=case.case_id, officer_id=lead.officer_id)
    house.do(lead, of_determination.ACCEPT_DETERMINATION, case_id=case.case_id, opinion="受理")
    assert listed(house, liu) == ([case.case_id], 1)
    seen = house.ask(liu, of_determination.DETERMINATION, this_case)
    assert (seen.initiation, seen.clue_number, seen.report_id, seen.grounds) == (None, "", "", "")
    house.do(wang, of_clarify.DISPOSE_REPORT, **this, disposal=ReportDisposal.CLOSED_ON_REPLY,
             tolerance_arises=False, reasons="采信说明")
    assert [each[0] for each in disposals(house, lead, number)] == [
        ReportDisposal.INQUIRY, ReportDisposal.CLOSED_ON_REPLY]
    assert house.dead_letters() == {}
    assert house.told_with("推进工作") == set()
