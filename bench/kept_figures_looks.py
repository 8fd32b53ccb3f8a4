"""Looks at the figures that are kept, with few rows and with many, in turns. Started by bench.kept_figures.

The views themselves are called: a constant cost of RPC would only hide what grows.
"""

import json
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import create_engine, delete, func, insert, select, text

from bench.progress import progress
from rongcuo.casework.census import Census
from rongcuo.chassis.config import load_config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import FunnelQuery
from rongcuo.contracts.review import CasesQuery, PunctualityQuery
from rongcuo.policy.divisions import PROVINCE
from services.filing import storage as filing_storage
from services.filing import views as filing_views
from services.review import storage as review_storage
from services.review import views as review_views

WARM_UP = 5
ORGAN = "530127"
READERS = {"reviewer": (Role.REVIEWER, ORGAN, ""), "supervisor": (Role.SUPERVISOR, PROVINCE, ""),
           "filer": (Role.FILER, ORGAN, "甲单位7")}
KEPT = {"filing": ("filing", filing_storage.CENSUS), "review": ("review_case", review_storage.CENSUS)}
Look = Callable[[], Any]


def main(facts: dict[str, Any]) -> None:
    """Prints {figure: {few|many|most: [milliseconds]}}."""
    for url in facts["urls"].values():
        for service, (table, census) in KEPT.items():
            recount(url.format(service=service), table, census)
    looks = {name: _looks(url) for name, url in facts["urls"].items()}
    taken: dict[str, dict[str, list[float]]] = {
        figure: {name: [] for name in looks} for figure in looks["few"]}
    for number in range(-WARM_UP, facts["looks"]):
        progress("figures_growth", number, facts["looks"])
        for figure, times in taken.items():
            for name, found in looks.items():
                times[name].append(_timed(found[figure]))
    print(json.dumps({figure: {name: each[WARM_UP:] for name, each in times.items()}
                      for figure, times in taken.items()}))


def recount(url: str, table: str, census: Census) -> None:
    """The census of rows that no repository has written."""
    engine, rows = create_engine(url), census.rows().subquery()
    facts = [rows.c[each.name] for each in census.table.primary_key]
    amounts = [func.sum(each) for each in rows.c if each not in set(facts)]
    with engine.begin() as connection:
        connection.execute(delete(census.table))
        connection.execute(insert(census.table).from_select(
            [each.name for each in rows.c], select(*facts, *amounts).group_by(*facts)))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for each in (table, census.table.name):
            connection.execute(text(f"VACUUM ANALYZE {each}"))
    engine.dispose()


def _looks(url: str) -> dict[str, Look]:
    config = load_config(None, {"RONGCUO_DATABASE_URL": url})
    filing = ServiceRuntime("filing", filing_storage.METADATA, filing_storage.FilingStorage, config)
    review = ServiceRuntime("review", review_storage.METADATA, review_storage.CaseStorage, config)
    found: dict[str, Look] = {}
    for name, (role, organ_id, unit) in READERS.items():
        actor = Actor("bench.looker", "测速", organ_id, organ_id, unit, frozenset({role}))
        found[f"funnel.{name}"] = _look(
            filing, filing_views.funnel, FunnelQuery(division_code=PROVINCE), actor)
        found[f"punctuality.{name}"] = _look(
            review, review_views.punctuality, PunctualityQuery(division_code=PROVINCE), actor)
        found[f"tabs.{name}"] = _look(review, review_views.page, CasesQuery(tab="organ", limit=1), actor)
    return found


def _look(runtime: Any, view: Any, query: Any, actor: Actor) -> Look:
    return lambda: view(runtime.context(Query(), actor), query)


def _timed(look: Look) -> float:
    begun = time.perf_counter()
    look()
    return 1000 * (time.perf_counter() - begun)
