"""What must hold of determinations at the end, and of the letters about them."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from scenarios.determination_facts import ASSESSED
from scenarios.moments import local_day
from scenarios.outcomes import (
    CHANGED,
    NO_MAJORITY,
    NONE,
    UPHELD,
    appeal_code,
    form_code,
    is_refusal,
    outcome_code,
    speaks_of_before_appeal,
)
from scenarios.platform import Answer
from scenarios.stage import Seen, Stage
from scenarios.wording import listed, number_of

Check = Callable[[Stage, Seen, Any], bool]


def subjects(seen: Seen) -> list[Seen]:
    """Those of a scenario and its cases that came to a determination."""
    return [each for each in seen.all if each.determination]


def _every(seen: Seen, holds: Callable[[Seen], bool]) -> bool:
    """Whether something holds of every determination of the scenario, and there is one."""
    found = subjects(seen)
    return bool(found) and all(holds(each) for each in found)


def _determination(_: Stage, seen: Seen, expected: Any) -> bool:
    """What holds at the end; where the scenario says that an appeal changes it, what was decided before."""
    if expected in NONE:
        return not subjects(seen) and any(each.clue_number for each in seen.all)
    before = speaks_of_before_appeal(seen.scenario)
    return _every(seen, lambda each: ended_in(each, before) == outcome_code(expected))


def ended_in(seen: Seen, first: bool = False) -> str:
    """How a determination ended, by the decision that holds or the first one; else where it stands."""
    decision = seen.decisions[0] if first and seen.decisions else seen.decision
    undecided = any(item.get("result") == NO_MAJORITY for item in seen.meeting.get("items", ()))
    return str(decision.get("outcome") or (NO_MAJORITY if undecided else seen.determination["state"]))


def _appeal(_: Stage, seen: Seen, expected: Any) -> bool:
    """`upheld`, `changed`, the outcome that holds now, or that the platform refused the appeal."""
    if is_refusal(expected):
        return _every(seen, lambda each: each.appeal_refused_with in _codes(each, expected))
    code = appeal_code(expected)
    return _every(seen, lambda each: code in appeal_ends(each))


def appeal_ends(seen: Seen) -> tuple[str, ...]:
    """What may be said of the appeal that was decided last: upheld or changed, and what then holds."""
    decided = [appeal for appeal in seen.determination["appeals"] if appeal["state"] == "decided"]
    return (UPHELD if decided[-1]["upheld"] else CHANGED, ended_in(seen)) if decided else ()


def _codes(seen: Seen, expected: Any) -> set[str]:
    """The codes that answer to an expected refusal: the very one, or whichever there was."""
    return {str(expected)} if str(expected) != "refused" else {seen.appeal_refused_with} - {""}


def _shield(_: Stage, seen: Seen, expected: Any) -> bool:
    """`matched`: a filing is linked that covers the act. `filed_before_act`: by its date, also if it does
    not. What was judged beside the report says the same."""
    told = _of_shield(expected)
    found = [shield_of(seen, each) for each in seen.all if each.determination or each.report]
    agreed = all(covers(each) is told.get("matched", covers(each)) for each in seen.all if each.report)
    return bool(found) and agreed and all(each[key] == said and type(each[key]) is type(said)
                                          for each in found for key, said in told.items() if key in each)


def shield_of(seen: Seen, each: Seen) -> dict[str, Any]:
    """Whether a filing is linked, and whether there was one before the act; of a report alone, as it was
    judged there."""
    verdicts = [match["verdict"] for match in each.report.get("matches", ())]
    matched = bool(each.determination["filings"]) if each.determination else covers(each)
    judged = {"verdict": verdicts[0] if verdicts else "none"} if each.report else {}
    return {"matched": matched, "filed_before_act": _filed_before(seen, each), **judged}


def covers(each: Seen) -> bool:
    """Whether a filing was judged to cover what is reported."""
    return any(match["verdict"] == "covers" for match in each.report.get("matches", ()))


def _of_shield(expected: Any) -> Mapping[str, Any]:
    """Its parts; in one word, whether a filing matched."""
    return expected if isinstance(expected, Mapping) else {"matched": expected}


def _filed_before(seen: Seen, each: Seen) -> bool:
    linked = each.determination.get("filings")
    told = str(linked[0]["filed_at"] if linked else (each.receipt or seen.receipt).get("submitted_at", ""))
    since = (each.determination["act"]["since"] if each.determination
             else each.report["allegations"][0]["act_from"])
    return bool(told) and local_day(told) < since


def proved(seen: Seen) -> list[str]:
    """Items of the negative list that apply by the evidence."""
    return [each["item"] for each in seen.determination["negative_findings"] if each["answer"] == "hit"]


def hits_of(seen: Seen) -> list[str]:
    """Items of the negative list that apply: by the evidence, or by the meeting's vote."""
    voted = [item["negative_item"] for item in seen.meeting.get("items", ()) if item["result"] == "applies"]
    return [*proved(seen), *voted]


def _negative_hit(_: Stage, seen: Seen, expected: Any) -> bool:
    """yes, no, or the very item; the list must have been gone through."""
    if not subjects(seen) and (seen.refused_with or seen.filing):  # a filing alone: what it answered
        return (seen.refused_with == "filing.negative_list") is expected
    def holds(each: Seen) -> bool:
        said = expected in hits_of(each) if isinstance(expected, str) else bool(hits_of(each)) is expected
        return said and gone_through(each)
    return _every(seen, holds)


def gone_through(seen: Seen) -> bool:
    """Whether the negative list was answered."""
    return bool(seen.determination["negative_findings"])


def _stopped_before_meeting(_: Stage, seen: Seen, expected: Any) -> bool:
    hit = [each for each in subjects(seen) if proved(each)]
    return bool(hit) and all(stopped(each) is expected for each in hit)


def stopped(seen: Seen) -> bool:
    """Whether it was denied for the negative list, and no meeting was held."""
    held, decision = seen.determination["meeting_ids"], seen.decision
    return not held and decision.get("outcome") == "denied" and decision.get("basis") == "negative_list"


def _letters(_: Stage, seen: Seen, expected: Any) -> bool:
    """Every kind that is named was issued, as often as it is named."""
    counted = expected.items() if isinstance(expected, Mapping) else ()
    wanted = Counter({kind: number_of(kind, count) for kind, count in counted} or listed(expected))
    return bool(wanted) and wanted <= issued_of(seen)


def issued_of(seen: Seen) -> Counter[str]:
    """How many letters of each kind were issued."""
    return Counter(letter["kind"] for each in seen.all for letter in letters_of(each))


def letters_of(seen: Seen) -> list[Answer]:
    """Letters as the place's lead sees them."""
    if seen.place is None:
        return []
    matters = (seen.receipt.get("filing_id"), seen.determination.get("case_id"),
               seen.meeting.get("meeting_id"), seen.clearing.get("case_id"))
    return [letter for matter in matters if matter
            for letter in seen.place.lead.get("/letters", matter_id=matter)["letters"]]


def _answered_at_disposal(_: Stage, seen: Seen, expected: Any) -> bool:
    """At every disposal of its clue, with reasons."""
    asked = [each for each in seen.all if each.clue_number and each.place]
    disposals = [disposal for each in asked if each.place for disposal in each.place.lead.get(
        "/clue-disposals", clue_number=each.clue_number)["disposals"]]
    return (bool(disposals) and all(each["reasons"].strip() for each in disposals)) is expected


def _form(_: Stage, seen: Seen, expected: Any) -> bool:
    form = form_code(expected)
    return _every(seen, lambda each: form_of(each) == form)


def form_of(seen: Seen) -> int:
    """The form of discipline that the decision names."""
    return int(seen.decision.get("terms", {}).get("discipline_form", 0))


def assessors_of(seen: Seen, criteria_set: str) -> int:
    """How many assessed it by a set of criteria."""
    assessments = seen.determination["assessments"]
    return len({each["assessor_id"] for each in assessments if each["criteria_set"] == criteria_set})


def _quorum(_: Stage, seen: Seen, expected: Any) -> bool:
    """Whether enough came to the first roll of every meeting."""
    met = [each for each in subjects(seen) if each.meeting]
    return bool(met) and all((not each.roll_refused_with) is expected for each in met)


def _recused(_: Stage, seen: Seen, expected: Any) -> bool:
    """How many members took no part in the case."""
    return _every(seen, lambda each: recused_of(each) == number_of("recused_members", expected))


def recused_of(seen: Seen) -> int:
    """How many members of its meeting are recused from it."""
    return sum(seen.determination["case_id"] in member["recused_from"]
               for member in seen.meeting.get("members", ()))


def _extended(_: Stage, seen: Seen, expected: Any) -> bool:
    return _every(seen, lambda each: extended(each) is expected)


def extended(seen: Seen) -> bool:
    """Whether its verification was extended."""
    return any(entry["what"] == "extend" for entry in seen.determination["history"])


def check_of(key: str) -> Check | None:
    """The check of a key that names a set of criteria."""
    if not key.endswith(ASSESSED):
        return None
    name = key.removesuffix(ASSESSED)
    return lambda _, seen, expected: _every(
        seen, lambda each: assessors_of(each, name) >= number_of(key, expected))


CHECKS: Mapping[str, Check] = {
    "determination": _determination,
    "appeal": _appeal,
    "appeal_outcome": _appeal,
    "shield": _shield,
    "negative_list_hit": _negative_hit,
    "negative_hit_stops_before_meeting": _stopped_before_meeting,
    "letters": _letters,
    "tolerance_question_answered_at_disposal": _answered_at_disposal,
    "form_of_discipline": _form,
    **dict.fromkeys(("quorum_met", "quorum"), _quorum),
    **dict.fromkeys(("recused_members", "members_recused"), _recused),
    **dict.fromkeys(("verification_extended", "extended"), _extended),
}
SHIELD = {"matched", "filed_before_act", "verdict"}
WHOLE: Mapping[str, Callable[[Any], bool]] = {"shield": lambda expected: set(_of_shield(expected)) <= SHIELD}
