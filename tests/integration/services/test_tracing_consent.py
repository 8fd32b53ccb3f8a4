"""Over a bus: a county may trace an anonymous reporter only with its prefecture's consent; and who consents
learns nothing but the order."""

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
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerQuery
from rongcuo.contracts.identity.operations import OFFICER
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import DialogueQuery, OrderQuery, OrderState
from rongcuo.contracts.vault import operations as of_vault
from rongcuo.contracts.vault.forms import ContactForm, IdentityForm
from services import WITH_DATABASE, service_class
from tests.integration.front_door import FrontDoor
from tests.integration.services.report_house import House, Reporter, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.clarify import scene
from tests.unit.clarify.scene import officer

PHONE = "13987654321"
ABOVE_NAMED = officer("kin", Role.LEAD, organ_id=scene.ABOVE, unit=scene.BUREAU)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", outbox_poll=0.05,
                    retry_delays=(0.2, 1.0, 3.0), time_file=tmp_path / "time", **OF_DATABASE, **OF_CALLS)
    time_source(config).set(scene.RECEIVED_AT)
    with hosted((*map(service_class, WITH_DATABASE), FrontDoor), config) as host:
        yield House(host, config, scene.ORGAN, scene.RECEIVED_AT)


@pytest.mark.timeout(300)
def test_the_prefecture_consents_to_a_countys_order_and_learns_nothing_else(house: House) -> None:
    lead, above, kin, elsewhere = (house.enrol(replace(each, officer_id=f"t.{each.officer_id}"))
                                   for each in (scene.LEAD, scene.LEAD_ABOVE, ABOVE_NAMED, scene.ELSEWHERE))
    reporter = Reporter(house, IdentityForm(), ContactForm(phone=PHONE), "没有办手续就进场")
    report = reporter.send(Allegation(text="", person=ReportedPerson(name="柳成林", unit=scene.BUREAU)))
    until(lambda: house.report(lead, report.report_id))
    order = house.do(lead, of_vault.ASK_TO_UNSEAL, reporter_ref=reporter.reporter_ref,
                     ground="人身安全受到威胁", parts=(Part.CONTACT,), window_from=scene.RECEIVED_AT,
                     window_until=scene.RECEIVED_AT + timedelta(hours=2))
    assert order.needs_consent
    this = OrderQuery(order_id=order.order_id)

    seen = house.ask(above, of_vault.UNSEALING, this)
    assert "consent" in seen.allowed
    consented = house.do(above, of_vault.CONSENT_TO_UNSEAL, order_id=order.order_id)
    assert consented.state is OrderState.CONSENTED

    for answer in (seen, consented):
        told = str(dump(answer))
        for canary in (PHONE, reporter.code, "没有办手续", "柳成林", scene.BUREAU):
            assert canary not in told
    with pytest.raises(CaseError, match="not_found"):     # they see no officer of the county
        house.ask(above, OFFICER, OfficerQuery(officer_id=lead.officer_id))
    with pytest.raises(CaseError, match="not_found"):
        house.ask(above, of_vault.DIALOGUE, DialogueQuery(reporter_ref=reporter.reporter_ref))
    assert house.report(above, report.report_id) is None
    for nobody in (kin, elsewhere):
        with pytest.raises(CaseError, match="not_found"):
            house.ask(nobody, of_vault.UNSEALING, this)
    assert house.dead_letters() == {}
