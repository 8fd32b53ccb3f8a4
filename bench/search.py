"""How long it takes to find filings by number, by a word that many have, few or none: among 200,000 over
among 2,000."""

from collections.abc import Mapping
from dataclasses import replace

from bench.figures import Figure, Goal, beside
from bench.stage import Stage, stage

FILINGS = {"small": {"few": 2_000, "many": 20_000}, "full": {"few": 2_000, "many": 200_000}}
LOOKS = {"small": 30, "full": 100}
GROWTH, ABSOLUTE = Goal(limit=1.5, at_most=True), Goal(limit=50, at_most=True)
GROWING = ("uncommon", "elsewhere")
Told = Mapping[str, Mapping[str, Mapping[str, list[float]]]]


def measure(size: str) -> dict[str, Figure]:
    """`search_growth` and `search_ms`, on PostgreSQL; of SQLite under the same names with its own behind."""
    with stage("search") as here:
        urls = {base: {name: _database(here, base, name) for name in FILINGS[size]}
                for base in ("postgresql", "sqlite")}
        told = here.play("search_looks", green=False, looks=LOOKS[size], filings=FILINGS[size], urls=urls)
    return finding(told)


def finding(told: Told) -> dict[str, Figure]:
    """From the milliseconds of every look, by kind of search: of each kind, and of the worst of them, which
    stands for all. Of what more is found, or walked past, the more there are, it only has to be quick."""
    figures: dict[str, Figure] = {}
    for base, kinds in told.items():
        behind = "" if base == "postgresql" else f".{base}"
        each = {kind: beside(taken["many"], taken["few"], "ms", None if kind in GROWING else GROWTH)
                for kind, taken in kinds.items()}
        figures[f"search_growth{behind}"] = max(
            (figure for kind, figure in each.items() if kind not in GROWING),
            key=lambda figure: figure.ratio or 0)
        figures[f"search_ms{behind}"] = replace(
            max(each.values(), key=lambda figure: figure.median), goal=ABSOLUTE, judged="median")
        figures |= {f"search_growth.{kind}{behind}": figure for kind, figure in each.items()}
    return figures


def _database(here: Stage, base: str, name: str) -> str:
    if base == "sqlite":
        return f"sqlite:///{here.var / name}.db"
    here.postgres.create_database(f"{name}_searched")
    return here.postgres.url(f"{name}_searched")
