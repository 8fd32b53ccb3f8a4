"""The recount: what the databases hold against what people were told. Of the platform's code it knows who the
services are and whom they hear, and nothing else.

The words are those of RabbitMQ's Jepsen suite: *acknowledged* steps were answered with success; *lost* ones
are not there all the same; *duplicated* took effect more than once; *recovered* were never acknowledged, and
took effect; *unexpected* is what nobody asked for.
"""

import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from services import WITH_DATABASE
from tests.chaos.books import Books
from tests.chaos.hearers import HEARERS, SELECTIVE, SOURCES, WHO_HEARS, hears
from tests.chaos.journeys import Journey
from tests.chaos.problem_journeys import ProblemJourney
from tests.chaos.recount_problems import count_problems
from tests.chaos.recount_reports import count_reports
from tests.chaos.report_journeys import ReportJourney

HISTORY = {"submit": ("filing", "submit"), "supplement": ("filing", "supplement"),
           "withdraw": ("filing", "withdraw"), "assign": ("review", "assign"), "accept": ("review", "accept"),
           "decline": ("review", "decline"), "request-supplement": ("review", "request_supplement")}
PER_QUESTION = 500
NUMBERS = (("filing", "filing", "number"), ("filing", "filing", "register_number"),
           ("clarify", "clarify_report", "number"))
NUMBER = re.compile(r"\d+")
UNMADE = "pdf = ''"     # numbered, and not typeset yet


@dataclass
class Tally:
    """What was found. Every entry of a list says which and what."""

    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    duplicated: list[str] = field(default_factory=list)
    recovered: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)
    dead_letters: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return ", ".join(f"{one.name} {len(value) if isinstance(value, list) else value}"
                         for one in fields(self) for value in [getattr(self, one.name)])

    @property
    def clean(self) -> bool:
        return not (self.lost or self.duplicated or self.unexpected or self.dead_letters or self.out_of_order)

    def worst(self) -> str:
        """The first findings of each kind, for people."""
        return "\n".join(f"{one.name}: {getattr(self, one.name)[:5]}" for one in fields(self)[1:]
                         if getattr(self, one.name) and one.name != "recovered")


def recounted(books: Books, journeys: Iterable[Journey]) -> Tally:
    """The whole recount; `settled` should have been awaited before."""
    tally, journeys = Tally(), list(journeys)
    reports = [journey for journey in journeys if isinstance(journey, ReportJourney)]
    problems = [journey for journey in journeys if isinstance(journey, ProblemJourney)]
    filings = [journey for journey in journeys if not isinstance(journey, ReportJourney | ProblemJourney)]
    _count_filings(books, filings, tally)
    count_reports(books, reports, tally)
    count_problems(books, problems, tally)
    _count_notices(books, filings, reports, tally)
    _count_events(books, tally)
    _count_numbers(books, tally)
    tally.dead_letters += dead_letters(books)
    return tally


def settled(books: Books, seconds: float) -> bool:
    """Whether everything came to rest: every letter made, every event sent and heard by all who should.
    Given up after so long without progress: how long a backlog takes is the machine's affair."""
    deadline, before = time.monotonic() + seconds, -1
    while time.monotonic() < deadline:
        if _at_rest(books):
            return True
        if (done := _done(books)) != before:
            deadline, before = time.monotonic() + seconds, done
        time.sleep(0.3)
    return False


def _done(books: Books) -> int:
    """How much was heard, and how many letters were made."""
    heard = sum(books.rows(hearer, "SELECT count(*) FROM inbox")[0][0] for hearer in WHO_HEARS)
    return heard + books.rows("documents", f"SELECT count(*) FROM letters WHERE NOT {UNMADE}")[0][0]  # noqa: S608


def _at_rest(books: Books) -> bool:
    """Once all is heard no letter can begin, and once all letters are made no event can. Of whom notify has
    heard, it asks a little later."""
    if books.rows("notify", "SELECT 1 FROM officers WHERE active AND NOT asked"):
        return False
    if any(_missing(books)) or books.rows("documents", f"SELECT 1 FROM letters WHERE {UNMADE}"):  # noqa: S608
        return False
    unsent = (books.rows(source, "SELECT 1 FROM outbox WHERE sent_at IS NULL") for source in SOURCES)
    return not any(_missing(books)) and not any(unsent)


def dead_letters(books: Books) -> list[str]:
    """Every letter in any database."""
    return [f"{service}: {row}" for service in WITH_DATABASE
            for row in books.rows(service, "SELECT consumer, reason_code, reason, subject, sequence, state "
                                           "FROM dead_letters")]


def _missing(books: Books) -> Iterator[str]:
    heard = {hearer: set(books.rows(hearer, "SELECT consumer, event_id FROM inbox"))
             for hearer in WHO_HEARS}
    for source, hearers in HEARERS.items():
        for event_id, type_name in books.rows(source, "SELECT event_id, type_name FROM outbox"):
            for one in hearers:
                place = f"{source}.events--{one.consumer}", event_id
                if hears(one, type_name) and place not in heard[one.consumer]:
                    yield f"{source} event {event_id} not heard by {one.consumer}"


def _count_filings(books: Books, journeys: list[Journey], tally: Tally) -> None:
    filings = defaultdict(list)
    for row in books.rows("filing", "SELECT title, id, state, history FROM filing"):
        filings[row[0]].append(row[1:])
    cases = {row[0]: row[1:] for row in books.rows("review", "SELECT id, state, content FROM review_case")}
    planned = {journey.title for journey in journeys}
    tally.unexpected += [f"filing {title}" for title in filings if title not in planned]
    for journey in journeys:
        tally.acknowledged += len(journey.acknowledged)
        tally.duplicated += [f"{journey.title}: {told}" for told in journey.contradictions]
        _count_one(journey, filings[journey.title], cases, tally)
    known = {row[0] for rows in filings.values() for row in rows}
    tally.unexpected += [f"case {case}" for case in cases if case not in known]


def _count_one(journey: Journey, found: list[tuple], cases: dict[str, tuple], tally: Tally) -> None:
    if len(found) > 1:
        tally.duplicated.append(f"{journey.title}: {len(found)} filings")
    if not found:
        tally.lost += [f"{journey.title}: {step}" for step in journey.acknowledged]
        return
    filing_id, state, history = found[0]
    case_state, content = cases.get(filing_id, ("none", "{}"))
    done = {"filing": _verbs(history), "review": _verbs(_read(content).get("history", []))}
    for step, (service, verb) in HISTORY.items():
        times, acknowledged = done[service][verb], step in journey.acknowledged
        if times > 1:
            tally.duplicated.append(f"{journey.title}: {step} {times} times")
        if acknowledged and times == 0:
            tally.lost.append(f"{journey.title}: {step}")
        if times and not acknowledged:
            kind = tally.recovered if step in journey.steps else tally.unexpected
            kind.append(f"{journey.title}: {step}")
    if journey.finished and (state, case_state) != journey.end:
        tally.lost.append(f"{journey.title}: ended as {state}/{case_state}, not {'/'.join(journey.end)}")


def _verbs(history: object) -> Counter[str]:
    return Counter(entry["what"] for entry in _read(history))


def _read(told: object) -> list | dict:
    return json.loads(told) if isinstance(told, str) else told


def _count_notices(books: Books, journeys: list[Journey], reports: list[ReportJourney], tally: Tally) -> None:
    """A matter for every filing, no task left open after its end, nobody told the same twice: of a report not
    more often than it took steps, for two stages may begin on one day."""
    steps = {journey.report_id: len(journey.acknowledged) for journey in reports}
    matters = {row[0] for row in books.rows("notify", "SELECT id FROM matters")}
    still_open = Counter(row[0] for row in books.rows(
        "notify", "SELECT matter_id FROM tasks WHERE closed_at IS NULL"))
    told = Counter(books.rows("notify", "SELECT matter_id, recipient_id, subject, body FROM messages "
                                        "WHERE matter_id <> ''"))
    for journey in journeys:
        if "submit" in journey.acknowledged and journey.filing_id not in matters:
            tally.lost.append(f"{journey.title}: no matter")
        if journey.finished and still_open[journey.filing_id]:
            tally.lost.append(f"{journey.title}: {still_open[journey.filing_id]} tasks still open")
    tally.duplicated += [f"message {subject} to {who} x{times}" for (matter, who, subject, _), times
                         in told.items() if times > steps.get(matter, 1)]


def _count_events(books: Books, tally: Tally) -> None:
    """Each event once in its outbox, once in the ledger, once with everybody who hears it, in the order of
    versions."""
    tally.lost += list(_missing(books))
    events: dict[str, tuple[str, int]] = {}
    for source in SOURCES:
        versions = defaultdict(list)
        for event_id, subject, sequence in books.rows(
                source, "SELECT event_id, subject, sequence FROM outbox ORDER BY seq"):
            events[event_id] = (subject, sequence)
            versions[subject].append(sequence)
        for subject, told in versions.items():
            if told != list(range(1, len(told) + 1)):
                tally.out_of_order.append(f"{source} {subject} told {told}")
        _count_lines(books, source, tally)
    for hearer in WHO_HEARS:
        _count_heard(books, hearer, events, tally)


def _count_lines(books: Books, source: str, tally: Tally) -> None:
    lines = Counter(json.loads(body).get("event_id")
                    for (body,) in books.rows(source, "SELECT body FROM ledger"))
    for (event_id,) in books.rows(source, "SELECT event_id FROM outbox"):
        if lines[event_id] != 1:
            (tally.duplicated if lines[event_id] else tally.lost).append(f"{source} line of {event_id}")
    numbers = sorted(row[0] for row in books.rows(source, "SELECT seq FROM ledger WHERE seq IS NOT NULL"))
    first = numbers[0] if numbers else 0
    if numbers != list(range(first, first + len(numbers))):
        tally.lost.append(f"{source}: the ledger's numbers have gaps")


def _count_heard(books: Books, hearer: str, events: dict[str, tuple[str, int]], tally: Tally) -> None:
    last: dict[tuple[str, str], int] = defaultdict(int)
    for consumer, event_id in books.in_order(hearer):
        if event_id not in events:
            tally.unexpected.append(f"{consumer} heard {event_id}, which nobody told")
            continue
        subject, sequence = events[event_id]
        before = last[consumer, subject]
        if sequence <= before if consumer in SELECTIVE else sequence != before + 1:
            tally.out_of_order.append(f"{consumer} {subject}: {sequence} after {before}")
        last[consumer, subject] = sequence
    kept = {row[:2]: row[2] for row in books.rows(hearer, "SELECT consumer, subject, sequence FROM heard")}
    tally.out_of_order += [f"{place} is at {kept.get(place)}, not {last[place]}" for place in last
                           if kept.get(place) != last[place]]


def _count_numbers(books: Books, tally: Tally) -> None:
    """Numbers of filings, of the register and of reports: no gap, none twice."""
    for service, table, column in NUMBERS:
        given = sorted(int(NUMBER.findall(row[0])[-1]) for row in books.rows(
            service, f"SELECT {column} FROM {table} WHERE {column} <> ''"))  # noqa: S608
        if given != list(range(1, len(given) + 1)):
            tally.lost.append(f"{table}.{column}: {len(given)} numbers up to {given[-1]}")
