"""The filing beside a report (报备覆盖): found among the candidates, judged, and checked in review."""

from collections.abc import Callable, Mapping

from scenarios.platform import Answer, Refused, awaited
from scenarios.report_facts import ReportFacts
from scenarios.stage import Seen, Stage

COVERS = "covers"
# What the dates say, where the platform refuses that a filing covers an act.
BY_DATES: Mapping[str, Answer] = {
    "clarify.filed_after_act": {"verdict": "filed_after_act"},
    "clarify.not_valid_then": {"verdict": "expired"},
    "clarify.outside_period": {"verdict": "outside", "outside": ["period"]}}
VERDICTS = {COVERS: "报备覆盖", "filed_after_act": "报备晚于行为,不覆盖",
            "expired": "行为时报备已失效,不覆盖", "outside": "超出报备的期限",
            "exceeded": "超出所报备的范围实施,不覆盖"}
KNOWN_WITHIN = 60.0     # seconds until an accepted filing is known beside reports
Key = Callable[[str], str]


def judged(stage: Stage, seen: Seen, facts: ReportFacts, filed: Seen, path: str, key: Key) -> str:
    """What the filing is to the report, by its dates or as the facts say, with its check in review."""
    reviewer, filing_id = stage.people.at(facts.organ_id, facts.unit).reviewer, filed.receipt.get("filing_id")

    def look() -> Answer | None:
        found = reviewer.get(f"{path}/candidates")["candidates"]
        return next((each for each in found if each["filing_id"] == filing_id), None)

    if filed.filing.get("state") not in ("accepted", "expired"):
        return "没有已受理的报备"
    candidate = awaited(look, "可能相关的报备", KNOWN_WITHIN)
    about = {"allegation": 1, "filing_id": filing_id, "reasons": "同一事项,比对了人、单位和行为日期。(示例)"}
    verdict: Answer = {"verdict": "exceeded" if facts.exceeded else COVERS}
    try:
        reviewer.post(f"{path}/judge-match", {**about, **verdict}, key("judge"))
    except Refused as refusal:
        if refusal.code not in BY_DATES:
            raise
        verdict = BY_DATES[refusal.code]
        reviewer.post(f"{path}/judge-match", {**about, **verdict}, key("judge.by_dates"))
    _check(stage, seen, facts, candidate, key)
    return VERDICTS[verdict["verdict"]]


def _check(stage: Stage, seen: Seen, facts: ReportFacts, candidate: Answer, key: Key) -> None:
    """Opened by itself, in the organ of the filing; what it finds stands beside the match."""
    place = stage.people.at(facts.organ_id, facts.unit)

    def look() -> Answer | None:
        lines = (line for tab in ("organ", "closed") for line in place.lead.get(
            "/filing-checks", tab=tab, limit=200)["lines"])
        return next((line for line in lines if line["filing_number"] == candidate["filing_number"]), None)

    path = f"/filing-checks/{awaited(look, '报备核查')['check_id']}"
    checker = place.second_reviewer
    checker.post(f"{path}/assign", {"officer_id": checker.officer_id}, key("check.assign"))
    faults = ["otherwise"] if facts.exceeded else []
    checker.post(f"{path}/conclude", {"faults": faults, "words": "已与报备材料逐项核对。(示例)"},
                 key("check.conclude"))
    seen.filing_check = checker.get(path)
