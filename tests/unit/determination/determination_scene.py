"""People of 景洪 (532801), whose pack has six steps, and a determination at each of them.

Nobody here is real. `CASE` applies for tolerance; WANG holds the case, WANG and ZHAO verify it.
"""

from dataclasses import replace
from datetime import date, datetime

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import (
    Act,
    AddEvidence,
    Criterion,
    DecisionTerms,
    EvidenceKind,
    FactsMaterial,
    Initiation,
    Leaning,
    NegativeAnswer,
    NegativeFinding,
    Outcome,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.filing import AttachmentRef, FilingContent, FilingState, FilingView
from rongcuo.policy.calendar import Calendar
from services.determination.domain.appeal import Appeal, digest
from services.determination.domain.determination import Determination, Opening
from services.review.domain import Occasion
from tests.unit.review.scene import RULES, ZONE, day, officer, view

DIVISION = ORGAN = "532801"
NOW = day(3, 2)
PACK = RULES.pack(DIVISION, NOW.date())
UNIT = "景洪市交通运输局"


def here(officer_id: str, *roles: Role, unit: str = "景洪市纪委监委", organ_id: str = ORGAN) -> Actor:
    return officer(officer_id, *roles, unit=unit, organ_id=organ_id)


LEAD = here("lead", Role.LEAD)
DEPUTY = here("deputy", Role.LEAD)     # had no hand in the case
WANG, ZHAO, QIAN = (here(name, Role.REVIEWER) for name in ("wang", "zhao", "qian"))
MEMBERS = tuple(here(f"member{number}", Role.MEMBER, unit=f"单位{number}") for number in range(1, 6))
MEMBER = MEMBERS[0]
PANEL = tuple(here(f"panel{number}", Role.MEMBER, unit=f"复核{number}") for number in range(1, 4))
SUBJECT = here("subject", Role.FILER, unit=UNIT)
COLLEAGUE = here("colleague", Role.FILER, unit=UNIT)
KIN = here("kin", Role.REVIEWER, Role.LEAD, unit=f" {UNIT}")
STRANGER = here("stranger", Role.FILER, unit="别的单位")
ELSEWHERE = here("elsewhere", Role.REVIEWER, Role.LEAD, organ_id="532901")
SUPERVISOR = here("supervisor", Role.SUPERVISOR, organ_id="532800")
OPERATOR = here("operator", Role.OPERATOR)
EVERYBODY = (LEAD, DEPUTY, WANG, ZHAO, QIAN, *MEMBERS, *PANEL, SUBJECT, COLLEAGUE, KIN, STRANGER, ELSEWHERE,
             SUPERVISOR, OPERATOR)

ACT = Act(what="先行施工", since=date(2025, 6, 1), until=date(2025, 6, 20))
PERSON = Subject(name="subject某", unit=UNIT, officer_id="subject")
OPENING = Opening(initiation=Initiation.APPLICATION, subject=PERSON, act=ACT, title="农村公路先行施工",
                  situation="project_construction", grounds="雨季前抢修，集体决定")
VOTERS = frozenset(member.officer_id for member in MEMBERS)
TERMS = DecisionTerms(reasons="为公、未谋私，程序有瑕疵但已补救",
                      cited=("three_distinctions", "three_factors"))
MATERIAL = FactsMaterial(facts="事实", tolerance_opinion="建议容错", written_by="wang某", at=NOW)
FILE = AttachmentRef(name="流水.pdf", sha256="ab" * 32, size=2_048, media_type="application/pdf")
DENIAL = DecisionTerms(reasons="证据表明谋取私利")


def by(actor: Actor, now: datetime = NOW, calendar: Calendar | None = None) -> Occasion:
    return Occasion(actor, now, PACK, calendar or RULES.calendar(DIVISION))


def opened(**changes) -> Determination:
    judged_by = RULES.pack(DIVISION, ACT.since)
    opening = replace(OPENING, **changes)
    return Determination.open("d1", "容认〔2026〕1号", opening, judged_by, ORGAN, DIVISION, by(SUBJECT))


def held(**changes) -> Determination:
    case = opened(**changes)
    case.assign(view(WANG), by(LEAD))
    return case


def verifying(**changes) -> Determination:
    case = held(**changes)
    case.accept("予以受理", by(WANG))
    case.form_team((view(WANG), view(ZHAO)), by(LEAD))
    case.add_evidence("e1", EVIDENCE, by(WANG))
    return case


EVIDENCE = AddEvidence(command_id="c", case_id="d1", kind=EvidenceKind.DOCUMENT, title="会议纪要")


def finding(item: str, answer: NegativeAnswer = NegativeAnswer.CLEAR, **rest) -> NegativeFinding:
    reason = "" if answer is NegativeAnswer.CLEAR else "理由"
    evidence = ("e1",) if answer is NegativeAnswer.HIT else ()
    given = {"reason": reason, "evidence": evidence, "answered_by": "wang某", "at": NOW} | rest
    return NegativeFinding(item=item, answer=answer, **given)


def clear_list(case: Determination, **answers: NegativeAnswer) -> None:
    """Every item of the negative list answered: as said, the others clear."""
    for item in case.yardstick.negative_items:
        case.answer_negative_item(finding(item, answers.get(item, NegativeAnswer.CLEAR)), by(WANG))


def answers_to(case: Determination, criteria_set: str,
               leaning: Leaning = Leaning.TOLERATE) -> tuple[Criterion, ...]:
    return tuple(Criterion(criterion=code, leaning=leaning, reason="有会议纪要为证", evidence=("e1",))
                 for code in case.yardstick.criteria[criteria_set])


def assessed(case: Determination, *assessors: Actor) -> Determination:
    for criteria_set in case.yardstick.wanted:
        for assessor in assessors or (WANG, QIAN):
            case.assess(criteria_set, answers_to(case, criteria_set), by(assessor))
    return case


def before_meeting(**answers: NegativeAnswer) -> Determination:
    case = assessed(verifying())
    clear_list(case, **answers)
    case.write_report("事实清楚，程序有瑕疵", None, by(WANG))
    return case


def resolved(outcome: Outcome = Outcome.LIGHTEN) -> Determination:
    """As the members of a meeting signed it."""
    case = before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", outcome.value, {}, VOTERS, by(SYSTEM))
    return case


def decided(outcome: Outcome = Outcome.LIGHTEN, **terms) -> Determination:
    case = resolved(outcome)
    case.make(outcome, replace(TERMS, **terms), by(WANG))
    return case


def denied() -> Determination:
    """On the negative list, without a meeting."""
    case = verifying()
    clear_list(case, private_gain=NegativeAnswer.HIT)
    case.write_report("谋取私利属实", DENIAL, by(WANG))
    return case


def told() -> Determination:
    case = decided()
    case.give_feedback("已当面反馈", "接受", by(WANG))
    return case


def concluded() -> Determination:
    case = told()
    case.file_for_record("景洪市委", "", by(WANG))
    return case


def refused_case() -> Determination:
    case = held()
    case.refuse("不属于容错范围", by(WANG))
    return case


def withdrawn() -> Determination:
    case = opened()
    case.withdraw("不再申请", by(SUBJECT))
    return case


CASES = {
    State.ACCEPTANCE: held, State.VERIFICATION: verifying, State.MEETING: before_meeting,
    State.FEEDBACK: decided, State.RECORD_FILING: told, State.CONCLUDED: concluded,
    State.REFUSED: refused_case, State.WITHDRAWN: withdrawn,
}


def appealed(outcome: Outcome = Outcome.LIGHTEN, **terms) -> tuple[Appeal, Determination]:
    case = decided(outcome, **terms)
    return Appeal.lodge("a1", "容复〔2026〕1号", case, "处理过重", by(SUBJECT)), case


def heard(outcome: Outcome = Outcome.LIGHTEN, **terms) -> tuple[Appeal, Determination]:
    appeal, case = appealed(outcome, **terms)
    appeal.form_panel(tuple(view(member) for member in PANEL), case, by(DEPUTY))
    return appeal, case


def agreed(appeal: Appeal, outcome: Outcome, terms: DecisionTerms, case: Determination, occasion: Occasion,
           *rest) -> None:
    """One of the panel says so and another signs it: more than half of the three."""
    appeal.decide(outcome, terms, case, occasion, *rest)
    signed(appeal, occasion.actor, case, occasion)


def signed(appeal: Appeal, whose: Actor, case: Determination, occasion: Occasion) -> None:
    """By the next of the panel who has said nothing."""
    other = next(each for each in appeal.team if each.officer_id not in appeal.opinions.held)
    signer = replace(occasion.actor, officer_id=other.officer_id, name=other.name)
    said = digest(appeal.opinions.held[whose.officer_id])
    appeal.sign(whose.officer_id, said, case, replace(occasion, actor=signer))


def filing(**changes) -> FilingView:
    """An accepted filing of the subject, made half a year before the act."""
    facts = {
        "filing_id": "f1", "number": "532801-2025-000001", "organ_id": ORGAN, "division_code": DIVISION,
        "filer_id": "subject", "filer_name": "subject某", "unit": UNIT, "pack_id": PACK.id,
        "whitelisted": False,
        "content": FilingContent(title="农村公路先行施工报备"), "state": FilingState.ACCEPTED,
        "register_number": "备-1", "valid_from": date(2025, 1, 10), "valid_until": date(2026, 1, 9),
        "drafted_at": datetime(2025, 1, 9, 9, tzinfo=ZONE),
        "submitted_at": datetime(2025, 1, 9, 10, tzinfo=ZONE)}
    return FilingView(**{**facts, **changes})
