"""Named points at which a test lets a service die as by `kill -9`. In any other mode they do nothing."""

import os
import signal
from dataclasses import dataclass

from rongcuo.chassis.config import TEST, Config, ConfigError

POINTS = ("before_commit", "after_commit", "after_publish", "after_confirm", "after_effect", "before_ack")


@dataclass
class _Plan:
    text: str
    name: str
    service: str
    passes_left: int


_plans: list[_Plan] = []


def arm(config: Config) -> None:
    """Plan what the setting `crash` says: `before_commit:filing:3` is the third time filing comes there."""
    wanted = config.crash if config.mode == TEST else ""
    if [plan.text for plan in _plans] != [wanted]:
        _plans[:] = [_plan(wanted)] if wanted else []


def _plan(text: str) -> _Plan:
    name, _, rest = text.partition(":")
    service, _, passes = rest.partition(":")
    if name not in POINTS or not service or not passes.isdecimal() or int(passes) < 1:
        raise ConfigError(f"crash: `{text}` is not point:service:n with a point of {', '.join(POINTS)}")
    return _Plan(text, name, service, int(passes))


def point(name: str, service: str) -> None:
    """A place where the process may die."""
    for plan in _plans:
        if (plan.name, plan.service) == (name, service):
            plan.passes_left -= 1
            if plan.passes_left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
