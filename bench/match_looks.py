"""Looks for the filings beside an allegation, with few and with many, in turns. Started by bench.match.

What the view does is called, without a call's constant cost, which would only hide what grows: the rows that
are near, and what speaks for and against each.
"""

import json
import sys
import time
from typing import Any

from sqlalchemy import create_engine, text

from bench.match_filings import fill, reported
from bench.matter import ORGAN
from bench.progress import progress
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from services.clarify.domain.shield import compare
from services.clarify.storage import METADATA, ReportStorage

WARM_UP = 5


def main(facts: dict[str, Any]) -> None:
    """Prints {database: {few|many: [milliseconds]}}."""
    for urls in facts["urls"].values():      # before any service's own patience with a database begins
        for name, url in urls.items():
            _fill(url, facts["filings"][name])
    told = {}
    for base, urls in facts["urls"].items():
        kept = {name: _opened(url) for name, url in urls.items()}
        taken: dict[str, list[float]] = {name: [] for name in kept}
        for number in range(-WARM_UP, facts["looks"]):
            progress(f"match_ms {base}", number, facts["looks"])
            for name, runtime in kept.items():
                taken[name].append(_look(runtime, number % facts["filings"]["few"]))
        told[base] = {name: times[WARM_UP:] for name, times in taken.items()}
        for runtime in kept.values():
            runtime.stop()
    print(json.dumps(told))


def _fill(url: str, filings: int) -> None:
    print(f"  {filings} filings …", file=sys.stderr, flush=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        history_of(METADATA).upgrade(connection)
    fill(engine, filings)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


def _opened(url: str) -> ServiceRuntime[ReportStorage]:
    config = load_config(None, {"RONGCUO_DATABASE_URL": url})
    return ServiceRuntime("clarify", METADATA, ReportStorage, config)


def _look(runtime: ServiceRuntime[ReportStorage], number: int) -> float:
    """Milliseconds. Raises AssertionError where the filing that it is about is not among those found."""
    allegation = reported(number)
    begun = time.perf_counter()
    with runtime.database.reading() as session:
        near = ReportStorage(session).filings.near(ORGAN, allegation)
        beside = [compare(1, allegation, matter) for matter in near]
    taken = 1000 * (time.perf_counter() - begun)
    assert any(each.matter.filing_id == f"{number:032x}" for each in beside), "the filing itself is not found"
    return taken
