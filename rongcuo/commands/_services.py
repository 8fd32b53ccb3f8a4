"""The services of the platform, by name. Their order gives each its health port."""

from importlib import import_module
from inspect import isclass
from pathlib import Path

from sqlalchemy import MetaData, make_url

from rongcuo.chassis.config import Config

WITH_DATABASE = ("identity", "filing", "review", "notify", "documents")
NAMES = (*WITH_DATABASE, "gateway")


def service_class(name: str) -> type:
    """The nameko class of a service."""
    module = import_module(f"services.{name}.service")
    for found in vars(module).values():
        if isclass(found) and found.__module__ == module.__name__ and getattr(found, "name", None) == name:
            return found
    raise LookupError(f"services.{name}.service has no class with the name {name!r}")


def tables_of(name: str) -> MetaData:
    """The tables that a service with a database declares."""
    declared: MetaData = import_module(f"services.{name}.storage").METADATA
    return declared


def has_database(config: Config, service: str) -> bool:
    """Whether there is one. A SQLite file comes into being when it is opened, so we look first."""
    url = make_url(config.url_of(service))
    return not url.drivername.startswith("sqlite") or Path(url.database or "").is_file()


def all_services() -> list[type]:
    """Every one."""
    return [service_class(name) for name in NAMES]
