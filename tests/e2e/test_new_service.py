"""`rongcuo new service`: what it writes passes the checks of the house, starts, and does what it says."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from deploy.local.background import wait_until
from deploy.mailbox import ROOT
from rongcuo.cli import main
from services.gateway import cookies
from services.identity import demonstration
from tests.architecture.test_imports import broken_contracts
from tests.architecture.test_tree import CHECKS
from tests.e2e.starting import Running

pytestmark = pytest.mark.timeout(180)
PARTS = ("rongcuo", "services", "scenarios", "deploy", "tests")
HOTLINE = ("hotline", "--about", "question", "--title", "热线")
OWN_TESTS = (
    "tests/unit/hotline", "tests/unit/gateway/test_translations.py",
    "tests/integration/test_tables.py::test_the_last_revision_makes_what_the_service_declares[sqlite-hotline]",
    *(f"tests/contract/test_events.py::{test}[hotline.question_opened.v1]" for test in (
        "test_every_event_has_a_sample_and_a_frozen_shape", "test_a_sample_shows_every_field",
        "test_a_payload_in_use_is_not_edited", "test_what_is_sent_is_what_arrives")),
    *(f"tests/architecture/test_readmes.py::{test}[hotline]" for test in (
        "test_a_page_names_the_events_that_its_service_publishes_and_hears",
        "test_a_page_that_lists_the_verbs_lists_all")),
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source tree."""
    copy: Path = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def written(tree: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["new", "service", *words, "--into", str(tree)])


@pytest.fixture(scope="module")
def told(tree: Path) -> str:
    """What the command says of the service `hotline`, which takes questions."""
    done = written(tree, *HOTLINE)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def running(tree: Path, told: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    platform = Running(tmp_path_factory.mktemp("platform"), PYTHONPATH=str(tree), RONGCUO_MODE="test")
    platform.await_told("Ctrl-C")
    yield platform
    platform.stop()


@pytest.fixture(scope="module")
def lead(running: Running) -> Iterator[httpx.Client]:
    address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
    with httpx.Client(base_url=address, timeout=120) as http:
        who = {"username": "songming.lead", "password": demonstration.password()}
        token = http.post("/api/v1/tokens", json=who).raise_for_status().json()["token"]
        http.headers["Authorization"] = f"Bearer {token}"
        http.cookies.set(cookies.SESSION, token)
        yield http


def test_it_tells_each_file_and_edits_one_line_of_the_tree(tree: Path, told: str) -> None:
    new = re.findall(r"^写了 new +(\S+)$", told, re.MULTILINE)
    assert len(new) == len({*new}) == 18
    assert sum(place.startswith("services/hotline/") for place in new) == 14
    assert all((tree / place).is_file() and not (ROOT / place).exists() for place in new)
    before, after = ((root / "services" / "__init__.py").read_text("utf-8") for root in (ROOT, tree))
    assert [line for line in after.splitlines() if line not in before.splitlines()] == ['    "hotline",']


def test_it_keeps_the_rules_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    shutil.copy(ROOT / "services" / "__init__.py", tmp_path / "services")
    assert written(tmp_path, *HOTLINE).exit_code == 0
    assert {check.__name__: check(tmp_path) for check in CHECKS} == {check.__name__: [] for check in CHECKS}


def test_it_keeps_to_its_side_of_the_walls(tree: Path, told: str) -> None:
    assert broken_contracts(tree) == []


@pytest.mark.parametrize("command", [
    ["ruff", "check", "--no-cache", "rongcuo", "services", "tests/unit/hotline"],
    ["pytest", "-q", "-p", "no:cacheprovider", *OWN_TESTS]], ids=lambda command: command[0])
def test_its_own_style_and_tests_are_sound(command: list[str], tree: Path, told: str) -> None:
    environ = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(tree)}
    done = subprocess.run([sys.executable, "-m", *command], cwd=tree, env=environ, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_starts_and_its_health_is_told(running: Running, lead: httpx.Client) -> None:
    health = httpx.get(f"http://127.0.0.1:{running.environ['RONGCUO_HEALTH_PORT_BASE']}/health").json()
    assert health["services"]["hotline"]["database"] is True
    assert lead.get("/health").json()["parts"]["hotline"] is True


def test_its_command_is_done_once_and_its_event_heard(running: Running, lead: httpx.Client) -> None:
    key = {"Idempotency-Key": "once"}
    for _ in range(2):
        done = lead.post("/api/v1/hotline", json={"content": {"title": "第一件"}}, headers=key)
        assert (done.status_code, done.json()["content"]["title"]) == (201, "第一件")
    assert [line["content"]["title"] for line in lead.get("/api/v1/hotline").json()["lines"]] == ["第一件"]

    def heard() -> list[tuple[str, str, str]]:
        with closing(sqlite3.connect(running.log.parent / "hotline.db")) as database:
            return database.execute("SELECT consumer, type_name, body "
                                    "FROM outbox JOIN inbox USING (event_id)").fetchall()
    assert wait_until(lambda: lead.get("/api/v1/hotline").json()["lines"][0]["noted_at"] is not None, 300)
    [(consumer, type_name, body)] = heard()
    assert (consumer, type_name) == ("hotline.events--hotline", "hotline.question_opened.v1")
    assert json.loads(body)["title"] == "第一件"


def test_its_own_refusal_is_answered_in_words(lead: httpx.Client) -> None:
    for _ in range(2):
        refused = lead.post("/api/v1/hotline", json={"content": {"title": "又一件"}})
    assert (refused.status_code, refused.json()["code"]) == (409, "hotline.already_there")
    assert "同名" in refused.json()["title"]


def test_its_page_is_in_the_rail_and_takes_its_form(lead: httpx.Client) -> None:
    page = lead.get("/hotline").text
    assert '<a href="/hotline" aria-current="page">' in page
    assert "<h1>热线</h1>" in page
    hidden = dict(re.findall(r'name="(rongcuo_form|form_id)" value="([^"]+)"', page))
    taken = lead.post("/hotline", data={**hidden, "title": "页上写的"})
    assert (taken.status_code, taken.headers["Location"]) == (302, "/hotline")
    assert "<td>页上写的</td>" in lead.get("/hotline").text
    refused = lead.post("/hotline", data={**hidden, "form_id": "another", "title": "页上写的"})
    assert refused.status_code == 409
    assert 'id="title-wrong"' in refused.text, "at its field, as the catalogue says"


@pytest.mark.parametrize("words", [["filing"], ["Hotline"], ["class"], ["a_b"], ["hotline", "--about", "Ä"]])
def test_a_name_that_is_taken_or_is_none_is_refused(tmp_path: Path, words: list[str]) -> None:
    assert written(tmp_path, *words).exit_code != 0
    assert not [*tmp_path.iterdir()]
