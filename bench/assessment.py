"""What recording an assessment costs over a bare call and a bare commit."""

from bench.figures import Figure
from bench.stage import stage
from bench.submit import BARE, create_bare, submit_ratio
from services.determination.storage import METADATA

PAIRS = {"small": 150, "full": 1500}
WARM_UP = 30


def measure(size: str) -> dict[str, Figure]:
    """`assessment_ratio`, in ms. Only determination runs; every assessment is of a case of its own."""
    pairs = PAIRS[size]
    with stage("assessment") as here:
        here.serve("determination")
        create_bare(here, METADATA)
        cases = here.play("assessment_cases", green=False, n=pairs + WARM_UP + 1,
                          urls=[here.postgres.url(name) for name in ("rongcuo_determination", BARE)])
        with here.beginning("echo", bus=here.rabbit.url) as echo:
            assert echo.stdout is not None
            echo.stdout.readline()
            told = here.play("assessment_pairs", bus=here.rabbit.url, n=pairs, warm_up=WARM_UP, cases=cases,
                             source=here.dsn("rongcuo_determination"), bare=here.dsn(BARE))
    return {"assessment_ratio": submit_ratio(told)}
