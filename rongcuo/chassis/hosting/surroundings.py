"""What a process stands on beside its databases: the folders it writes into, and the machine's clock."""

import time

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.liveness import LivenessProbe
from rongcuo.chassis.hosting import trial

JUMP_S = 5.0           # what a clock that is kept right never does between two beats
TOLD_FOR_S = 600.0


class Surroundings:
    """Looked at in the background."""

    def __init__(self, config: Config) -> None:
        blobs = [] if config.blob_store.startswith("s3:") else [config.blob_folder]
        self._folders = [config.data_dir, *blobs]
        self._lead = _lead()
        self._step, self._stepped_at = 0.0, float("-inf")
        self._liveness = LivenessProbe(self.look_at_clock, self._trouble)

    def start(self) -> None:
        """Begin to look."""
        self._liveness.start()

    def stop(self) -> None:
        """Look no more."""
        self._liveness.stop()

    def report(self) -> dict[str, str | float]:
        """Facts for health; never waits."""
        recent = time.monotonic() - self._stepped_at < TOLD_FOR_S
        return {"files_trouble": self._liveness.trouble, "clock_step": round(self._step) if recent else 0}

    def look_at_clock(self) -> bool:
        """Note a jump. Always true: the machine is there."""
        lead = _lead()
        step, self._lead = lead - self._lead, lead
        if abs(step) > JUMP_S:
            self._step, self._stepped_at = step, time.monotonic()
        return True

    def _trouble(self) -> str:
        """Of the first folder that takes nothing. One that is not there yet was not needed yet."""
        there = (folder for folder in self._folders if folder.exists())
        return next(filter(None, map(trial.of_folder, there)), "")


def _lead() -> float:
    """How far the date is ahead of the time since boot, sleep included: constant, unless the clock is set."""
    return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
