"""What the papers of a clarification need, as the events that call for them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    ClarificationApproved,
    ClarificationArchived,
    ClarificationCarriedOut,
    ClarificationCopied,
    ClarificationMode,
    ClarificationOpinionAsked,
    ClarificationRefused,
    ClarificationWritten,
    ClearedAllegation,
    ClearingAct,
    ClearingOpinion,
    Concerned,
    Plan,
)
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import Item
from services.clarify.domain.clarification.plan import (
    MODES,
    audience_words,
    opinion_words,
    others_words,
    said_of,
)

NO_PLAN = Plan(head="", allegations=(), audiences=())


class Written(Protocol):
    """A `Clarification`, which knows them itself."""

    concerned: Concerned
    report_id: str
    report_number: str
    allegations: tuple[ClearedAllegation, ...]
    grounds: tuple[str, ...]
    effects: str
    plan: Plan | None
    opinion: ClearingOpinion | None
    recommendation: str
    review_opinion: str
    with_false_accusation: bool
    reasons: str
    refusal: str
    acts: tuple[ClearingAct, ...]
    dropped: dict[ClarificationMode, str]
    archive_number: str
    personnel_body: str
    integrity_file: bool
    opinion_told: date | None
    object_told: date | None

    def standing(self) -> Standing: ...


def opinion_asked(case: Written, occasion: Occasion) -> ClarificationOpinionAsked:
    """拟澄清告知书."""
    plan = case.plan or NO_PLAN
    return ClarificationOpinionAsked(
        standing=case.standing(), whom=case.concerned.name, said=_lines(said_of(plan, case.allegations)),
        modes=_modes(plan), audiences=(*audience_words(plan), *others_words(plan)),
        appeal_until=case.opinion_told, at=occasion.now)


def approved(case: Written, note: str, occasion: Occasion) -> ClarificationApproved:
    """澄清审批表."""
    plan, known = case.plan or NO_PLAN, occasion.pack.clarification.grounds
    return ClarificationApproved(
        standing=case.standing(), report_id=case.report_id, whom=case.concerned.name,
        unit=case.concerned.unit, post=case.concerned.post, source_number=case.report_number,
        effects=case.effects, opinion=opinion_words(case.opinion), recommendation=case.recommendation,
        review_opinion=case.review_opinion, approved_by_name=occasion.actor.name, note=note,
        false_accusation="同时报请认定" if case.with_false_accusation else "",
        said=_lines(said_of(plan, case.allegations)),
        grounds=tuple(known[code].name for code in case.grounds if code in known),
        modes=_modes(plan), audiences=(*audience_words(plan), *others_words(plan)), at=occasion.now)


def written(case: Written, occasion: Occasion) -> ClarificationWritten:
    """澄清函."""
    plan = case.plan or NO_PLAN
    return ClarificationWritten(
        standing=case.standing(), head=plan.head, whom=case.concerned.name,
        said=_lines(said_of(plan, case.allegations)), audiences=audience_words(plan), at=occasion.now)


def carried_out(case: Written, occasion: Occasion) -> ClarificationCarriedOut:
    """实施记录."""
    return ClarificationCarriedOut(
        standing=case.standing(), report_id=case.report_id, whom=case.concerned.name,
        acts=_lines(map(_act, case.acts)),
        dropped=_lines(f"{MODES[mode]}未实施：{why}" for mode, why in case.dropped.items()),
        persons_words=_lines(f"{MODES[each.mode]}：{each.persons_words}" for each in case.acts
                             if each.persons_words),
        reach=sum(each.reach for each in case.acts), at=occasion.now)


def archived(case: Written, occasion: Occasion) -> ClarificationArchived:
    """澄清归档单, which the person keeps."""
    plan = case.plan or NO_PLAN
    return ClarificationArchived(
        standing=case.standing(), report_id=case.report_id, concerned=case.concerned,
        archive_number=case.archive_number, personnel_body=case.personnel_body,
        integrity_file=case.integrity_file, whom=case.concerned.name,
        said=_lines(said_of(plan, case.allegations)), modes=tuple(MODES[each.mode] for each in case.acts),
        filed="已存入廉政档案" if case.integrity_file else "", at=occasion.now)


def copied(case: Written, occasion: Occasion) -> ClarificationCopied:
    """函告组织人事部门."""
    plan, concerned = case.plan or NO_PLAN, case.concerned
    return ClarificationCopied(
        standing=case.standing(), personnel_body=case.personnel_body, whom=concerned.name,
        unit=concerned.unit, post=concerned.post, said=_lines(said_of(plan, case.allegations)),
        at=occasion.now)


def refused(case: Written, item: Item, occasion: Occasion) -> ClarificationRefused:
    """不予澄清告知书."""
    return ClarificationRefused(
        standing=case.standing(), report_id=case.report_id, whom=case.concerned.name, ground_code=item.code,
        ground=item.name, reasons=case.reasons, refused_by_name=occasion.actor.name,
        appeal_until=case.object_told, at=occasion.now)


def _lines(parts: Iterable[str]) -> str:
    """Each is a paragraph of the letter."""
    return "\n".join(parts)


def _modes(plan: Plan) -> tuple[str, ...]:
    return tuple(MODES[each.mode] for each in plan.audiences)


def _act(act: ClearingAct) -> str:
    when: datetime = act.at.astimezone(ZONE)
    return (f"{MODES[act.mode]}：{when:%Y-%m-%d %H:%M}，{act.place}，{act.host}主持，{act.audience}，"
            f"{act.reach}人，宣读文本SHA-256 {act.digest}")
