"""What asking a county how it is costs the hub, over a bare call on one broker."""

from bench.figures import Figure, Goal, beside
from bench.line_stage import COUNTIES, line_stage

PAIRS = {"small": 150, "full": 1_500}


def measure(size: str) -> dict[str, Figure]:
    """`province_rpc_ratio`, in ms. The county has a bus of its own beside its account at the hub's."""
    code, *_ = COUNTIES
    with line_stage("province_rpc", (code,)) as here, here.part("line_nodes") as node, \
            here.part("echo") as echo:
        node.told()
        node.ask("connect")
        echo.told()
        with here.part("province_rpc_pairs", code=code, n=PAIRS[size]) as pairs:
            taken = pairs.told()
    ours, floor = ([second * 1_000 for second in taken[name]] for name in ("ours", "floor"))
    return {"province_rpc_ratio": beside(ours, floor, "ms", Goal(limit=1.5, at_most=True))}
