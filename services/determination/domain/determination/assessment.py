"""Assessments: several people answer the same questions, each by themselves.

Nobody answers, or answers anew, who could have read a colleague's answers of the same round.
"""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Assessment, Criterion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.readers import Reader
from services.determination.domain.determination.facts import Facts, require_evidence
from services.determination.domain.determination.verbs import SETTLED, Verb

ROUND_BEGINS = frozenset[str]({Verb.RETURN, Verb.REVOKE})


def assess(case: Facts, criteria_set: str, answers: tuple[Criterion, ...], occasion: Occasion) -> None:
    """One assessor's answers to a whole set. Others' answers make one's own final: until then they take
    the place of those given before, and so they do in a new round."""
    case.require(Verb.ASSESS, occasion)
    _require_whole(case, criteria_set, answers)
    actor = occasion.actor
    own = Assessment(criteria_set=criteria_set, assessor_id=actor.officer_id, assessor_name=actor.name,
                     answers=answers, at=occasion.now)
    if _final(case, criteria_set, actor.officer_id):
        raise CaseError("determination.assessment_final", details={"criteria_set": criteria_set})
    others = (each for each in case.assessments
              if (each.criteria_set, each.assessor_id) != (criteria_set, actor.officer_id))
    case.assessments = (*others, own)
    case.step(Verb.ASSESS, occasion, criteria_set)


def seen_by(case: Facts, officer_id: str) -> tuple[Assessment, ...]:
    """One's own, and colleagues' answers to the sets that one has answered in this round, or in which
    they have not; all, once a meeting is to vote and nobody assesses any more."""
    if case.state in SETTLED or case.resolved or came_before_meeting(case):
        return case.assessments
    mine = {each.criteria_set: each for each in case.assessments if each.assessor_id == officer_id}
    return tuple(each for each in case.assessments if each.criteria_set in mine and (
        _of_this_round(case, mine[each.criteria_set]) or not _of_this_round(case, each)))


def answerable(case: Facts, officer_id: str) -> tuple[str, ...]:
    """The sets that they may answer, or answer anew."""
    return tuple(name for name in case.yardstick.criteria if not _final(case, name, officer_id))


def assessed(case: Facts) -> frozenset[str]:
    """The sets of criteria that somebody has answered."""
    return frozenset(each.criteria_set for each in case.assessments)


def counted(case: Facts) -> dict[str, int]:
    """How many assessors each set has for which the pack asks. Assessments of officers who have been recused
    since do not count."""
    counting = [each.criteria_set for each in case.assessments if each.assessor_id not in case.recused]
    return {name: counting.count(name) for name in case.yardstick.wanted}


def unassessed(case: Facts) -> dict[str, int]:
    """The sets for which assessors are missing, with how many the pack asks for."""
    known = counted(case)
    return {name: wanted for name, wanted in case.yardstick.wanted.items() if known[name] < wanted}


def came_before_meeting(case: Facts) -> bool:
    """In this round, whatever has become of the meeting: its members have read everything."""
    return any(entry.what == "put_on_agenda" for entry in _round(case))


def _round(case: Facts) -> tuple[HistoryEntry, ...]:
    """What happened since verification was last opened anew, by a return or a revocation."""
    begun = [place for place, entry in enumerate(case.history) if entry.what in ROUND_BEGINS]
    return case.history[begun[-1]:] if begun else case.history


def _of_this_round(case: Facts, assessment: Assessment) -> bool:
    return assessment.at >= _round(case)[0].at


def _final(case: Facts, criteria_set: str, officer_id: str) -> bool:
    answered = {each.assessor_id for each in case.assessments
                if each.criteria_set == criteria_set and _of_this_round(case, each)}
    return officer_id in answered and len(answered) > 1


def _require_whole(case: Facts, criteria_set: str, answers: tuple[Criterion, ...]) -> None:
    """Every criterion of the set once, each with its reason."""
    if criteria_set not in case.yardstick.criteria:
        raise CaseError("determination.unknown_criteria_set",
                        details={"known": list(case.yardstick.criteria)})
    asked, answered = set(case.yardstick.criteria[criteria_set]), {each.criterion for each in answers}
    if asked != answered or len(answers) != len(answered):
        raise CaseError("determination.assessment_incomplete", details={
            "missing": sorted(asked - answered), "unknown": sorted(answered - asked)})
    for answer in answers:
        given(answer.reason, Reader.INSIDE)
        require_evidence(case, answer.evidence)
