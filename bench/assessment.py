"""What recording an assessment costs over a bare call and a bare commit."""

from sqlalchemy import create_engine

from bench.figures import Figure
from bench.stage import Stage, stage
from bench.submit import BARE, submit_ratio
from rongcuo.chassis.tables import CHASSIS
from services.review import storage

PAIRS = {"small": 150, "full": 1500}
WARM_UP = 30


def measure(size: str) -> dict[str, Figure]:
    """`assessment_ratio`, in ms. Only review runs; every assessment is of a case of its own."""
    pairs = PAIRS[size]
    with stage("assessment") as here:
        here.serve("review")
        create_bare(here)
        cases = here.play("assessment_cases", green=False, n=pairs + WARM_UP + 1,
                          urls=[here.postgres.url(name) for name in ("rongcuo_review", BARE)])
        with here.beginning("echo", bus=here.rabbit.url) as echo:
            assert echo.stdout is not None
            echo.stdout.readline()
            told = here.play("assessment_pairs", bus=here.rabbit.url, n=pairs, warm_up=WARM_UP, cases=cases,
                             review=here.dsn("rongcuo_review"), bare=here.dsn(BARE))
    return {"assessment_ratio": submit_ratio(told)}


def create_bare(here: Stage) -> None:
    """A database with review's tables that the platform does not know of."""
    here.postgres.create_database(BARE)
    engine = create_engine(here.postgres.url(BARE))
    with engine.begin() as connection:
        storage.METADATA.create_all(connection)
        CHASSIS.create_all(connection)
    engine.dispose()
