"""What documents hears in its tests, and the people who ask it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import (
    Act,
    AppealDecided,
    DecisionTerms,
    DeterminationMade,
    DeterminationMoved,
    DeterminationRefused,
    DeterminationRevoked,
    FeedbackGiven,
    Initiation,
    MinutesConcluded,
    Outcome,
    RecordFiled,
    Rectification,
    Standing,
    Subject,
)
from rongcuo.contracts.filing import (
    FilingAccepted,
    FilingDeclined,
    FilingObjectionDecided,
    FilingSubmitted,
    FilingSupplemented,
)
from rongcuo.contracts.identity import OrgansView, OrganView
from rongcuo.contracts.review import ObjectionDecided, ReviewDeclined, SupplementRequested
from rongcuo.policy.rules import Rules

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=ZONE)
ORGAN, ORGAN_NAME = "530127", "嵩明县纪委监委"
RULES = Rules()
PACK = RULES.pack(ORGAN, NOW.date()).id


def somebody(officer_id: str, *roles: Role, organ: str = ORGAN) -> Actor:
    return Actor(officer_id, officer_id, organ, organ[:6], "杨桥街道办事处", frozenset(roles))


FILER = somebody("liu", Role.FILER)
OTHER_FILER = somebody("li", Role.FILER)
REVIEWER = somebody("zhao", Role.REVIEWER)
LEAD = somebody("sun", Role.LEAD)
MEMBER = somebody("cai", Role.MEMBER)
ABOVE = somebody("zheng", Role.SUPERVISOR, organ="530100")
ELSEWHERE = somebody("wu", Role.LEAD, organ="530125")
OPERATOR = somebody("feng", Role.OPERATOR, organ="530000")


def organs(division_code: str) -> OrgansView:
    """As identity answers."""
    return OrgansView(organs=(OrganView(organ_id=division_code, name=ORGAN_NAME, division_code=division_code,
                                        division_name="嵩明县", level="county"),))


def submitted(filing_id: str = "f1", **changes: Any) -> FilingSubmitted:
    told = FilingSubmitted(
        filing_id=filing_id, number="530127-2026-000001", title="续建停工楼盘", situation="legacy_problems",
        colour="", organ_id=ORGAN, division_code=ORGAN, filer_id="liu", filer_name="刘某",
        unit="杨桥街道办事处", pack_id=PACK, parties=("liu", "chen"), submitted_at=NOW, review_due_at=NOW)
    return replace(told, **changes)


def supplemented(filing_id: str = "f1", title: str = "续建停工楼盘（二期）") -> FilingSupplemented:
    return FilingSupplemented(filing_id=filing_id, title=title, note="", parties=("he",),
                              supplemented_at=NOW)


def accepted(filing_id: str = "f1") -> FilingAccepted:
    return FilingAccepted(
        filing_id=filing_id, number="530127-2026-000001", register_number="530127-B-2026-000001",
        title="续建停工楼盘", situation="legacy_problems", organ_id=ORGAN, division_code=ORGAN,
        filer_id="liu", whitelisted=False, valid_from=date(2026, 3, 3), valid_until=date(2027, 3, 2),
        accepted_at=NOW)


def declined(filing_id: str = "f1") -> FilingDeclined:
    return FilingDeclined(
        filing_id=filing_id, number="530127-2026-000001", title="续建停工楼盘", organ_id=ORGAN,
        division_code=ORGAN, filer_id="liu", reasons="没有集体决策的记录。", declined_at=NOW)


def declining(case_id: str = "f1") -> ReviewDeclined:
    return ReviewDeclined(case_id=case_id, organ_id=ORGAN, decided_by="zhao", decided_by_name="赵清",
                          reasons="没有集体决策的记录。", late=False, decided_at=NOW)


def answering(case_id: str = "f1") -> ObjectionDecided:
    return ObjectionDecided(
        case_id=case_id, organ_id=ORGAN, decided_by="qian", decided_by_name="钱明", taken_up=True,
        reasons="会议纪要足以说明。", stage="preliminary_review", late=False, due_at=NOW, decided_at=NOW)


def answered(filing_id: str = "f1") -> FilingObjectionDecided:
    return FilingObjectionDecided(
        filing_id=filing_id, number="530127-2026-000001", organ_id=ORGAN, filer_id="liu", taken_up=True,
        reasons="会议纪要足以说明。", review_due_at=NOW, decided_at=NOW)


def supplement_requested(case_id: str = "f1", needed: str = "会议纪要；风险清单。") -> SupplementRequested:
    return SupplementRequested(case_id=case_id, organ_id=ORGAN, needed=needed, requested_at=NOW,
                               supplement_due_at=datetime(2026, 3, 10, 17, 30, tzinfo=ZONE))


def standing(kind: str = "determination", matter_id: str = "d1", **changes: Any) -> Standing:
    told = Standing(kind=kind, matter_id=matter_id, number="容认〔2026〕1号", title="未批先建污水管网",
                    organ_id=ORGAN, division_code=ORGAN, pack_id=PACK, stage="feedback", subject_id="liu",
                    parties=("liu",), due_at=NOW)
    return replace(told, **changes)


SUBJECT = Subject(name="刘某", unit="杨桥街道办事处", officer_id="liu")
ACT = Act(what="在手续未齐时先行建设污水管网", since=date(2025, 5, 6), until=date(2025, 7, 31))
TERMS = DecisionTerms(
    reasons="事前已报备，经集体决策，受客观条件限制，没有谋取私利，并且主动补办手续、消除影响。",
    cited=("three_distinctions",), discipline_form=1, measure="talk_reminder", conditions=("及时补办手续",),
    effects="不影响年度考核和评先评优。",
    rectification=Rectification(what="补办用地手续", due_on=date(2026, 6, 30)))


def made(outcome: Outcome = Outcome.EXEMPT, decision_id: str = "d1-1", replaces: str = "",
         **changes: Any) -> DeterminationMade:
    told = DeterminationMade(
        standing=standing(), decision_id=decision_id, replaces=replaces, basis="meeting", subject=SUBJECT,
        act=ACT, initiation=Initiation.CLUE, outcome=outcome, terms=TERMS, situation="legacy_problems",
        filing_numbers=("530127-2026-000001",), meeting_id="m1", decided_by_name="孙正",
        appeal_until=date(2026, 4, 2), decided_at=NOW)
    return replace(told, **changes)


def revoked(decision_id: str = "d1-1") -> DeterminationRevoked:
    return DeterminationRevoked(standing=standing(), decision_id=decision_id, subject=SUBJECT,
                                reasons="发现新的事实。", at=NOW)


def fed_back(decision_id: str = "d1-1", **changes: Any) -> FeedbackGiven:
    told = FeedbackGiven(
        standing=standing(), decision_id=decision_id, subject=SUBJECT, note="当面反馈并谈心。",
        given_by_name="孙正", outcome=Outcome.EXEMPT, at=NOW)
    return replace(told, **changes)


def record_filed(decision_id: str = "d1-1", **changes: Any) -> RecordFiled:
    told = RecordFiled(
        standing=standing(), decision_id=decision_id, subject=SUBJECT, body="中共嵩明县委员会",
        effects="不影响年度考核。", outcome=Outcome.EXEMPT, at=NOW)
    return replace(told, **changes)


def moved(what: str, where: Standing | None = None) -> DeterminationMoved:
    return DeterminationMoved(standing=where or standing(), what=what, actor_id="sun", at=NOW)


def refused() -> DeterminationRefused:
    return DeterminationRefused(standing=standing(), subject=SUBJECT, reasons="不属于本机关管辖。",
                                refused_by_name="孙正", at=NOW)


def appeal_decided(upheld: bool = True) -> AppealDecided:
    return AppealDecided(standing=standing("appeal", "a1"), case_id="d1", decision_id="d1-1", upheld=upheld,
                         reasons="原决定事实清楚、依据充分。", outcome=Outcome.LIGHTEN, decided_at=NOW)


def minutes(words: str = "会议听取了核查情况汇报，进行了讨论。") -> MinutesConcluded:
    return MinutesConcluded(
        standing=standing("meeting", "m1", title="容错认定联席会议（2026年第1次）"), chair_name="孙正",
        minutes=words, place="三楼会议室", recused=("杨某",), minority=("审计局成员：建议从轻。",),
        present=("孙正", "组织部成员", "审计局成员", "司法局成员", "财政局成员"),
        resolved=("“未批先建污水管网”一事，同意免责。",),
        met_at=NOW, at=NOW)
