"""The real platform, backed up in the middle of its work and restored elsewhere by the command line: all that
it holds agrees, and goes on."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from scenarios.people import Place
from scenarios.platform import Refused, awaited
from tests.e2e.platform import Embedded
from tests.e2e.steps import content_of, submitted
from tests.e2e.test_restart import ORGAN, UNIT, comes_to, listed, well

AT_LEAST, CLERKS = 20, 3
KEYS = ("ledger", "keys", "sealing", "letters")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Embedded]:
    """A machine with nothing on it but settings."""
    platform = Embedded(tmp_path / "elsewhere")
    platform.write_settings()
    with closing(platform):
        yield platform
        platform.stop()


def test_the_drill(alone: Embedded, elsewhere: Embedded, tmp_path: Path,
                   record_testsuite_property: Callable[[str, object], None]) -> None:
    """The figures are told, not judged: they are the machine's."""
    place = alone.people.at(ORGAN, UNIT)
    before, seconds = _backed_up_under_load(alone, place, tmp_path / "kept")
    record_testsuite_property("platform.backup_seconds", seconds)
    alone.process.kill()
    _bring_keys(alone, elsewhere)

    begun = monotonic()
    restored = elsewhere.command_line("restore", str(tmp_path / "kept"))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert "vault" in restored.stdout
    elsewhere.start()
    alone.http.base_url = elsewhere.address     # the same people with their passwords
    found = listed(place, "/filings", "lines", "filing_id")
    assert set(before) <= set(found), "what was acknowledged before the backup began is there"
    comes_to(place, "/reviews", "lines", "case_id", found)
    comes_to(place, "/tasks", "tasks", "matter_id", found)
    assert awaited(lambda: well(alone), "watchdog")["open_matters"] == len(found)
    record_testsuite_property("platform.rto_seconds", round(monotonic() - begun, 1))

    submitted(place.filer, content_of(elsewhere, ORGAN, "恢复以后报送"), "after")
    comes_to(place, "/reviews", "lines", "case_id", listed(place, "/filings", "lines", "filing_id"))
    again = elsewhere.command_line("restore", str(tmp_path / "kept"))
    assert (again.returncode, "backup.not_empty" in again.stderr or "正由进程" in again.stderr) == (1, True)


def _backed_up_under_load(alone: Embedded, place: Place, folder: Path) -> tuple[list[str], float]:
    """Which filings were acknowledged before the backup began, and how long it took."""
    acknowledged = [_submitted(alone, place, "first")]     # which enrols the filer, once
    listed(place, "/filings", "lines", "filing_id")
    enough, over, keys = Event(), Event(), count()

    def clerk() -> None:
        while not over.is_set():
            acknowledged.append(_submitted(alone, place, f"drill.{next(keys)}"))
            if len(acknowledged) >= AT_LEAST:
                enough.set()

    with ThreadPoolExecutor(CLERKS) as clerks:
        working = [clerks.submit(clerk) for _ in range(CLERKS)]
        assert enough.wait(120)
        before, begun = list(acknowledged), monotonic()
        made = alone.command_line("backup", str(folder))
        seconds = round(monotonic() - begun, 1)
        over.set()
    assert made.returncode == 0, made.stdout + made.stderr
    for thread in working:
        thread.result()
    assert len(acknowledged) > len(before)
    return before, seconds


def _submitted(alone: Embedded, place: Place, key: str) -> str:
    """Whoever is told that it is busy tries again."""
    while True:
        try:
            return str(submitted(place.filer, content_of(alone, ORGAN, key), key)["filing_id"])
        except Refused as refusal:
            if refusal.status != 503:
                raise


def _bring_keys(alone: Embedded, elsewhere: Embedded) -> None:
    """As an operator does, from where they are kept apart."""
    for name in KEYS:
        if (alone.folder / "data" / name).exists():
            shutil.copytree(alone.folder / "data" / name, elsewhere.folder / "data" / name)
    (elsewhere.folder / "data").chmod(0o700)
