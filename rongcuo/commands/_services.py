"""Which services of this machine have data."""

from pathlib import Path

from sqlalchemy import make_url

from rongcuo.chassis.config import Config


def has_database(config: Config, service: str) -> bool:
    """Whether there is one. A SQLite file comes into being when it is opened, so we look first."""
    url = make_url(config.url_of(service))
    return not url.drivername.startswith("sqlite") or Path(url.database or "").is_file()
