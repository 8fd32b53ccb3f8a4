"""A record on both databases: whoever looked is a line of the ledger, and the person reads that very line."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import ledger
from rongcuo.chassis.triggers import Command, Query
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import CorrectionsQuery, RecordQuery, RecordView, YearQuery, YearsQuery
from services.followup.usecases import composing, records, years
from services.followup.views import records as views
from services.followup.views import years as of_years
from tests.integration.services.test_followup import Office
from tests.unit.followup import scene
from tests.unit.followup.scene import LEAD, NOW, WANG, WATCH, WEN
from tests.unit.followup_record.desk import FILING, Desk


class RecordOffice(Office):
    """Filing and determination answer as the desk's do, whoever asks."""

    def context(self, actor: Actor) -> Any:
        self.commands += 1
        command, desk = f"c{self.commands}", Desk(actor=actor)
        return self.shop.context(Command(command, command), actor, ask=desk.ask, ask_itself=desk.ask_itself)

    def record(self, actor: Actor) -> RecordView:
        desk = Desk(actor=actor)
        return composing.record(self.shop.context(
            Query(), actor, ask=desk.ask, ask_itself=desk.ask_itself), RecordQuery(person_id="wen"))

    def lines(self, what: str) -> list[dict[str, Any]]:
        with self.shop.database.reading() as session:
            bodies = session.scalars(select(ledger.c.body).order_by(ledger.c.line_id))
            return [line for line in map(json.loads, bodies) if line["what"] == what]


@pytest.fixture
def office(config: Config) -> Iterator[RecordOffice]:
    opened = RecordOffice(config)
    opened.put(scene.assistance())
    yield opened
    opened.shop.stop()


def test_a_look_is_a_line_of_the_ledger_and_the_person_reads_it(office: RecordOffice):
    office.record(LEAD)
    office.shop.ledger.number()                 # one that has its number, and one that has none yet
    office.time.shows = scene.at(3, 3)
    office.record(WATCH)
    with pytest.raises(CaseError, match="not_found"):
        office.record(WANG)
    office.record(WEN)
    lines = office.lines(composing.READ)
    assert [(line["subject"], line["actor"]) for line in lines] == [("wen", "lead"), ("wen", "watch")]
    seen = office.record(WEN).seen
    assert [(each.officer_id, each.at) for each in seen] == [
        ("watch", scene.at(3, 3)), ("lead", NOW)]


def test_a_remark_stays_and_its_line_says_nothing_of_it(office: RecordOffice):
    office.give(WEN, records.remark, contract.AddRecordRemark, person_id="wen", words="当时停水")
    assert [each.words for each in office.record(LEAD).remarks] == ["当时停水"]
    [line] = office.lines(records.REMARKED)
    assert "停水" not in json.dumps(line, ensure_ascii=False)


def test_a_request_for_correction_goes_to_its_list_and_comes_back_answered(office: RecordOffice):
    made = office.give(WEN, records.ask, contract.AskCorrection, person_id="wen", fact=FILING, words="错了")
    for actor, there in ((LEAD, 1), (WANG, 0), (WATCH, 0)):
        page = office.look(views.page, CorrectionsQuery(), actor)
        assert (len(page.lines), page.counts["organ"]) == (there, there)
    office.give(LEAD, records.answer, contract.AnswerCorrection, made.case_id, corrected=True, reason="改了")
    [told] = office.record(WEN).corrections
    assert told.answer is not None
    assert (told.answer.corrected, told.answer.reason) == (True, "改了")


def test_a_year_of_visits_is_planned_approved_and_comes_back(office: RecordOffice):
    made = office.give(WANG, years.draw_up_plan, contract.DrawUpYearPlan, year=2026)
    again = office.give(WANG, years.draw_up_plan, contract.DrawUpYearPlan, year=2026)
    assert again.case_id == made.case_id
    office.give(LEAD, years.approve_plan, contract.ApproveYearPlan, made.case_id)
    found = office.look(of_years.year, YearQuery(case_id=made.case_id), WANG)
    assert [(each.version, len(each.lines), each.approved_by) for each in found.plans] == [(1, 1, "lead某")]
    assert len(office.look(of_years.page, YearsQuery(), WATCH).lines) == 1
