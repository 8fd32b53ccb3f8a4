"""Looks at the province's dashboard, of few matters and of many, in turns. Started by bench.dashboard.

What the view does is called, without a call's constant cost, which would only hide what grows.
"""

import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import create_engine, insert, text

from bench.progress import progress
from rongcuo.casework.counting import Count, area_of
from rongcuo.casework.counting.rows import Cell
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.insight import Code, InsightQuery
from rongcuo.policy.divisions import PROVINCE, divisions
from services.insight.storage import METADATA, InsightStorage, figures, matters
from services.insight.views import figures as look

WARM_UP, YEARS, BATCH = 5, 5, 5_000
ORGANS = tuple(each.code for each in divisions())
READER = Actor("bench", "测速", PROVINCE, PROVINCE, "", frozenset({Role.SUPERVISOR}))


def main(facts: dict[str, Any]) -> None:
    """Prints {database: {few|many: [milliseconds]}}."""
    for urls in facts["urls"].values():      # before any service's own patience with a database begins
        for name, url in urls.items():
            _fill(url, facts["matters"][name])
    told = {}
    for base, urls in facts["urls"].items():
        kept = {name: _opened(url) for name, url in urls.items()}
        taken: dict[str, list[float]] = {name: [] for name in kept}
        for number in range(-WARM_UP, facts["looks"]):
            progress(f"dashboard_ms {base}", number, facts["looks"])
            for name, runtime in kept.items():
                taken[name].append(_look(runtime))
        told[base] = {name: times[WARM_UP:] for name, times in taken.items()}
        for runtime in kept.values():
            runtime.stop()
    print(json.dumps(told))


def _counts(number: int) -> Iterator[Count]:
    """Always the same for the same number: a filing, of which one in ten comes to a determination."""
    dice = random.Random(number)  # noqa: S311  (no secret)
    organ_id, year = ORGANS[dice.randrange(len(ORGANS))], 2026 - dice.randrange(YEARS)
    codes = [Code.FILED, Code.ACCEPTED, Code.IN_REVIEW, *((Code.HOUSEHOLDS,) if dice.random() < 0.1 else ())]
    if dice.random() < 0.1:
        codes += [Code.OPENED, Code.IN_DETERMINATION, Code.IN_FEEDBACK, Code.VISITS, Code.PROGRAMMES,
                  dice.choice([Code.EXEMPT, Code.MITIGATE, Code.LIGHTEN, Code.DENIED])]
    yield from (Count(code=code, organ_id=organ_id, period=str(year)) for code in codes)
    yield Count(code=Code.LATE if dice.random() < 0.1 else Code.ON_TIME, organ_id=organ_id,
                period=f"{year}-{dice.randint(1, 12):02}")


def _fill(url: str, many: int) -> None:
    print(f"  {many} matters …", file=sys.stderr, flush=True)
    engine, cells = create_engine(url), defaultdict[tuple[str, str, str], Cell](Cell)
    with engine.begin() as connection:
        history_of(METADATA).upgrade(connection)
        for start in range(0, many, BATCH):
            rows = []
            for number in range(start, min(start + BATCH, many)):
                counts = {each.code: each for each in _counts(number)}
                for each in counts.values():
                    cells[each.organ_id, each.period, each.code].add(each.number, each.days)
                rows.append({"id": f"filing:{number:032x}", "told": True, "begun": {},
                             "counts": {code: asdict(each) for code, each in counts.items()}})
            connection.execute(insert(matters), rows)
        for (organ_id, *rest), cell in [*cells.items()]:
            area = cells[area_of(organ_id), rest[0], rest[1]]
            area.add(cell.number, cell.days)
            area.heed(cell, 1)
        connection.execute(insert(figures), [
            dict(zip(("place", "period", "code"), key, strict=True)) | asdict(cell)
            for key, cell in cells.items()])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _opened(url: str) -> ServiceRuntime[InsightStorage]:
    config = load_config(None, {"RONGCUO_DATABASE_URL": url})
    return ServiceRuntime("insight", METADATA, InsightStorage, config)


def _look(runtime: ServiceRuntime[InsightStorage]) -> float:
    """Milliseconds. Raises AssertionError where the page is empty."""
    begun = time.perf_counter()
    told = look(runtime.context(Query(), READER), InsightQuery(place="53", year=2026))
    taken = 1000 * (time.perf_counter() - begun)
    assert len(told.places) > len(ORGANS) // 10, "there are no figures"
    return taken
