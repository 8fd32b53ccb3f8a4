"""From the reporter's door to the receipt of the result, over a real bus, with all who hear of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import hosted
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    FeedbackStage,
    Finding,
    NoRemit,
    ReportContent,
    ReportDisposal,
    ReportedPerson,
    ReporterRequest,
    ReportOutcome,
    ReportQuery,
    ReportsQuery,
    ReportState,
    ShieldVerdict,
)
from rongcuo.contracts.clarify import operations as of_clarify
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import CollectiveDecision
from rongcuo.contracts.notify import InboxQuery
from rongcuo.contracts.notify.operations import INBOX
from rongcuo.contracts.review import FilingCheckQuery, FilingChecksQuery
from rongcuo.contracts.review import operations as of_review
from rongcuo.contracts.vault import DialogueQuery, ReporterStatus, Saying, Wish
from rongcuo.contracts.vault import operations as of_vault
from rongcuo.contracts.vault.forms import ContactForm, IdentityForm
from services import WITH_DATABASE, service_class
from services.filing.domain import Filing
from tests.canaries import Looker
from tests.integration.front_door import FrontDoor, provider_of
from tests.integration.services.report_house import House, Reporter, read_at, until
from tests.patience import OF_CALLS, OF_DATABASE
from tests.unit.clarify import scene
from tests.unit.filing.people import accepted, content

NAME, PHONE, NUMBER = "欧阳·玉衡", "13987654321", "530127199001011234"
IDENTITY, CONTACT = IdentityForm(name=NAME, id_number=NUMBER), ContactForm(phone=PHONE)
WORDS = f"我是{NAME}，电话{PHONE}。道路项目没有办手续就让施工队进场。"
MESSAGE, RESULT = "施工队的合同我有复印件", "经查手续齐全，反映的问题不属实"
ACCEPTED = "您反映的问题已经受理，由两名同志承办"
ABOUT = Allegation(text="", place="杨林", act_from=date(2026, 3, 2), act_until=date(2026, 3, 20),
                   person=ReportedPerson(name="柳成林", unit=scene.BUREAU))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", outbox_poll=0.05,
                    retry_delays=(0.2, 1.0, 3.0), time_file=tmp_path / "time", **OF_DATABASE, **OF_CALLS)
    time_source(config).set(scene.RECEIVED_AT)
    return config


@pytest.fixture
def house(config: Config) -> Iterator[House]:
    with hosted((*map(service_class, WITH_DATABASE), FrontDoor), config) as host:
        yield House(host, config, scene.ORGAN, scene.RECEIVED_AT)


@pytest.fixture
def staff(house: House) -> dict[str, scene.Actor]:
    people = (scene.DESK, scene.LEAD, scene.SECOND, scene.WANG, scene.LIU)
    return {each.officer_id: house.enrol(replace(each, officer_id=f"county.{each.officer_id}"))
            for each in people}


def inbox(house: House, by: scene.Actor) -> list[str]:
    return [each.subject for each in house.ask(by, INBOX, InboxQuery()).messages]


@pytest.mark.timeout(400)
def test_a_report_from_the_door_to_the_receipt_of_its_result(house: House, staff, tmp_path: Path, capfd,
                                                             caplog) -> None:
    desk, lead, wang, liu = (staff[each] for each in ("desk", "lead", "wang", "liu"))
    reporter = Reporter(house, IDENTITY, CONTACT, WORDS)
    this = {"report_id": reporter.send(ABOUT).report_id}
    until(lambda: reporter.last() == (ReporterStatus.RECEIVED, Saying.OPENED))

    seen = until(lambda: house.report(desk, **this))
    assert (seen.state, seen.pseudonym) == (ReportState.RECEIVED, reporter.pseudonym)
    assert NAME not in seen.allegations[0].text
    assert house.report(liu, **this) is None
    house.do(desk, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    house.do(wang, of_clarify.CONFIRM_REPORTER, **this)
    house.do(wang, of_clarify.ACCEPT_REPORT, **this)
    assert house.report(desk, **this) is None
    until(lambda: reporter.last() == (ReporterStatus.ACCEPTED, Saying.ACCEPTED))
    house.do(wang, of_clarify.GIVE_REPORTER_FEEDBACK, **this, stage=FeedbackStage.ACCEPTANCE, words=ACCEPTED)
    until(lambda: reporter.last() == (ReporterStatus.ACCEPTED, ACCEPTED))
    reporter.do(of_vault.ACKNOWLEDGE_BY_CODE)
    until(lambda: read_at(house)[0])
    assert house.report(wang, **this).feedbacks[0].read_at is None, "told when the day is over"

    reporter.do(of_vault.WRITE_BY_CODE, text=MESSAGE)
    until(lambda: house.report(wang, **this).wrote_at)
    dialogue = house.ask(wang, of_vault.DIALOGUE, DialogueQuery(reporter_ref=reporter.reporter_ref))
    assert [each.text for each in dialogue.messages] == [MESSAGE]
    reporter.do(of_vault.ASK_BY_CODE, wish=Wish.RECUSAL, text="承办人是他的同学")
    until(lambda: [each.kind for each in house.report(lead, **this).requests] == [ReporterRequest.RECUSAL])
    until(lambda: any("提出请求" in each for each in inbox(house, lead)))
    assert any("新的来信" in each for each in inbox(house, wang))
    assert inbox(house, liu) == []

    house.do(wang, of_clarify.DISPOSE_REPORT, **this, disposal=ReportDisposal.INQUIRY,
             tolerance_arises=False, reasons="先函询")
    until(lambda: reporter.last() == (ReporterStatus.BEING_HANDLED, Saying.BEING_HANDLED))
    house.do(wang, of_clarify.RECORD_FINDINGS, **this, findings=(
        Finding(allegation=1, outcome=ReportOutcome.UNSUBSTANTIATED, words="手续齐全"),))
    with pytest.raises(CaseError, match=r"clarify\.clearing_not_answered"):
        house.do(lead, of_clarify.CLOSE_REPORT, **this)
    house.do(wang, of_clarify.ANSWER_CLEARING, **this, clear=True, words="影响了选拔")
    house.do(lead, of_clarify.CLOSE_REPORT, **this)
    until(lambda: reporter.last() == (ReporterStatus.CLOSED, Saying.RESULT_FOLLOWS))
    house.do(wang, of_clarify.GIVE_REPORTER_FEEDBACK, **this, stage=FeedbackStage.RESULT, words=RESULT)
    until(lambda: reporter.last() == (ReporterStatus.CLOSED, RESULT))
    assert read_at(house)[1] is None
    reporter.do(of_vault.ACKNOWLEDGE_BY_CODE)
    until(lambda: read_at(house)[1])
    assert house.report(wang, **this).state is ReportState.CLOSED

    assert house.dead_letters() == {}
    for words in ("施工队", "没有办手续", MESSAGE, RESULT, ACCEPTED, "同学", "影响了选拔", ABOUT.person.name):
        assert house.told_with(words) == set(), words
    logged = "".join(capfd.readouterr()) + caplog.text
    for canary in (NAME, PHONE, NUMBER, reporter.code, MESSAGE):
        assert canary not in logged, canary
    canaries, message = Looker(NAME, PHONE, NUMBER, reporter.code), Looker(MESSAGE)
    for looker in (canaries, message):
        looker.look_through(tmp_path)
    assert canaries.found == []
    assert message.found     # the search finds what is there


@pytest.mark.timeout(300)
def test_who_is_refused_reads_why_and_may_come_back(house: House, staff) -> None:
    desk, wang = staff["desk"], staff["wang"]
    reporter = Reporter(house, IdentityForm(), ContactForm(), "他们单位的人作风不好")
    this = {"report_id": reporter.send(ABOUT).report_id}
    until(lambda: house.report(desk, **this))
    house.do(desk, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    house.do(wang, of_clarify.REFUSE_REPORT, **this, reason=NoRemit.NO_SUBSTANCE, words="没有具体的人和事")
    until(lambda: reporter.last() == (ReporterStatus.NOT_ACCEPTED, "没有具体的人和事"))
    assert reporter.look().told[-1].turn_to.startswith("请补充")
    assert house.told_with("没有具体的人和事") == set()
    reporter.do(of_vault.WRITE_BY_CODE, text="去年八月在杨林收了钱")
    until(lambda: house.report(wang, **this).wrote_at)
    assert house.dead_letters() == {}


@pytest.mark.timeout(300)
def test_what_goes_up_is_told_to_its_reporter_and_goes_on_under_the_same_code(house: House, staff) -> None:
    desk = staff["desk"]
    above = house.enrol(replace(scene.LEAD_ABOVE, officer_id="city.lead", roles=frozenset({Role.LEAD})))
    reporter = Reporter(house, IDENTITY, CONTACT, WORDS)
    this = {"report_id": reporter.send(ABOUT).report_id}
    until(lambda: house.report(desk, **this))
    house.do(desk, of_clarify.PASS_REPORT_UP, **this, reason="市管干部")
    until(lambda: ReporterStatus.PASSED_ON in {each.status for each in reporter.look().told})
    theirs = until(lambda: house.ask(above, of_clarify.REPORTS, ReportsQuery()).lines)[0].report_id
    house.do(above, of_clarify.ASSIGN_REPORT, report_id=theirs, officer_id=above.officer_id)
    house.do(above, of_clarify.ACCEPT_REPORT, report_id=theirs)
    until(lambda: reporter.last() == (ReporterStatus.ACCEPTED, Saying.ACCEPTED))
    dialogue = until(lambda: _dialogue(house, above, reporter))
    assert dialogue.pseudonym == reporter.pseudonym
    assert _dialogue(house, staff["lead"], reporter) is None
    assert house.dead_letters() == {}


def filed(numbers: Any, filer: scene.Actor) -> Filing:
    at, pack = scene.ROAD.submitted_at, scene.RULES.pack(scene.DIVISION, scene.ROAD.submitted_at.date())
    meeting = CollectiveDecision(meeting="局党组会", held_on=date(2026, 1, 6), participants=("jiang",))
    filing = Filing.begin("f1", filer, at)
    filing.submit(content(title=scene.ROAD.title, act_from=None, act_until=None, collective_decision=meeting,
                          negative_answers=dict.fromkeys(pack.negative_list, False)),
                  pack, scene.RULES.calendar(scene.DIVISION), numbers, filer, at)
    filing.accept(accepted("f1", at + timedelta(days=1)), pack, numbers)
    return filing


@pytest.mark.timeout(300)
def test_a_confirmed_match_has_the_filing_checked_and_its_filer_hears_nothing(house: House, staff) -> None:
    lead, wang, liu = (staff[each] for each in ("lead", "wang", "liu"))
    with provider_of(house.host, "filing").runtime.context(Tick()).unit() as unit:
        unit.commit(filed(unit.store.next_number, liu))
    reporter = Reporter(house, IDENTITY, CONTACT, WORDS)
    this = {"report_id": reporter.send(ABOUT).report_id}
    until(lambda: house.report(lead, **this))
    house.do(lead, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    until(lambda: house.ask(wang, of_clarify.CANDIDATES, ReportQuery(**this)).candidates)
    house.do(wang, of_clarify.JUDGE_MATCH, **this, allegation=1, filing_id="f1", verdict=ShieldVerdict.COVERS,
             reasons="同一项目")
    [line] = until(lambda: house.ask(lead, of_review.FILING_CHECKS, FilingChecksQuery()).lines)
    check = {"check_id": line.check_id}
    seen = house.ask(lead, of_review.FILING_CHECK, FilingCheckQuery(**check))
    assert (seen.filing_id, seen.submitted_at) == ("f1", scene.ROAD.submitted_at)
    until(lambda: any("报备核查" in each for each in inbox(house, lead)))
    house.do(wang, of_review.ASSIGN_FILING_CHECK, **check, officer_id=wang.officer_id)
    house.do(wang, of_review.CONCLUDE_FILING_CHECK, **check, words="报备属实，按报备实施")
    until(lambda: house.report(wang, **this).matches[0].checked_at)
    assert house.report(wang, **this).matches[0].faults == ()
    assert house.ask(liu, of_review.FILING_CHECKS, FilingChecksQuery()).lines == ()
    with pytest.raises(CaseError, match="not_found"):
        house.ask(liu, of_review.FILING_CHECK, FilingCheckQuery(**check))
    assert not [each for each in inbox(house, liu) if "核查" in each or "检举" in each]
    assert house.dead_letters() == {}


@pytest.mark.timeout(400)
def test_nobody_takes_a_reporter_over_by_registering_a_second_report_under_their_reference(
        house: House, staff) -> None:
    lead, wang, desk = (staff[each] for each in ("lead", "wang", "desk"))
    reporter = Reporter(house, IDENTITY, CONTACT, WORDS)
    this = {"report_id": reporter.send(ABOUT).report_id}
    seen = until(lambda: house.report(lead, **this))
    house.do(lead, of_clarify.ASSIGN_REPORT, **this, officer_id=wang.officer_id)
    own = ReportContent(
        channel=Channel.LETTER, reporter_ref=seen.reporter_ref, pseudonym=seen.pseudonym,
        received_at=house.now, allegations=(Allegation(text="无", person=ReportedPerson(name="无此人")),))
    for by in (wang, lead, desk):
        with pytest.raises(CaseError, match=r"clarify\.reporter_unknown"):
            house.do(by, of_clarify.REGISTER_REPORT, content=own)
    assert _dialogue(house, wang, reporter).pseudonym == reporter.pseudonym
    until(lambda: reporter.last() == (ReporterStatus.RECEIVED, Saying.OPENED))


def _dialogue(house: House, by: scene.Actor, reporter: Reporter):
    try:
        return house.ask(by, of_vault.DIALOGUE, DialogueQuery(reporter_ref=reporter.reporter_ref))
    except CaseError as error:
        if error.code != "not_found":
            raise
        return None
