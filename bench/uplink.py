"""How fast the hub takes a node's backlog into its projection, over bare publishing, consuming and
committing."""

from statistics import median

from bench.figures import Figure, Goal, percentile
from bench.stage import stage

ENTRIES = {"small": 10_000, "full": 50_000}
ROUNDS = {"small": 2, "full": 3}


def measure(size: str) -> dict[str, Figure]:
    """`uplink_ratio`, in entries a second; of one node over one broker, everything in one process, as its
    floor is."""
    with stage("uplink") as here:
        ours, floor = [], []
        for number in range(ROUNDS[size]):
            names = [f"uplink_{what}{number}" for what in ("province", "floor")]
            for name in names:
                here.postgres.create_database(name)
            facts = {"bus": here.rabbit.url, "n": ENTRIES[size]}
            ours.append(here.play("uplink_frames", url=here.postgres.url(names[0]),
                                  folder=str(here.var / names[0]), **facts))
            floor.append(here.play("uplink_floor", green=False, dsn=here.dsn(names[1]), **facts))
    middle, ground = median(ours), median(floor)
    return {"uplink_ratio": Figure(
        unit="entries/s", n=ENTRIES[size] * ROUNDS[size], median=middle, p99=percentile(ours, 0.01),
        floor=ground, floor_p99=percentile(floor, 0.01), ratio=middle / ground,
        goal=Goal(limit=0.5, at_most=False))}
