"""People of 安宁 (530181), a filing they review, and when they act. Yellow needs verification."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.filing import FilingObjected, FilingSubmitted, FilingSupplemented
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.calendar import Calendar, SpecialDay, Year
from rongcuo.policy.provenance import Source, Standing
from rongcuo.policy.rules import Rules
from services.review.domain import Holder, Occasion, ReviewCase

ZONE = ZoneInfo("Asia/Shanghai")
RULES = Rules()
DIVISION = ORGAN = "530181"
PACK = RULES.pack(DIVISION, datetime(2026, 2, 13, tzinfo=ZONE).date())
FILERS_UNIT = "安宁高新区管委会"
FILED_AT = datetime(2026, 2, 13, 15, 20, tzinfo=ZONE)  # a Friday; the Saturday after it is worked


def officer(officer_id: str, *roles: Role, unit: str = "安宁市纪委监委", organ_id: str = ORGAN) -> Actor:
    return Actor(officer_id, f"{officer_id}某", organ_id, organ_id[:6], unit, frozenset(roles))


LEAD = officer("lead", Role.LEAD)
WANG = officer("wang", Role.REVIEWER)
ZHAO = officer("zhao", Role.REVIEWER)
QIAN = officer("qian", Role.REVIEWER)
PARTY = officer("party", Role.REVIEWER)
PARTY_LEAD = officer("partylead", Role.LEAD)
COLLEAGUE = officer("colleague", Role.REVIEWER, unit=" 安宁 高新区管委会")
ELSEWHERE = officer("elsewhere", Role.REVIEWER, Role.LEAD, organ_id="530127")
FILER = officer("filer", Role.FILER, unit=FILERS_UNIT)
SUPERVISOR = officer("supervisor", Role.SUPERVISOR, organ_id="530100")
OPERATOR = officer("operator", Role.OPERATOR, organ_id="530000")
EVERYBODY = (LEAD, WANG, ZHAO, QIAN, PARTY, PARTY_LEAD, COLLEAGUE, ELSEWHERE, FILER, SUPERVISOR, OPERATOR)

FILING = FilingSubmitted(
    filing_id="f1", number="530181-2026-000001", title="园区企业先建后验", situation="project_construction",
    colour="green", organ_id=ORGAN, division_code=DIVISION, filer_id="filer", filer_name="filer某",
    unit=FILERS_UNIT, pack_id=PACK.id, parties=("filer",), named=("party", "partylead"),
    submitted_at=FILED_AT, review_due_at=FILED_AT + timedelta(days=1))


def objection(at: datetime) -> FilingObjected:
    return FilingObjected(filing_id="f1", number=FILING.number, title=FILING.title, organ_id=ORGAN,
                          filer_id="filer", grounds="会议纪要已经交了", objected_at=at)


def view(actor: Actor, *, active: bool = True) -> OfficerView:
    """The officer as identity tells of them."""
    return OfficerView(
        officer_id=actor.officer_id, username=actor.officer_id, name=actor.name, organ_id=actor.organ_id,
        organ_name="", division_code=actor.division_code, unit=actor.unit, roles=tuple(sorted(actor.roles)),
        active=active, unit_names=actor.unit_names)


def holder(actor: Actor) -> Holder:
    return Holder(actor.officer_id, actor.name)


def by(actor: Actor, now: datetime = FILED_AT, calendar: Calendar | None = None) -> Occasion:
    return Occasion(actor, now, PACK, calendar or RULES.calendar(DIVISION))


def day(month: int, number: int, hour: int = 10) -> datetime:
    return datetime(2026, month, number, hour, tzinfo=ZONE)


def opened(colour: str = "green") -> ReviewCase:
    return ReviewCase.open(replace(FILING, colour=colour), by(SYSTEM))


def held(by_whom: Actor = WANG, colour: str = "green") -> ReviewCase:
    case = opened(colour)
    case.assign(view(by_whom), by(LEAD))
    return case


def awaiting() -> ReviewCase:
    case = held()
    case.request_supplement("请补交会议纪要", by(WANG))
    return case


def verifying(*team: Actor) -> ReviewCase:
    case = held(colour="yellow")
    case.accept("同意转核查", by(WANG))
    if team:
        case.form_team(tuple(view(member) for member in team), by(LEAD))
    return case


def accepted() -> ReviewCase:
    case = held()
    case.accept("同意", by(WANG))
    return case


def supplement(at: datetime, *parties: str) -> FilingSupplemented:
    return FilingSupplemented(
        filing_id="f1", title="园区企业先建后验(补正)", note="已补", parties=("filer",), named=parties,
        supplemented_at=at)


def without(calendar: Calendar, *days: datetime) -> Calendar:
    """A newer edition, in which these days have become holidays."""
    source = Source("测试", Standing.VERIFIED)
    off = {each.date(): SpecialDay("临时放假", source) for each in days}
    year = calendar.national[2026]
    workdays = {on: what for on, what in year.workdays.items() if on not in off}
    changed = Year(2026, "", {**year.holidays, **off}, workdays)
    return Calendar({**calendar.national, 2026: changed}, calendar.local)
