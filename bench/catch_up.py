"""129 nodes return at once: how long their backlogs take over bare publishing, consuming and committing."""

import time

from bench.figures import Figure, Goal
from bench.line_stage import COUNTIES, LineStage, line_stage, memory_mb

ENTRIES = {"small": 100, "full": 1_000}     # that each node has for the hub
SENDING_S, EMPTY_S = 60, 900                # docs/guarantees.md, R6


def measure(size: str) -> dict[str, Figure]:
    """`catch_up`, in seconds from the first entry that the hub acknowledged to the last. The broker itself
    is away meanwhile, so that all connections are lost, and made anew at once."""
    many, each = len(COUNTIES) * ENTRIES[size], ENTRIES[size]
    with line_stage("catch_up") as here, here.hub() as hub, here.part("line_nodes") as nodes:
        nodes.told()
        nodes.ask("connect")
        idle = memory_mb(hub.pid)
        here.rabbit.stop()
        nodes.ask(f"give {each}")
        here.rabbit.start()
        healed = time.time()
        drained = nodes.ask("drain")
        peak, lost = memory_mb(hub.pid, "VmHWM"), many - arrived(here)
        floor = many / _floor(here, many)
    first, last = drained["first"], drained["last"]
    taken = last[-1] - first[0]
    return {"catch_up": Figure(
        unit="s", n=many, median=taken, p99=taken, floor=floor, ratio=taken / floor,
        goal=Goal(limit=1.5, at_most=True),
        more={"lost_or_doubled": lost, "peak_mb": round(peak), "idle_mb": round(idle),
              "first_after_s": round(first[0] - healed, 1),
              "all_sending_after_s": round(first[-1] - healed, 1),
              "empty_after_s": round(last[-1] - healed, 1),
              "r6_met": first[-1] - healed <= SENDING_S and last[-1] - healed <= EMPTY_S})}


def arrived(here: LineStage) -> int:
    """Entries whose effect is there: each matter is told of twice, and counts once in every sum."""
    (matters, versions), = here.rows("SELECT count(*), sum(version) FROM province_matter")
    (filed,), = here.rows("SELECT sum(number) FROM province_figure WHERE code = 'filed' AND "
                          "length(place) = 6 AND length(period) = 4")
    assert matters == filed, f"{matters} matters are counted as {filed}"
    return int(versions)


def _floor(here: LineStage, many: int) -> float:
    """Entries a second."""
    with here.part("uplink_floor", green=False, dsn=here.dsn("catch_up_floor"), n=many) as part:
        return float(part.told())
