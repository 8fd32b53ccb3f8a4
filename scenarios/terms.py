"""What a decision says beside its outcome."""

from datetime import datetime, timedelta

from scenarios.determination_facts import DeterminationFacts
from scenarios.platform import Answer

PUT_RIGHT_WITHIN = timedelta(days=60)


def terms_of(facts: DeterminationFacts, case: Answer, at: datetime, outcome: str = "") -> Answer:
    """Reasons that cite what was really assessed; whoever is not simply exempt puts right what is wrong."""
    outcome = outcome or facts.outcome
    tolerated = outcome != "denied"
    terms: Answer = {"reasons": _reasons(facts, outcome),
                     "discipline_form": facts.form, "measure": facts.measure,
                     "cited": sorted({each["criteria_set"] for each in case["assessments"]}),
                     "effects": "不影响年度考核、评先评优和提拔任用。(示例)" if tolerated else ""}
    if outcome in {"lighten", "mitigate"}:
        due_on = (at + PUT_RIGHT_WITHIN).date().isoformat()
        terms["rectification"] = {"what": "限期补办手续、完善制度。(示例)", "due_on": due_on}
    return terms


def _reasons(facts: DeterminationFacts, outcome: str) -> str:
    if outcome == "denied" and facts.hit:
        return f"负面清单情形成立({facts.hit}),不予容错。(示例)"
    if outcome == "denied":
        return "评估认为不符合容错条件。(示例)"
    return f"评估认为动机为公、程序有据、无私利,{'、'.join(facts.evidence)[:500]}。(示例)"
