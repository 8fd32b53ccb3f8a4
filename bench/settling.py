"""Until the last notice of a filing is delivered: how many filings that makes a second, how long notify's
hearing took meanwhile, and what it all cost in processor time."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import sleep
from typing import Any

from bench import filers
from bench.figures import Figure, Goal, beside
from bench.handoff import EVENTS, FILED, HEARD
from bench.processor import used_ms
from bench.stage import Stage
from deploy.local.background import wait_until

PATIENCE = 900.0
LOOK_S = 1.0    # looking costs the database something too; when it was settled the commits tell
OUTBOX = "SELECT count(*) FROM outbox"
INBOX = "SELECT count(*) FROM inbox WHERE consumer = '{}.events--notify'"
UNDELIVERED = "SELECT count(*) FROM deliveries WHERE state IN ('pending', 'sending')"
DELIVERED = ("SELECT matter_id, extract(epoch FROM max(pg_xact_commit_timestamp(xmin))), count(*) "
             "FROM deliveries WHERE state = 'delivered' GROUP BY matter_id")
TELL_OF_FILINGS = ("filing", "review", "documents")


@dataclass(frozen=True)
class Settled:
    """Filings of one run. `ends`: when the last notice of each was delivered, in seconds from the beginning;
    `handed_on`: from the commit of each to notify's commit, in ms; `used`: ms of processor time by node."""

    ends: list[float]
    handed_on: list[float]
    notices: int
    used: Mapping[str, float]
    told: Mapping[str, Any]


def settle(here: Stage) -> None:
    """Wait until notify has heard all that is told of filings, and everybody of it."""
    def done() -> bool:
        sleep(LOOK_S)
        return all(_count(here, source, OUTBOX) == _count(here, "notify", INBOX.format(source))
                   for source in TELL_OF_FILINGS) and not _count(here, "notify", UNDELIVERED)

    if not wait_until(done, PATIENCE):
        raise TimeoutError("not everybody was told")


def filed(here: Stage, who: list[str], seconds: float, rest: float = 0) -> Settled:
    """People file for so many seconds; until the last of it is settled."""
    before = used_ms(here.working())
    told = filers.file(here, who, seconds, rest=rest)
    settle(here)
    used = {name: ms - before[name] for name, ms in used_ms(here.working()).items()}
    return _settled(here, told, used)


def _settled(here: Stage, told: Mapping[str, Any], used: Mapping[str, float]) -> Settled:
    began = told["began"]
    commits = {each: float(at) for each, at in here.execute("rongcuo_filing", FILED) if float(at) >= began}
    events = [(event, subject) for event, subject in here.execute("rongcuo_filing", EVENTS)
              if subject in commits]
    heard = {event: float(at) for event, at in here.execute("rongcuo_notify", HEARD)}
    delivered = {each: (float(at), many) for each, at, many in here.execute("rongcuo_notify", DELIVERED)}
    return Settled(
        sorted(delivered[each][0] - began for each in commits),
        [1000 * (heard[event] - commits[subject]) for event, subject in events],
        sum(delivered[each][1] for each in commits), used, told)


def settled_per_s(run: Settled, loop: float | None) -> Figure:
    """`p99`: the slowest of its whole seconds. The goal is a share of `loop_per_s` in the same run."""
    rate = len(run.ends) / run.ends[-1]
    seconds = [sum(second <= end < second + 1 for end in run.ends) for second in range(int(run.ends[-1]))]
    return Figure(unit="filings/s", n=len(run.ends), median=rate, p99=float(min(seconds, default=0)),
                  floor=loop, ratio=rate / loop if loop else None,
                  goal=Goal(limit=0.8, at_most=False) if loop else None,
                  more={"seconds": round(run.ends[-1], 1), "notices": run.notices})


def handoff_busy_ms(busy: Settled, paced: Settled) -> Figure:
    """From a submission's commit to notify's, under all clients; the floor is one who rests in between."""
    return beside(busy.handed_on, paced.handed_on, "ms", Goal(limit=10, at_most=True))


def cpu_ms_per_filing(run: Settled, stock: float) -> Figure:
    """All processes together, beside a stock submission. Judged by its own goal of 45; the ratio's is 2.5."""
    by_node = {name: ms / len(run.ends) for name, ms in run.used.items()}
    whole = sum(by_node.values())
    return Figure(unit="ms", n=len(run.ends), median=whole, p99=whole, floor=stock, ratio=whole / stock,
                  goal=Goal(limit=2.5, at_most=True), more={
                      "absolute_goal": 45, "absolute_met": whole <= 45,
                      "by_process": {name: round(ms, 2) for name, ms in sorted(
                          by_node.items(), key=lambda one: -one[1])}})


def _count(here: Stage, name: str, query: str) -> int:
    return int(here.execute(f"rongcuo_{name}", query)[0][0])
