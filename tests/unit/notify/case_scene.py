"""What determination tells of one case, one meeting and one appeal in 嵩明, and documents of a letter."""

from datetime import date, datetime, timedelta
from typing import Any

from rongcuo.contracts.determination import (
    Act,
    AppealDecided,
    AppealLodged,
    AppealMoved,
    BallotSealed,
    BallotsRevealed,
    DecisionTerms,
    DeterminationMade,
    DeterminationMoved,
    DeterminationOpened,
    DeterminationRefused,
    DeterminationRevoked,
    DeterminationWithdrawn,
    FeedbackGiven,
    Initiation,
    MeetingMoved,
    MinutesConcluded,
    OpenedBallot,
    Outcome,
    RecordFiled,
    Standing,
    Subject,
)
from rongcuo.contracts.documents import LetterIssued
from tests.unit.notify.scene import NUMBER, ORGAN, RULES, ZONE

CASE, MEETING, APPEAL = "d1", "m1", "a1"
OPENED_AT = datetime(2026, 5, 8, 9, 5, tzinfo=ZONE)
DUE = datetime(2026, 5, 11, 17, 30, tzinfo=ZONE)
PACK = RULES.pack(ORGAN, OPENED_AT.date())
SUBJECT = Subject(name="刘某", unit="杨桥街道办事处", officer_id="liu")
ACT = Act(what="先行平整土地", since=date(2026, 3, 2), until=date(2026, 3, 20))
TERMS = DecisionTerms(reasons="程序有瑕疵，动机为公", cited=("three_distinctions",))
MEMBERS = ("chair", "wang", "zhao")


def stands(stage: str, *holders: str, matter_id: str = CASE, kind: str = "determination",
           **more: Any) -> Standing:
    about = {"number": NUMBER, "title": "先行平整土地", "organ_id": ORGAN, "division_code": ORGAN,
             "pack_id": PACK.id, "due_at": DUE, "subject_id": "liu", "parties": ("party",), **more}
    return Standing(kind=kind, matter_id=matter_id, stage=stage, holders=holders, **about)


def opened(initiation: Initiation = Initiation.APPLICATION) -> DeterminationOpened:
    return DeterminationOpened(standing=stands("preliminary_review"), initiation=initiation, subject=SUBJECT,
                               act=ACT, opened_at=OPENED_AT)


def moved(what: str, standing: Standing, *concerns: str) -> DeterminationMoved:
    return DeterminationMoved(standing=standing, what=what, actor_id="lead", concerns=concerns, at=OPENED_AT)


def refused() -> DeterminationRefused:
    return DeterminationRefused(standing=stands("preliminary_review", ended=True), subject=SUBJECT,
                                reasons="不属于受理范围", refused_by_name="wang某", at=OPENED_AT)


def withdrawn() -> DeterminationWithdrawn:
    return DeterminationWithdrawn(standing=stands("verification", ended=True), reason="不申请了",
                                  at=OPENED_AT)


def made(basis: str = "meeting", ended: bool = True, stage: str = "joint_meeting") -> DeterminationMade:
    return DeterminationMade(
        standing=stands(stage, ended=ended), decision_id="d1-1", replaces="", basis=basis, subject=SUBJECT,
        act=ACT, initiation=Initiation.CLUE, outcome=Outcome.EXEMPT, terms=TERMS,
        appeal_until=date(2026, 6, 30), decided_at=OPENED_AT)


def revoked() -> DeterminationRevoked:
    return DeterminationRevoked(standing=stands("verification"), decision_id="d1-1", subject=SUBJECT,
                                reasons="有新证据", at=OPENED_AT)


def feedback() -> FeedbackGiven:
    return FeedbackGiven(standing=stands("record_filing"), decision_id="d1-1", subject=SUBJECT,
                         note="当面反馈", given_by_name="wang某", outcome=Outcome.EXEMPT, at=OPENED_AT)


def recorded() -> RecordFiled:
    return RecordFiled(standing=stands("record_filing", ended=True), decision_id="d1-1", subject=SUBJECT,
                       body="县委", outcome=Outcome.EXEMPT, at=OPENED_AT)


def meeting_stands(stage: str, *holders: str, **more: Any) -> Standing:
    return stands(stage, *holders, matter_id=MEETING, kind="meeting",
                  **{"subject_id": "", "parties": (), "title": "第一次联席会议", **more})


def meeting(what: str, standing: Standing, *concerns: str, meets_at: datetime = DUE) -> MeetingMoved:
    return MeetingMoved(standing=standing, what=what, actor_id="chair", chair_id="chair", case_ids=(CASE,),
                        members=MEMBERS, concerns=concerns, place="三楼会议室", meets_at=meets_at,
                        at=OPENED_AT)


def sealed(member_id: str, *awaited: str) -> BallotSealed:
    return BallotSealed(standing=meeting_stands("in_session", *awaited), item_id="m1-1", member_id=member_id,
                        commitment="0" * 64, at=OPENED_AT)


def revealed() -> BallotsRevealed:
    ballot = OpenedBallot(member_id="wang", member_name="wang某", choice="exempt", reason="", salt="00")
    return BallotsRevealed(standing=meeting_stands("in_session", "chair"), item_id="m1-1", case_id=CASE,
                           question="outcome", result="exempt", ballots=(ballot,), at=OPENED_AT)


def concluded() -> MinutesConcluded:
    return MinutesConcluded(standing=meeting_stands("signed", ended=True), chair_name="chair某",
                            minutes="同意", met_at=DUE, at=OPENED_AT)


def appeal_stands(*holders: str, **more: Any) -> Standing:
    return stands("review", *holders, matter_id=APPEAL, kind="appeal", **more)


def lodged() -> AppealLodged:
    return AppealLodged(standing=appeal_stands(), case_id=CASE, decision_id="d1-1", lodged_at=OPENED_AT)


def appeal_moved(what: str, standing: Standing, *concerns: str) -> AppealMoved:
    return AppealMoved(standing=standing, case_id=CASE, what=what, actor_id="lead", concerns=concerns,
                       at=OPENED_AT)


def appeal_decided() -> AppealDecided:
    return AppealDecided(standing=appeal_stands(ended=True), case_id=CASE, decision_id="d1-1", upheld=True,
                         reasons="事实清楚", outcome=Outcome.EXEMPT, decided_at=OPENED_AT)


def letter(matter_id: str = CASE, letter_id: str = "l1", *recipients: str) -> LetterIssued:
    return LetterIssued(letter_id=letter_id, matter_id=matter_id, letter_kind="determination_decision",
                        name="容错认定决定书", number="嵩纪容〔2026〕1号", organ_id=ORGAN,
                        recipients=recipients or ("liu",), issued_at=OPENED_AT)


def later(days: int) -> datetime:
    return DUE + timedelta(days=days)
