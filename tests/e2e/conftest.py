"""Each platform is started once for all journeys; a test works in its own organ, unit and matters."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from deploy.mailbox import ROOT
from tests.e2e.browsing import ARGUMENTS, CHROMIUM, Visitor
from tests.e2e.county import county
from tests.e2e.platform import Deployed, Embedded, Platform

__all__ = ["county"]
expect.set_options(timeout=60_000)      # milliseconds; a busy machine is no fault of a page's
WITHOUT = ("test_browser_accounts", "test_browser_look")     # pages of the gateway alone
KEPT_LOGS = ROOT / "var" / "e2e"
BOTH = [pytest.param(Embedded, id="embedded"),
        pytest.param(Deployed, id="deployed", marks=[pytest.mark.broker, pytest.mark.postgres])]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="keep the README's pictures anew")
    parser.addoption("--screenshots", action="store_true", help="keep what every page looks like, in var/")
    parser.addoption("--platforms", choices=("shared", "own"),
                     help="the half that shares its platforms or needs none, or the one that starts its own")


def pytest_configure(config: pytest.Config) -> None:
    Visitor.pictures = config.getoption("--screenshots")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if half := config.getoption("--platforms"):
        halves: dict[str, list[pytest.Item]] = {"shared": [], "own": []}
        for item in items:
            shares = "both" in getattr(item, "fixturenames", ()) or item.path.stem in WITHOUT
            halves["shared" if shares else "own"].append(item)
        items[:] = halves.pop(half)
        config.hook.pytest_deselected(items=[item for other in halves.values() for item in other])


@contextmanager
def running(platform: Platform, session: pytest.Session) -> Iterator[Platform]:
    """The platform for the length of a block; its logs are kept where a test fails meanwhile."""
    failed = session.testsfailed
    try:
        platform.start()
        yield platform
    finally:
        platform.close()
        platform.stop()
        if session.testsfailed > failed:
            _keep_logs(platform)


def _keep_logs(platform: Platform) -> None:
    for log in platform.folder.rglob("log"):
        kept = KEPT_LOGS / platform.folder.name / log.relative_to(platform.folder)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(log, kept)


@pytest.fixture(scope="session", params=BOTH)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    platform = request.param(tmp_path_factory.mktemp(request.param.name))
    with running(platform, request.session):
        yield platform


@pytest.fixture
def platform(both: Platform) -> Platform:
    """The same journey on both, beginning on a working day in the forenoon."""
    both.in_office_hours()
    return both


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def alone(request: pytest.FixtureRequest,
          tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    """A platform of its own, for a test that kills it."""
    platform = Embedded(tmp_path_factory.mktemp("alone"))
    with running(platform, request.session):
        yield platform
