"""The source tree keeps the rules of the house, and each check sees a planted violation."""

from collections.abc import Callable
from pathlib import Path

import pytest

from services import NAMES
from tests.architecture import checks

ROOT = Path(__file__).resolve().parents[2]
CHECKS = (
    checks.names_without_purpose, checks.clock_reads, checks.places_in_code, checks.told_too_early,
    checks.leaks, checks.long_files, checks.lists_of_services, checks.missing_files, checks.circles,
    checks.ladders,
    checks.operations_in_words, checks.pages_of_one_name,
)  # fmt: skip
Check = Callable[[Path], list[str]]

RECORDING = "from rongcuo.contracts.events import Aggregate\nclass Filing(Aggregate): ...\n"
LADDER = """from rongcuo.casework import case
from typing import Generic, Protocol
class Told(case.Case[int], Generic[T]): ...
class Steered(Told): ...
class Filing(Steered, StrEnum): ...
"""

# Written in two parts, so that this file is no violation itself.
PLANTED = [
    (checks.names_without_purpose, "services/filing/utils.py", "", "services/filing/utils.py"),
    (checks.names_without_purpose, "rongcuo/common/text.py", "", "rongcuo/common/text.py"),
    (checks.clock_reads, "services/filing/domain.py", "x = 1\ndate.today()", "services/filing/domain.py:2"),
    (checks.clock_reads, "rongcuo/policy/clock.py", "datetime.datetime.now(x)", "rongcuo/policy/clock.py:1"),
    (checks.places_in_code, "services/review/access.py", "own = '530127'", "services/review/access.py:1"),
    (checks.places_in_code, "services/review/access.py", "if case.county == '嵩明': pass",
     "services/review/access.py:1"),
    (checks.places_in_code, "services/review/access.py", "x = '安宁' == actor.division_code",
     "services/review/access.py:1"),
    (checks.told_too_early, "services/filing/usecases.py",
     "with context.unit() as unit:\n    unit.commit(_keep(unit, guard.watch))",
     "services/filing/usecases.py:2"),
    (checks.leaks, "requirements/a.lock", "# from https://pypi" ".org/simple", "requirements/a.lock:1"),
    (checks.leaks, "docs/run.md", "\ncd /wo" "rk/main", "docs/run.md:2"),
    (checks.leaks, "deploy/up.py", "# TO" "DO later", "deploy/up.py:1"),
    (checks.long_files, "services/filing/domain.py", "x = 1\n" * 251, "services/filing/domain.py"),
    (checks.long_files, "services/filing/domain.py", RECORDING + "x = 1\n" * 399,
     "services/filing/domain.py"),
    (checks.ladders, "services/filing/domain.py", LADDER, "services/filing/domain.py:5"),
    (checks.ladders, "rongcuo/casework/case.py", LADDER, "rongcuo/casework/case.py:5"),
    (checks.lists_of_services, "deploy/up.py", f"x = 1\nALL = [*PARTS, {str(NAMES[:4])[1:-1]}]",
     "deploy/up.py:2"),
    (checks.operations_in_words, "services/gateway/api/filings.py", "x = 1\nask('filing.submit', x)",
     "services/gateway/api/filings.py:2"),
    (checks.operations_in_words, "services/vault/pages/__init__.py", "SEEN = ['identity.officer']",
     "services/vault/pages/__init__.py:1"),
]
HARMLESS = [
    (checks.clock_reads, "rongcuo/chassis/time_source.py", "datetime.now(SHANGHAI)"),
    (checks.clock_reads, "services/filing/usecases.py", '"""Never datetime.now()."""\nstart = context.now'),
    (checks.places_in_code, "services/review/access.py", "below = actor.division_code == own.division_code"),
    (checks.told_too_early, "services/filing/usecases.py",
     "with context.unit() as unit:\n    unit.commit()\nguard.watch.write('kept')"),
    (checks.leaks, "deploy/local.py", "/usr/lib/rabbitmq/bin /work/assign /rooted"),
    (checks.leaks, "var/log/run.log", "/wo" "rk/main"),
    (checks.long_files, "services/filing/domain.py", "x = 1\n" * 250),
    (checks.long_files, "services/filing/domain.py", RECORDING + "x = 1\n" * 398),
    (checks.ladders, "services/filing/domain.py", LADDER.rpartition("class")[0]),
    (checks.ladders, "services/filing/domain.py", LADDER.replace("case.Case[int]", "Protocol")),
    (checks.ladders, "services/filing/storage.py", LADDER),
    (checks.lists_of_services, "services/__init__.py", f"NAMES = {NAMES}"),
    (checks.lists_of_services, "bench/handoff.py", f"here.serve{NAMES[:3]}"),
    (checks.operations_in_words, "services/gateway/console/page/form_errors.py",
     "FIELDS = {'filing.recused': ''}"),
    (checks.operations_in_words, "services/filing/usecases.py", "unit.note('filing.draft', filing.id)"),
]


def plant(root: Path, place: str, text: str) -> None:
    file = root / place
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_tree_keeps_the_rule(check: Check) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_an_empty_tree_keeps_the_rule(check: Check, tmp_path: Path) -> None:
    assert check(tmp_path) == []


@pytest.mark.parametrize(("check", "place", "text", "seen"), PLANTED)
def test_a_planted_violation_is_seen(check: Check, place: str, text: str, seen: str, tmp_path: Path) -> None:
    plant(tmp_path, place, text)
    assert [found.split(": ")[0] for found in check(tmp_path)] == [seen]


@pytest.mark.parametrize(("check", "place", "text"), HARMLESS)
def test_the_harmless_is_left_alone(check: Check, place: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, place, text)
    assert check(tmp_path) == []


def test_two_services_pages_of_one_name_are_seen(tmp_path: Path) -> None:
    plant(tmp_path, "services/clarify/pages/report.html", "")
    assert checks.pages_of_one_name(tmp_path) == []
    plant(tmp_path, "services/vault/pages/report.html", "")
    [found] = checks.pages_of_one_name(tmp_path)
    assert found.startswith("services/vault/pages/report.html: services/clarify/pages/report.html")


def test_an_excepted_file_may_be_long(tmp_path: Path) -> None:
    plant(tmp_path, "services/filing/domain.py", "x = 1\n" * 251)
    assert checks.long_files(tmp_path, frozenset({"services/filing/domain.py"})) == []


def test_a_ladder_is_seen_through_a_package_that_hands_on_all_names(tmp_path: Path) -> None:
    plant(tmp_path, "services/filing/domain/__init__.py", "from services.filing.domain.steering import *")
    (tmp_path / "services/filing/domain/steering.py").write_text(LADDER.rpartition("class")[0])
    (tmp_path / "services/filing/domain/filing.py").write_text(
        "from services.filing.domain import Steered\nclass Filing(Steered): ...\n")
    [found] = checks.ladders(tmp_path)
    assert found.startswith("services/filing/domain/filing.py:2: Filing stands on Steered, Told, Case")


@pytest.mark.parametrize("code", [
    "import services.filing.told",
    "from services.filing.told import submitted",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from services.filing import told",
    "def submit():\n    from services.filing import told",
    "from services.filing.told.words import submitted",
])
def test_a_circle_of_modules_is_seen(code: str, tmp_path: Path) -> None:
    plant(tmp_path, "services/filing/told/__init__.py", "from services.filing.domain import Filing")
    (tmp_path / "services" / "filing" / "domain.py").write_text(code, encoding="utf-8")
    found = checks.circles(tmp_path)
    assert (found[0], set(found)) == (found[-1], {"services.filing.domain", "services.filing.told"})


def test_a_package_and_what_lies_in_it_are_no_circle(tmp_path: Path) -> None:
    plant(tmp_path, "services/filing/__init__.py", "from services.filing.domain import Filing")
    (tmp_path / "services" / "filing" / "domain.py").write_text("from services.filing import told")
    (tmp_path / "services" / "filing" / "told.py").write_text("import services.review.told")
    assert checks.circles(tmp_path) == []
    (tmp_path / "services" / "filing" / "told.py").write_text("from services.filing import Filing")
    assert len(checks.circles(tmp_path)) == 4


def test_a_service_that_lacks_a_file_is_seen(tmp_path: Path) -> None:
    for name in ("__init__.py", "README.md", "domain.py", "access.py", "ports.py", "usecases.py", "views.py"):
        (tmp_path / "services" / "filing").mkdir(parents=True, exist_ok=True)
        (tmp_path / "services" / "filing" / name).touch()
    (tmp_path / "services" / "filing" / "storage").mkdir()
    assert checks.missing_files(tmp_path) == ["services/filing/service"]
