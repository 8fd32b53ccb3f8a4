"""What a proposal tells, as its letters and notices need it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.followup import (
    ProposalDelivered,
    ProposalEvaluation,
    ProposalKind,
    ProposalMark,
    ProposalReminded,
    ProposalState,
    RectificationEvaluated,
)
from rongcuo.policy.limit import Limit, LimitUnit
from services.followup.domain.proposal.facts import Facts

KINDS: Final[Mapping[ProposalKind, str]] = {
    ProposalKind.DISCIPLINE: "纪律检查建议", ProposalKind.SUPERVISION: "监察建议",
    ProposalKind.JOINT: "纪检监察建议"}
MARKS: Final[Mapping[ProposalMark, str]] = {
    ProposalMark.PASSED: "合格", ProposalMark.BASIC: "基本合格", ProposalMark.FAILED: "不合格"}
AWAITED: Final[Mapping[ProposalState, str]] = {
    ProposalState.DELIVERED: "签收认领", ProposalState.ACKNOWLEDGED: "报送整改方案",
    ProposalState.PLANNED: "回复整改情况", ProposalState.RETURNED: "重新整改并回复"}
UNITS: Final[Mapping[LimitUnit, str]] = {
    LimitUnit.WORKDAYS: "个工作日", LimitUnit.DAYS: "日", LimitUnit.MONTHS: "个月"}


def delivered(proposal: Facts, occasion: Occasion) -> ProposalDelivered:
    """The letter itself."""
    said, rule = proposal.content, occasion.pack.proposals
    until = occasion.due(proposal.reply_clock).date if proposal.reply_clock else occasion.now.date()
    return ProposalDelivered(
        standing=proposal.standing(), proposal_kind=said.kind, problem_id=said.problem_id,
        kind_words=KINDS[said.kind], addressee=proposal.unit_now, found_by=said.found_by,
        problems=said.problems, causes=said.causes, suggestions=numbered(said.suggestions),
        copied_to=said.copied_to, acknowledge_words=limit_words(rule.acknowledged_within),
        plan_words=limit_words(rule.planned_within), appeal_until=until,
        approved_by_name=proposal.approver.name if proposal.approver else "", at=occasion.now)


def reminded(proposal: Facts, words: str, by_name: str, until: date, occasion: Occasion) -> ProposalReminded:
    """催办函."""
    return ProposalReminded(
        standing=proposal.standing(), addressee=proposal.unit_now, kind_words=KINDS[proposal.content.kind],
        awaited=AWAITED[proposal.state], words=words, by_name=by_name, appeal_until=until, at=occasion.now)


def evaluated(proposal: Facts, found: ProposalEvaluation, occasion: Occasion) -> RectificationEvaluated:
    """整改评估意见书."""
    aspects = occasion.pack.proposals.aspects
    marks = numbered(tuple(f"{aspects[each.aspect.value].name}：{MARKS[each.mark]}。{each.reason}"
                           for each in found.marks))
    return RectificationEvaluated(
        standing=proposal.standing(), mark=found.mark, addressee=proposal.unit_now,
        kind_words=KINDS[proposal.content.kind], marks_words=marks, mark_words=MARKS[found.mark],
        words=found.words, evaluated_by_name=found.by, at=occasion.now)


def numbered(texts: tuple[str, ...]) -> str:
    """One to a line."""
    return "\n".join(f"{place}．{each}" for place, each in enumerate(texts, start=1))


def limit_words(limit: Limit) -> str:
    """As letters write it: 3个工作日."""
    return f"{limit.amount}{UNITS[limit.unit]}"
