"""What a submission costs over a bare call and a bare commit."""

from statistics import median

from sqlalchemy import MetaData, create_engine

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage
from rongcuo.chassis.database.history import history_of
from services.filing import storage

PAIRS = {"small": 150, "full": 1500}
BARE = "bench_bare"


def measure(size: str) -> dict[str, Figure]:
    """`submit_ratio`, in ms. Only filing runs: what review and notify do afterwards is not in it."""
    with stage("submit") as here:
        here.serve("filing")
        create_bare(here, storage.METADATA)
        with here.beginning("echo", bus=here.rabbit.url) as echo:
            assert echo.stdout is not None
            echo.stdout.readline()
            told = here.play("submit_pairs", bus=here.rabbit.url, n=PAIRS[size],
                             filing=here.dsn("rongcuo_filing"), bare=here.dsn(BARE))
    return {"submit_ratio": submit_ratio(told)}


def submit_ratio(told: dict[str, list[float]]) -> Figure:
    """From the seconds of each step of each pair."""
    return over_floor(told, Goal(limit=1.5, at_most=True))


def over_floor(told: dict[str, list[float]], goal: Goal) -> Figure:
    """A command over a bare call and a bare commit."""
    ours, call, commit = ([second * 1000 for second in told[name]] for name in ("ours", "call", "commit"))
    floor = [calling + committing for calling, committing in zip(call, commit, strict=True)]
    return beside(ours, floor, "ms", goal,
                  floor_call=round(median(call), 2), floor_commit=round(median(commit), 2))


def create_bare(here: Stage, tables: MetaData) -> None:
    """A database with a service's tables that the platform does not know of."""
    here.postgres.create_database(BARE)
    engine = create_engine(here.postgres.url(BARE))
    with engine.begin() as connection:
        history_of(tables).upgrade(connection)
    engine.dispose()
