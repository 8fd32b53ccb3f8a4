"""What the pages about the services and the rooms name is there: files, verbs, events."""

import re
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from pkgutil import walk_packages

import pytest
from nameko.extensions import ENTRYPOINT_EXTENSIONS_ATTR, Entrypoint

from rongcuo import contracts
from rongcuo.chassis.entrypoints.events import OnEvent
from rongcuo.chassis.entrypoints.rpc import Method
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event
from services import service_class

ROOT = Path(__file__).resolve().parents[2]
SERVICES = sorted(file.parent for file in ROOT.glob("services/*/README.md"))
PAGES = [*(folder / "README.md" for folder in SERVICES), *(ROOT / "docs").glob("*.md")]
SOURCES = [file for part in ("rongcuo", "services", "tests", "deploy", "tools", "bench", "scenarios", "docs")
           for file in (ROOT / part).rglob("*") if "__pycache__" not in file.parts]
FILE = re.compile(r"`([\w/]+\.(?:py|yaml|toml|md|typ|csv))`")
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


def entrypoints(service: str) -> Iterator[tuple[str, Entrypoint]]:
    """Of a service's class: the name of each method that can be reached, and how."""
    for name, method in getmembers(service_class(service), isfunction):
        yield from ((name, entry) for entry in getattr(method, ENTRYPOINT_EXTENSIONS_ATTR, ()))


def heard_by(service: str) -> set[str]:
    """The names of the events that it hears."""
    return {entry.event.__name__ for _, entry in entrypoints(service) if isinstance(entry, OnEvent)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    assert files_gone(page.read_text("utf-8"), page.parent) == []


@pytest.mark.parametrize("folder", SERVICES, ids=lambda folder: folder.name)
def test_a_page_names_the_events_that_its_service_publishes_and_hears(folder: Path) -> None:
    named = events_named((folder / "README.md").read_text("utf-8"))
    assert named == heard_by(folder.name) | EVENTS.get(folder.name, set())


@pytest.mark.parametrize("folder", SERVICES, ids=lambda folder: folder.name)
def test_a_page_that_lists_the_verbs_lists_all(folder: Path) -> None:
    listed = VERBS.search((folder / "README.md").read_text("utf-8"))
    verbs = {name for name, entry in entrypoints(folder.name) if isinstance(entry, Method)}
    assert listed is None or set(re.findall(r"`(\w+)`", listed[1])) == verbs


def test_what_is_not_there_is_seen() -> None:
    page = "[a](../filing/README.md) [b](gone.md#part) `domain/filing.py` `services/filing/gone.py` `x.y`"
    assert files_gone(page, SERVICES[0]) == ["services/filing/gone.py", "gone.md"]
    assert events_named("It hears everything of filing but `FilingVoided`, and identity's UnitNamed.") == (
        EVENTS["filing"] - {"FilingVoided"} | {"UnitNamed"})
    assert events_named("It hears what is told in the shape `CaseMoved`.") > {"MeetingMoved"}
    assert events_named("`MeetingMoved` is of the shape `CaseMoved`.") == {"MeetingMoved"}
    assert {"FilingSubmitted", "UnitNamed"} < heard_by("review")
