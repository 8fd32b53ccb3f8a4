"""The line between nodes: cut, blackholed, half open, flapping, either end killed in mid-transfer. Work at
the counties goes on; and all that counts at the hub is what the counties have themselves."""

import random
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.chaos.figures import Figures
from tests.chaos.homes import place
from tests.chaos.line_homes import COUNTIES, PREFECTURE, Below, Province
from tests.chaos.line_people import NodeOffice
from tests.chaos.line_recount import LineTally, come_to_rest, recounted
from tests.chaos.processes import Nursery, Service, until
from tests.chaos.sizes import Size

APART = COUNTIES[0]
AT_NODE = ("before_commit", "after_commit")
AT_HUB = ("before_commit", "after_commit", "after_effect", "before_ack")
PATIENCE_S = 300.0     # of a hang
MODES = ("blackhole", "half-open")


class Trial:
    """One run: what was cut and killed so far, and what failed at home meanwhile."""

    def __init__(self, province: Province, size: Size, dice: random.Random, figures: Figures) -> None:
        self.province, self.size, self.dice, self.figures = province, size, dice, figures
        self.offices = {code: NodeOffice(node.address, code, random.Random(f"{code} {size.name}"))
                        for code, node in province.nodes.items()}
        self.cuts = self.kills = self.local_failures = 0

    def counties(self) -> list[Below]:
        return [self.province.nodes[code] for code in COUNTIES]

    def work(self, count: int, *codes: str) -> None:
        """At all of these nodes at once; whatever fails there counts."""
        with ThreadPoolExecutor(len(codes)) as all_at_once:
            self.local_failures += sum(all_at_once.map(lambda code: self.offices[code].work(count), codes))

    def cut(self, mode: str) -> list[int]:
        """Each county's line; how far the hub had them then."""
        for node in self.counties():
            node.proxy.turn(mode)
            if mode == "half-open":
                node.proxy.reset()
            self.cuts += 1
        return [self.received(node.code) for node in self.counties()]

    def heal(self) -> None:
        for node in self.counties():
            node.proxy.turn("pass")

    def received(self, code: str) -> int:
        """How far the hub has a node."""
        found = self.province.hub.books.rows(
            "province", "SELECT received FROM province_stream WHERE peer = ?", [code])
        return int(found[0][0]) if found else 0

    def waiting(self, code: str) -> int:
        """How much a node has that the hub did not acknowledge."""
        ((given, acknowledged),) = self.province.nodes[code].books.rows(
            "county", "SELECT given, acknowledged FROM county_stream")
        return int(given - acknowledged)

    def flap(self, seconds: float, busy: Callable[[], None]) -> None:
        """Every second, while something is done."""
        with ThreadPoolExecutor(1) as beside:
            doing = beside.submit(busy)
            deadline = time.monotonic() + seconds
            while time.monotonic() < deadline or not doing.done():
                for node in self.counties():
                    node.proxy.turn(self.dice.choice(("blackhole", "half-open")))
                    node.proxy.reset()
                    self.cuts += 1
                time.sleep(self.dice.uniform(0.2, 0.8))
                self.heal()
                time.sleep(0.5)
            doing.result()

    def die(self, victim: Service, point: str, service: str, code: str) -> None:
        """At a named point, while a node has something to tell."""
        victim.kill()
        self.work(1, code)
        victim.start(f"{point}:{service}:{self.dice.randint(1, 2)}")
        until(lambda: not victim.running, PATIENCE_S, f"{point} in {service}")
        assert victim.killed, f"{service} ended by itself; see {victim.log}"
        victim.start()
        victim.await_well(PATIENCE_S)
        self.kills += 1

    def settle(self) -> bool:
        books = {code: node.books for code, node in self.province.nodes.items()}
        return come_to_rest(self.province.hub.books, books, PATIENCE_S)

    def recount(self) -> LineTally:
        books = {code: node.books for code, node in self.province.nodes.items()}
        return recounted(self.province.hub.books, books,
                         {code: office.journeys for code, office in self.offices.items()})


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"line {seed}")
    with Province(place("line"), nursery) as province:
        trial = Trial(province, size, dice, figures)
        figures.tell("a province, a prefecture and two counties are up")
        trial.work(size.line_filings, PREFECTURE, *COUNTIES)
        if not trial.settle():
            figures.fail("the lines did not come to rest at first")
        connected = _median(trial)
        for mode in MODES[:1] if size.name == "small" else MODES:
            _cut_and_heal(trial, mode)
        cut = _median(trial)
        _kill_both_ends(trial)
        _kill_broker(trial)
        figures.tell(f"{trial.kills} kills; the line flaps")
        trial.flap(size.line_flapping_s, lambda: trial.work(size.line_filings, *COUNTIES))
        rested, tally = trial.settle(), trial.recount()
    if not rested:
        tally.lost.append(f"the lines did not come to rest within {PATIENCE_S:.0f} s")
    figures.put(line={"entries": tally.entries, "lost": len(tally.lost), "doubled": len(tally.doubled),
                      "out_of_order": len(tally.out_of_order), "cuts": trial.cuts, "kills": trial.kills,
                      "local_failures": trial.local_failures, "step_ms_connected": connected,
                      "step_ms_cut": cut})
    figures.tell(f"line: {figures.all['line']}")
    if not tally.clean or trial.local_failures:
        figures.fail(f"{trial.local_failures} local failures; lost {tally.lost[:5]}; doubled "
                     f"{tally.doubled[:5]}; out of order {tally.out_of_order[:5]}")


def _cut_and_heal(trial: Trial, mode: str) -> None:
    before = trial.cut(mode)
    begun = time.monotonic()
    trial.work(trial.size.line_filings, *COUNTIES)
    time.sleep(max(0.0, trial.size.line_cut_s - (time.monotonic() - begun)))
    after = [trial.received(code) for code in COUNTIES]
    waiting = {code: trial.waiting(code) for code in COUNTIES}
    trial.heal()
    trial.figures.tell(f"{mode} for {time.monotonic() - begun:.0f} s: {waiting} wait")
    if after != before or not all(waiting.values()):
        trial.figures.fail(f"the cut line carried something: {before} to {after}, {waiting} wait")


def _kill_both_ends(trial: Trial) -> None:
    node, hub = trial.province.nodes[APART], trial.province.hub
    ways = [(node.line, point, "county") for point in AT_NODE] + [
        (hub.services["province"], point, "province") for point in AT_HUB]
    for _ in range(trial.size.line_kills):
        chosen = ways if trial.size.everything else [trial.dice.choice(ways[:2]), trial.dice.choice(ways[2:])]
        for victim, point, service in chosen:
            trial.die(victim, point, service, APART)


def _kill_broker(trial: Trial) -> None:
    """The hub's, with everything in it, while the counties work."""
    rabbit = trial.province.hub.rabbit
    rabbit.kill()
    trial.kills += 1
    trial.work(1, *COUNTIES)
    rabbit.start()


def _median(trial: Trial) -> int:
    """Milliseconds of a step at the counties since the last look."""
    took = [each for code in COUNTIES for each in trial.offices[code].took]
    for code in COUNTIES:
        trial.offices[code].took.clear()
    return round(statistics.median(took) * 1000)
