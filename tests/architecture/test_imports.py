"""The walls between modules hold, and import-linter, as we configured it, sees each kind of hole in them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

MODULES = (
    "rongcuo", "rongcuo.contracts", "rongcuo.contracts.errors", "rongcuo.contracts.actor", "rongcuo.policy",
    "rongcuo.policy.clock", "rongcuo.texts", "rongcuo.sealing", "rongcuo.sealing.parts",
    "rongcuo.contracts.sealed", "rongcuo.contracts.custody", "rongcuo.chassis", "rongcuo.chassis.ports",
    "rongcuo.chassis.database", "rongcuo.chassis.messaging", "rongcuo.chassis.ledger",
    "rongcuo.chassis.outbox", "rongcuo.chassis.dead_letters", "rongcuo.chassis.hosting", "rongcuo.casework",
    *(f"rongcuo.casework.{part}" for part in (
        "access", "apart", "case", "counting", "counting.matter", "counting.measures",
        "counting.places", "deadlines", "figures", "gaps", "guards", "holding", "occasion",
        "organ_above", "people", "ports", "presenters", "recusal", "transitions", "visibility")),
    "services",
    *(f"services.{service}{part}" for service in ("filing", "review")
      for part in ("", ".domain", ".access", ".ports", ".usecases", ".storage", ".views", ".service",
                   ".pages")),
    "services.gateway", "services.gateway.console",
)  # fmt: skip

HOLES = [
    ("services.filing.usecases", "import services.review.domain", "services never import each other"),
    ("services.filing.domain", "import services.filing.storage", "service -> usecases"),
    ("services.filing.storage", "import services.filing.service", "service -> usecases"),
    ("services.filing.usecases", "import services.filing.storage", "only through their ports"),
    ("services.filing.domain", "import sqlalchemy", "never reach a framework"),
    ("services.filing.access", "import nameko.rpc", "never reach a framework"),
    ("rongcuo.policy.clock", "import kombu", "never reach a framework"),
    ("services.filing.ports", "import rongcuo.chassis.messaging", "know no chassis"),
    ("services.filing.usecases", "import rongcuo.chassis.messaging", "nothing of the chassis"),
    ("rongcuo.chassis.ledger", "import rongcuo.chassis.hosting", "floors of the chassis"),
    ("rongcuo.chassis.ports", "import rongcuo.chassis.messaging", "floors of the chassis"),
    ("rongcuo.chassis.outbox", "import rongcuo.chassis.dead_letters", "floors of the chassis"),
    ("rongcuo.chassis.messaging",
     "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rongcuo.chassis.outbox",
     "floors of the chassis"),
    ("rongcuo.chassis.messaging", "import services.filing.domain", "chassis knows neither"),
    ("rongcuo.chassis.database", "import rongcuo.casework.access", "chassis knows neither"),
    ("rongcuo.casework.access", "import services.filing.access", "casework knows no service"),
    ("rongcuo.casework.access", "import sqlalchemy", "never reach a framework"),
    ("rongcuo.casework.access", "import rongcuo.chassis.database", "know no chassis"),
    ("rongcuo.casework.deadlines", "import flask", "never reach a framework"),
    ("rongcuo.casework.case", "import rongcuo.chassis.ports", "know no chassis"),
    ("rongcuo.casework.visibility", "import rongcuo.chassis.messaging", "the database and the ports alone"),
    ("rongcuo.policy.clock", "import rongcuo.casework.access", "policy knows neither"),
    ("rongcuo.contracts.actor", "import rongcuo.policy.clock", "contracts know neither"),
    ("rongcuo.policy.clock", "import rongcuo.contracts.actor", "of the contracts only errors and moments"),
    ("rongcuo.policy.clock", "import rongcuo.chassis.ports", "policy knows neither"),
    ("rongcuo.texts", "import rongcuo.contracts.errors", "texts know nothing of ours"),
    ("rongcuo.sealing.parts", "import sqlalchemy", "never reach a framework"),
    ("rongcuo.sealing.parts", "import rongcuo.contracts.actor", "only what is sealed"),
    ("rongcuo.sealing.parts", "import rongcuo.chassis.ports", "only what is sealed"),
    ("rongcuo.contracts.sealed", "import rongcuo.sealing.parts", "contracts know neither"),
    ("rongcuo.casework.case", "import rongcuo.sealing.parts", "the chassis seals"),
    ("services.filing.pages", "import services.filing.domain", "nothing of its inside"),
    ("services.filing.pages", "import services.review.pages", "services never import each other"),
    ("services.filing.service", "import services.gateway.console", "services never import each other"),
]
DOORS = [
    ("services.filing.access", "import rongcuo.casework.access"),
    ("services.filing.storage", "import rongcuo.casework.visibility"),
    ("rongcuo.casework.visibility", "import rongcuo.chassis.ports"),
    ("rongcuo.casework.visibility", "import sqlalchemy, rongcuo.chassis.database, rongcuo.casework.access"),
    ("services.filing.usecases", "import rongcuo.chassis.ports"),
    ("services.filing.usecases", "import services.filing.ports, services.filing.domain, rongcuo.policy"),
    ("services.filing.service",
     "import rongcuo.chassis.messaging, services.filing.views, services.filing.storage"),
    ("rongcuo.policy.clock", "import rongcuo.contracts.errors"),
    ("rongcuo.chassis.hosting", "import rongcuo.chassis.outbox, rongcuo.chassis.dead_letters"),
    ("rongcuo.sealing.parts", "import rongcuo.contracts.sealed, rongcuo.contracts.custody, rongcuo.texts"),
    ("services.filing.domain", "import rongcuo.sealing.parts"),
    ("services.filing.pages", "import services.gateway.console, rongcuo.contracts"),
]


def broken_contracts(root: Path) -> list[str]:
    """The names of the contracts that import-linter finds broken in the tree."""
    env = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-c", LINT, "--no-cache"]
    run = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    verdicts = [line for line in run.stdout.splitlines() if " KEPT" in line or " BROKEN" in line]
    assert verdicts, run.stdout + run.stderr
    broken = [line.split(" BROKEN")[0] for line in verdicts if " BROKEN" in line]
    assert run.returncode == bool(broken), run.stdout
    return broken


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """A tree of empty modules under our own contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module in MODULES:
        folder = tmp_path.joinpath(*module.split("."))
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    return tmp_path


def write(root: Path, module: str, code: str) -> None:
    root.joinpath(*module.split("."), "__init__.py").write_text(code)


def test_the_walls_hold() -> None:
    assert broken_contracts(ROOT) == []


@pytest.mark.parametrize(("module", "code", "wall"), HOLES)
def test_a_hole_is_seen(small_tree: Path, module: str, code: str, wall: str) -> None:
    write(small_tree, module, code)
    assert any(wall in name for name in broken_contracts(small_tree))


def test_a_room_without_a_floor_is_seen(small_tree: Path) -> None:
    (small_tree / "rongcuo" / "chassis" / "attic.py").touch()
    assert any("floors of the chassis" in name for name in broken_contracts(small_tree))


@pytest.mark.parametrize(("module", "code"), DOORS)
def test_a_door_is_open(small_tree: Path, module: str, code: str) -> None:
    write(small_tree, module, code)
    assert broken_contracts(small_tree) == []
