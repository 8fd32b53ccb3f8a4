"""R1, R2, R4: filings, reports and problems on their way while everything is killed; events are copied."""

import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from rongcuo.contracts.custody import Group
from tests.chaos.custodians import ceremony
from tests.chaos.door import SETTINGS
from tests.chaos.figures import Figures
from tests.chaos.homes import Town, place
from tests.chaos.journeys import PATIENCE_S, Journey, Office, planned
from tests.chaos.kills import Killer
from tests.chaos.problem_journeys import ProblemOffice, planned_problems
from tests.chaos.processes import Nursery
from tests.chaos.recount import Tally, recounted, settled
from tests.chaos.report_journeys import planned_reports
from tests.chaos.sizes import Size
from tests.chaos.tap import Tap

CLIENTS = 12
AHEAD = 0.03     # the work may be this far ahead of the killing, and by a filing for each client


class Caravan:
    """All journeys, by several clients at once."""

    def __init__(self, office: Office, journeys: list[Journey], gate: Callable[[], float],
                 tell: Callable[[str], None], give_up: float) -> None:
        self._office, self._journeys, self._gate, self._tell = office, journeys, gate, tell
        self._give_up = give_up
        self._lock = Lock()
        self._next = self.arrived = 0
        self.stuck: list[str] = []

    @property
    def progress(self) -> float:
        return self.arrived / len(self._journeys)

    def travel(self) -> None:
        with ThreadPoolExecutor(CLIENTS) as clients:
            for done in [clients.submit(self._client) for _ in range(CLIENTS)]:
                done.result()

    def _client(self) -> None:
        while (journey := self._take()) is not None:
            try:
                self._office.travel(journey)
            except Exception as error:  # noqa: BLE001  (the recount tells what became of it)
                self.stuck.append(f"{journey.title} {journey.acknowledged}: {error!r}")
            with self._lock:
                self.arrived += 1
                if self.arrived % max(1, len(self._journeys) // 20) == 0:
                    self._tell(f"{self.arrived} of {len(self._journeys)} journeys")

    def _take(self) -> Journey | None:
        with self._lock:
            number, self._next = self._next, self._next + 1
        if number >= len(self._journeys) or time.monotonic() > self._give_up:
            return None
        while number - CLIENTS > (self._gate() + AHEAD) * len(self._journeys):
            time.sleep(0.02)
            if time.monotonic() > self._give_up:
                return None
        return self._journeys[number]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice, give_up = random.Random(f"loop {seed}"), time.monotonic() + size.minutes * 60
    with Town(place("loop"), nursery, settings=SETTINGS) as town:
        for group in Group:
            ceremony(town, group)
        office = ProblemOffice(town.address, dice, repeat=size.repeated)
        journeys = [*planned(f"循环 {seed}", size.filings, dice),
                    *planned_reports(f"循环{seed}", size.reports, dice),
                    *planned_problems(f"循环 {seed}", size.problems, dice)]
        dice.shuffle(journeys)
        tap = Tap(town.rabbit, size.copied, random.Random(f"tap {seed}"))
        killer = Killer(town, size.kills, size.broker_kills, random.Random(f"kills {seed}"),
                        lambda: caravan.progress, give_up)
        caravan = Caravan(office, journeys, lambda: killer.share,
                          lambda told: figures.tell(f"{told}, {sum(killer.done.values())} kills, "
                                                    f"{tap.copies} copies"), give_up)
        killer.start()
        caravan.travel()
        killer.join(300)
        tap.stop()
        for service in town.services.values():
            service.await_well(PATIENCE_S)
        rested = settled(town.books, PATIENCE_S)
        journeys = [journey for journey in journeys if journey.acknowledged or journey.failures]
        tally = recounted(town.books, journeys)
        office.close()
    _write(figures, journeys, killer, tap, tally, caravan.stuck, rested)


def _write(figures: Figures, journeys: list[Journey], killer: Killer, tap: Tap, tally: Tally,
           stuck: list[str], rested: bool) -> None:
    if killer.failure:
        raise killer.failure
    if not rested:
        tally.lost.append(f"the events did not come to rest within {PATIENCE_S:.0f} s")
    tally.lost += [f"never answered: {one}" for one in stuck]
    repeated = sum(journey.repeated for journey in journeys)
    figures.put(cases=len(journeys), kills=sum(killer.done.values()), broker_kills=killer.done["broker"],
                duplicates_injected=tap.copies + repeated, lost=len(tally.lost),
                doubled=len(tally.duplicated) + len(tally.unexpected),
                unexplained_dead_letters=len(tally.dead_letters), order_violations=len(tally.out_of_order))
    retried = Counter(failure for journey in journeys for failure in journey.failures.elements())
    figures.tell(f"recount: {tally}")
    figures.tell(f"kills: {dict(killer.done)}; {repeated} commands repeated, {tap.copies} events copied; "
                 f"{tap.overtaken} overtaken on the bus; tried again after {dict(retried.most_common(8))}")
    if not tally.clean:
        figures.fail(tally.worst())
