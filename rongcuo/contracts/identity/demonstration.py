"""The people of a demonstration, whose one password is published. There are none anywhere else."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DemonstrationQuery:
    """Who can somebody be in this demonstration? `not_found` where it is none."""


@dataclass(frozen=True, kw_only=True)
class DemonstrationPerson:
    """Somebody to be, with what there is to do in this post. `begins`: to be before all others."""

    username: str
    name: str
    unit: str
    role: str
    task: str
    task_in_english: str
    begins: bool = False


@dataclass(frozen=True, kw_only=True)
class DemonstrationView:
    """Whom to be first comes first."""

    password: str = field(repr=False)
    people: tuple[DemonstrationPerson, ...]
