"""Which services of this machine have data, and whose data they were."""

from pathlib import Path

from sqlalchemy import make_url

from rongcuo.chassis.config import Config, ConfigError
from rongcuo.chassis.database.history import SplitFrom
from rongcuo.chassis.hosting.split import take_along
from services import WITH_DATABASE, metadata, present, with_database


def here(config: Config, *wanted: str) -> tuple[str, ...]:
    """The services of this installation; only those that are wanted, where any are. Raises ConfigError for
    one that it does not have."""
    names = present(config.uplink_url, is_hub=config.is_hub)
    for name in wanted:
        if name not in names:
            raise ConfigError(f"这套平台没有 {name}：请看 node、uplink_url · "
                              f"this installation has no {name}: see node and uplink_url")
    return wanted or names


def databases(config: Config, *wanted: str) -> tuple[str, ...]:
    """The same, of those that have a database."""
    return with_database(here(config, *wanted))


def has_database(config: Config, service: str) -> bool:
    """Whether there is one. A SQLite file comes into being when it is opened, so we look first."""
    url = make_url(config.url_of(service))
    return not url.drivername.startswith("sqlite") or Path(url.database or "").is_file()


def bring_what_was_split(config: Config) -> dict[str, int]:
    """A service that an earlier edition had within another takes its data along; whose, and how many rows.

    Before anything is started. Raises DatabaseInUse, StartRefused.
    """
    brought = {}
    for name in WITH_DATABASE:
        split: SplitFrom | None = metadata(name).info.get("split_from")
        if split and has_database(config, split.service):
            brought[name] = take_along(config, name, metadata(name))
    return {name: rows for name, rows in brought.items() if rows}
