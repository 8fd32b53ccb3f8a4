"""How long the hub's dashboard of all nodes takes, with one million matters of 129 nodes."""

from statistics import median

from bench.figures import Figure, Goal, percentile
from bench.stage import stage

MATTERS = {"small": 50_000, "full": 1_000_000}
LOOKS = {"small": 40, "full": 200}


def measure(size: str) -> dict[str, Figure]:
    """`province_page_ms`, on PostgreSQL: nodes and figures, fetched and put together as the views do it."""
    with stage("province_page") as here:
        here.postgres.create_database("province_page")
        taken = here.play("province_page_looks", green=False, looks=LOOKS[size], matters=MATTERS[size],
                          url=here.postgres.url("province_page"))
    return {"province_page_ms": Figure(
        unit="ms", n=len(taken), median=median(taken), p99=percentile(taken, 0.99),
        goal=Goal(limit=100, at_most=True), judged="median")}
