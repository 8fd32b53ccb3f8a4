"""People of 安宁 (530181), somebody who was reported wrongly, and their clearing at each of its steps. Nobody
here is real."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    AllegationWords,
    Audience,
    ClarificationMode,
    ClearingAct,
    ClearingOpinion,
    Concerned,
    ConcernedKind,
    Plan,
    ReportOutcome,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import Calendar
from services.clarify.domain.apart import Apart
from services.clarify.domain.clarification import Application, Clarification, Unfounded
from tests.unit.review.scene import RULES, day, officer, view

DIVISION = ORGAN = "530181"
PREFECTURE, PROVINCE = "530100", "530000"
NOW = day(3, 2)
PACK = RULES.pack(DIVISION, NOW.date())
UNIT = "安宁市住房和城乡建设局"

LEAD, DEPUTY = officer("lead", Role.LEAD), officer("deputy", Role.LEAD)
WANG, ZHAO = officer("wang", Role.REVIEWER), officer("zhao", Role.REVIEWER)
SUBJECT = officer("subject", Role.FILER, unit=UNIT)
COLLEAGUE = officer("colleague", Role.FILER, unit=UNIT)
KIN = officer("kin", Role.REVIEWER, Role.LEAD, unit=f" {UNIT}")
CITY = officer("city", Role.LEAD, unit="昆明市纪委监委", organ_id=PREFECTURE)
ABOVE = officer("above", Role.LEAD, unit="云南省纪委监委", organ_id=PROVINCE)
EVERYBODY = (LEAD, DEPUTY, WANG, ZHAO, SUBJECT, COLLEAGUE, KIN, CITY, ABOVE)

PERSON = Concerned(name="刘某", unit=UNIT, post="副局长", officer_id="subject")
NO_ACCOUNT = Concerned(name="王某", unit=UNIT)
ORGANISATION = Concerned(name="某街道办事处", unit="某街道办事处", kind=ConcernedKind.ORGANISATION)
PAPER = AttachmentRef(name="申请.pdf", sha256="ab" * 32, size=2_048, media_type="application/pdf")
THEIR_PAPER = AttachmentRef(name="申诉书.pdf", sha256="ce" * 32, size=512, media_type="application/pdf")


UNTRUE = {"a1": ReportOutcome.UNSUBSTANTIATED, "a2": ReportOutcome.MISTAKEN}
WORDS = tuple(AllegationWords(
    allegation_id=f"a{number}", words=f"反映问题{number}", conclusion=f"结论{number}") for number in (1, 2))
REPORT = Unfounded(
    report_id="r1", report_number="信访〔2026〕7号", untrue=UNTRUE, settled=True, apart=Apart())
WRITTEN = Audience(mode=ClarificationMode.WRITTEN, who="局党组主要负责人")
MEETING = Audience(mode=ClarificationMode.MEETING, who="局机关干部", place="局会议室")
PLAN = Plan(allegations=("a1", "a2"), audiences=(WRITTEN, MEETING), head="安宁市住房和城乡建设局党组",
            personnel_body="安宁市委组织部", units=(UNIT,))
AGREED = ClearingOpinion(agrees=True, modes=(ClarificationMode.MEETING,), given_on=NOW.date())
APPLICATION = Application(situation="任副局长", reported="收受礼金", wish="在本单位说明")


def by(actor: Actor, now: datetime = NOW, calendar: Calendar | None = None) -> Occasion:
    return Occasion(actor, now, PACK, calendar or RULES.calendar(DIVISION))


def act(mode: ClarificationMode = ClarificationMode.WRITTEN, at: datetime = NOW) -> ClearingAct:
    return ClearingAct(mode=mode, host="李某", place="局会议室", audience="局机关干部", reach=36, at=at,
                       attachments=(PAPER,))


def proposed(concerned: Concerned = PERSON) -> Clarification:
    return Clarification.propose("k1", "澄清〔2026〕1号", concerned, REPORT, ORGAN, DIVISION, by(WANG))


def unsettled() -> Clarification:
    """Of a report that is not over yet."""
    open_report = replace(REPORT, settled=False)
    case = Clarification.propose("k1", "澄清〔2026〕1号", PERSON, open_report, ORGAN, DIVISION, by(WANG))
    case.assign(view(WANG), by(LEAD))
    return case


def applied(concerned: Concerned = PERSON, actor: Actor = SUBJECT) -> Clarification:
    return Clarification.apply("k1", "澄清〔2026〕1号", concerned, APPLICATION, ORGAN, DIVISION, by(actor))


def assessing(concerned: Concerned = PERSON) -> Clarification:
    case = proposed(concerned)
    case.assign(view(WANG), by(LEAD))
    case.assess(("career",), "正在推荐考察，受到影响", WORDS, by(WANG))
    return case


def planned(concerned: Concerned = PERSON, plan: Plan = PLAN) -> Clarification:
    case = assessing(concerned)
    case.make_plan(plan, by(WANG))
    return case


def asked(concerned: Concerned = PERSON) -> Clarification:
    case = planned(concerned)
    case.ask_opinion(by(WANG))
    return case


def answered() -> Clarification:
    case = asked()
    case.give_opinion(AGREED, by(SUBJECT))
    return case


def before_the_head() -> Clarification:
    case = answered()
    case.request_approval("建议书面加会议澄清", "同意", False, by(WANG))
    return case


def refusable(concerned: Concerned = PERSON) -> Clarification:
    """Of which no effect is on file."""
    case = proposed(concerned)
    case.assign(view(WANG), by(LEAD))
    case.assess((), "没有影响", WORDS, by(WANG))
    case.propose_refusal("no_harm", "没有造成影响", by(WANG))
    return case


def refused() -> Clarification:
    case = refusable()
    case.refuse("no_harm", "没有造成影响", by(LEAD))
    return case


def objected() -> Clarification:
    case = refused()
    case.object("影响了考察", (), by(SUBJECT))
    return case


def carrying_out() -> Clarification:
    case = before_the_head()
    case.approve("同意", by(LEAD))
    return case


def objecting() -> Clarification:
    """To a mode that was dropped; nothing else is left to be done."""
    case = carrying_out()
    case.record_act(act(), by(WANG))
    case.drop_mode(ClarificationMode.MEETING, "领导忙", by(LEAD))
    case.object("说好要开会的", (), by(SUBJECT))
    return case


def restored() -> Clarification:
    case = objecting()
    case.answer_objection(True, "应当开会", by(CITY))
    return case


def carried_out() -> Clarification:
    case = carrying_out()
    for mode in (ClarificationMode.WRITTEN, ClarificationMode.MEETING):
        case.record_act(act(mode), by(WANG))
    return case


def finished() -> Clarification:
    case = carried_out()
    case.finish(by(WANG))
    return case


def to_visit() -> Clarification:
    case = finished()
    case.archive("档2026-7", "安宁市委组织部", True, by(WANG))
    return case


IN_TIME = NOW + timedelta(days=40)


def visit(on: date | None = None, **rest) -> Visit:
    return replace(Visit(on=on or IN_TIME.date(), how="上门", words="已恢复考察"), **rest)


def visited() -> Clarification:
    case = to_visit()
    case.record_visit(visit(), by(WANG, IN_TIME))
    return case


UNTROUBLED = VisitAnswer(troubled=False)


def closed() -> Clarification:
    case = visited()
    case.answer_visit(UNTROUBLED, by(SUBJECT, IN_TIME))
    case.give_feedback("澄清已完成", by(WANG, IN_TIME))
    return case


def withdrawn() -> Clarification:
    case = applied()
    case.withdraw("不再需要", by(SUBJECT))
    return case


CASES: dict[State, Callable[[], Clarification]] = {
    State.ASSESSMENT: assessing, State.APPROVAL: before_the_head, State.CARRYING_OUT: carrying_out,
    State.ARCHIVE: finished, State.VISIT: to_visit, State.FEEDBACK: visited, State.CLOSED: closed,
    State.REFUSED: refused, State.OBJECTED: objected, State.WITHDRAWN: withdrawn,
}
