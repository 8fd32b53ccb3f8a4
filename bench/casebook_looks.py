"""Searches the casebook, of few entries and of many, in turns. Started by bench.casebook.

What the view does is called, as somebody of a county, without a call's constant cost, which would only hide
what grows: how rare the words are, and the first page of what is found within their rights.
"""

import json
import sys
import time
from typing import Any

from sqlalchemy import create_engine, text

from bench.casebook_entries import FOUND, READER, SEARCHED, fill
from bench.progress import progress
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.followup import EntriesQuery
from services.followup.storage import METADATA, FollowupStorage
from services.followup.views.casebook import page

WARM_UP = 3


def main(facts: dict[str, Any]) -> None:
    """Prints {database: {kind of words: {few|many: [milliseconds]}}}."""
    for urls in facts["urls"].values():      # before any service's own patience with a database begins
        for name, url in urls.items():
            _fill(url, facts["entries"][name])
    told = {}
    for base, urls in facts["urls"].items():
        kept = {name: _opened(url) for name, url in urls.items()}
        taken: dict[str, dict[str, list[float]]] = {kind: {name: [] for name in kept} for kind in SEARCHED}
        for number in range(-WARM_UP, facts["looks"]):
            progress(f"casebook_search_ms {base}", number, facts["looks"])
            for kind, times in taken.items():
                for name, runtime in kept.items():
                    times[name].append(_look(runtime, kind))
        told[base] = {kind: {name: each[WARM_UP:] for name, each in times.items()}
                      for kind, times in taken.items()}
        for runtime in kept.values():
            runtime.stop()
    print(json.dumps(told))


def _fill(url: str, entries: int) -> None:
    print(f"  {entries} entries …", file=sys.stderr, flush=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        history_of(METADATA).upgrade(connection)
    fill(engine, entries)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if engine.name == "postgresql" else "ANALYZE"))
    engine.dispose()


def _opened(url: str) -> ServiceRuntime[FollowupStorage]:
    config = load_config(None, {"RONGCUO_DATABASE_URL": url})
    return ServiceRuntime("followup", METADATA, FollowupStorage, config)


def _look(runtime: ServiceRuntime[FollowupStorage], kind: str) -> float:
    """Milliseconds. Raises AssertionError where there is nothing that should be found, or something else."""
    begun = time.perf_counter()
    found = page(runtime.context(Query(), READER), EntriesQuery(search=SEARCHED[kind]))
    taken = 1000 * (time.perf_counter() - begun)
    assert bool(found.lines) is (kind in FOUND), f"{kind}: {len(found.lines)} are found"
    return taken
