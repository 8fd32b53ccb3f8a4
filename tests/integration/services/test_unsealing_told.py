"""Over a bus: of an order to unseal its custodians hear and, at its end, the auditor; nobody whom the report
names, and nothing of it but its number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Allegation, ReportedPerson
from rongcuo.contracts.clarify import operations as of_clarify
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import InboxQuery
from rongcuo.contracts.notify.operations import INBOX
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderQuery, OrderState
from rongcuo.contracts.vault import operations as of_vault
from rongcuo.contracts.vault.forms import ContactForm, IdentityForm
from services import WITH_DATABASE, service_class
from tests.integration.front_door import FrontDoor
from tests.integration.services.report_house import House, Reporter, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.clarify import scene
from tests.unit.clarify.scene import officer

NAME, PHONE = "欧阳·玉衡", "13987654321"
PEOPLE = (scene.LEAD, scene.WANG, officer("jia", Role.CUSTODIAN_A, unit="保密办"),
          officer("yi", Role.CUSTODIAN_B, unit="保密办"),
          officer("kin", Role.CUSTODIAN_A, unit=scene.BUREAU),
          officer("audit", Role.AUDITOR, organ_id=scene.ABOVE, unit="昆明市纪委监委"))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", outbox_poll=0.05,
                    retry_delays=(0.2, 1.0, 3.0), time_file=tmp_path / "time", **OF_DATABASE, **OF_CALLS)
    time_source(config).set(scene.RECEIVED_AT)
    with hosted((*map(service_class, WITH_DATABASE), FrontDoor), config) as host:
        yield House(host, config, scene.ORGAN, scene.RECEIVED_AT)


def told(house: House, by: scene.Actor) -> list[str]:
    return [f"{each.subject} {each.body}" for each in house.ask(by, INBOX, InboxQuery()).messages
            if "启封" in each.subject]


@pytest.mark.timeout(300)
def test_custodians_hear_of_an_order_and_the_auditor_of_its_end(house: House) -> None:
    staff = {each.officer_id: house.enrol(replace(each, officer_id=f"c.{each.officer_id}"))
             for each in PEOPLE}
    lead, wang, jia, yi, kin, audit = (staff[each.officer_id] for each in PEOPLE)
    reporter = Reporter(house, IdentityForm(name=NAME), ContactForm(phone=PHONE), "没有办手续")
    this = {"report_id": reporter.send(Allegation(text="", person=ReportedPerson(
        name="柳成林", unit=scene.BUREAU))).report_id}
    until(lambda: house.report(lead, **this))
    house.do(lead, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    order = house.do(wang, of_vault.ASK_TO_UNSEAL, reporter_ref=reporter.reporter_ref, ground="须当面核实",
                     parts=(Part.IDENTITY,), window_from=scene.RECEIVED_AT,
                     window_until=scene.RECEIVED_AT + timedelta(hours=2))
    until(lambda: told(house, jia) and told(house, yi))
    house.do(yi, of_vault.REFUSE_UNSEALING, order_id=order.order_id, reason="往来中已经问清")
    until(lambda: told(house, audit))
    for each in (jia, audit):
        seen = house.ask(each, of_vault.UNSEALING, OrderQuery(order_id=order.order_id))
        assert (seen.state, seen.asked_by) == (OrderState.REFUSED, wang.officer_id)
    with pytest.raises(CaseError, match="not_found"):
        house.ask(kin, of_vault.UNSEALING, OrderQuery(order_id=order.order_id))
    assert (told(house, kin), told(house, lead)) == ([], [])
    for words in (*told(house, jia), *told(house, audit), *told(house, wang)):
        assert order.number in words
        for canary in (NAME, reporter.pseudonym, reporter.reporter_ref, "柳成林", "当面核实", "问清"):
            assert canary not in words
    for canary in (reporter.reporter_ref, reporter.pseudonym, "须当面核实"):
        assert not [each for each in house.told_with(canary) if "unsealing_moved" in each]
    assert house.dead_letters() == {}
