"""Many rows after the like of one."""

from collections.abc import Mapping, Sequence

from bench.stage import Stage
from rongcuo.policy.divisions import divisions

COPY = """INSERT INTO {table} ({columns}) SELECT {values} FROM (SELECT * FROM {table} LIMIT 1) AS one,
  generate_series({first}, {last}) AS n, LATERAL (SELECT (%s)[1 + n %% %s] AS organ) AS place"""


def copy_rows(here: Stage, database: str, table: str, numbers: range, changed: Mapping[str, str]) -> None:
    """One row for each of the numbers, as the one that is there. `changed`: by column, in SQL; `n` is the
    number, `organ` one of all organs in turns."""
    columns = [column for column, in here.execute(
        database, "SELECT column_name FROM information_schema.columns WHERE table_name = %s"
                  " AND table_schema = 'public' AND is_generated = 'NEVER'", table)]
    values = (changed.get(column, f"one.{column}").replace("%", "%%") for column in columns)
    organs: Sequence[str] = [each.code for each in divisions()]
    here.execute(database, COPY.format(
        table=table, columns=", ".join(columns), values=", ".join(values), first=numbers.start,
        last=numbers.stop - 1), organs, len(organs))
