"""How long it takes to find the filings that a report may be about, among 200,000 over among 2,000."""

from collections.abc import Mapping
from dataclasses import replace

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

FILINGS = {"small": {"few": 2_000, "many": 20_000}, "full": {"few": 2_000, "many": 200_000}}
LOOKS = {"small": 40, "full": 200}
Told = Mapping[str, Mapping[str, list[float]]]


def measure(size: str) -> dict[str, Figure]:
    """`match_ms` and `match_growth`, on PostgreSQL; of SQLite under the same names with its own behind."""
    with stage("match") as here:
        urls = {base: {name: _database(here, base, name) for name in FILINGS[size]}
                for base in ("postgresql", "sqlite")}
        told = here.play("match_looks", green=False, looks=LOOKS[size], filings=FILINGS[size], urls=urls)
    return matching(told)


def matching(told: Told) -> dict[str, Figure]:
    """From the milliseconds of every look, with few filings and with many."""
    figures = {}
    for base, taken in told.items():
        behind = "" if base == "postgresql" else f".{base}"
        many, few = taken["many"], taken["few"]
        figures[f"match_ms{behind}"] = replace(
            beside(many, few, "ms", Goal(limit=30, at_most=True)), judged="median")
        figures[f"match_growth{behind}"] = beside(many, few, "ms", Goal(limit=2.0, at_most=True))
    return figures


def _database(here: Stage, base: str, name: str) -> str:
    if base == "sqlite":
        return f"sqlite:///{here.var / name}.db"
    here.postgres.create_database(f"{name}_clarify")
    return here.postgres.url(f"{name}_clarify")
