"""The recount of reports, in clarify's and the vault's own databases: each that was acknowledged is there
once, with its reporter, what they wrote and what they were told."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, Protocol

from tests.chaos.books import Books
from tests.chaos.journeys import Journey
from tests.chaos.report_journeys import ReportJourney

HISTORY = {"report": "register", "assign-report": "assign", "accept-report": "accept",
           "refuse-report": "refuse"}
DISPOSALS = frozenset({"inquire", "verify", "hold", "settle"})
TOLD = {"not_accepted": "not_accepted", "handling": "being_handled"}
MARK = "〔举报人〕"


class Counted(Protocol):
    """A tally, as far as reports go into it."""

    acknowledged: int
    lost: list[str]
    duplicated: list[str]
    recovered: list[str]
    unexpected: list[str]


def count_reports(books: Books, journeys: Iterable[ReportJourney], tally: Counted) -> None:
    """One journey after another, then what is there besides."""
    reports: dict[str, list[tuple[str, str, Any]]] = defaultdict(list)
    for reporter_ref, state, content in books.rows(
            "clarify", "SELECT reporter_ref, state, content FROM clarify_report"):
        kept = read(content)
        reports[kept["allegations"][0]["person"]["name"]].append((reporter_ref, state, kept))
    reporters = {reporter_ref: read(content) for reporter_ref, content in books.rows(
        "vault", "SELECT id, content FROM vault_reporter")}
    parts = Counter(row[0] for row in books.rows("vault", "SELECT reporter_ref FROM vault_sealed_part"))
    for journey in journeys:
        tally.acknowledged += len(journey.acknowledged)
        tally.duplicated += [f"{journey.title}: {told}" for told in journey.contradictions]
        found = reports.pop(journey.title, [])
        if len(found) > 1:
            tally.duplicated.append(f"{journey.title}: {len(found)} reports")
        if not found:
            tally.lost += [f"{journey.title}: {step}" for step in journey.acknowledged]
            continue
        reporter_ref, state, content = found[0]
        _count_steps(journey, state, content, tally)
        _count_reporter(journey, reporters.pop(reporter_ref, None), parts[reporter_ref], content, tally)
    tally.unexpected += [f"a report of {name}" for name in reports]
    tally.recovered += [f"a reporter without a report: {one}" for one in reporters]


def _count_steps(journey: ReportJourney, state: str, content: Any, tally: Counted) -> None:
    done = Counter(entry["what"] for entry in content["history"])
    done["dispose"] = sum(done[each] for each in DISPOSALS)
    for step in journey.steps:
        if step != "write":
            count_step(journey, step, done[HISTORY.get(step, "dispose")], tally)
    if journey.finished and state != journey.state:
        tally.lost.append(f"{journey.title}: ended as {state}, not {journey.state}")


def _count_reporter(journey: ReportJourney, kept: Any, parts: int, content: Any, tally: Counted) -> None:
    if kept is None:
        tally.lost.append(f"{journey.title}: its reporter")
        return
    if parts != len(kept["parts"]) or MARK not in content["allegations"][0]["text"]:
        tally.lost.append(f"{journey.title}: {parts} sealed parts of {len(kept['parts'])}")
    count_step(journey, "write", len(kept["messages"]), tally)
    if bool(kept["messages"]) != bool(content.get("wrote_at")):
        tally.lost.append(f"{journey.title}: that its reporter wrote")
    told = Counter(each["status"] for each in kept["told"] if each["said"] or each["words"])
    tally.duplicated += [f"{journey.title}: told {status} {times} times"
                         for status, times in told.items() if times > 1]
    if journey.finished and kept["told"][-1]["status"] != TOLD[journey.state]:
        tally.lost.append(f"{journey.title}: told {dict(told)}")


def count_step(journey: Journey, step: str, times: int, tally: Counted) -> None:
    if times > 1:
        tally.duplicated.append(f"{journey.title}: {step} {times} times")
    if step in journey.acknowledged and times == 0:
        tally.lost.append(f"{journey.title}: {step}")
    if times and step not in journey.acknowledged:
        kind = tally.recovered if step in journey.steps else tally.unexpected
        kind.append(f"{journey.title}: {step}")


def read(told: Any) -> Any:
    return json.loads(told) if isinstance(told, str) else told
