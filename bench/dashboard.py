"""How long the province's dashboard takes, of 200,000 matters over of 2,000."""

from collections.abc import Mapping
from dataclasses import replace

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

MATTERS = {"small": {"few": 2_000, "many": 20_000}, "full": {"few": 2_000, "many": 200_000}}
LOOKS = {"small": 40, "full": 200}
Told = Mapping[str, Mapping[str, list[float]]]


def measure(size: str) -> dict[str, Figure]:
    """`dashboard_ms` and `dashboard_growth`, on PostgreSQL; of SQLite under the same names with its own
    behind."""
    with stage("dashboard") as here:
        urls = {base: {name: _database(here, base, name) for name in MATTERS[size]}
                for base in ("postgresql", "sqlite")}
        told = here.play("dashboard_looks", green=False, looks=LOOKS[size], matters=MATTERS[size], urls=urls)
    return looking(told)


def looking(told: Told) -> dict[str, Figure]:
    """From the milliseconds of every look, with few matters and with many."""
    figures = {}
    for base, taken in told.items():
        behind = "" if base == "postgresql" else f".{base}"
        many, few = taken["many"], taken["few"]
        figures[f"dashboard_ms{behind}"] = replace(
            beside(many, few, "ms", Goal(limit=100, at_most=True)), judged="median")
        figures[f"dashboard_growth{behind}"] = beside(many, few, "ms", Goal(limit=1.5, at_most=True))
    return figures


def _database(here: Stage, base: str, name: str) -> str:
    if base == "sqlite":
        return f"sqlite:///{here.var / name}.db"
    here.postgres.create_database(f"{name}_insight")
    return here.postgres.url(f"{name}_insight")
