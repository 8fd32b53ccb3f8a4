"""Independent assessments of a case, by the sets of criteria of the place."""

from collections.abc import Sequence
from datetime import date

from rongcuo.policy.pack import Pack
from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts
from scenarios.platform import Answer, Person
from scenarios.stage import Seen, Stage


def assessed(stage: Stage, seen: Seen, facts: DeterminationFacts, assessors: Sequence[Person], rules: Rules,
             evidence: list[str]) -> None:
    """Every set by as many assessors as the pack or the scenario asks for, one after the other."""
    case = seen.determination
    pack = rules.pack(facts.organ_id[:6], date.fromisoformat(facts.act["since"]))
    for name, count in _wanted(facts, case, pack).items():
        answers = [_answer(criterion.code, facts, evidence) for criterion in pack.criteria_sets[name]]
        for number, person in enumerate(assessors[:count], 1):
            seen.determination = person.post(f"/determinations/{case['case_id']}/assessments",
                                             {"criteria_set": name, "answers": answers},
                                             stage.key(facts.key, f"assess.{name}.{number}"))


def _wanted(facts: DeterminationFacts, case: Answer, pack: Pack) -> dict[str, int]:
    """How many, by set. Older packs ask for none; a decision cites an assessment all the same."""
    told = {**facts.assessors, **case["assessors_wanted"]}
    return {name: max(least, facts.assessors.get(name, 0)) for name, least in told.items()} or {
        next(iter(pack.criteria_sets)): 1}


def _answer(criterion: str, facts: DeterminationFacts, evidence: list[str]) -> Answer:
    tolerated = facts.outcome != "denied"
    reason = "证据支持容错。(示例)" if tolerated else "证据不支持容错。(示例)"
    return {"criterion": criterion, "leaning": "tolerate" if tolerated else "against", "reason": reason,
            "evidence": evidence[:5]}
