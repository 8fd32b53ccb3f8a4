"""Filings over HTTP until review's case and notify's task are committed, and until the last notice of each is
delivered; and what memory and processor time that takes."""

from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from bench import filers
from bench.figures import Figure, Goal, percentile
from bench.handoff import EVENTS, HEARD
from bench.settling import Settled, cpu_ms_per_filing, filed, handoff_busy_ms, settle, settled_per_s
from bench.stage import Stage, stage
from bench.stock_system import stock_ms
from services import NAMES

SECONDS = {"small": 6, "full": 25}
PACED_S = {"small": 8, "full": 60}
PACE_S = 0.15     # between two, so that a hand-over is over before the next begins
WARM_UP_S = 3


def measure(size: str) -> dict[str, Figure]:
    """`loop_per_s`, `http_answer_ms`, `memory_mb`; `settled_per_s`, `handoff_busy_ms`, `cpu_ms_per_filing`,
    and the same with `.smtp` behind, of a run with a mail server. All services, each a process."""
    with stage("loop") as here:
        here.serve(*NAMES)
        who = filers.tokens(here)
        filers.file(here, who, WARM_UP_S)
        settle(here)
        at_rest = _memory(here)
        run = filed(here, who, SECONDS[size])
        ends, under_load = _ends(here, run.told["began"]), _memory(here)
        paced = filed(here, who[:1], PACED_S[size], PACE_S)
        here.post()
        mailed = filed(here, who, SECONDS[size])
        bare, stock = _bare_memory(here), stock_ms(here, who, SECONDS[size])
    loop = _rate(ends)
    return {"loop_per_s": loop, "http_answer_ms": _answers(run.told),
            "memory_mb": _remembered(at_rest, under_load, bare),
            **_until_settled("", run, loop, paced, stock),
            **_until_settled(".smtp", mailed, loop, paced, stock)}


def _until_settled(which: str, run: Settled, loop: Figure, paced: Settled, stock: float) -> dict[str, Figure]:
    return {f"settled_per_s{which}": settled_per_s(run, loop.median),
            f"handoff_busy_ms{which}": handoff_busy_ms(run, paced),
            f"cpu_ms_per_filing{which}": cpu_ms_per_filing(run, stock)}


def _ends(here: Stage, began: float) -> list[float]:
    """For each filing since then: seconds from the beginning until both had it."""
    events = here.execute("rongcuo_filing", f"{EVENTS} AND time >= to_timestamp(%s)", began)
    review, notify = (dict(here.execute(f"rongcuo_{name}", HEARD)) for name in ("review", "notify"))
    return sorted(max(float(review[event]), float(notify[event])) - began for event, _ in events)


def _rate(ends: list[float]) -> Figure:
    """Over the whole time, until the last one had arrived. `p99`: the slowest of its whole seconds."""
    rate = len(ends) / ends[-1]
    seconds = [sum(second <= end < second + 1 for end in ends) for second in range(int(ends[-1]))]
    return Figure(unit="filings/s", n=len(ends), median=rate, p99=float(min(seconds, default=0)),
                  goal=Goal(limit=100, at_most=False), judged="median",
                  more={"seconds": round(ends[-1], 1), "clients": filers.CLIENTS})


def _answers(told: Mapping[str, Any]) -> Figure:
    taken = [1000 * seconds for seconds in told["seconds"]]
    return Figure(unit="ms", n=len(taken), median=median(taken), p99=percentile(taken, 0.99))


def _memory(here: Stage) -> dict[str, float]:
    return {name: sum(map(resident_mb, here.by_name[name].processes())) for name in NAMES}


def _bare_memory(here: Stage) -> float:
    with here.beginning("echo", bus=here.rabbit.url) as echo:
        assert echo.stdout is not None
        echo.stdout.readline()
        return resident_mb(echo.pid)


def resident_mb(pid: int) -> float:
    """Resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _remembered(at_rest: Mapping[str, float], under_load: Mapping[str, float], bare: float) -> Figure:
    """The floor is a stock nameko service that only echoes."""
    middle = median(under_load.values())
    return Figure(unit="MB", n=len(under_load), median=middle, p99=max(under_load.values()), floor=bare,
                  ratio=middle / bare, more={
                      "at_rest": {name: round(size) for name, size in at_rest.items()},
                      "under_load": {name: round(size) for name, size in under_load.items()}})
