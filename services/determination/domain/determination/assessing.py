"""Assessments: several people answer the same questions, each by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Assessment, Criterion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.determination.domain.determination.deciding import Decided
from services.determination.domain.determination.moves import SETTLED, Verb


@dataclass(kw_only=True)
class Assessed(Decided):
    """Nobody answers, or answers anew, who could have read a colleague's answers of the same round."""

    def assess(self, criteria_set: str, answers: tuple[Criterion, ...], occasion: Occasion) -> None:
        """One assessor's answers to a whole set. Others' answers make one's own final: until then they take
        the place of those given before, and so they do in a new round."""
        self.require(Verb.ASSESS, occasion)
        self._require_whole(criteria_set, {answer.criterion: answer for answer in answers}, len(answers))
        actor = occasion.actor
        own = Assessment(criteria_set=criteria_set, assessor_id=actor.officer_id, assessor_name=actor.name,
                         answers=answers, at=occasion.now)
        if self._final(criteria_set, actor.officer_id):
            raise CaseError("determination.assessment_final", details={"criteria_set": criteria_set})
        others = (each for each in self.assessments
                  if (each.criteria_set, each.assessor_id) != (criteria_set, actor.officer_id))
        self.assessments = (*others, own)
        self._done(Verb.ASSESS, occasion, criteria_set)

    def seen_by(self, officer_id: str) -> tuple[Assessment, ...]:
        """One's own, and colleagues' answers to the sets that one has answered in this round, or in which
        they have not; all, once a meeting is to vote and nobody assesses any more."""
        if self.state in SETTLED or self.resolved or self.came_before_meeting:
            return self.assessments
        mine = {each.criteria_set: each for each in self.assessments if each.assessor_id == officer_id}
        return tuple(each for each in self.assessments if each.criteria_set in mine and (
            self.of_this_round(mine[each.criteria_set]) or not self.of_this_round(each)))

    def answerable(self, officer_id: str) -> tuple[str, ...]:
        """The sets that they may answer, or answer anew."""
        return tuple(name for name in self.yardstick.criteria if not self._final(name, officer_id))

    def _final(self, criteria_set: str, officer_id: str) -> bool:
        answered = {each.assessor_id for each in self.assessments
                    if each.criteria_set == criteria_set and self.of_this_round(each)}
        return officer_id in answered and len(answered) > 1

    def _done(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        """Noted inside, told without its content."""
        self._turn(verb, occasion, note)
        self._tell(verb, occasion)

    def _require_evidence(self, evidence_ids: tuple[str, ...]) -> None:
        if unknown := set(evidence_ids) - {item.evidence_id for item in self.evidence}:
            raise CaseError("determination.unknown_evidence", details={"evidence": sorted(unknown)})

    def _require_whole(self, criteria_set: str, answers: Mapping[str, Criterion], count: int) -> None:
        """Every criterion of the set once, each with its reason."""
        if criteria_set not in self.yardstick.criteria:
            raise CaseError("determination.unknown_criteria_set",
                            details={"known": list(self.yardstick.criteria)})
        asked = set(self.yardstick.criteria[criteria_set])
        if asked != answers.keys() or count != len(answers):
            raise CaseError("determination.assessment_incomplete", details={
                "missing": sorted(asked - answers.keys()), "unknown": sorted(answers.keys() - asked)})
        for answer in answers.values():
            given(answer.reason, Reader.INSIDE)
            self._require_evidence(answer.evidence)
