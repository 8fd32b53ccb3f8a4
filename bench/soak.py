"""129 nodes go through a working day: what the hub and the nodes hold must not grow."""

from statistics import median
from time import monotonic, sleep

from bench.catch_up import arrived
from bench.figures import Figure, Goal
from bench.line_stage import COUNTIES, LineStage, Part, connections, line_stage, memory_mb
from bench.progress import progress

LENGTH_S = {"small": 60, "full": 1_200}
CALM_S = {"small": 10, "full": 120}       # in which whatever is kept for good comes into being
STEPS = {"small": 12, "full": 120}        # of the day, in each of which every node has something new
AT_ONCE = 4                               # entries of a node in each step


def measure(size: str) -> dict[str, Figure]:
    """`soak`: by how many percent the hub's memory grew from the first tenth to the last; connections, and
    the memory of the nodes, beside it."""
    with line_stage("soak") as here, here.hub() as hub, here.part("line_nodes") as nodes:
        nodes.told()
        nodes.ask("connect")
        _work(nodes, CALM_S[size], STEPS[size] // 10)
        held = [_held(here, hub, nodes)]
        for step in range(10):
            progress("soak", step, 10)
            _work(nodes, LENGTH_S[size] / 10, STEPS[size] // 10)
            held.append(_held(here, hub, nodes))
        drained = nodes.ask("drain")
        given = len(COUNTIES) * AT_ONCE * (STEPS[size] // 10) * 11
        lost = given - arrived(here)
    grown = _growth([each["hub_mb"] for each in held])
    more = {"nodes_growth": round(_growth([each["nodes_mb"] for each in held]), 2),
            "connections": [int(each["connections"]) for each in (held[0], held[-1])],
            "lost_or_doubled": lost, "nodes": len(drained["last"]), "seconds": LENGTH_S[size],
            "hub_mb": [round(each["hub_mb"], 1) for each in held],
            "nodes_mb": [round(each["nodes_mb"]) for each in held]}
    return {"soak": Figure(unit="% of memory", n=given, median=grown, p99=grown,
                           goal=Goal(limit=5, at_most=True), judged="median", more=more)}


def _work(nodes: Part, seconds: float, steps: int) -> None:
    for _ in range(steps):
        begun = monotonic()
        nodes.ask(f"give {AT_ONCE}")
        sleep(max(seconds / steps - (monotonic() - begun), 0))


def _held(here: LineStage, hub: Part, nodes: Part) -> dict[str, float]:
    (clients,), = here.rows("SELECT count(*) FROM pg_stat_activity")
    return {"hub_mb": memory_mb(hub.pid), "nodes_mb": memory_mb(nodes.pid),
            "connections": connections(hub.pid) + connections(nodes.pid) + clients}


def _growth(held: list[float]) -> float:
    """In percent, of the middle of the last three over that of the first three: it breathes."""
    return 100 * (median(held[-3:]) / median(held[:3]) - 1)
