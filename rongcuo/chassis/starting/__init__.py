"""What a start asks of the machine before it touches anything: closed folders, room, free ports, safe lines.

Each refusal is a sentence for the operator, with what to do.
"""

from rongcuo.chassis.config import Config, StartRefused
from rongcuo.chassis.starting.closed import private_places, require_closed
from rongcuo.chassis.starting.exposure import (
    require_named_mode,
    require_protected_door,
    require_protected_lines,
)
from rongcuo.chassis.starting.folder import require_alone, require_room
from rongcuo.chassis.starting.kind import require_folder_of_kind
from rongcuo.chassis.starting.ports import Wanted, require_free

__all__ = ["StartRefused", "Wanted", "require_alone", "require_closed", "require_free", "require_start"]


def require_start(config: Config, ports: list[Wanted], again: str, *, mode_named: bool = True) -> None:
    """Raises StartRefused for the first thing that is not as it must be.

    `again` is the command that would be typed once more; `mode_named`: whether somebody chose the mode.
    """
    require_named_mode(config, mode_named)
    require_protected_lines(config)
    require_protected_door(config)
    require_room(config.data_dir)
    require_closed(private_places(config), config.calendar_dir)
    require_free(ports, again)
    require_folder_of_kind(config)
