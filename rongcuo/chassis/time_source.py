"""What time it is. Nothing else in the platform reads the system's clock for a date."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from marshmallow import ValidationError

from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.moments import FIRST_YEAR, LAST_YEAR, read_moment, within_years

SHANGHAI = ZoneInfo("Asia/Shanghai")
Setting = tuple[int, int] | None    # of the clock's file: when it was written, and which it is


class TimeSource:
    """The system's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in Asia/Shanghai."""
        return datetime.now(SHANGHAI)

    def set(self, instant: datetime) -> None:
        """Refused: CaseError `time.not_settable`."""
        raise CaseError("time.not_settable", instant.isoformat())


class SettableTime(TimeSource):
    """A clock set in a file, which goes on from there. All processes that name the file agree.

    It shows the system's time until it is set.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: Setting = None
        self._lead = timedelta()

    def now(self) -> datetime:
        self._look()
        return super().now() + self._lead

    def set(self, instant: datetime) -> None:
        """Let it be this moment now, for every process. `instant` is aware, within the years that are taken
        everywhere (else CaseError `invalid`)."""
        if instant.tzinfo is None or not FIRST_YEAR <= instant.year <= LAST_YEAR:
            raise CaseError("invalid", "the time needs its zone and a year that can be meant, such as "
                                       "2026-02-13T09:00:00+08:00")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        setting = {"instant": instant.isoformat(), "set_at": super().now().isoformat()}
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        fresh.write_text(json.dumps(setting))
        fresh.replace(self._file)

    def setting(self) -> Setting:
        """Another one each time somebody sets it; None until then."""
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_ino

    def _look(self) -> None:
        """Read the file where it is another than last time; each setting is a new file."""
        setting = self.setting()
        if setting != self._seen:
            self._lead = _lead(self._file) if setting else timedelta()
            self._seen = setting


def _lead(file: Path) -> timedelta:
    """How far the file's clock is ahead. Raises CaseError `time.unreadable` for what `set` never wrote."""
    try:
        setting = json.loads(file.read_text())
        instant, set_at = read_moment(setting["instant"]), read_moment(setting["set_at"])
        within_years(instant)
    except (ValidationError, ValueError, TypeError, KeyError) as error:
        raise CaseError("time.unreadable", f"{file}: {error}") from None
    return instant - set_at


def time_source(config: Config) -> TimeSource:
    """The clock of this configuration. Raises CaseError `time.not_settable` for a time file in production."""
    if config.time_file is None:
        return TimeSource()
    if config.mode == PRODUCTION:
        raise CaseError("time.not_settable", f"time_file is set: {config.time_file}")
    return SettableTime(config.time_file)
