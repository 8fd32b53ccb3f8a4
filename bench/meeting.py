"""What revealing and counting fifteen votes costs over a bare call and a bare commit."""

from bench.figures import Figure, Goal
from bench.stage import stage
from bench.submit import BARE, create_bare, over_floor
from services.determination.storage import METADATA

PAIRS = {"small": 150, "full": 1500}
WARM_UP = 30


def measure(size: str) -> dict[str, Figure]:
    """`meeting_ratio`, in ms. Only determination runs: what others do afterwards is not in it."""
    ids = [f"bench-{number}" for number in range(PAIRS[size] + WARM_UP + 1)]
    with stage("meeting") as here:
        here.serve("determination")
        create_bare(here, METADATA)
        for database in ("rongcuo_determination", BARE):
            here.play("meeting_plant", url=here.postgres.url(database), ids=ids)
        with here.beginning("echo", bus=here.rabbit.url) as echo:
            assert echo.stdout is not None
            echo.stdout.readline()
            told = here.play("meeting_pairs", bus=here.rabbit.url, ids=ids, warm_up=WARM_UP,
                             source=here.dsn("rongcuo_determination"), bare=here.dsn(BARE))
    return {"meeting_ratio": over_floor(told, Goal(limit=2.0, at_most=True))}
