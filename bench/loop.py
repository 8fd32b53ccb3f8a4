"""Filings over HTTP until review's case and notify's task are committed; and what memory that takes."""

from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from bench import matter
from bench.figures import Figure, Goal, percentile
from bench.handoff import EVENTS, HEARD
from bench.officers import signed_in
from bench.stage import Stage, stage
from deploy.local.background import wait_until
from services import NAMES

SECONDS = {"small": 6, "full": 25}
CLIENTS = 16
ORGANS = ("530127", "530102", "530103", "530111", "530112", "530113", "530114", "530115")
WARM_UP_S = 3
PATIENCE = 300.0
UNHEARD = "SELECT count(*) FROM inbox WHERE consumer = 'filing.events--{}'"


def measure(size: str) -> dict[str, Figure]:
    """`loop_per_s`, `http_answer_ms` and `memory_mb`: all services, each a process."""
    with stage("loop") as here:
        here.serve(*NAMES)
        tokens = signed_in(here, ORGANS, ("filer",)) * (CLIENTS // len(ORGANS))
        _file(here, tokens, WARM_UP_S)
        settled(here)
        at_rest = _memory(here)
        told = _file(here, tokens, SECONDS[size])
        under_load = _memory(here)
        settled(here)
        ends, cores = _ends(here, told["began"]), _bare_memory(here)
    return {"loop_per_s": _rate(ends), "http_answer_ms": _answers(told),
            "memory_mb": _remembered(at_rest, under_load, cores)}


def _file(here: Stage, tokens: list[str], seconds: int) -> dict[str, Any]:
    told: dict[str, Any] = here.play("http_clients", green=False, port=here.http_port, tokens=tokens,
                                     content=matter.content("—"), seconds=seconds)
    if told["refused"]:
        raise RuntimeError(f"{told['refused']} filings were refused")
    return told


def settled(here: Stage) -> None:
    """Wait until review and notify have heard all that filing told."""
    def done() -> bool:
        told = here.execute("rongcuo_filing", "SELECT count(*) FROM outbox")
        return all(here.execute(f"rongcuo_{name}", UNHEARD.format(name)) == told
                   for name in ("review", "notify"))

    if not wait_until(done, PATIENCE):
        raise TimeoutError("not everything arrived")


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
                  more={"seconds": round(ends[-1], 1), "clients": CLIENTS})


def _answers(told: dict[str, Any]) -> Figure:
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
