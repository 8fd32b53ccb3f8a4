"""Filing and determination as running services: a filing that a case finds void is void in every case."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import inbox, outbox
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import DeterminationQuery, DeterminationView, NegativeAnswer
from rongcuo.contracts.determination.operations import (
    DETERMINATION,
    LINK_FILING,
    REPORT_DETERMINATION,
    REVOKE_DETERMINATION,
)
from rongcuo.contracts.filing import CollectiveDecision, FilingAccepted, FilingSubmitted, FilingVoided
from rongcuo.contracts.operation import Command
from services.determination.service import DeterminationService
from services.filing.domain import Filing
from services.filing.service import FilingService
from services.identity.service import IdentityService
from services.review.service import ReviewService
from tests.integration.front_door import FrontDoor, calls_of, provider_of
from tests.integration.services.test_filing_on_the_bus import until
from tests.patience import CALL, OF_CALLS, OF_DATABASE
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import DEPUTY, DIVISION, LEAD, SUBJECT, WANG
from tests.unit.filing.people import accepted, content
from tests.unit.review.scene import RULES

FILED_AT = scene.filing().drafted_at      # before the act
NUMBERS = {"d1": "容认〔2026〕1号", "d2": "容认〔2026〕2号"}


class Prefecture:
    """Four services; a filing in the register, and two cases in verification about an act that it covers."""

    def __init__(self, host: ServiceHost) -> None:
        self.host = host
        with provider_of(host, "filing").runtime.context(Tick()).unit() as unit:
            unit.commit(filed(unit.store.next_number))
        with provider_of(host, "determination").runtime.context(Tick()).unit() as unit:
            found = scene.verifying()
            scene.clear_list(found, private_gain=NegativeAnswer.HIT)
            unit.commit(found, replace(scene.verifying(), id="d2", number=NUMBERS["d2"]))

    def do(self, by: Actor, command: Command[Any, Any], **fields: Any) -> None:
        question = command.takes(command_id=uuid4().hex, **fields)
        calls_of(self.host).ask(CallContext(by, uuid4().hex, time.time() + CALL), command, question)

    def case(self, case_id: str) -> DeterminationView:
        return calls_of(self.host).ask(CallContext(LEAD, uuid4().hex, time.time() + CALL), DETERMINATION,
                                       DeterminationQuery(case_id=case_id))

    def void_by(self) -> dict[str, list[str]]:
        return {case_id: [each.void_by for each in self.case(case_id).filings] for case_id in NUMBERS}

    def rows(self, service: str, wanted: Any) -> list[Any]:
        with provider_of(self.host, service).runtime.database.reading() as session:
            return list(session.execute(wanted))


def filed(numbers: Any) -> Filing:
    pack = RULES.pack(DIVISION, FILED_AT.date())
    filing = Filing.begin("f1", SUBJECT, FILED_AT)
    meeting = CollectiveDecision(meeting="局党组会", held_on=date(2025, 1, 6), participants=("jiang",))
    filing.submit(content(act_from=None, act_until=None, collective_decision=meeting,
                          negative_answers=dict.fromkeys(pack.negative_list, False)),
                  pack, RULES.calendar(DIVISION), numbers, SUBJECT, FILED_AT)
    filing.accept(accepted("f1", FILED_AT + timedelta(days=1)), pack, numbers)
    return filing


@pytest.fixture
def prefecture(tmp_path: Path) -> Iterator[Prefecture]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}",
                    time_file=tmp_path / "time", outbox_poll=0.05, **OF_DATABASE, **OF_CALLS)
    time_source(config).set(scene.NOW)
    services = (IdentityService, FilingService, ReviewService, DeterminationService, FrontDoor)
    with hosted(services, config) as host:
        yield Prefecture(host)


def test_what_one_case_finds_of_a_filing_is_heard_by_all_cases_and_nothing_else_of_filing_is(
        prefecture: Prefecture) -> None:
    for case_id in NUMBERS:
        prefecture.do(WANG, LINK_FILING, case_id=case_id, filing_id="f1")
    assert prefecture.void_by() == {"d1": [""], "d2": [""]}
    prefecture.do(WANG, REPORT_DETERMINATION, case_id="d1", report="谋取私利属实", terms=scene.DENIAL,
                  acknowledged=True)
    until(lambda: prefecture.void_by() == {"d1": [NUMBERS["d1"]], "d2": [NUMBERS["d1"]]})
    prefecture.do(DEPUTY, REVOKE_DETERMINATION, case_id="d1", reasons="证据有误")
    until(lambda: prefecture.void_by() == {"d1": [""], "d2": [""]})
    assert [entry.what for entry in prefecture.case("d2").history][-2:] == [
        "filing_voided", "filing_restored"]
    until(lambda: not provider_of(prefecture.host, "filing").runtime.outbox.backlog())
    told = prefecture.rows("filing", select(outbox.c.event_id, outbox.c.type_name))
    voided = {event_id for event_id, type_name in told if type_name == FilingVoided.type_name()}
    assert {type_name for _, type_name in told} >= {FilingSubmitted.type_name(), FilingAccepted.type_name()}
    assert len(voided) == 2
    heard = prefecture.rows("determination", select(inbox.c.event_id).where(
        inbox.c.consumer == "filing.events--determination"))
    assert {event_id for event_id, in heard} == voided
    assert not provider_of(prefecture.host, "determination").runtime.dead_letters.count_open()
