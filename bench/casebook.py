"""How long a search of the casebook takes, among 20,000 published entries over among 2,000."""

from collections.abc import Mapping
from dataclasses import replace

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

ENTRIES = {"small": {"few": 500, "many": 4_000}, "full": {"few": 2_000, "many": 20_000}}
LOOKS = {"small": 20, "full": 100}
GOAL = Goal(limit=50, at_most=True)
Told = Mapping[str, Mapping[str, Mapping[str, list[float]]]]


def measure(size: str) -> dict[str, Figure]:
    """`casebook_search_ms`, on PostgreSQL; of SQLite under the same name with its own behind."""
    with stage("casebook") as here:
        urls = {base: {name: _database(here, base, name) for name in ENTRIES[size]}
                for base in ("postgresql", "sqlite")}
        told = here.play("casebook_looks", green=False, looks=LOOKS[size], entries=ENTRIES[size], urls=urls)
    return searching(told)


def searching(told: Told) -> dict[str, Figure]:
    """From the milliseconds of every look, by kind of words: of each kind, and of the slowest of them, which
    stands for all. The ratio is how it grows."""
    figures: dict[str, Figure] = {}
    for base, kinds in told.items():
        behind = "" if base == "postgresql" else f".{base}"
        each = {f"casebook_search_ms.{kind}{behind}":
                replace(beside(taken["many"], taken["few"], "ms", GOAL), judged="median")
                for kind, taken in kinds.items()}
        slowest = max(each.values(), key=lambda figure: figure.median)
        figures |= {f"casebook_search_ms{behind}": slowest, **each}
    return figures


def _database(here: Stage, base: str, name: str) -> str:
    if base == "sqlite":
        return f"sqlite:///{here.var / name}.db"
    here.postgres.create_database(f"{name}_followup")
    return here.postgres.url(f"{name}_followup")
