"""The funnel, punctuality and the counts of the work list's tabs, of many rows over of 2,000."""

from collections.abc import Mapping
from dataclasses import replace

from bench.copied_rows import copy_rows
from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

ROWS = {"small": {"few": 2_000, "many": 20_000},
        "full": {"few": 2_000, "many": 200_000, "most": 1_000_000}}
LOOKS = {"small": 40, "full": 200}
EACH_UNIT = 50      # filings, however many there are
SPREAD = {
    "organ_id": "organ", "first_organ_id": "organ", "division_code": "organ",
    "unit_key": "'甲单位' || n % {units}", "filer_id": "'u' || n % {units}"}
TABLES = {
    "filing": ("filing", SPREAD | {
        "number": "md5(n::text)", "register_number": "''", "matter_key": "NULL", "recused": "','",
        "state": "(ARRAY['accepted','accepted','accepted','declined','withdrawn','submitted'])[1 + n % 6]",
        "situation": "(ARRAY['livelihood','policy_ambiguity','project_construction'])[1 + n / 6 % 3]",
        "dated_at": "one.dated_at - n % 1000 * interval '1 day'",
        "submitted_at": "one.dated_at - n % 1000 * interval '1 day'"}),
    "review": ("review_case", SPREAD | {
        "number": "md5(n::text)", "ended": "n % 10 > 0", "late": "n % 7 = 0",
        "state": "CASE WHEN n % 10 = 0 THEN 'verification' WHEN n % 3 = 0 THEN 'declined'"
                 " ELSE 'accepted' END",
        "assignee_id": "CASE WHEN n / 10 % 2 = 0 THEN '' ELSE 'wang' END",
        "due_at": "date_trunc('day', one.due_at) + (n / 20 % 20 - 5) * interval '1 day'"})}


def measure(size: str) -> dict[str, Figure]:
    """`figures_growth.…` for each figure and reader, and `figures_growth`, the worst; `figures_ms`, the
    slowest among the most rows. In milliseconds, on PostgreSQL."""
    with stage("figures") as here:
        here.serve("filing", "review")
        here.play("submissions", bus=here.rabbit.url, n=1)
        here.serve()
        for name, rows in ROWS[size].items():
            for service in TABLES:
                _fill(here, service, name, rows)
        told = here.play("kept_figures_looks", green=False, looks=LOOKS[size], urls={
            name: here.postgres.url(f"{name}_{{service}}") for name in ROWS[size]})
    return growth(told)


def growth(told: Mapping[str, Mapping[str, list[float]]]) -> dict[str, Figure]:
    """From the milliseconds of every look at every figure: many over few, and the most by themselves."""
    goal = Goal(limit=1.3, at_most=True)
    grown = {f"figures_growth.{each}": beside(taken["many"], taken["few"], "ms", goal)
             for each, taken in told.items()}
    slowest = max(told.values(), key=lambda taken: sum(taken.get("most", taken["many"])))
    most = replace(beside(slowest.get("most", slowest["many"]), slowest["few"], "ms",
                          Goal(limit=20, at_most=True)), judged="median")
    return {"figures_growth": max(grown.values(), key=lambda figure: figure.ratio or 0),
            "figures_ms": most, **grown}


def _fill(here: Stage, service: str, name: str, rows: int) -> None:
    """A copy of the database, filled with the like of the one row in it, in all organs."""
    (table, spread), database = TABLES[service], f"{name}_{service}"
    here.execute("postgres", f"CREATE DATABASE {database} TEMPLATE rongcuo_{service}")
    changed = {"id": "md5(n::text)", "history": "'[]'", **spread}
    copy_rows(here, database, table, range(1, rows + 1), {
        column: value.format(units=rows // EACH_UNIT) for column, value in changed.items()})
