"""报备比对: the filings that may be about the same matter as an allegation, with what was found of each."""

from typing import Any

from rongcuo.contracts.clarify import operations
from services.clarify.pages.words import FAULTS, LIKENESS, OUTSIDE, VERDICTS
from services.gateway.console.page.backend import Answer, ask

BETWEEN = ":"       # of allegation and filing in a form; no id begins with it


def pairs_of(report: Answer) -> list[Answer]:
    """Each candidate with its allegation's number, the most likely first."""
    found: list[Answer] = ask(operations.CANDIDATES, report_id=report["report_id"])["candidates"]
    return [{**each, "pair": f"{each['allegation']}{BETWEEN}{each['filing_id']}"} for each in found]


def pair_of(chosen: str) -> tuple[str, str]:
    """The number of the allegation, and the filing."""
    number, _, filing_id = chosen.partition(BETWEEN)
    return number, filing_id


def match_tab(report: Answer) -> dict[str, Any]:
    """The candidates of each allegation beside what was judged of them; judged ones that are no candidates
    any more stay."""
    candidates = pairs_of(report)
    judged = {(each["allegation"], each["filing_id"]): each for each in report["matches"]}
    rows = []
    for number, allegation in enumerate(report["allegations"], start=1):
        beside = [{**each, "match": judged.get((number, each["filing_id"]))} for each in candidates
                  if each["allegation"] == number]
        shown = {each["filing_id"] for each in beside}
        left = [each for each in report["matches"] if each["allegation"] == number
                and each["filing_id"] not in shown]
        rows.append({"allegation": allegation, "candidates": beside, "left": left})
    return {"rows": rows, "likeness": LIKENESS, "verdicts": VERDICTS, "outsides": OUTSIDE,
            "faults": FAULTS}
