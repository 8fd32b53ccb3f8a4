"""Looks at the first and the 200th page of both lists, with few rows and with many. Started by bench.lists.

The views themselves are called: a constant cost of RPC would only hide what grows.
"""

import json
import time
from collections.abc import Callable
from typing import Any

from bench import matter
from bench.progress import progress
from rongcuo.chassis.config import load_config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import FilingsQuery
from rongcuo.contracts.review import CasesQuery
from services.filing import storage as filing_storage
from services.filing import views as filing_views
from services.review import storage as review_storage
from services.review import views as review_views

LIMIT = 9          # 200 pages of nine fit into 2,000 rows
PAGE = 200
WARM_UP = 5
ROLES = {"reviewer": (Role.REVIEWER, matter.ORGAN), "supervisor": (Role.SUPERVISOR, "530000")}
Look = Callable[[], Any]


def main(facts: dict[str, Any]) -> None:
    """Prints {page: {few|many: [milliseconds]}}; few and many in turns."""
    looks = {name: _looks(url) for name, url in facts["urls"].items()}
    taken: dict[str, dict[str, list[float]]] = {page: {"few": [], "many": []} for page in looks["few"]}
    for number in range(-WARM_UP, facts["looks"]):
        progress("list_growth", number, facts["looks"])
        for page in taken:
            for name in ("few", "many"):
                taken[page][name].append(_timed(looks[name][page]))
    print(json.dumps({page: {name: times[WARM_UP:] for name, times in both.items()}
                      for page, both in taken.items()}))


def _looks(url: str) -> dict[str, Look]:
    config = load_config(None, {"RONGCUO_DATABASE_URL": url})
    filing = ServiceRuntime("filing", filing_storage.METADATA, filing_storage.FilingStorage, config)
    review = ServiceRuntime("review", review_storage.METADATA, review_storage.CaseStorage, config)
    found: dict[str, Look] = {}
    for role, (kind, organ_id) in ROLES.items():
        actor = Actor("bench.looker", "测速", organ_id, organ_id, "", frozenset({kind}))
        found |= _pages(f"filings.{role}", filing, filing_views.page, FilingsQuery, {}, actor)
        found |= _pages(f"cases.{role}", review, review_views.page, CasesQuery, {"tab": "organ"}, actor)
    return found


def _pages(name: str, runtime: Any, view: Any, query: Any, wanted: dict[str, Any],
           actor: Actor) -> dict[str, Look]:
    def look(cursor: str = "") -> Any:
        return view(runtime.context(Query(), actor), query(cursor=cursor, limit=LIMIT, **wanted))

    cursor = ""
    for _ in range(PAGE - 1):
        cursor = look(cursor).next_cursor
    return {f"{name}.first": look, f"{name}.200th": lambda: look(cursor)}


def _timed(look: Look) -> float:
    begun = time.perf_counter()
    look()
    return 1000 * (time.perf_counter() - begun)
