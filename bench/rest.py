"""What the platform takes while nobody does anything: six services, in one process and as six."""

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from bench.figures import Figure, Goal, percentile
from bench.processor import processor_s
from bench.progress import progress
from bench.stage import Stage, stage
from services import NAMES

SIX = NAMES[:6]          # with which the platform began: identity to gateway
WINDOWS = {"small": 3, "full": 10}
WINDOW_S = 10.0
CALM_AFTER_S = 10.0      # what a start leaves to be done is done by then


def measure(size: str) -> dict[str, Figure]:
    """`rest_share` and `rest_mb` of one process that serves the six; `apart_` of six processes."""
    figures: dict[str, Figure] = {}
    with stage("rest") as here:
        here.serve_together(*SIX)
        figures |= at_rest(here, "rest", size, Goal(limit=2, at_most=True), Goal(limit=400, at_most=True))
        here.serve(*SIX)
        figures |= at_rest(here, "rest_apart", size)
    return figures


def at_rest(here: Stage, name: str, size: str, share_goal: Goal | None = None,
            memory_goal: Goal | None = None) -> dict[str, Figure]:
    """`…_share` and `…_mb` of whatever runs."""
    by_node = {node.name: node.processes() for node in here.running()}
    everybody = [pid for processes in by_node.values() for pid in processes]
    sleep(CALM_AFTER_S)
    shares = []
    for number in range(WINDOWS[size]):
        progress(name, number, WINDOWS[size])
        shares.append(_share(everybody))
    told = {service: round(sum(map(proportional_mb, processes))) for service, processes in by_node.items()}
    memory = sum(map(proportional_mb, everybody))
    return {f"{name}_share": Figure(unit="% of a core", n=len(shares), median=median(shares),
                                    p99=percentile(shares, 0.99), goal=share_goal, judged="median"),
            f"{name}_mb": Figure(unit="MB", n=len(everybody), median=memory, p99=memory, goal=memory_goal,
                                 judged="median", more={"by_process": told})}


def _share(pids: Sequence[int]) -> float:
    """Of one core, in percent, for the length of a window."""
    begun, before = monotonic(), sum(map(processor_s, pids))
    sleep(WINDOW_S)
    return 100 * (sum(map(processor_s, pids)) - before) / (monotonic() - begun)


def proportional_mb(pid: int) -> float:
    """Memory of a process; what it shares counts in part (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024
