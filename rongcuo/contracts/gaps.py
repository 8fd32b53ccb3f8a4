"""What is missing before a step, as a view tells it."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifiers


@dataclass(frozen=True, kw_only=True)
class GapView:
    """A gap before a step that is somebody's to take. `force`: warn; acknowledge, where the command has to
    say `acknowledged`; refuse, where the step waits. `about`: which case or person, where it is not the
    matter itself. `illustrative`: no public source asks for it here."""

    gap: str
    step: str
    force: str
    about: str = ""
    illustrative: bool = True


@dataclass(frozen=True, kw_only=True)
class ConveningQuery:
    """What would be missing, were a meeting of these members convened on these cases?"""

    case_ids: tuple[str, ...] = identifiers(30)
    member_ids: tuple[str, ...] = identifiers(60)


@dataclass(frozen=True, kw_only=True)
class Convening:
    """What is missing before a meeting that is not convened yet."""

    missing: tuple[GapView, ...] = ()
