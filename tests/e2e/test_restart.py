"""One process, killed in the middle of its work and started again: what was acknowledged is there, once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from threading import Event

import httpx

from scenarios.people import Place
from scenarios.platform import Answer, Refused, awaited
from tests.e2e.platform import Embedded
from tests.e2e.steps import content_of, submitted

ORGAN, UNIT = "530127", "杨桥街道办事处"
AT_LEAST, CLERKS = 30, 4


def test_a_kill_in_the_middle_of_a_burst_loses_nothing_and_doubles_nothing(alone: Embedded) -> None:
    place = alone.people.at(ORGAN, UNIT)
    acknowledged, interrupted = _burst_until_killed(alone, place)
    assert len(acknowledged) >= AT_LEAST
    assert interrupted, "the kill came after the burst"

    alone.start()
    repeated = {key: submitted(place.filer, _content(alone, key), key)["filing_id"]
                for key in (*acknowledged, *interrupted)}
    assert all(repeated[key] == filing_id for key, filing_id in acknowledged.items())
    wanted = sorted(repeated.values())
    assert listed(place, "/filings", "lines", "filing_id") == wanted
    comes_to(place, "/reviews", "lines", "case_id", wanted)
    comes_to(place, "/tasks", "tasks", "matter_id", wanted)
    assert awaited(lambda: well(alone), "watchdog")["open_matters"] == len(wanted)


def _burst_until_killed(alone: Embedded, place: Place) -> tuple[dict[str, str], list[str]]:
    """What was acknowledged, and what was under way, when the process was killed."""
    acknowledged: dict[str, str] = {}
    interrupted: list[str] = []
    enough, keys = Event(), count()

    def clerk() -> None:
        while True:
            key = f"burst.{next(keys)}"
            try:
                receipt = submitted(place.filer, _content(alone, key), key)
            except (httpx.HTTPError, Refused):
                interrupted.append(key)
                return
            acknowledged[key] = receipt["filing_id"]
            if len(acknowledged) >= AT_LEAST:
                enough.set()

    with ThreadPoolExecutor(CLERKS) as clerks:
        for _ in range(CLERKS):
            clerks.submit(clerk)
        assert enough.wait(60)
        alone.process.kill()
    return acknowledged, interrupted


def _content(alone: Embedded, key: str) -> Answer:
    return content_of(alone, ORGAN, f"突发报送 {key}")


def listed(place: Place, path: str, part: str, name: str) -> list[str]:
    return sorted(line[name] for line in place.lead.get(path, limit=200)[part])


def comes_to(place: Place, path: str, part: str, name: str, wanted: list[str]) -> None:
    """Looks on while what the crash left is sent again; more than wanted would never go away."""
    found: list[str] = []

    def look() -> Answer | None:
        found[:] = listed(place, path, part, name)
        return {"found": found} if len(found) >= len(wanted) else None
    awaited(look, path)
    assert found == wanted


def well(alone: Embedded) -> Answer | None:
    report = alone.people.operator.get("/operations/watchdog", grace_seconds=0)
    return None if report["without_task"] or report["unreachable"] else report


def test_it_ends_in_order_and_the_watchdog_reports_a_task_that_vanished(alone: Embedded) -> None:
    place = alone.people.at(ORGAN, UNIT)
    filings = [submitted(place.filer, _content(alone, key))["filing_id"] for key in ("甲", "乙")]
    assert awaited(lambda: well(alone), "watchdog")["open_matters"] == len(filings)

    alone.process.stop()
    assert alone.process.exit_status == 0
    assert '"clean": true' in alone.logs()
    _remove_task(alone, filings[0])

    alone.start()
    report = alone.people.operator.get("/operations/watchdog", grace_seconds=0)
    assert (report["without_task"], report["unreachable"]) == ([filings[0]], "")


def _remove_task(alone: Embedded, matter_id: str) -> None:
    """As no command of the platform could: in the stopped platform's own database."""
    with closing(sqlite3.connect(alone.folder / "data" / "notify.db")) as database, database:
        held = "SELECT id FROM tasks WHERE matter_id = ?"
        database.execute(f"DELETE FROM task_holders WHERE task_id IN ({held})", [matter_id])  # noqa: S608
        database.execute("DELETE FROM tasks WHERE matter_id = ?", [matter_id])
