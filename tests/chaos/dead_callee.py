"""R8: a callee that is dead for a while, under load. Nothing else suffers; no refused command runs later."""

import json
import random
import time
from collections import Counter

import httpx

from scenarios.platform import Refused
from tests.chaos.figures import Figures
from tests.chaos.homes import Town, place
from tests.chaos.journeys import Journey, Office
from tests.chaos.load import Load, token_of
from tests.chaos.processes import Nursery
from tests.chaos.recount import recounted, settled
from tests.chaos.sizes import Size

CALLEE = "review"
ELSEWHERE = [("GET", "/api/v1/filings", None), ("GET", "/api/v1/divisions", None),
             ("GET", "/api/v1/inbox", None), ("GET", "/api/v1/tasks", None), ("GET", "/api/v1/me", None),
             ("GET", "/api/v1/organs", None), ("GET", "/health", None)]
DEAD = [("GET", "/api/v1/reviews", None)] * 12      # more than one breaker and bulkhead would like
WITHIN_S = 10


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    with Town(place("dead"), nursery) as town:
        office = Office(town.address, random.Random(f"dead {seed}"))
        cases = [Journey(f"停机 {seed} 第 {number} 件", ("submit", "assign")) for number in range(40)]
        for case in cases:
            office.take(case, "submit", 30)
        settled(town.books, 30)
        written = [Journey(f"停机期间 {seed} 第 {number} 件", ("submit",)) for number in range(10_000)]
        errors, tried = _without_callee(town, office, cases, written, size.dead_s, figures)
        town.service(CALLEE).start()
        town.service(CALLEE).await_well()
        settled(town.books, 60)
        ghosts = _ghosts(town)
        tally = recounted(town.books, [*cases, *(one for one in written if one.acknowledged)])
        office.close()
    figures.put(r8={"errors_elsewhere": errors, "ghost_executions": len(ghosts), "commands_refused": tried,
                    "dead_s": size.dead_s})
    figures.tell(f"{errors} errors elsewhere, {tried} commands refused, {len(ghosts)} executed later; "
                 f"recount: {tally}")
    if errors or ghosts or not tally.clean:
        figures.fail(f"{errors} errors elsewhere, ghosts {ghosts[:5]}; {tally.worst()}")


def _without_callee(town: Town, office: Office, cases: list[Journey], written: list[Journey],
                    seconds: float, figures: Figures) -> tuple[int, int]:
    """Errors elsewhere while it was dead, and the number of commands to it that were refused."""
    token, refused, failed = token_of(office, "songming.lead"), 0, Counter[str]()
    fresh = iter(written)
    with Load(town.address, token, ELSEWHERE) as waits, Load(town.address, token, DEAD, pause=0.05):
        town.service(CALLEE).kill()
        deadline = time.monotonic() + seconds
        for case in _again_and_again(cases, deadline):
            refused += _refused(office, case)
            try:
                office.take(journey := next(fresh), "submit", 0.01)
            except (TimeoutError, httpx.HTTPError, Refused) as error:
                failed[repr(error)] += 1
                figures.tell(f"a submission failed: {dict(journey.failures)}")
    time.sleep(WITHIN_S)      # longer than any caller waits: what was refused must have expired by now
    figures.tell(f"elsewhere: {waits.asked} requests, worst {waits.worst:.2f} s, {dict(waits.statuses)}")
    return waits.errors() + sum(failed.values()), refused


def _again_and_again(cases: list[Journey], deadline: float):
    number = 0
    while time.monotonic() < deadline:
        yield cases[number % len(cases)]
        number += 1


def _refused(office: Office, case: Journey) -> int:
    """One command to the dead callee, with an id of its own, not tried again."""
    try:
        office.lead.post(f"/reviews/{case.filing_id}/assign", {"officer_id": "songming.reviewer"})
    except Refused as refusal:
        if refusal.status in {503, 504}:
            return 1
        raise
    raise AssertionError("a dead service answered")


def _ghosts(town: Town) -> list[str]:
    found = []
    for case, content in town.books.rows(CALLEE, "SELECT id, content FROM review_case"):
        told = json.loads(content) if isinstance(content, str) else content
        found += [case for entry in told["history"] if entry["what"] == "assign"]
    return found
