"""People of 牟定 (532323), somebody who was sanctioned there, and their programme at each of its steps.
Nobody here is real."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Basis,
    ExecutionCheck,
    ExecutionItem,
    GatheredInformation,
    Goal,
    GoalKind,
    Grade,
    Mentor,
    PeriodChange,
    Recommendation,
    Sanction,
    SanctionDegree,
    SanctionKind,
    Talk,
    TalkWith,
    VisitedPerson,
    VisitKind,
    VisitPlace,
)
from rongcuo.contracts.followup import ProgrammeState as State
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from services.followup.domain.programme import Programme, after_clearing, after_sanction, after_tolerance
from tests.unit.review.scene import view

RULES = Rules()
DIVISION = ORGAN = "532323"
PREFECTURE = "532300"
PACK = RULES.pack(DIVISION, date(2026, 1, 12))
UNIT = "牟定县水务局"
SINCE, UNTIL = date(2026, 1, 12), date(2027, 1, 12)


def officer(officer_id: str, *roles: Role, unit: str = "牟定县纪委监委", organ_id: str = ORGAN) -> Actor:
    return Actor(officer_id, f"{officer_id}某", organ_id, organ_id[:6], unit, frozenset(roles))


LEAD, DEPUTY = officer("lead", Role.LEAD), officer("deputy", Role.LEAD)
WANG, ZHAO = officer("wang", Role.REVIEWER), officer("zhao", Role.REVIEWER)
WEN = officer("wen", Role.FILER, unit=UNIT)
KIN = officer("kin", Role.REVIEWER, Role.LEAD, unit=f" {UNIT}")
CITY = officer("city", Role.LEAD, unit="楚雄州纪委监委", organ_id=PREFECTURE)
WATCH = officer("watch", Role.SUPERVISOR, unit="楚雄州纪委监委", organ_id=PREFECTURE)
EVERYBODY = (LEAD, DEPUTY, WANG, ZHAO, WEN, KIN, CITY, WATCH)

PERSON = VisitedPerson(name="温某", unit=UNIT, post="副股长", officer_id="wen")
NO_ACCOUNT = VisitedPerson(name="杨某", unit=UNIT)
SANCTION = Sanction(kind=SanctionKind.ADMINISTRATIVE, degree=SanctionDegree.DEMERIT, effective_on=SINCE,
                    effect_months=12, decided_by="牟定县监察委员会", number="牟监处〔2026〕3号")
PAPER = AttachmentRef(name="签字.pdf", sha256="ab" * 32, size=2_048, media_type="application/pdf")
TALKS = (Talk(with_whom=TalkWith.PERSON, words="认识到位，情绪低落"),
         Talk(with_whom=TalkWith.UNIT_HEAD, who="局长李某", words="工作仍认真"))
GOAL = Goal(kind=GoalKind.POST, goal="独立负责一个片区", measure="考核合格", actions="跟班学习",
            helpers="张某", until=date(2026, 10, 1))
GATHERED = GatheredInformation(attitude="认错", mind="平稳", work="积极", life="正常", unit_says="可以信任")
ALONE = dict.fromkeys(VisitKind, 0)     # visits of their other programmes
MENTOR = Mentor(name="张某", unit=UNIT, post="股长")


def at(month: int, day: int, year: int = 2026, hour: int = 10) -> datetime:
    return datetime(year, month, day, hour, tzinfo=ZONE)


NOW = at(3, 2)
TODAY = NOW.date()
OVER = at(1, 13, 2027)


def by(actor: Actor, now: datetime = NOW) -> Occasion:
    return Occasion(actor, now, PACK, RULES.calendar(DIVISION))


def sanctioned(person: VisitedPerson = PERSON) -> Programme:
    basis = after_sanction(SANCTION, (PAPER,), "zhao", PACK.followup)
    return opened(basis, person)


def tolerated(person: VisitedPerson = PERSON) -> Programme:
    basis = after_tolerance("d1", "容认〔2026〕2号", Outcome.EXEMPT, SINCE, PACK.followup)
    programme = opened(basis, person)
    programme.assign(view(WANG), by(LEAD))
    return programme


def cleared(person: VisitedPerson = PERSON) -> Programme:
    programme = opened(after_clearing("k1", "澄清〔2026〕2号", SINCE, PACK.followup), person)
    programme.assign(view(WANG), by(LEAD))
    return programme


def opened(basis: Basis, person: VisitedPerson = PERSON) -> Programme:
    return Programme.open("p1", "回访〔2026〕1号", person, basis, ORGAN, DIVISION, by(LEAD))


def counselling(person: VisitedPerson = PERSON) -> Programme:
    programme = sanctioned(person)
    programme.assign(view(WANG), by(LEAD))
    return programme


def plan_visit(programme: Programme, on: date = TODAY, kind: VisitKind = VisitKind.FORMAL,
               request: int = 0, elsewhere: int = 0, now: datetime = NOW) -> int:
    """Its number."""
    programme.plan_visit(kind, on, VisitPlace.OFFICE, (view(WANG), view(ZHAO)), "听、察、谈", request,
                         elsewhere, by(WANG, now))
    return len(programme.visits)


def visit(programme: Programme, on: date = TODAY, now: datetime = NOW, **rest: int) -> None:
    programme.record_visit(plan_visit(programme, on, now=now, **rest), on, TALKS, "希望换岗", ALONE,
                           by(WANG, now))


def step(programme: Programme, now: datetime = NOW) -> None:
    """Written and signed."""
    programme.write_step("谈话、学习、回顾", by(WANG, now))
    sign_step(programme, now=now)


def sign_step(programme: Programme, *papers: AttachmentRef, actor: Actor = WEN, now: datetime = NOW) -> None:
    """As it is read now."""
    read = programme.records[-1].digest if programme.records else ""
    programme.sign_step(read, papers, by(actor, now))


def sign_plan(programme: Programme, for_unit: str = "", *papers: AttachmentRef, actor: Actor = WEN,
              now: datetime = NOW) -> None:
    """The revision as it is read now."""
    read = programme.plans[-1].digest if programme.plans else ""
    programme.sign_plan(read, for_unit, papers, by(actor, now))


def assistance() -> Programme:
    programme = counselling()
    visit(programme)
    step(programme)
    return programme


def planned(programme: Programme) -> None:
    """A mentor, and a plan that both have signed."""
    programme.name_mentor(MENTOR, by(WANG))
    programme.write_plan("不知道怎么面对同事", (GOAL,), by(WANG))
    sign_plan(programme)
    sign_plan(programme, "局长李某", PAPER, actor=WANG)


def tracking() -> Programme:
    programme = assistance()
    planned(programme)
    step(programme)
    return programme


def concluding() -> Programme:
    programme = tracking()
    step(programme)
    return programme


def replace_number(basis: Basis, number: str) -> Basis:
    return replace(basis, number=number)


def executed(programme: Programme, now: datetime = NOW) -> None:
    for item in ExecutionItem:
        programme.check_execution(ExecutionCheck(item=item, done_on=now.date()), by(WANG, now))


def done(programme: Programme) -> None:
    """All that has to be there at the end."""
    executed(programme)
    programme.gather(GATHERED, by(WANG, at(12, 10)))
    programme.record_unit_evaluation("局党组", "表现好", Grade.GOOD, (PAPER,), by(WANG, at(12, 11)))
    programme.evaluate(Grade.GOOD, "帮扶有效", by(WANG, at(12, 12)))
    programme.tell_what_ends(by(LEAD, OVER))


def completed() -> Programme:
    programme = concluding()
    done(programme)
    programme.complete(Recommendation.COMMEND, "走出了低谷", by(WANG, OVER))
    return programme


def ended() -> Programme:
    programme = counselling()
    programme.change_period(PeriodChange.OVERTURNED, NOW.date(), "复审〔2026〕1号", 0, "撤销原处分",
                            (PAPER,), by(LEAD))
    return programme


CASES: Mapping[State, Callable[[], Programme]] = {
    State.COUNSELLING: counselling, State.ASSISTANCE: assistance, State.TRACKING: tracking,
    State.CONCLUDING: concluding, State.COMPLETED: completed, State.ENDED: ended}
