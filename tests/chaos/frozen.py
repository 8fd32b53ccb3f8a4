"""R7: whatever is frozen, every request is answered, health pages answer at once, and work goes on after."""

import random
import signal
import time
from collections.abc import Callable, Iterator

from tests.chaos.figures import Figures
from tests.chaos.homes import Town, place
from tests.chaos.journeys import Journey, Office, planned
from tests.chaos.load import Load, token_of
from tests.chaos.processes import Nursery, status_of, until
from tests.chaos.proxy import BLACKHOLE, HALF_OPEN, PASS
from tests.chaos.recount import recounted, settled
from tests.chaos.sizes import Size

ANSWER_S, HEALTH_S, RECOVERY_S = 10.0, 1.0, 60.0
REQUESTS = [("GET", "/api/v1/filings", None), ("GET", "/api/v1/inbox", None), ("GET", "/api/v1/tasks", None),
            ("GET", "/api/v1/me", None), ("GET", "/api/v1/reviews", None), ("GET", "/health", None),
            ("POST", "/api/v1/tokens", {"username": "nobody", "password": "not the right one"})]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"frozen {seed}")
    with Town(place("frozen"), nursery, proxied=True) as town:
        office = Office(town.address, dice)
        faults = _faults(town)
        wanted = faults if size.everything else {"broker", "database blackholed"}
        journeys = planned(f"冻结 {seed}", len(wanted) * 3, dice)
        travelling = iter(journeys)
        for what, (begin, end) in faults.items():
            if what not in wanted:
                continue
            _freeze(town, office, what, begin, end, size.frozen_s, travelling, figures)
        tally = recounted(town.books, [one for one in journeys if one.acknowledged])
        figures.tell(f"recount: {tally}")
        if not tally.clean:
            figures.fail(tally.worst())
        office.close()


def _faults(town: Town) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
    review, (bus, database) = town.service("review"), town.proxies.values()
    return {
        "broker": (town.rabbit.freeze, town.rabbit.thaw),
        "database": (town.postgres.freeze, town.postgres.thaw),
        "callee": (lambda: review.signal(signal.SIGSTOP), lambda: review.signal(signal.SIGCONT)),
        "broker blackholed": (lambda: bus.turn(BLACKHOLE), lambda: bus.turn(PASS)),
        "database blackholed": (lambda: database.turn(BLACKHOLE), lambda: database.turn(PASS)),
        "broker half-open": (lambda: bus.turn(HALF_OPEN), lambda: bus.turn(PASS)),
        "database half-open": (lambda: database.turn(HALF_OPEN), lambda: database.turn(PASS)),
        "broker reset": (bus.reset, lambda: None),
    }


def _freeze(town: Town, office: Office, what: str, begin: Callable[[], None], end: Callable[[], None],
            seconds: float, travelling: Iterator[Journey], figures: Figures) -> None:
    office.travel(next(travelling))
    under_way, fresh = next(travelling), next(travelling)
    with Load(town.address, token_of(office, "songming.lead"), REQUESTS) as waits:
        office.take(under_way, "submit", 30)
        begin()
        health = _healths(town, what, seconds)
        end()
        thawed = time.monotonic()
    _recovered(town, office, under_way, fresh)
    recovery = time.monotonic() - thawed
    figures.put(frozen={**figures.all["frozen"], what: round(waits.worst, 2)},
                r7={**figures.all["r7"], what: {
                    "health_s": round(health, 3), "recovery_s": round(recovery, 1), "asked": waits.asked}})
    figures.tell(f"{what}: {waits.asked} requests, worst answer {waits.worst:.2f} s ({waits.worst_of}), "
                 f"worst health page {health:.3f} s, recovered after {recovery:.1f} s")
    if waits.worst > ANSWER_S or health > HEALTH_S or recovery > RECOVERY_S:
        figures.fail(f"{what}: answer {waits.worst:.2f} s, health {health:.2f} s, recovery {recovery:.1f} s")


def _healths(town: Town, what: str, seconds: float) -> float:
    """The slowest health page meanwhile; a process that is stopped itself is not asked."""
    asked = [one for one in town.services.values() if not (what == "callee" and one.name == "review")]
    deadline, worst = time.monotonic() + seconds, 0.0
    while time.monotonic() < deadline:
        for service in asked:
            begun = time.monotonic()
            answered = status_of(service.health_port, 10) != 0
            worst = max(worst, time.monotonic() - begun if answered else 10.0)
        time.sleep(0.2)
    return worst


def _recovered(town: Town, office: Office, under_way: Journey, fresh: Journey) -> None:
    """Everybody is well, the journey under way and a new one come to their ends, no event is left behind."""
    until(lambda: all(service.well(5) for service in town.services.values()), 90, "all being well")
    office.travel(under_way)
    office.travel(fresh)
    until(lambda: settled(town.books, 1), 60, "rest")
