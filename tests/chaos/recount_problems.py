"""The recount of problems, in followup's own database: each that was acknowledged is there once, with every
step that was acknowledged of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from tests.chaos.books import Books
from tests.chaos.problem_journeys import ProblemJourney
from tests.chaos.recount_reports import Counted, count_step, read

KEEPER = "followup"
HISTORY = {"raise": "enter", "dismiss-problem": "dismiss", "close-problem": "close"}


def count_problems(books: Books, journeys: Iterable[ProblemJourney], tally: Counted) -> None:
    """One journey after another, then what is there besides."""
    problems: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for state, content in books.rows(KEEPER, "SELECT state, content FROM followup_problem"):
        kept = read(content)
        problems[kept["description"]["title"]].append((state, kept))
    for journey in journeys:
        tally.acknowledged += len(journey.acknowledged)
        tally.duplicated += [f"{journey.title}: {told}" for told in journey.contradictions]
        found = problems.pop(journey.title, [])
        if len(found) > 1:
            tally.duplicated.append(f"{journey.title}: {len(found)} problems")
        if not found:
            tally.lost += [f"{journey.title}: {step}" for step in journey.acknowledged]
            continue
        _count_one(journey, *found[0], tally)
    tally.unexpected += [f"a problem called {title}" for title in problems]


def _count_one(journey: ProblemJourney, state: str, kept: Any, tally: Counted) -> None:
    done = Counter(entry["what"] for entry in kept["history"])
    for step in journey.steps:
        count_step(journey, step, done[HISTORY.get(step, step.replace("-", "_"))], tally)
    if len(kept["measures"]) != done["plan_measure"]:
        tally.lost.append(f"{journey.title}: {len(kept['measures'])} measures")
    if journey.finished and state != journey.state:
        tally.lost.append(f"{journey.title}: ended as {state}, not {journey.state}")
