"""The services of the platform: the one list of them, and where each has what others look for.

Nothing of a service is imported before it is asked for.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import isclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from rongcuo.contracts.events import EVENTS, Event

E = TypeVar("E", bound=Event)

NAMES = (         # their order gives each its health port: a new one goes to the end
    "identity",
    "filing",
    "review",
    "notify",
    "documents",
    "gateway",
    "determination",
    "vault",
    "clarify",
    "followup",
    "insight",
)
ON_A_LINE = (     # those that only a node of several has: see `present`
    "county",
    "province",
)
EVERY = NAMES + ON_A_LINE


def present(uplink_url: str, *, is_hub: bool) -> tuple[str, ...]:
    """Those of an installation: `county` where a line leads up, `province` where the lines of others end."""
    return (*NAMES, *(("county",) if uplink_url else ()), *(("province",) if is_hub else ()))


def with_database(names: Sequence[str] = NAMES) -> tuple[str, ...]:
    """Those of them that keep something: all but the gateway."""
    return tuple(name for name in names if name != "gateway")


WITH_DATABASE = with_database()


def service_class(name: str) -> type:
    """The nameko class of a service."""
    module = import_module(f"services.{name}.service")
    for found in vars(module).values():
        if isclass(found) and found.__module__ == module.__name__ and getattr(found, "name", None) == name:
            return found
    raise LookupError(f"services.{name}.service has no class with the name {name!r}")


def all_services(names: Sequence[str] = NAMES) -> list[type]:
    """Each of these; where none are named, those that every installation has."""
    return [service_class(name) for name in names]


def metadata(name: str) -> Any:
    """The tables of a service that has a database: SQLAlchemy's MetaData."""
    return import_module(f"services.{name}.storage").METADATA


def health_port(name: str, base: int) -> int:
    """Where the process of this service tells how it is."""
    return base + EVERY.index(name)


def events_of(shape: type[E]) -> list[type[E]]:
    """The kinds of events, of every service, that have a common shape (`rongcuo.contracts.case_moved`)."""
    for name in EVERY:
        if find_spec(f"rongcuo.contracts.{name}"):
            import_module(f"rongcuo.contracts.{name}")
    return [kind for kind in EVENTS.values() if issubclass(kind, shape)]


def brought(file: str) -> dict[str, Path]:
    """The files of this name that services bring in their own folders, each by its service."""
    places = {name: Path(__file__).parent / name / file for name in EVERY}
    return {name: place for name, place in places.items() if place.is_file()}


def who_answers(method: str) -> tuple[str, ...]:
    """The services that can be asked for it."""
    return tuple(name for name in EVERY if hasattr(service_class(name), method))


@cache
def pages() -> tuple[ModuleType, ...]:
    """What services bring to the gateway, in `services/NAME/pages`: routes of the API, and pages to see."""
    places = (f"services.{name}.pages" for name in EVERY)
    return tuple(import_module(place) for place in places if find_spec(place))
