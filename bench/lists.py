"""The work list's first page and its 200th, with 200,000 filings over the same with 2,000."""

from collections.abc import Mapping

from bench.copied_rows import copy_rows
from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

FEW, MANY = 2_000, {"small": 50_000, "full": 200_000}
LOOKS = {"small": 40, "full": 200}
ANOTHER = {"id": "md5(n::text)", "number": "one.number || n"}
TABLES = {"filing": ("filing", {"dated_at": "one.dated_at + n * interval '1 second'",
                                "matter_key": "md5(n::text) || md5(n::text)"}),
          "review": ("review_case", {"due_at": "one.due_at + n * interval '1 second'"})}


def measure(size: str) -> dict[str, Figure]:
    """`list_growth_…` for each list, and `list_growth`, the worst of them. In milliseconds."""
    with stage("lists") as here:
        here.serve("filing", "review")
        here.play("submissions", bus=here.rabbit.url, n=1)
        here.serve()
        for name, rows in {"few": FEW, "many": MANY[size]}.items():
            _prepare(here, name, rows)
        told = here.play("list_looks", green=False, looks=LOOKS[size], urls={
            name: here.postgres.url(f"{name}_{{service}}") for name in ("few", "many")})
    return growth(told)


def growth(told: Mapping[str, Mapping[str, list[float]]]) -> dict[str, Figure]:
    """From the milliseconds of every look at every page, with few and with many."""
    goal = Goal(limit=1.3, at_most=True)
    figures = {f"list_growth.{page}": beside(taken["many"], taken["few"], "ms", goal)
               for page, taken in told.items()}
    worst = max(figures.values(), key=lambda figure: figure.ratio or 0)
    return {"list_growth": worst, **figures}


def _prepare(here: Stage, name: str, rows: int) -> None:
    """A copy of each database, filled with the like of the one row in it."""
    for service, (table, changed) in TABLES.items():
        database = f"{name}_{service}"
        here.execute("postgres", f"CREATE DATABASE {database} TEMPLATE rongcuo_{service}")
        copy_rows(here, database, table, range(1, rows + 1), ANOTHER | changed)
        here.execute(database, f"VACUUM ANALYZE {table}")
