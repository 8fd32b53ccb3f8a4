"""People of 安宁 (530181) who inquire into a suspected false accusation, those of 昆明 (530100) and of
the province who approve it, and the inquiry at each of its steps. Nobody here is real; the reporter
is a pseudonym."""

from collections.abc import Callable
from datetime import date, datetime
from functools import reduce
from operator import or_

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import (
    AccusationHandling,
    Answer,
    Bearing,
    Concerned,
    DraftFinding,
    Element,
    Factor,
    FindingFile,
    HandlingKind,
    ManagedBy,
    ReportOutcome,
    Weighing,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.policy.calendar import Calendar
from services.clarify.domain.clarification.beginning import apart_from
from services.clarify.domain.false_accusation import FalseAccusation, Suspicion
from tests.unit.review.scene import RULES, day, officer, view

DIVISION = ORGAN = "530181"
PREFECTURE, PROVINCE = "530100", "530000"
EARLIER = day(1, 26)    # of what has to lie back: a draft is open to answer for ten working days
NOW = day(3, 2)
LATER = day(6, 30)      # every time to answer and to complain is over by then
PACK = RULES.pack(DIVISION, NOW.date())
UNIT = "安宁市住房和城乡建设局"

LEAD = officer("lead", Role.LEAD)
WANG, ZHAO = officer("wang", Role.REVIEWER), officer("zhao", Role.REVIEWER)
HANDLER = officer("handler", Role.REVIEWER, Role.LEAD)       # handled the report
NAMED = officer("named", Role.FILER, unit=UNIT)
KIN = officer("kin", Role.REVIEWER, Role.LEAD, unit=f" {UNIT}")
CITY = officer("city", Role.LEAD, unit="昆明市纪委监委", organ_id=PREFECTURE)
CITY_OTHER = officer("city2", Role.LEAD, unit="昆明市纪委监委", organ_id=PREFECTURE)
CITY_REVIEWER = officer("city3", Role.REVIEWER, unit="昆明市纪委监委", organ_id=PREFECTURE)
ABOVE = officer("above", Role.LEAD, unit="云南省纪委监委", organ_id=PROVINCE)
ELSEWHERE = officer("elsewhere", Role.LEAD, organ_id="530300")
EVERYBODY = (LEAD, WANG, ZHAO, HANDLER, NAMED, KIN, CITY, CITY_OTHER, CITY_REVIEWER, ABOVE, ELSEWHERE)

PERSON = Concerned(name="named某", unit=UNIT, post="局长", officer_id="named")
OF_THE_PROVINCE = Concerned(name="省管某", unit=UNIT, post="书记")
DRAFT = DraftFinding(facts="转账截图系伪造", fabrication="图片经鉴定为合成",
                     intent="竞聘前三日发出，曾扬言报复", mistake_excluded="并非误解",
                     handling="建议给予处分", handling_kind=HandlingKind.DISCIPLINE)
FILE = FindingFile(review_opinion="事实清楚", committee_on=date(2026, 3, 2))
HANDLING = AccusationHandling(kind=HandlingKind.DISCIPLINE, what="党内警告", on=date(2026, 6, 30))
EVIDENCE = ("鉴定意见", "", ())
def papers(digit: str) -> tuple[AttachmentRef, ...]:
    """Something on paper; another digit, another paper."""
    return (AttachmentRef(name="书面材料.pdf", sha256=digit * 64, size=10, media_type="application/pdf"),)


PAPERS = papers("a")


def by(actor: Actor, now: datetime = NOW, calendar: Calendar | None = None) -> Occasion:
    return Occasion(actor, now, PACK, calendar or RULES.calendar(DIVISION))


def suspicion(outcome: ReportOutcome = ReportOutcome.SUSPECTED_MALICIOUS, *concerned: Concerned) -> Suspicion:
    whom = concerned or (PERSON,)
    apart = reduce(or_, map(apart_from, whom))
    managed_by = ManagedBy.PROVINCE if OF_THE_PROVINCE in whom else ManagedBy.COUNTY
    return Suspicion(
        report_id="r1", report_number="信访〔2026〕7号", reporter_ref="ref7", pseudonym="举报人7",
        outcome=outcome, concerned=whom, managed_by=managed_by, apart=apart,
        handlers=frozenset({Holder.of(HANDLER)}))


def opened(outcome: ReportOutcome = ReportOutcome.SUSPECTED_MALICIOUS, *concerned: Concerned,
           organ_id: str = ORGAN, division: str = DIVISION, now: datetime = NOW) -> FalseAccusation:
    return FalseAccusation.open(
        "x1", "诬核（信访〔2026〕7号）", suspicion(outcome, *concerned), organ_id, division, by(LEAD, now))


def prepared(*concerned: Concerned, now: datetime = NOW) -> FalseAccusation:
    case = opened(ReportOutcome.SUSPECTED_MALICIOUS, *concerned, now=now)
    case.assign(view(WANG), by(LEAD, now))
    return case


def requested(*concerned: Concerned, now: datetime = NOW) -> FalseAccusation:
    case = prepared(*concerned, now=now)
    case.request_beginning("截图系伪造，时机可疑", by(WANG, now))
    return case


def inquiring(now: datetime = NOW) -> FalseAccusation:
    case = requested(now=now)
    case.answer_beginning(Answer.APPROVED, "同意启动", by(CITY, now))
    return case


def weighing(element: Element, factor: Factor, bearing: Bearing = Bearing.PROVES, *evidence: str) -> Weighing:
    return Weighing(element=element, factor=factor, bearing=bearing, reasons="有鉴定为证",
                    evidence=evidence or ("e1",))


def weighed(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    """Everything is weighed, and proven."""
    case.add_evidence("e1", *EVIDENCE, by(WANG, now))
    for element in Element:
        for factor in Factor:
            case.weigh(weighing(element, factor), by(WANG, now))
    return case


def everything(case: FalseAccusation) -> frozenset[int]:
    """That was put to the reporter by now."""
    return frozenset(range(1, len(case.addressed) + 1))


def wrote(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    """The reporter, in the vault, below everything that was put to them."""
    case.take_message(everything(case), now, by(SYSTEM, now))
    return case


def confirmed(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    """What was entered for the reporter, by a second person."""
    for each in case.entries:
        if not each.confirmed_at:
            case.confirm_entry(each.number, by(ZHAO, now))
    return case


def taken_down(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    """Asked and answered, by one officer's account."""
    case.ask_reporter("请说明截图的来源和依据", by(WANG, now))
    wrote(case, now).record_hearing("称由他人转来", "没有其他依据", (), by(WANG, now))
    return case


def heard(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    return confirmed(taken_down(case, now), now)


def answered(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    wrote(case, now).answer_draft("没有恶意", "与证据不符", (), by(WANG, now))
    return confirmed(case, now)


def read(case: FalseAccusation, now: datetime = NOW) -> FalseAccusation:
    """By the reporter, in the vault."""
    case.take_receipt(everything(case), now, by(SYSTEM, now))
    return case


def unread_draft(now: datetime = NOW) -> FalseAccusation:
    case = heard(weighed(inquiring(now), now), now)
    case.serve_draft(DRAFT, by(WANG, now))
    return case


def drafted(now: datetime = NOW) -> FalseAccusation:
    return read(unread_draft(now), now)


def sent_up() -> FalseAccusation:
    """The draft was served long ago, and is answered now."""
    case = answered(drafted(EARLIER))
    case.request_finding(FILE, by(WANG))
    return case


def unread_finding() -> FalseAccusation:
    case = sent_up()
    case.answer_finding(Answer.APPROVED, "同意认定", by(CITY_OTHER))
    return case


def found() -> FalseAccusation:
    return read(unread_finding())


def complained() -> FalseAccusation:
    case = found()
    case.complain("不服", NOW.date(), PAPERS, by(WANG))
    return case


def upheld() -> FalseAccusation:
    case = confirmed(complained())
    case.answer_complaint(True, "维持", by(ABOVE))
    return case


def effective() -> FalseAccusation:
    case = found()
    case.take_effect(by(WANG, LATER))
    return case


def concluded() -> FalseAccusation:
    case = effective()
    case.record_handling(HANDLING, by(WANG, LATER))
    case.conclude(by(WANG, LATER))
    return case


def ended(how: Callable[[FalseAccusation], None], of: Callable[[], FalseAccusation]) -> FalseAccusation:
    case = of()
    how(case)
    return case


CASES: dict[State, Callable[[], FalseAccusation]] = {
    State.PREPARATION: prepared, State.BEGIN_APPROVAL: requested, State.INQUIRY: inquiring,
    State.DRAFT: drafted, State.FINDING_APPROVAL: sent_up, State.FOUND: found, State.COMPLAINT: complained,
    State.UPHELD: upheld, State.EFFECTIVE: effective, State.CONCLUDED: concluded,
    State.NOT_BEGUN: lambda: ended(lambda case: case.answer_beginning(
        Answer.REFUSED, "不足以启动", by(CITY)), requested),
    State.MISTAKEN: lambda: ended(lambda case: case.end(True, "属于误解", by(WANG)), inquiring),
    State.UNPROVEN: lambda: ended(lambda case: case.end(False, "没有查实故意", by(WANG)), inquiring),
    State.SET_ASIDE: lambda: ended(
        lambda case: case.answer_complaint(False, "证据不足", by(ABOVE)), complained),
}
