"""Use cases of determinations with a fake context: rights, other services asked first, what is committed."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import (
    DeterminationState,
    Initiation,
    Leaning,
    NegativeAnswer,
    Outcome,
    Subject,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.usecases import decisions, determinations, meetings, verification
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    ELSEWHERE,
    KIN,
    LEAD,
    MEMBER,
    OPERATOR,
    QIAN,
    STRANGER,
    SUBJECT,
    SUPERVISOR,
    TERMS,
    WANG,
    ZHAO,
)
from tests.unit.review.scene import day

OPEN = contract.OpenDetermination(
    command_id="c", initiation=Initiation.APPLICATION, subject=scene.PERSON, act=scene.ACT,
    title="农村公路先行施工", situation="project_construction", grounds="雨季前抢修")


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def test_of_two_leads_who_convene_on_one_case_the_later_is_told(context: FakeContext) -> None:
    """Both read it before."""
    case = scene.before_meeting()
    keep(context, case)
    members = tuple(each.officer_id for each in scene.MEMBERS)
    call = contract.ConveneMeeting(command_id="c", title="联席会议", case_ids=("d1",), member_ids=members,
                          chair_id=members[0], at=day(3, 9), as_read=(case.tag,))
    meetings.convene(context.sit(LEAD), call)
    assert context.store.determinations.read("d1").tag != case.tag
    with pytest.raises(CaseError, match="changed_meanwhile") as refused:
        meetings.convene(context, call)
    assert refused.value.details == {"case_id": "d1"}


def test_the_subject_applies_and_their_organ_numbers_the_case(context: FakeContext):
    answer = determinations.open_determination(context.sit(SUBJECT), OPEN)
    assert (answer.number, answer.organ_id, answer.state) == (
        "容认〔2026〕1号", scene.ORGAN, DeterminationState.ACCEPTANCE)
    assert answer.allowed == ("ask_recusal", "record_statement", "withdraw")
    assert isinstance(context.told[0], contract.DeterminationOpened)
    assert determinations.open_determination(context, OPEN).number == "容认〔2026〕2号"
    assert answer.judged_by == answer.run_by == scene.PACK.id


def test_an_act_that_was_decided_on_is_not_determined_in_a_second_case(context: FakeContext):
    keep(context, scene.concluded())
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE)
    with pytest.raises(CaseError, match="decided_before") as refused:
        determinations.open_determination(context.sit(WANG), own)
    assert refused.value.details == {"number": scene.opened().number}
    spaced = replace(scene.ACT, what="先行 施工。", since=scene.ACT.until, until=day(3, 1).date())
    assert code_of(lambda: determinations.open_determination(context, replace(own, act=spaced))) == (
        "determination.decided_before")
    for act in (replace(scene.ACT, what="另一件事"), replace(spaced, since=day(3, 1).date())):
        assert determinations.open_determination(context, replace(own, act=act)).number


def test_what_is_revoked_is_determined_anew_in_its_own_case_and_what_was_refused_may_be_asked_for_again(
        context: FakeContext):
    case = scene.concluded()
    case.revoke("重来", scene.by(LEAD))
    keep(context, case)
    assert code_of(lambda: determinations.open_determination(context.sit(SUBJECT), OPEN)) == (
        "determination.decided_before")
    keep(context, scene.refused_case())
    assert determinations.open_determination(context, OPEN).number


def test_who_may_open_what(context: FakeContext):
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE)
    for actor, command, code in (
            (STRANGER, OPEN, "determination.not_the_subject"), (STRANGER, own, "forbidden"),
            (MEMBER, own, "forbidden"), (KIN, own, "review.recused"),
            (KIN, replace(own, subject=replace(scene.PERSON, unit="别的单位")), "review.recused"),
            (WANG, replace(OPEN, initiation=Initiation.CLUE), "determination.clue_not_disposed"),
            (WANG, replace(own, subject=replace(scene.PERSON, officer_id="ghost")),
             "determination.unknown_subject")):
        assert code_of(lambda a=actor,
                       c=command: determinations.open_determination(context.sit(a), c)) == code
    assert context.units == 0
    answer = determinations.open_determination(context.sit(WANG), own)
    assert answer.allowed == ("assign", "recuse")


def test_a_subject_is_named_as_identity_knows_them(context: FakeContext):
    lied = replace(OPEN, subject=Subject(name="别人", unit="别的单位", officer_id="subject"))
    assert determinations.open_determination(context.sit(SUBJECT), lied).subject == scene.PERSON
    unknown = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, subject=Subject(name="村干部", unit="某村"))
    assert determinations.open_determination(context.sit(WANG), unknown).subject.name == "村干部"


def test_the_way_from_application_to_the_record(context: FakeContext):
    keep(context, scene.opened())
    determinations.assign(context.sit(WANG), of(contract.AssignDetermination, officer_id="wang"))
    determinations.accept(context, of(contract.AcceptDetermination, opinion="受理"))
    team = of(contract.FormDeterminationTeam, officer_ids=("wang", "zhao", "wang"))
    assert code_of(lambda: determinations.form_team(context.sit(WANG), team)) == "forbidden"
    formed = determinations.form_team(context.sit(LEAD), team)
    assert [each.officer_id for each in formed.team] == ["wang", "zhao"]
    context.sit(WANG)
    linked = verification.link_filing(context, of(contract.LinkFiling, filing_id="f1"))
    assert linked.filings[0].filing_id == "f1"
    evidence = verification.add_evidence(context, scene.EVIDENCE).evidence[0].evidence_id
    verification.record_finding(context, of(contract.RecordFinding, evidence_id=evidence, finding="属实"))
    verification.record_statement(context.sit(SUBJECT), of(contract.RecordStatement, words="情况紧急"))
    verification.write_facts_material(
        context.sit(ZHAO), of(contract.WriteFactsMaterial, facts="事实", tolerance_opinion="建议容错"))
    for item in scene.PACK.negative_list:
        verification.answer_negative_item(
            context, of(contract.AnswerNegativeItem, item=item, answer=NegativeAnswer.CLEAR))
    for assessor in (ZHAO, QIAN):
        for criteria_set in scene.PACK.assessment.sets:
            assess(context.sit(assessor), criteria_set)
    reported = verification.report(context.sit(WANG), of(contract.ReportDetermination, report="报告"))
    assert (reported.state, reported.stage) == (DeterminationState.MEETING, "determination")
    case = context.store.determinations.get("d1")
    case.require_for_meeting(scene.by(LEAD))
    case.put_on_agenda("m1", scene.by(LEAD))
    case.resolve("m1", "lighten", {}, scene.VOTERS, scene.by(SYSTEM))
    keep(context, case)
    decisions.make(context, of(contract.MakeDetermination, outcome=Outcome.LIGHTEN, terms=TERMS))
    decisions.give_feedback(context, of(contract.GiveFeedback, note="已反馈"))
    done = decisions.file_for_record(context, of(contract.FileForRecord, body="景洪市委"))
    assert (done.state, done.decisions[0].outcome) == (DeterminationState.CONCLUDED, Outcome.LIGHTEN)
    assert {step.standing for step in done.stages} == {"passed"}


def assess(context: FakeContext, criteria_set: str) -> contract.DeterminationView:
    answers = tuple(contract.Criterion(criterion=item.code, leaning=Leaning.TOLERATE, reason="有据")
                    for item in scene.PACK.criteria_sets[criteria_set])
    return verification.assess(context, of(contract.Assess, criteria_set=criteria_set, answers=answers))


@pytest.mark.parametrize(("actor", "code"), [
    (ELSEWHERE, "not_found"), (OPERATOR, "not_found"), (STRANGER, "not_found"), (COLLEAGUE, "forbidden"),
    (SUBJECT, "forbidden"), (SUPERVISOR, "forbidden"), (MEMBER, "not_found"), (KIN, "review.recused"),
    (QIAN, "review.not_assigned")])
def test_who_is_kept_out_of_verification(context: FakeContext, actor, code: str):
    keep(context, scene.verifying())
    context.sit(actor)
    assert {code_of(act) for act in (
        lambda: verification.add_evidence(context, scene.EVIDENCE),
        lambda: verification.link_filing(context, of(contract.LinkFiling, filing_id="f1")),
        lambda: verification.record_finding(
            context, of(contract.RecordFinding, evidence_id="e1", finding="属实")),
    )} == {code}


def test_a_filing_that_the_actor_may_not_see_is_not_found(context: FakeContext):
    keep(context, scene.verifying())
    units = context.units
    link = of(contract.LinkFiling, filing_id="f9")
    assert code_of(lambda: verification.link_filing(context.sit(WANG), link)) == "not_found"
    assert context.units == units


def test_only_a_lead_returns_corrects_and_revokes(context: FakeContext):
    keep(context, scene.decided())
    correction = of(contract.CorrectDetermination, outcome=Outcome.LIGHTEN, terms=TERMS, why="笔误")
    revocation = of(contract.RevokeDetermination, reasons="事实有误")
    assert code_of(lambda: decisions.correct(context.sit(WANG), correction)) == "forbidden"
    assert code_of(lambda: decisions.revoke(context, revocation)) == "forbidden"
    assert len(decisions.correct(context.sit(LEAD), correction).decisions) == 2
    assert decisions.revoke(context, revocation).state is DeterminationState.VERIFICATION
    back = of(contract.ReturnDetermination, reasons="缺鉴定")
    keep(context, scene.before_meeting())
    assert code_of(lambda: determinations.send_back(context.sit(WANG), back)) == "forbidden"
    assert determinations.send_back(context.sit(LEAD), back).state is DeterminationState.VERIFICATION


class FakeJointMeeting(SimpleNamespace):
    """What withdrawing needs of a meeting."""

    id = "m1"
    pack_id, division_code = scene.PACK.id, scene.DIVISION
    happened, version = (), 0

    def drop(self, case_id: str, _) -> None:
        self.dropped = case_id

    def take_events(self) -> list:
        return []


@pytest.mark.parametrize("act", ["withdraw", "send_back"])
def test_a_case_that_leaves_in_mid_meeting_is_dropped_there(context: FakeContext, act: str):
    case = scene.before_meeting()
    case.put_on_agenda("m1", scene.by(LEAD))
    keep(context, case)
    context.store.meetings.put(FakeJointMeeting())
    saved = []
    context.store.put = lambda each, put=context.store.put: (saved.append(each), put(each))
    if act == "withdraw":
        determinations.withdraw(context.sit(SUBJECT), of(contract.WithdrawDetermination, reason="不再申请"))
    else:
        determinations.send_back(context.sit(LEAD), of(contract.ReturnDetermination, reasons="缺鉴定"))
    assert [each.id for each in saved] == ["d1", "m1"]
    assert (saved[1].dropped, saved[0].on_agenda) == ("d1", "")


def test_steering_is_a_holders_or_a_leads(context: FakeContext):
    keep(context, scene.verifying())
    pause = of(contract.SuspendDetermination, reason="等待鉴定")
    assert code_of(lambda: determinations.suspend(context.sit(QIAN), pause)) == "forbidden"
    assert determinations.suspend(context.sit(ZHAO), pause).deadline.suspended is True
    determinations.resume(context.sit(LEAD), of(contract.ResumeDetermination))
    longer = determinations.extend(context, of(contract.ExtendDetermination, reason="复杂"))
    assert longer.deadline.limit == "30 个工作日，延长 15 个工作日"
    out = of(contract.RecuseFromDetermination, officer_id="wang", ground=RecusalGround.OTHER, reason="同学")
    assert code_of(lambda: determinations.recuse(context.sit(ZHAO), out)) == "forbidden"
    assert determinations.recuse(context.sit(LEAD), out).team == ()


def test_an_application_is_refused_with_reasons(context: FakeContext):
    keep(context, scene.held())
    refusal = of(contract.RefuseDetermination, reasons="不属于容错范围")
    assert determinations.refuse(context.sit(WANG), refusal).state is DeterminationState.REFUSED
