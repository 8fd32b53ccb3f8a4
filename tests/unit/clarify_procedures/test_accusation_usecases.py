"""The finding of a false accusation by commands, from a suspicion to its conclusion; and who sees it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    AddressedQuery,
    Answer,
    CaseNumber,
    FalseAccusationQuery,
    FalseAccusationsQuery,
    FalseAccusationState,
    ManagedBy,
    MayHandle,
    ReporterAddressed,
)
from rongcuo.contracts.clarify.false_accusation import operations
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.operation import Command
from services.clarify.usecases import false_accusations, settling
from services.clarify.views import false_accusations as questions
from services.clarify.views import reporter as for_the_vault
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, RECEIVED_AT, SUPERVISOR, ZHAO
from tests.unit.clarify_procedures import accusation_scene
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER, THEIR_PAPER
from tests.unit.clarify_procedures.desk import OTHER_ABOVE, PROVINCE_LEAD, Desk

State = FalseAccusationState
MIDWAY, LATER = RECEIVED_AT + timedelta(days=20), RECEIVED_AT + timedelta(days=80)


def look(desk: Desk, actor=LEAD) -> contract.FalseAccusationView:
    return questions.false_accusation(desk.sit(actor), FalseAccusationQuery(case_id=desk.inquiry.id))


def listed(desk: Desk, actor, tab: str = "organ") -> list[str]:
    page = questions.page(desk.sit(actor), FalseAccusationsQuery(tab=tab))
    return [each.case_id for each in page.lines]


def test_the_way_from_a_suspicion_to_its_conclusion(desk: Desk):
    at.proven(desk)
    case_id = desk.inquiry.id
    assert look(desk).lacking == ()

    def give(actor, usecase, kind, **rest):
        return desk.give(actor, usecase, kind, case_id, **rest)
    give(ZHAO, false_accusations.record_gain, contract.RecordGain, what="竞聘资格")
    give(ZHAO, false_accusations.serve_draft, contract.ServeDraftFinding, draft=accusation_scene.DRAFT)
    file = contract.FindingFile(
        review_opinion="事实清楚", committee_on=MIDWAY.date(), attachments=(PAPER,))
    for code in ("clarify.not_served", "clarify.draft_open"):
        refused(code, lambda: give(
            ZHAO, false_accusations.request_finding, contract.RequestFinding, file=file))
        desk.read()
    desk.now = MIDWAY
    desk.wrote()
    give(ZHAO, false_accusations.answer_draft, contract.RecordDraftAnswer, words="不服", considered="已核")
    at.confirmed(desk)
    give(ZHAO, false_accusations.request_finding, contract.RequestFinding, file=file)
    for actor in (LEAD, scene.SECOND, ZHAO):
        refused("forbidden", lambda who=actor: give(
            who, false_accusations.answer_finding, contract.AnswerFinding, answer=Answer.APPROVED,
            reasons="同意"))
    give(OTHER_ABOVE, false_accusations.answer_finding, contract.AnswerFinding, answer=Answer.APPROVED,
         reasons="同意认定")
    assert look(desk).state is State.FOUND
    desk.read()
    refused("clarify.complaint_time_runs", lambda: give(
        ZHAO, false_accusations.take_effect, contract.PutIntoEffect))
    desk.now = LATER
    give(ZHAO, false_accusations.take_effect, contract.PutIntoEffect)
    [gain] = look(desk).gains
    give(ZHAO, false_accusations.undo_gain, contract.UndoGain, gain_id=gain.gain_id, how="取消",
         undone_on=LATER.date())
    handling = contract.AccusationHandling(
        kind=contract.HandlingKind.DISCIPLINE, what="党内警告", on=LATER.date())
    give(ZHAO, false_accusations.record_handling, contract.RecordHandling, handling=handling)
    told = give(ZHAO, false_accusations.conclude, contract.ConcludeFalseAccusation)
    assert isinstance(told, CaseNumber)
    assert (look(desk).state, look(desk).allowed) == (State.CONCLUDED, ("complain",))
    assert {each.gate for each in look(desk).approvals} == {*contract.Gate}


def test_the_province_answers_for_a_post_that_it_manages(desk: Desk):
    at.suspected(desk, ManagedBy.PROVINCE)
    case_id = desk.inquiry.id
    desk.give(ZHAO, false_accusations.request_beginning, contract.RequestBeginning, case_id, grounds="可疑")
    answer = {"answer": Answer.APPROVED, "reasons": "同意"}
    refused("not_found", lambda: desk.give(
        LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **answer))
    desk.give(PROVINCE_LEAD, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **answer)
    assert look(desk).state is State.INQUIRY


def test_a_complaint_goes_to_the_organ_above_the_one_that_found(desk: Desk):
    at.proven(desk)
    case_id = desk.inquiry.id
    case = desk.store.false_accusations.get(case_id)
    for step in (lambda: case.serve_draft(accusation_scene.DRAFT, scene.by(ZHAO)),
                 lambda: accusation_scene.wrote(case, RECEIVED_AT),
                 lambda: case.answer_draft("不服", "已核", (), scene.by(ZHAO)),
                 lambda: accusation_scene.read(case, RECEIVED_AT),
                 lambda: case.request_finding(contract.FindingFile(
                     review_opinion="清楚", committee_on=MIDWAY.date()), scene.by(ZHAO, MIDWAY)),
                 lambda: case.answer_finding(Answer.APPROVED, "同意", scene.by(OTHER_ABOVE, MIDWAY))):
        step()
    desk.put(case)
    desk.now = MIDWAY
    assert listed(desk, PROVINCE_LEAD) == [case_id], "it may set aside what was found of its own motion"
    assert not listed(desk, PROVINCE_LEAD, "approval")
    desk.give(ZHAO, false_accusations.complain, contract.LodgeComplaint, case_id, words="不服",
              lodged_on=MIDWAY.date(), attachments=(replace(THEIR_PAPER, name="范守真.pdf"),))
    paper, = desk.store.false_accusations.get(case_id).papers
    assert (paper.name, paper.sha256) == ("材料3.pdf", THEIR_PAPER.sha256), "as the vault calls it"
    assert listed(desk, PROVINCE_LEAD, "approval") == [case_id]
    refused("forbidden", lambda: desk.give(LEAD_ABOVE, false_accusations.answer_complaint,
                                           contract.AnswerComplaint, case_id, upheld=True, reasons="维持"))
    desk.give(PROVINCE_LEAD, false_accusations.answer_complaint, contract.AnswerComplaint, case_id,
              upheld=False, reasons="证据不足")
    assert look(desk).state is State.SET_ASIDE


def test_what_a_reporter_gave_on_paper_is_nowhere_but_in_the_vault(desk: Desk):
    at.inquiring(desk)
    case_id = desk.inquiry.id
    desk.give(ZHAO, false_accusations.ask_reporter, contract.AskReporter, case_id, question="来源")
    def heard(paper, who=ZHAO):
        desk.give(who, false_accusations.record_hearing, contract.RecordReporterHearing, case_id,
                  source="听说", basis="没有", attachments=(paper,))
    refused("clarify.paper_elsewhere", lambda: heard(PAPER))
    refused("not_found", lambda: heard(THEIR_PAPER, scene.LIU))
    heard(THEIR_PAPER)
    assert [each.name for each in look(desk).papers] == ["材料3.pdf"]


@pytest.mark.parametrize(("earlier", "code"), [(1, "clarify.paper_of_before"), (0, "")])
@pytest.mark.parametrize("act", ["hearing", "declined", "service"])
def test_a_paper_of_before_the_question_is_no_answer_to_it(desk: Desk, act: str, earlier: int, code: str):
    at.inquiring(desk)
    case_id = desk.inquiry.id
    desk.give(ZHAO, false_accusations.ask_reporter, contract.AskReporter, case_id, question="来源")
    if act != "service":
        desk.read()
    desk.paper_came, put = desk.now - timedelta(seconds=earlier), desk.now
    desk.now = MIDWAY
    usecase, command, said = {
        "hearing": (false_accusations.record_hearing, contract.RecordReporterHearing,
                    {"source": "听说", "basis": "没有"}),
        "declined": (false_accusations.record_unheard, contract.RecordReporterUnheard,
                     {"unheard": contract.Unheard.DECLINED, "account": "不愿说"}),
        "service": (false_accusations.record_service, contract.RecordService, {"served_on": put.date()})}[act]
    def give():
        desk.give(ZHAO, usecase, command, case_id, attachments=(THEIR_PAPER,), **said)
    if code:
        refused(code, give)
        assert look(desk).papers == ()
    else:
        give()
        assert [each.name for each in look(desk).papers] == ["材料3.pdf"]


def test_whoever_is_named_and_everybody_of_their_units_sees_none_of_it(desk: Desk):
    at.proven(desk)
    case_id = desk.inquiry.id
    for actor in (*scene.NAMED, scene.ELSEWHERE, scene.OPERATOR):
        assert (listed(desk, actor), listed(desk, actor, "approval")) == ([], [])
        refused("not_found", lambda who=actor: look(desk, who))
        refused("not_found", lambda who=actor: desk.give(
            who, false_accusations.hand_up, contract.HandFalseAccusationUp, case_id, reason="我来办"))
    assert listed(desk, LEAD) == listed(desk, LEAD_ABOVE) == [case_id]


def test_the_prefecture_sees_it_from_the_first_request_on(desk: Desk):
    at.suspected(desk)
    refused("not_found", lambda: look(desk, LEAD_ABOVE))
    assert listed(desk, LEAD_ABOVE, "approval") == []
    desk.give(ZHAO, false_accusations.request_beginning, contract.RequestBeginning, desk.inquiry.id,
              grounds="可疑")
    assert look(desk, LEAD_ABOVE).approver_organ_id == scene.ABOVE
    assert listed(desk, LEAD_ABOVE, "approval") == [desk.inquiry.id]


def test_a_read_by_a_supervisor_is_written_down_and_none_of_those_who_work_on_it(desk: Desk):
    at.inquiring(desk)
    for actor in (LEAD, LEAD_ABOVE):
        look(desk, actor)
    assert desk.reads == []
    look(desk, SUPERVISOR)
    assert desk.reads == [("clarify.false_accusation_read", desk.inquiry.id)]


def test_no_event_holds_what_is_put_to_the_reporter_and_the_platform_alone_is_told(desk: Desk):
    at.proven(desk)
    event = next(each for each in desk.told if isinstance(each, ReporterAddressed))
    assert "来源和依据" not in repr(desk.told)
    query = AddressedQuery(case_id=event.case_id, place=event.place)
    assert questions.addressed(desk.sit(SYSTEM), query).words.startswith("来源和依据")
    for actor in (ZHAO, LEAD, scene.LIU):
        refused("forbidden", lambda who=actor: questions.addressed(desk.sit(who), query))
    refused("not_found", lambda: questions.addressed(
        desk.sit(SYSTEM), AddressedQuery(case_id=event.case_id, place=99)))


def test_who_inquires_may_talk_with_the_reporter_through_the_vault(desk: Desk):
    at.suspected(desk)

    def may(officer_id: str) -> bool:
        return for_the_vault.may_handle(desk.sit(SYSTEM), MayHandle(
            reporter_ref="r-7f3a", officer_id=officer_id)).handles
    assert not may("qian")
    desk.give(LEAD, false_accusations.assign, contract.AssignFalseAccusation, desk.inquiry.id,
              officer_id="qian")
    assert [may(each) for each in ("qian", "above", "liu", "colleague", "elsewhere")] == [
        True, False, False, False, False]


def test_whose_post_ends_leaves_it_to_others(desk: Desk):
    at.inquiring(desk)
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(officer_id="zhao", organ_id=scene.ORGAN))
    assert desk.inquiry.assignee is None


@pytest.mark.parametrize("tab", ["", "mine", "所有"])
def test_an_unknown_tab_and_an_unknown_case_are_no_secret(desk: Desk, tab: str):
    refused("invalid", lambda: questions.page(desk.sit(LEAD), FalseAccusationsQuery(tab=tab)))
    refused("not_found", lambda: questions.false_accusation(
        desk.sit(LEAD), FalseAccusationQuery(case_id="x")))


def test_no_command_answers_with_content():
    told = {each.gives for each in vars(operations).values() if isinstance(each, Command)}
    assert told == {CaseNumber}
