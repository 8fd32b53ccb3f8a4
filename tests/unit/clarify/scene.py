"""People of 嵩明 (530127), a report about two things, and when they act."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    FeedbackStage,
    Finding,
    ReportContent,
    ReportDisposal,
    ReportedPerson,
    ReportOutcome,
)
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.rules import Rules
from services.clarify.domain import FiledMatter, Occasion, Report
from services.clarify.domain.shield import folded

ZONE = ZoneInfo("Asia/Shanghai")
RULES = Rules()
ORGAN = DIVISION = "530127"
ABOVE = "530100"
COMMISSION = "嵩明县纪委监委"
BUREAU = "嵩明县住房和城乡建设局"
RECEIVED_AT = datetime(2026, 5, 6, 9, 30, tzinfo=ZONE)      # a Wednesday
PACK = RULES.pack(DIVISION, RECEIVED_AT.date())


def officer(officer_id: str, *roles: Role, unit: str = COMMISSION, organ_id: str = ORGAN,
            name: str = "") -> Actor:
    return Actor(officer_id, name or f"{officer_id}某", organ_id, organ_id[:6], unit, frozenset(roles))


LEAD = officer("lead", Role.LEAD)
SECOND = officer("second", Role.LEAD)
WANG = officer("wang", Role.REVIEWER)
ZHAO = officer("zhao", Role.REVIEWER)
LIU = officer("liu", Role.FILER, unit=BUREAU, name="柳成林")           # whom the report is about
COLLEAGUE = officer("colleague", Role.REVIEWER, unit=f" {BUREAU}")    # of their unit
NAMESAKE = officer("namesake", Role.LEAD, name="柳 成林")
DESK = officer("desk", Role.INTAKE)
SUPERVISOR = officer("supervisor", Role.SUPERVISOR, organ_id=ABOVE, unit="昆明市纪委监委")
LEAD_ABOVE = officer("above", Role.LEAD, organ_id=ABOVE, unit="昆明市纪委监委")
REVIEWER_ABOVE = officer("kun", Role.REVIEWER, organ_id=ABOVE, unit="昆明市纪委监委")
ELSEWHERE = officer("elsewhere", Role.REVIEWER, Role.LEAD, organ_id="530181", unit="安宁市纪委监委")
OPERATOR = officer("operator", Role.OPERATOR, organ_id="530000", unit="云南省纪委监委")
STAFF = (LEAD, SECOND, WANG, ZHAO)
ABOVE_STAFF = (LEAD_ABOVE, REVIEWER_ABOVE)
NAMED = (LIU, COLLEAGUE, NAMESAKE)
EVERYBODY = (*STAFF, *NAMED, *ABOVE_STAFF, SUPERVISOR, ELSEWHERE, OPERATOR, DESK)

ABOUT_LIU = ReportedPerson(officer_id="liu", name="柳成林", unit=BUREAU, post="副局长")
UNBUILT = Allegation(
    text="柳成林在杨林片区道路项目中未批先建，没有办手续就让施工队进场", person=ABOUT_LIU,
    categories=("work.responsibility",), place="杨林", act_from=date(2026, 3, 2), act_until=date(2026, 3, 20))
GIFTS = Allegation(text="春节前收了施工方两条烟", person=ABOUT_LIU, categories=("integrity.gifts",))
CONTENT = ReportContent(
    channel=Channel.LETTER, reporter_ref="r-7f3a", pseudonym="举报人甲", signed=True, reachable=True,
    allegations=(UNBUILT, GIFTS), received_at=RECEIVED_AT)
ROAD = FiledMatter(
    filing_id="f1", number="530127-2026-000001", register_number="R1", organ_id=ORGAN,
    division_code=DIVISION, filer_id="liu",
    filer_name="柳成林", unit=BUREAU, title="杨林片区道路项目先行施工",
    seen=folded("杨林片区道路项目先行施工", "因历史遗留问题，手续同步补办"),
    digest="d" * 64, submitted_at=datetime(2026, 2, 3, 10, tzinfo=ZONE), valid_from=date(2026, 2, 10),
    valid_until=date(2027, 2, 9), act_from=date(2026, 2, 20), act_until=date(2026, 12, 31))


def view(actor: Actor, *, active: bool = True) -> OfficerView:
    """The officer as identity tells of them."""
    return OfficerView(
        officer_id=actor.officer_id, username=actor.officer_id, name=actor.name, organ_id=actor.organ_id,
        organ_name="", division_code=actor.division_code, unit=actor.unit, roles=tuple(sorted(actor.roles)),
        active=active, unit_names=actor.unit_names)


OFFICERS = {ORGAN: tuple(map(view, (*STAFF, COLLEAGUE, NAMESAKE))), ABOVE: tuple(map(view, ABOVE_STAFF))}


def by(actor: Actor, now: datetime = RECEIVED_AT) -> Occasion:
    return Occasion(actor, now, PACK, RULES.calendar(DIVISION))


def later(days: int) -> datetime:
    return RECEIVED_AT + timedelta(days=days)


def registered(content: ReportContent = CONTENT) -> Report:
    return Report.register("r1", "信访〔2026〕1号", content, ORGAN, DIVISION, by(WANG))


def opened(content: ReportContent = CONTENT) -> Report:
    report = registered(content)
    report.open((view(LIU),), OFFICERS, by(SYSTEM))
    return report


def assigned() -> Report:
    report = opened()
    report.assign(view(WANG), by(LEAD))
    return report


def accepted(*, real: bool = False) -> Report:
    report = assigned()
    report.accept(by(WANG))
    if real:
        report.confirm_reporter(by(WANG))
    else:
        report.unconfirmed = "所留电话无人接听"
    return report


def disposed(disposal: ReportDisposal = ReportDisposal.INQUIRY, *, real: bool = False) -> Report:
    report = accepted(real=real)
    report.dispose(disposal, False, "反映的是工作推进中的问题，先谈话函询", by(LEAD))
    return report


def verified() -> Report:
    report = disposed(ReportDisposal.VERIFY)
    report.form_team((view(WANG), view(ZHAO)), by(LEAD))
    return report


def finding(number: int, outcome: ReportOutcome) -> Finding:
    return Finding(allegation=number, outcome=outcome, words="经查，有会议纪要和转账记录为证")


def found(*outcomes: ReportOutcome, real: bool = False) -> Report:
    suspected = ReportOutcome.SUSPECTED_MALICIOUS in outcomes
    report = verified() if suspected else disposed(real=real)
    report.find(tuple(finding(number, each) for number, each in enumerate(outcomes, start=1)), by(WANG))
    return report


def told(report: Report) -> Report:
    report.give_feedback(FeedbackStage.ACCEPTANCE, "您反映的问题已经受理", by(WANG))
    return report


def elsewhere(report_id: str = "r2", number: str = "信访〔2026〕2号") -> Report:
    return Report.register(report_id, number, replace(CONTENT, reporter_ref=f"ref-{report_id}"), ORGAN,
                           DIVISION, by(WANG))
