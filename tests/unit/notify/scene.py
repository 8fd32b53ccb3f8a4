"""People of 嵩明 (530127), and what filing and review tell of one matter."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import (
    FilingAccepted,
    FilingDeclined,
    FilingExpired,
    FilingSubmitted,
    FilingSupplemented,
    FilingWhitelisted,
    FilingWithdrawn,
)
from rongcuo.contracts.identity import OfficerEnrolled
from rongcuo.contracts.review import (
    DeadlineMoved,
    ReviewAccepted,
    ReviewAssigned,
    ReviewClosed,
    ReviewDeclined,
    ReviewerRecused,
    ReviewHolderLeft,
    ReviewOpened,
    ReviewResumed,
    ReviewSuspended,
    SupplementRequested,
    VerificationStarted,
    VerificationTeamFormed,
)
from rongcuo.policy.rules import Rules

ZONE = ZoneInfo("Asia/Shanghai")
RULES = Rules()
ORGAN = "530127"
QUEUE = f"{ORGAN}/reviewer"
LEADS = f"{ORGAN}/lead"
FILED_AT = datetime(2026, 2, 13, 15, 20, tzinfo=ZONE)
DUE = datetime(2026, 2, 14, 17, 30, tzinfo=ZONE)
PACK = RULES.pack(ORGAN, FILED_AT.date())
MATTER = "f1"
NUMBER = "530127-2026-000001"
TITLE = "盘活批而未供土地,容缺办理"


def heading(subject: str) -> str:
    """The Chinese words of a subject, which a colon parts from the number."""
    return re.split("[：:]", subject, maxsplit=1)[0]


def officer(officer_id: str, *roles: Role, organ_id: str = ORGAN, unit: str = "") -> Actor:
    return Actor(officer_id, f"{officer_id}某", organ_id, organ_id[:6], unit, frozenset(roles))


FILER = officer("liu", Role.FILER, unit="杨桥街道办事处")
WANG = officer("wang", Role.REVIEWER)
ZHAO = officer("zhao", Role.REVIEWER)
PARTY = officer("party", Role.REVIEWER)
LEAD = officer("lead", Role.LEAD)
OPERATOR = officer("operator", Role.OPERATOR, organ_id="530000")
SUPERVISOR = officer("supervisor", Role.SUPERVISOR, organ_id="530100")
EVERYBODY = (FILER, WANG, ZHAO, PARTY, LEAD, OPERATOR, SUPERVISOR)


def enrolled(actor: Actor, email: str | None = None) -> OfficerEnrolled:
    address = f"{actor.officer_id}@example.org" if email is None else email
    return OfficerEnrolled(officer_id=actor.officer_id, name=actor.name, organ_id=actor.organ_id,
                           division_code=actor.division_code, unit=actor.unit, email=address,
                           roles=tuple(sorted(actor.roles)))


def submitted(filing_id: str = MATTER, due_at: datetime = DUE) -> FilingSubmitted:
    return FilingSubmitted(
        filing_id=filing_id, number=NUMBER, title=TITLE, situation="legacy_problems", colour="",
        organ_id=ORGAN, division_code=ORGAN, filer_id="liu", filer_name="liu某", unit=FILER.unit,
        pack_id=PACK.id, parties=("liu", "party"), submitted_at=FILED_AT, review_due_at=due_at)


def supplemented(at: datetime, title: str = TITLE) -> FilingSupplemented:
    return FilingSupplemented(filing_id=MATTER, title=title, note="", supplemented_at=at)


def withdrawn(at: datetime = FILED_AT) -> FilingWithdrawn:
    return FilingWithdrawn(filing_id=MATTER, number=NUMBER, reason="不办了", organ_id=ORGAN, filer_id="liu",
                           withdrawn_at=at)


def accepted() -> FilingAccepted:
    return FilingAccepted(
        filing_id=MATTER, number=NUMBER, register_number="530127-B-2026-000001", title=TITLE,
        situation="legacy_problems", organ_id=ORGAN, division_code=ORGAN, filer_id="liu", whitelisted=False,
        valid_from=DUE.date(), valid_until=DUE.date().replace(year=2027), accepted_at=DUE)


def declined() -> FilingDeclined:
    return FilingDeclined(filing_id=MATTER, number=NUMBER, title=TITLE, organ_id=ORGAN, division_code=ORGAN,
                          filer_id="liu", reasons="不符合情形", declined_at=DUE)


def whitelisted(listed: bool = True) -> FilingWhitelisted:
    return FilingWhitelisted(filing_id=MATTER, number=NUMBER, listed=listed, reason="", organ_id=ORGAN,
                             filer_id="liu", at=DUE)


def expired() -> FilingExpired:
    return FilingExpired(filing_id=MATTER, number=NUMBER, organ_id=ORGAN, filer_id="liu",
                         valid_until=DUE.date())


def opened(due_at: datetime = DUE) -> ReviewOpened:
    return ReviewOpened(case_id=MATTER, organ_id=ORGAN, stage="preliminary_review", due_at=due_at)


def assigned(officer_id: str = "wang", stage: str = "preliminary_review",
             due_at: datetime | None = DUE) -> ReviewAssigned:
    return ReviewAssigned(case_id=MATTER, organ_id=ORGAN, number=NUMBER, title=TITLE, stage=stage,
                          officer_id=officer_id, officer_name=f"{officer_id}某", due_at=due_at)


def recused(officer_id: str = "wang", unassigned: bool = True,
            due_at: datetime | None = DUE) -> ReviewerRecused:
    return ReviewerRecused(case_id=MATTER, organ_id=ORGAN, number=NUMBER, title=TITLE,
                           stage="preliminary_review", officer_id=officer_id, unassigned=unassigned,
                           due_at=due_at)


def holder_left(officer_id: str = "wang", *holders: str, due_at: datetime | None = DUE) -> ReviewHolderLeft:
    return ReviewHolderLeft(case_id=MATTER, organ_id=ORGAN, number=NUMBER, title=TITLE,
                            stage="preliminary_review", officer_id=officer_id, holders=holders, due_at=due_at)


def supplement_requested(at: datetime = FILED_AT, due_at: datetime | None = None) -> SupplementRequested:
    return SupplementRequested(case_id=MATTER, organ_id=ORGAN, needed="会议纪要", requested_at=at,
                               supplement_due_at=due_at or at + timedelta(days=5))


def resumed(due_at: datetime = DUE, assignee_id: str = "wang",
            stage: str = "preliminary_review") -> ReviewResumed:
    return ReviewResumed(case_id=MATTER, organ_id=ORGAN, stage=stage, assignee_id=assignee_id, due_at=due_at)


def suspended(at: datetime = FILED_AT) -> ReviewSuspended:
    return ReviewSuspended(case_id=MATTER, organ_id=ORGAN, reason="等待鉴定", at=at)


def moved(due_at: datetime, former: datetime = DUE) -> DeadlineMoved:
    return DeadlineMoved(case_id=MATTER, organ_id=ORGAN, assignee_id="wang", reason="new_calendar",
                         due_at=due_at, former_due_at=former)


def verification(due_at: datetime) -> VerificationStarted:
    return VerificationStarted(case_id=MATTER, organ_id=ORGAN, number=NUMBER, title=TITLE, due_at=due_at)


def team(*officer_ids: str, due_at: datetime | None = None) -> VerificationTeamFormed:
    return VerificationTeamFormed(case_id=MATTER, organ_id=ORGAN, number=NUMBER, title=TITLE,
                                  officer_ids=officer_ids, due_at=due_at)


def review_accepted() -> ReviewAccepted:
    return ReviewAccepted(case_id=MATTER, organ_id=ORGAN, decided_by="wang", decided_by_name="wang某",
                          opinion="", late=False, decided_at=DUE)


def review_declined() -> ReviewDeclined:
    return ReviewDeclined(case_id=MATTER, organ_id=ORGAN, decided_by="wang", decided_by_name="wang某",
                          reasons="不符合情形", late=False, decided_at=DUE)


def review_closed() -> ReviewClosed:
    return ReviewClosed(case_id=MATTER, organ_id=ORGAN, reason="不办了", at=FILED_AT)
