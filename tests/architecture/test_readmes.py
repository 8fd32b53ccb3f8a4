"""What the pages about the services and the rooms name is there: files, verbs, events."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import walk_packages

import pytest
from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR

from rongcuo import contracts
from rongcuo.chassis.entrypoints.events import OnEvent
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event
from services import service_class

ROOT = Path(__file__).resolve().parents[2]
SERVICES = sorted(file.parent for file in ROOT.glob("services/*/README.md"))
PAGES = [*(folder / "README.md" for folder in SERVICES), *(ROOT / "docs").glob("*.md")]
SOURCES = [file for part in ("rongcuo", "services", "tests", "deploy", "tools", "bench", "scenarios", "docs")
           for file in (ROOT / part).rglob("*") if "__pycache__" not in file.parts]
FILE = re.compile(r"`([\w/]+\.(?:py|yaml|toml|md|typ|csv))`")
CALLED = ("command", "carries_out", "query", "answers")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
VERBS = re.compile(r"^\| Answers \| (.*) \|$", re.MULTILINE)


def files_gone(page: str, folder: Path) -> list[str]:
    """Files named in a page of that folder that are nowhere, by their path or its end."""
    places = [f"/{file.relative_to(ROOT).as_posix()}" for file in SOURCES]
    gone = [name for name in FILE.findall(page) if not any(place.endswith(f"/{name}") for place in places)]
    return gone + [link for link in LINK.findall(page) if not (folder / link).exists()]


def events_of_all() -> dict[str, set[str]]:
    """The names of the events by the service that publishes them."""
    for module in walk_packages(contracts.__path__, "rongcuo.contracts."):
        import_module(module.name)
    found: dict[str, set[str]] = {}
    for event in filter(lambda kind: hasattr(kind, "source"), _below(Event)):     # shapes have none
        found.setdefault(event.type_name().split(".")[0], set()).add(event.__name__)
    return found


def _below(kind: type[Event]) -> Iterator[type[Event]]:
    """Ours, not those that a test makes for itself."""
    for event in kind.__subclasses__():
        if event.__module__.startswith(contracts.__name__):
            yield from (event, *_below(event))


EVENTS = events_of_all()


def events_named(page: str) -> set[str]:
    """Each by its name, or `everything of` a source, `but` one, or what is `told in the shape` of all."""
    every = {event for events in EVENTS.values() for event in events}
    whole = {event for source in EVENTS if re.search(rf"everything of (\w+ and )?{source}\b", page)
             for event in EVENTS[source]}
    if "told in the shape `CaseMoved`" in page:
        whole |= {event.__name__ for event in _below(CaseMoved)}
    return (whole | every & set(re.findall(r"\w+", page))) - set(re.findall(r"but `(\w+)`", page))


def entrypoints(folder: Path) -> list[tuple[str, str, str]]:
    """Of a service's class: how, last word of the first argument, name of the method: of one that is declared
    above, and of one that only hands on."""
    files = [*folder.glob("service.py"), *folder.glob("service/*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    above = [(mark, node.name) for node in nodes if isinstance(node, ast.FunctionDef)
             for mark in node.decorator_list]
    handed_on = [(node.value, ast.unparse(node.targets[0])) for node in nodes if isinstance(node, ast.Assign)]
    return [(ast.unparse(mark.func), ast.unparse(mark.args[0]).split(".")[-1], name)
            for mark, name in (*above, *handed_on) if isinstance(mark, ast.Call) and mark.args]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    assert files_gone(page.read_text("utf-8"), page.parent) == []


@pytest.mark.parametrize("folder", SERVICES, ids=lambda folder: folder.name)
def test_a_page_names_the_events_that_its_service_publishes_and_hears(folder: Path) -> None:
    heard = {mark.event.__name__ for _, method in getmembers(service_class(folder.name), isfunction)
             for mark in getattr(method, ENTRYPOINT_EXTENSIONS_ATTR, ()) if isinstance(mark, OnEvent)}
    named = events_named((folder / "README.md").read_text("utf-8"))
    assert named == heard | EVENTS.get(folder.name, set())


@pytest.mark.parametrize("folder", SERVICES, ids=lambda folder: folder.name)
def test_a_page_that_lists_the_verbs_lists_all(folder: Path) -> None:
    listed = VERBS.search((folder / "README.md").read_text("utf-8"))
    verbs = {name for mark, _, name in entrypoints(folder) if mark in CALLED}
    assert listed is None or set(re.findall(r"`(\w+)`", listed[1])) == verbs


def test_what_is_not_there_is_seen() -> None:
    page = "[a](../filing/README.md) [b](gone.md#part) `domain/filing.py` `services/filing/gone.py` `x.y`"
    assert files_gone(page, SERVICES[0]) == ["services/filing/gone.py", "gone.md"]
    assert events_named("It hears everything of filing but `FilingVoided`, and identity's UnitNamed.") == (
        EVENTS["filing"] - {"FilingVoided"} | {"UnitNamed"})
    assert events_named("It hears what is told in the shape `CaseMoved`.") > {"MeetingMoved"}
    assert events_named("`MeetingMoved` is of the shape `CaseMoved`.") == {"MeetingMoved"}
    assert ("hears", "FilingSubmitted", "filing_submitted") in entrypoints(ROOT / "services" / "review")
