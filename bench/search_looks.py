"""Searches filings, few and many, in turns. Started by bench.search.

What the view does is called, without a call's constant cost, which would only hide what grows.
"""

import json
import sys
import time
from typing import Any

from sqlalchemy import create_engine, text

from bench.progress import progress
from bench.search_filings import SEARCHED, Sought, fill
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.filing import FilingsPage, FilingsQuery
from services.filing.storage import METADATA, FilingStorage
from services.filing.views import page

WARM_UP = 3
LIMIT = 3                # thirty pages of three fit into 2,000 filings
Runtime = ServiceRuntime[FilingStorage]


def main(facts: dict[str, Any]) -> None:
    """Prints {database: {kind of search: {few|many: [milliseconds]}}}."""
    for urls in facts["urls"].values():      # before any service's own patience with a database begins
        for name, url in urls.items():
            _fill(url, facts["filings"][name])
    print(json.dumps({base: _looked_at(base, urls, facts["looks"]) for base, urls in facts["urls"].items()}))


def _fill(url: str, filings: int) -> None:
    print(f"  {filings} filings …", file=sys.stderr, flush=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        history_of(METADATA).upgrade(connection)
    fill(engine, filings)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if engine.name == "postgresql" else "ANALYZE"))
    engine.dispose()


def _looked_at(base: str, urls: dict[str, str], looks: int) -> dict[str, dict[str, list[float]]]:
    kept = {name: _opened(url) for name, url in urls.items()}
    begun = {(kind, name): _cursor(runtime, sought)
             for kind, sought in SEARCHED.items() for name, runtime in kept.items()}
    taken: dict[str, dict[str, list[float]]] = {kind: {name: [] for name in kept} for kind in SEARCHED}
    for number in range(-WARM_UP, looks):
        progress(f"search_growth {base}", number, looks)
        for kind, times in taken.items():
            for name, runtime in kept.items():
                times[name].append(_timed(runtime, SEARCHED[kind], begun[kind, name]))
    for runtime in kept.values():
        runtime.stop()
    return {kind: {name: each[WARM_UP:] for name, each in times.items()} for kind, times in taken.items()}


def _opened(url: str) -> Runtime:
    return ServiceRuntime("filing", METADATA, FilingStorage,
                          load_config(None, {"RONGCUO_DATABASE_URL": url}))


def _cursor(runtime: Runtime, sought: Sought) -> str:
    cursor = ""
    for _ in range(sought.pages - 1):
        cursor = _look(runtime, sought, cursor, LIMIT).next_cursor
    return cursor


def _timed(runtime: Runtime, sought: Sought, cursor: str) -> float:
    """Milliseconds. Raises AssertionError where there is nothing that should be found, or something else."""
    begun = time.perf_counter()
    found = _look(runtime, sought, cursor, LIMIT if cursor else 50)
    taken = 1000 * (time.perf_counter() - begun)
    assert bool(found.lines) is sought.found, f"{sought.words}: {len(found.lines)} are found"
    return taken


def _look(runtime: Runtime, sought: Sought, cursor: str, limit: int) -> FilingsPage:
    context = runtime.context(Query(), sought.actor)
    return page(context, FilingsQuery(search=sought.words, cursor=cursor, limit=limit))
