"""What a programme holds."""

from dataclasses import dataclass

from rongcuo.contracts.fields import line


@dataclass(frozen=True, kw_only=True)
class ProgrammeContent:
    """What people write of it."""

    title: str = line(200, 1)
