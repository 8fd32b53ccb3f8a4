"""One service of the deployment ends in order and comes back: meanwhile people go on, then all is told."""

import pytest

from tests.e2e.platform import Deployed, Platform
from tests.e2e.steps import code_of_reading, come_to, content_of, open_task, submitted, taken, told

pytestmark = [pytest.mark.parametrize("both", [pytest.param(
    Deployed, id="deployed", marks=[pytest.mark.broker, pytest.mark.postgres])], indirect=True)]


def test_what_was_done_without_notify_is_told_when_it_is_back(platform: Platform) -> None:
    assert isinstance(platform, Deployed)
    place = platform.people.at("530323", "师宗县林业和草原局")
    notify = next(service for service in platform.deployment.services if service.name == "notify")
    notify.stop()
    assert notify.exit_status == 0

    first = submitted(place.filer, content_of(platform, "530323", "防火通道抢修"))
    second = submitted(place.filer, content_of(platform, "530323", "苗圃用地调整"))
    for receipt in (first, second):
        taken(place, receipt["filing_id"])
    place.reviewer.post(f"/reviews/{first['filing_id']}/accept", {"opinion": "予以受理"})
    come_to(place.filer, first["filing_id"], "accepted")
    assert code_of_reading(place.filer, "/inbox") in {"service_unavailable", "answer_late"}

    notify.start()
    assert told(place.filer, first["number"], "报备已受理")
    assert told(place.reviewer, second["number"], "请您办理")
    assert open_task(place.lead, second["filing_id"])["owner_id"] == place.reviewer.officer_id
