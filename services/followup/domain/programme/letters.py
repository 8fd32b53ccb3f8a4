"""What a programme tells, as its letters and notices need it."""

from collections.abc import Mapping
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.followup import (
    CareCard,
    CareCardSent,
    EvaluationView,
    Grade,
    ProgrammeEscalated,
    ProgrammeEvaluated,
    ProgrammeOpened,
    TalkWith,
    UnitEvaluated,
    VisitKind,
    VisitPlace,
    VisitPlanned,
    VisitRecord,
    VisitRecorded,
    VisitState,
)
from services.followup.domain.programme.facts import Facts

NOTHING: Final = "无"
KINDS: Final[Mapping[VisitKind, str]] = {VisitKind.FORMAL: "正式回访", VisitKind.CONTACT: "随访"}
PLACES: Final[Mapping[VisitPlace, str]] = {
    VisitPlace.OFFICE: "办公室", VisitPlace.MEETING_ROOM: "会议室", VisitPlace.WORKPLACE: "工作单位",
    VisitPlace.HOME: "本人家中", VisitPlace.TELEPHONE: "电话"}
GRADES: Final[Mapping[Grade, str]] = {Grade.GOOD: "好", Grade.FAIR: "一般", Grade.POOR: "较差"}
OTHERS: Final[Mapping[TalkWith, str]] = {TalkWith.UNIT_HEAD: "单位负责人", TalkWith.COLLEAGUE: "同事"}


def opened(programme: Facts, occasion: Occasion) -> ProgrammeOpened:
    """With the last day of the period."""
    basis = programme.basis
    return ProgrammeOpened(standing=programme.standing(), basis=basis.kind, basis_number=basis.number,
                           source_id=basis.source_id, ends_on=programme.ends_on, at=occasion.now)


def visit_planned(programme: Facts, visit: VisitRecord, occasion: Occasion) -> VisitPlanned:
    """Who comes, and when."""
    return VisitPlanned(standing=programme.standing(), visit=visit.number, visitors=_names(visit),
                        appeal_until=visit.on, at=occasion.now)


def visit_recorded(programme: Facts, visit: VisitRecord, occasion: Occasion) -> VisitRecorded:
    """回访教育谈话情况登记表: of talks with others, that they were; what they said stays inside."""
    said = "\n".join(each.words for each in visit.talks if each.with_whom is TalkWith.PERSON)
    if visit.own_words:
        said = f"{said}\n本人更正：{visit.own_words}"
    others = [OTHERS[each.with_whom] for each in visit.talks if each.with_whom is not TalkWith.PERSON]
    return VisitRecorded(
        standing=programme.standing(), visit=visit.number, whom=programme.person.name,
        unit=programme.person.unit, visit_kind=KINDS[visit.kind], visited_on=day_words(visit),
        place=PLACES[visit.place], visitors=_names(visit), outline=visit.outline, said=said,
        wishes=visit.wishes or NOTHING, others="、".join(dict.fromkeys(others)) or NOTHING, at=occasion.now)


def unit_evaluated(programme: Facts, said: EvaluationView, occasion: Occasion) -> UnitEvaluated:
    """受处理人员所在党组织（单位）评价表."""
    return UnitEvaluated(standing=programme.standing(), whom=programme.person.name,
                         unit=programme.person.unit, organisation=said.by, evaluation=_graded(said),
                         at=occasion.now)


def evaluated(programme: Facts, said: EvaluationView, occasion: Occasion) -> ProgrammeEvaluated:
    """回访教育评价意见表."""
    made = [each for each in programme.visits if each.state is VisitState.MADE]
    visited = "；".join(f"{day_words(each)}（{KINDS[each.kind]}）" for each in made) or NOTHING
    return ProgrammeEvaluated(
        standing=programme.standing(), whom=programme.person.name, unit=programme.person.unit,
        basis_words=programme.basis.words, visited=visited, evaluation=_graded(said),
        evaluated_by_name=said.by, at=occasion.now)


def escalated(programme: Facts, organ_id: str, occasion: Occasion) -> ProgrammeEscalated:
    """Of whom help is asked."""
    return ProgrammeEscalated(standing=programme.standing(), asked_organ_id=organ_id, at=occasion.now)


def card_sent(programme: Facts, card: CareCard, occasion: Occasion) -> CareCardSent:
    """关爱提醒卡."""
    return CareCardSent(standing=programme.standing(), whom=programme.person.name, words=card.words,
                        reminders=card.reminders, contact=card.contact, at=occasion.now)


def day_words(visit: VisitRecord) -> str:
    """As letters write a day."""
    return f"{visit.on.year}年{visit.on.month}月{visit.on.day}日"


def _names(visit: VisitRecord) -> str:
    return "、".join(each.name for each in visit.visitors)


def _graded(said: EvaluationView) -> str:
    return f"{GRADES[said.grade]}。{said.words}"
