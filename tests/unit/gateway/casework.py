"""A case, its meeting and its appeal as determination would answer, built from the real contracts."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from rongcuo.contracts.determination import (
    ABSTAIN,
    Act,
    AgendaItemView,
    AppealLine,
    AppealsPage,
    AppealState,
    AppealView,
    Assessment,
    BallotView,
    Criterion,
    DecisionStanding,
    DecisionTerms,
    DecisionView,
    DeterminationLine,
    DeterminationsPage,
    DeterminationState,
    DeterminationView,
    Disagreement,
    Evidence,
    EvidenceKind,
    Initiation,
    ItemState,
    Leaning,
    MeetingLine,
    MeetingsPage,
    MeetingState,
    MeetingView,
    MemberView,
    NegativeAnswer,
    NegativeFinding,
    Outcome,
    PersonView,
    Question,
    Rectification,
    SimilarCase,
    SimilarCases,
    StageStep,
    Statement,
    Subject,
)
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.review import DeadlineView, HeldBy
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway.site import NOW, RULES

ORGAN, PACK = "530127", RULES.pack("530127", NOW.date())
LIU, ZHAO, QIAN = "liu", "zhao", "qian"
TEAM = (PersonView(officer_id=ZHAO, name="赵清"), PersonView(officer_id=QIAN, name="钱明"))
MEMBERS = {f"m{number}": name for number, name in enumerate(
    ("组织部成员", "审计局成员", "司法局成员", "财政局成员", "住建局成员"), start=1)}
STATEMENTS = (Statement(words="请先看我去年的报备。", at=NOW),
              Statement(words="我当时想的是赶在汛期前把水排出去。", at=NOW, taken_by="赵清"))
DEADLINE = DeadlineView(date=date(2026, 3, 12), at=NOW + timedelta(days=27, hours=2), limit="10 个工作日",
                        limit_en="10 working days", provisional=False, suspended=False, late=False,
                        edition="2026")
OUTCOMES = tuple(PACK.outcomes)


def answers(code: str, *leanings: Leaning) -> tuple[Criterion, ...]:
    """One answer for each criterion of a set, the given leanings first."""
    items = PACK.criteria_sets[code]
    chosen = (*leanings, *(Leaning.TOLERATE for _ in items))
    return tuple(Criterion(criterion=item.code, leaning=leaning, reason=f"{item.name}：程序完备，动机为公。")
                 for item, leaning in zip(items, chosen, strict=False))


def assessment(code: str, officer_id: str, name: str, *leanings: Leaning) -> Assessment:
    return Assessment(criteria_set=code, assessor_id=officer_id, assessor_name=name, at=NOW,
                      answers=answers(code, *leanings))


EVIDENCE = (
    Evidence(evidence_id="e1", title="党工委会议纪要", about="先行施工经集体研究", added_by="赵清",
             added_at=NOW, kind=EvidenceKind.DOCUMENT, finding="会议决定先行开挖管沟，手续同步补办。"),
    Evidence(evidence_id="e2", title="现场查看记录", about="", added_by="钱明", added_at=NOW,
             kind=EvidenceKind.SITE, obtained_on=date(2026, 2, 10)))
ASSESSMENTS = (assessment("three_distinctions", ZHAO, "赵清"),
               assessment("three_distinctions", QIAN, "钱明", Leaning.UNCLEAR))
FINDINGS = (
    NegativeFinding(item="private_gain", answered_by="赵清", answer=NegativeAnswer.CLEAR, reason="账目清楚",
                    at=NOW),
    NegativeFinding(item="repeated_error", answered_by="赵清", answer=NegativeAnswer.DISPUTED,
                    reason="2024 年有类似情况，是否同类有争议", at=NOW))
TERMS = DecisionTerms(
    reasons="为赶在汛期前解决排水问题，经集体研究先行施工，程序有瑕疵，无谋私，事后补办手续。",
    cited=("three_distinctions",), discipline_form=1, measure="talk", conditions=("补办手续",),
    effects="不影响年度考核", rectification=Rectification(what="补办用地手续", due_on=date(2026, 4, 30)))
DECISION = DecisionView(decision_id="d1", basis="meeting", decided_by_name="孙正", terms=TERMS,
                        decided_at=NOW, outcome=Outcome.EXEMPT, standing=DecisionStanding.CURRENT,
                        meeting_id="meet1", appeal_until=date(2026, 3, 15))


VERIFYING = ("form_team", "link_filing", "add_evidence", "record_finding", "record_statement", "suspend",
             "write_facts_material", "answer_negative_item", "assess", "report", "extend", "recuse")
DECIDED = {"decisions": (DECISION,), "resolved": "exempt"}
HIT = {"negative_findings": (NegativeFinding(item="private_gain", answered_by="赵清", reason="有转账",
                                             answer=NegativeAnswer.HIT, evidence=("e1",), at=NOW),)}
HELD_BY = {DeterminationState.MEETING: HeldBy.MEETING,
           **dict.fromkeys((DeterminationState.CONCLUDED, DeterminationState.REFUSED,
                            DeterminationState.WITHDRAWN), HeldBy.NOBODY)}


def entry(what: str, name: str, days: int, note: str = "") -> HistoryEntry:
    return HistoryEntry(what=what, actor_id="a", actor_name=name, note=note, at=NOW - timedelta(days=days))


CASE = DeterminationView(
    case_id="f1", number="容认〔2026〕1号", title="杨桥集镇雨污分流工程未批先建",
    grounds="汛期临近，先行开挖管沟是为了不再淹水；开工前经党工委集体研究，也向县里作了报备。",
    situation="project_construction", organ_id=ORGAN,
    division_code=ORGAN, judged_by=PACK.id, run_by=PACK.id, stage="verification", assignee_id=ZHAO,
    assignee_name="赵清", initiation=Initiation.APPLICATION, state=DeterminationState.VERIFICATION,
    subject=Subject(name="刘某", unit="杨桥街道办事处", officer_id=LIU), deadline=DEADLINE, team=TEAM,
    act=Act(what="未取得施工许可即开挖管沟 300 米", since=date(2025, 11, 3), until=date(2025, 12, 20)),
    stages=tuple(StageStep(code=stage.code, name=stage.name, name_en=stage.name_en, standing=standing)
                 for stage, standing in zip(PACK.determination_stages, ("passed", "running", "to_come"),
                                            strict=True)),
    evidence=EVIDENCE, statement=STATEMENTS[-1], statements=STATEMENTS,
    negative_findings=FINDINGS, assessments=ASSESSMENTS, opened_at=NOW - timedelta(days=3),
    assessors_wanted={"three_distinctions": 2, "six_factors": 1}, heard=True,
    assessors_counted={"three_distinctions": 2, "six_factors": 0},
    disagreements=(Disagreement(criteria_set="three_distinctions", criterion="inexperience",
                                answers={"赵清": "tolerate", "钱明": "unclear"}),),
    history=(entry("open", "刘某", 3), entry("assign", "孙正", 3, "赵清"), entry("accept", "赵清", 2)))
LINE = DeterminationLine(
    case_id="f1", number=CASE.number, title=CASE.title, situation=CASE.situation, subject_name="刘某",
    unit="杨桥街道办事处", assignee_id=ZHAO, assignee_name="赵清", organ_id=ORGAN, stage="joint_meeting",
    held_by=HeldBy.MEETING,
    provisional=False, suspended=False, late=False, state=DeterminationState.MEETING, due_at=DEADLINE.at,
    opened_at=CASE.opened_at)
SIMILAR = SimilarCases(outcomes={"exempt": 3, "lighten": 1}, cases=(SimilarCase(
    case_id="f0", number="容认〔2025〕7号", title="老旧小区改造先行施工", situation=CASE.situation,
    decided_at=NOW, division_code="530125", reasons="集体研究，无谋私，及时补救。",
    shared=(CASE.situation, "repeated_error"), outcome=Outcome.EXEMPT),))


def item(number: int, question: Question, state: ItemState, **other: Any) -> AgendaItemView:
    disputed = question is Question.NEGATIVE_ITEM
    choices = ("applies", "applies_not") if disputed else OUTCOMES
    return AgendaItemView(item_id=f"i{number}", case_id="f1", case_title=CASE.title, question=question,
                          negative_item="repeated_error" if disputed else "", state=state, choices=choices,
                          entitled=tuple(MEMBERS), **other)


def ballots(*choices: str) -> tuple[BallotView, ...]:
    return tuple(BallotView(member_id=member, member_name=name, choice=choice, reason="")
                 for (member, name), choice in zip(MEMBERS.items(), choices, strict=True))


CLEARED = item(1, Question.NEGATIVE_ITEM, ItemState.REVEALED, voted=tuple(MEMBERS), result="applies_not",
               ballots=ballots("applies_not", "applies_not", "applies_not", "applies", ABSTAIN),
               tally={"applies": 1, "applies_not": 3, ABSTAIN: 1},
               minority=(BallotView(member_id="m4", member_name="财政局成员", choice="applies",
                                    reason="2024 年的情况与本案相同，应当算同类错误。"),))
VOTING = item(2, Question.OUTCOME, ItemState.VOTING, voted=("m1", "m2", "m3"), awaited=("m4", "m5"),
              my_choice="exempt")
MEETING = MeetingView(
    meeting_id="meet1", number="容会〔2026〕1号", title="容错认定联席会议", organ_id=ORGAN,
    division_code=ORGAN, place="县纪委三楼会议室", chair_id="m1", pack_id=PACK.id,
    state=MeetingState.IN_SESSION,
    members=tuple(MemberView(officer_id=member, name=name, present=True)
                  for member, name in MEMBERS.items()),
    items=(CLEARED, VOTING), quorum_wanted=4, present=5, version=7, meets_at=NOW, convened_at=NOW,
    history=(entry("convene", "孙正", 1), entry("call_roll", "组织部成员", 0)))
MEETINGS = MeetingsPage(lines=(MeetingLine(
    meeting_id="meet1", number=MEETING.number, title=MEETING.title, organ_id=ORGAN, cases=1, meets_at=NOW,
    state=MeetingState.IN_SESSION),))
APPEAL = AppealView(
    appeal_id="ap1", case_id="f1", decision_id="d1", number="容复〔2026〕1号", title=CASE.title,
    lodged_at=NOW, grounds="认定遗漏了事前报备的事实。", state=AppealState.LODGED, deadline=DEADLINE,
    history=(entry("lodge_appeal", "刘某", 0),))
APPEALS = AppealsPage(lines=(AppealLine(
    appeal_id="ap1", case_id="f1", number=APPEAL.number, title=CASE.title, organ_id=ORGAN,
    state=AppealState.LODGED, due_at=NOW, lodged_at=NOW),))


def case(*allowed: str, **changes: Any) -> dict[str, Any]:
    """The case with some of it changed, on the wire."""
    here = replace(CASE, allowed=allowed, **changes)
    return dump(replace(here, held_by=changes.get("held_by", HELD_BY.get(here.state, HeldBy.HANDLER))))


def meeting(*allowed: str, **changes: Any) -> dict[str, Any]:
    """The meeting with some of it changed, on the wire."""
    draft = changes.pop("draft", "")
    return {**dump(replace(MEETING, allowed=allowed, **changes)), "draft": draft}


def appeal(*allowed: str, **changes: Any) -> dict[str, Any]:
    """The appeal with some of it changed, on the wire."""
    return dump(replace(APPEAL, allowed=allowed, **changes))


def cases(*lines: DeterminationLine) -> dict[str, Any]:
    """A page of the list."""
    return dump(DeterminationsPage(counts={"organ": len(lines)}, lines=lines))
