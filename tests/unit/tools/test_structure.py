"""The figures of a small tree."""

from pathlib import Path

from tools.structure import measured

FILING = '''\
from services.filing import storage


def submit():
    """Is not counted."""
    _once()
    _twice()
    return _twice()


def _once():
    return 1


def _twice(): return 2
'''
STORAGE = "class Storage:\n    def __init__(self): ...\n\n    def _never(self): ...\n"


def test_a_small_tree_is_measured(tmp_path: Path) -> None:
    folder = tmp_path / "services" / "filing"
    folder.mkdir(parents=True)
    (folder / "domain.py").write_text(FILING)
    (folder / "storage.py").write_text(STORAGE)
    assert measured(tmp_path) == {
        "files": 2, "lines": 19, "lines_not_empty": 12, "functions": 5,
        "length_median": 1, "length_p90": 3.2, "length_max": 4,
        "private_with_one_caller": 1, "private_with_one_caller_percent": 20.0,
        "widest_folder": "services/filing", "widest_folder_files": 2, "circle": "",
    }


def test_a_circle_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "services" / "filing"
    folder.mkdir(parents=True)
    (folder / "domain.py").write_text(FILING)
    (folder / "storage.py").write_text("from services.filing.domain import submit\n")
    assert set(str(measured(tmp_path)["circle"]).split(" -> ")) == {
        "services.filing.domain", "services.filing.storage"}
