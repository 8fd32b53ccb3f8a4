"""R15: faults planted in a copy of the tree; each must turn its tests red."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.chaos.faults import FAULTS, Fault
from tests.chaos.figures import Figures
from tests.chaos.homes import place
from tests.chaos.processes import ROOT, Nursery
from tests.chaos.sizes import Size

COPIED = ("rongcuo", "services", "scenarios", "deploy", "tests")
GREEN, RED = 0, 1      # what pytest ends with
WITHOUT_NODES = ("[embedded]", "[sqlite]")      # tests that start neither a broker nor a database


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    tree = _copy(place("planted"))
    quick = [fault for fault in FAULTS if fault.test.endswith(WITHOUT_NODES)]
    faults = random.Random(f"faults {seed}").sample(quick, size.faults) if size.faults else list(FAULTS)
    _require_green(tree, sorted({fault.test for fault in faults}))
    caught = 0
    for fault in faults:
        caught += _plant(tree, fault, figures)
        figures.put(planted={"tried": len(faults), "caught": caught})
    figures.tell(f"{caught} of {len(faults)} planted faults caught")


def _require_green(tree: Path, tests: list[str]) -> None:
    """Without a fault. Tried twice: a busy machine may keep one waiting too long."""
    if _check(tree, tests)[0] != GREEN:
        told, output = _check(tree, tests)
        if told != GREEN:
            raise AssertionError(f"the checks are not green without a fault:\n{output[-3000:]}")


def _plant(tree: Path, fault: Fault, figures: Figures) -> bool:
    file, before = tree / fault.at / fault.file, _text(tree, fault)
    file.write_text(before.replace(fault.old, fault.new), "utf-8")
    try:
        told, output = _check(tree, [fault.test])
    finally:
        file.write_text(before, "utf-8")
    if told not in {GREEN, RED}:
        raise AssertionError(f"{fault.name}: the tests could not run:\n{output[-3000:]}")
    figures.tell(f"{'caught' if told == RED else 'MISSED'}: {fault.name}")
    if told == GREEN:
        figures.fail(f"the planted fault `{fault.name}` was not seen by {fault.test}")
    return told == RED


def _text(tree: Path, fault: Fault) -> str:
    """The file's text. Raises where the fault can't be planted there any more."""
    text = (tree / fault.at / fault.file).read_text("utf-8")
    if text.count(fault.old) != 1:
        raise AssertionError(f"`{fault.name}` no longer applies: {text.count(fault.old)} places there")
    return text


def _check(tree: Path, tests: list[str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--timeout=90", "-p", "deploy.green",
               "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, timeout=600,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout + done.stderr


def _copy(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder
