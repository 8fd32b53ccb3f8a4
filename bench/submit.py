"""What a submission costs over a bare call and a bare commit."""

from sqlalchemy import create_engine

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage
from rongcuo.chassis.tables import CHASSIS
from services.filing import storage

PAIRS = {"small": 150, "full": 1500}
BARE = "bench_bare"


def measure(size: str) -> dict[str, Figure]:
    """`submit_ratio`, in milliseconds. Only filing runs: what review and notify do afterwards is not in it."""
    with stage("submit") as here:
        here.serve("filing")
        _create_bare(here)
        told = _pairs(here, PAIRS[size])
    return {"submit_ratio": submit_ratio(told)}


def submit_ratio(told: dict[str, list[float]]) -> Figure:
    """From the seconds of each step of each pair."""
    ours, echo, rows = ([second * 1000 for second in told[name]] for name in ("ours", "echo", "rows"))
    floor = [call + commit for call, commit in zip(echo, rows, strict=True)]
    return beside(ours, floor, "ms", Goal(limit=1.5, at_most=True),
                  floor_call=beside(echo, echo, "ms").median, floor_commit=beside(rows, rows, "ms").median)


def _create_bare(here: Stage) -> None:
    here.postgres.create_database(BARE)
    engine = create_engine(here.postgres.url(BARE))
    with engine.begin() as connection:
        storage.METADATA.create_all(connection)
        CHASSIS.create_all(connection)
    engine.dispose()


def _pairs(here: Stage, pairs: int) -> dict[str, list[float]]:
    with here.beginning("echo", bus_url=here.rabbit.url) as echo:
        assert echo.stdout is not None
        echo.stdout.readline()
        told: dict[str, list[float]] = here.play(
            "submit_pairs", bus=here.rabbit.url, n=pairs, filing=here.dsn("rongcuo_filing"),
            bare=here.dsn(BARE))
    return told
