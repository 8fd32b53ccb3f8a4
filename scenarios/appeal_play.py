"""An appeal by the subject: lodged, given to a panel that had no part in the first decision, decided."""

from datetime import datetime

from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts
from scenarios.platform import Answer
from scenarios.stage import Seen, Stage
from scenarios.stopping import PANEL
from scenarios.terms import terms_of


def appealed(stage: Stage, seen: Seen, facts: DeterminationFacts, rules: Rules, at: datetime) -> None:
    """The whole appeal. What the panel decides is what the scenario says holds in the end."""
    place, case = stage.people.at(facts.organ_id, facts.unit), seen.determination
    deputy = stage.people.deputy(facts.organ_id)
    deputy.come()   # in post before anybody looks for who may name the panel
    grounds = {"grounds": "请求复核认定结论。(示例)"}
    lodged = place.filer.post(f"/determinations/{case['case_id']}/appeals", grounds,
                              stage.key(facts.key, "appeal"))
    if facts.stop_before == PANEL:
        return
    path = f"/appeals/{lodged['appeal_id']}"
    rule = rules.pack(facts.organ_id[:6], at.date()).appeal
    members = stage.people.panel(facts.organ_id, rule.panel_at_least)
    named = {"officer_ids": [member.officer_id for member in members]}
    deputy.post(f"{path}/panel", named, stage.key(facts.key, "appeal.panel"))
    decision = {"outcome": facts.appeal_outcome, "terms": _found(facts, case, rules, at)}
    first, *others = members
    [said] = first.post(f"{path}/decision", decision, stage.key(facts.key, "appeal.decision"))["opinions"]
    signed = {"officer_id": first.officer_id, "digest": said["digest"]}
    for colleague in others[:len(members) // 2]:     # until more than half of them say so
        colleague.post(f"{path}/signatures", signed, stage.key(facts.key, f"appeal.{colleague.officer_id}"))


def _found(facts: DeterminationFacts, case: Answer, rules: Rules, at: datetime) -> Answer:
    """Where the panel upholds, it says why, and nothing else. Otherwise it orders nothing that was not
    ordered, and says what it means for the person in the pack's own words: others would have to be weighed.
    """
    terms = terms_of(facts, case, at, facts.appeal_outcome)
    if facts.appeal_outcome == facts.outcome:
        return {"reasons": terms["reasons"]}
    current = next(each for each in case["decisions"] if each["standing"] == "current")
    ordered = current["terms"]["rectification"]
    pack = rules.pack(facts.organ_id[:6], at.date())
    good = "；".join(item.text or item.name for item in pack.effects.values()) if terms["effects"] else ""
    return {name: value for name, value in {**terms, "effects": good}.items()
            if name != "rectification" or ordered}
