"""Looks at the hub's dashboard, whose matters, figures and nodes are made in SQL. Started by
bench.province_page."""

import json
import sys
import time
from typing import Any

from sqlalchemy import create_engine, text

from bench.progress import progress
from rongcuo.chassis.config import load_config
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.insight import InsightQuery
from rongcuo.contracts.province import NodesQuery
from rongcuo.policy.divisions import PROVINCE, Level, divisions
from services.province import views
from services.province.storage import METADATA, ProvinceStorage

WARM_UP = 5
READER = Actor("bench", "测速", PROVINCE, PROVINCE, "", frozenset({Role.SUPERVISOR}))
COUNTIES = [each.code for each in divisions() if each.level is Level.COUNTY]
NODES = """INSERT INTO province_node (code, key_id, registered_at, seen_at, clock_s, waiting, version, packs,
    calendar, says, line_trouble, ledger_trouble, last)
  SELECT code, '', now(), now(), 0, 0, '1', '[]', '', '', '', '', '' FROM unnest(%(codes)s) AS code"""
MATTERS = """INSERT INTO province_matter (node, id, epoch, version, organ_id, case_number, situation, outcome,
    year, counts)
  SELECT code, 'filing:' || n, 1, 1, code, code || '-B-' || n, 's' || n %% 20,
    CASE WHEN n %% 10 = 0 THEN (ARRAY['exempt', 'mitigate', 'lighten', 'denied'])[n / 10 %% 4 + 1]
      ELSE '' END,
    (2022 + n %% 5)::text,
    '[["filed","' || 2022 + n %% 5 || '",1,0],["accepted","' || 2022 + n %% 5 || '",1,0]]'
  FROM (SELECT n, (%(codes)s)[n %% %(many)s + 1] AS code FROM generate_series(1, %(n)s) AS n) AS told"""
FIGURES = """INSERT INTO province_figure (place, period, code, number, days, small_ones, in_them)
  SELECT place, year, code, count(*), 0, 0, 0
  FROM province_matter, unnest(ARRAY['filed', 'accepted', 'opened', 'exempt', 'visits', 'jobs']) AS code,
    unnest(ARRAY[organ_id, left(organ_id, 4)]) AS place
  GROUP BY place, year, code"""


def main(facts: dict[str, Any]) -> None:
    """Prints the milliseconds of every look."""
    print(f"  {facts['matters']} matters …", file=sys.stderr, flush=True)
    engine = create_engine(facts["url"])
    with engine.begin() as connection:
        history_of(METADATA).upgrade(connection)
        for statement in (NODES, MATTERS, FIGURES):
            connection.exec_driver_sql(statement, {
                "codes": COUNTIES, "many": len(COUNTIES), "n": facts["matters"]})
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()
    config = load_config(None, {"RONGCUO_DATABASE_URL": facts["url"]})
    runtime = ServiceRuntime("province", METADATA, ProvinceStorage, config)
    taken = []
    for number in range(-WARM_UP, facts["looks"]):
        progress("province_page_ms", number, facts["looks"])
        taken.append(_look(runtime))
    runtime.stop()
    print(json.dumps(taken[WARM_UP:]))


def _look(runtime: ServiceRuntime[ProvinceStorage]) -> float:
    """Milliseconds. Raises AssertionError where the page is empty."""
    begun = time.perf_counter()
    asked = InsightQuery(place=PROVINCE[:2], year=2026)
    told = views.figures.figures(runtime.context(Query(), READER), asked)
    nodes = views.nodes.nodes(runtime.context(Query(), READER), NodesQuery())
    taken = 1000 * (time.perf_counter() - begun)
    assert (len(told.places), len(nodes.nodes)) == (16, len(COUNTIES)), "there are no figures"
    return taken
