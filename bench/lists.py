"""The work list's first page and its 200th, with 200,000 filings over the same with 2,000."""

from collections.abc import Mapping

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

FEW, MANY = 2_000, {"small": 50_000, "full": 200_000}
LOOKS = {"small": 40, "full": 200}
TABLES = {"filing": ("filing", "dated_at", ("number", "matter_key")),
          "review": ("review_case", "due_at", ("number",))}
COPY = """INSERT INTO {table} ({columns}) SELECT {values} FROM (SELECT * FROM {table} LIMIT 1) AS one,
  generate_series(1, {n}) AS n"""


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
    for service, (table, moment, keys) in TABLES.items():
        database = f"{name}_{service}"
        here.execute("postgres", f"CREATE DATABASE {database} TEMPLATE rongcuo_{service}")
        _fill(here, database, table, moment, keys, rows)


def _fill(here: Stage, database: str, table: str, moment: str, keys: tuple[str, ...], rows: int) -> None:
    columns = [name for name, in here.execute(
        database, "SELECT column_name FROM information_schema.columns WHERE table_name = %s", table)]
    changed = {"id": "md5(n::text)", moment: f"{moment} + n * interval '1 second'",
               **{key: f"{key} || n" if key == "number" else "md5(n::text) || md5(n::text)" for key in keys}}
    here.execute(database, COPY.format(table=table, columns=", ".join(columns), n=rows, values=", ".join(
        changed.get(column, column) for column in columns)))
    with here.database(database) as connection, connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {table}")


