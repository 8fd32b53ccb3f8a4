"""A report as the clue that it is, and what followed from it, for whoever may see that."""

import pytest

from rongcuo.casework.apart import officer_keys
from rongcuo.contracts.clarify import ReportDisposal, ReportQuery
from rongcuo.contracts.errors import CaseError
from services.clarify.domain import Verb
from services.clarify.domain.numbers import number_typed
from services.clarify.presenters.reports import allowed
from services.clarify.views.clues import clue
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext
from tests.unit.clarify.scene import (
    COLLEAGUE,
    DESK,
    ELSEWHERE,
    LEAD,
    LIU,
    NAMESAKE,
    SUPERVISOR,
    WANG,
    ZHAO,
    by,
)


def arisen(*arises: bool):
    report = scene.accepted()
    for each in arises:
        report.dispose(ReportDisposal.INQUIRY, each, "推进工作中的偏差", by(LEAD))
    return report


def kept(report) -> FakeContext:
    context = FakeContext()
    context.store.put(report)
    return context


@pytest.mark.parametrize(("typed", "number"), [
    ("信访〔2026〕1号", "信访〔2026〕1号"), ("信访(2026)  001 号", "信访〔2026〕1号"),
    ("编号：信访［２０２６］12", "信访〔2026〕12号"), ("信访〔2026〕0号", ""), ("XS-2026-1", ""),
    ("澄清〔2026〕1号", ""), ("  ", "")])
def test_a_number_is_known_however_it_is_typed(typed: str, number: str) -> None:
    assert number_typed(typed) == number


def test_it_bears_its_number_its_disposals_and_the_keys_of_whoever_it_is_kept_from() -> None:
    report = arisen(True)
    found = clue(kept(report).sit(LEAD), ReportQuery(report_id="r1"))
    assert (found.number, found.organ_id, found.dispositions) == (
        report.number, scene.ORGAN, report.dispositions)
    apart = officer_keys(LIU.officer_id, NAMESAKE.officer_id, COLLEAGUE.officer_id)
    assert set(found.keys_apart) == report.kept_from | apart
    for actor in (LIU, COLLEAGUE, NAMESAKE, DESK, ELSEWHERE):
        with pytest.raises(CaseError, match="not_found"):
            clue(kept(report).sit(actor), ReportQuery(report_id="r1"))


def test_who_only_supervises_is_written_down() -> None:
    context = kept(arisen(True))
    assert not clue(context.sit(SUPERVISOR), ReportQuery(report_id="r1")).opens_determination
    assert context.reads == [("clarify.report_read", "r1")]


@pytest.mark.parametrize(("arises", "opens"), [((), False), ((True,), True), ((True, False), False),
                                               ((False, True), True)])
def test_the_last_answer_to_the_tolerance_question_opens_a_determination(
        arises: tuple[bool, ...], opens: bool) -> None:
    report = arisen(*arises)
    for actor, may in ((LEAD, opens), (WANG, opens), (ZHAO, False), (SUPERVISOR, False)):
        assert ("open_determination" in allowed(report, by(actor))) is may, actor
        assert clue(kept(report).sit(actor), ReportQuery(report_id="r1")).opens_determination is may


def test_of_what_went_up_nothing_is_left_to_open_one_from() -> None:
    report = scene.accepted()
    report.pass_up("市管干部", "r9", by(WANG))
    assert allowed(report, by(LEAD)) == ()
    assert Verb.DISPOSE not in allowed(report, by(WANG))
