"""What was determined about somebody, for the record of their own doings (动态画像)."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import identifier, moment


@dataclass(frozen=True, kw_only=True)
class DecidedAboutQuery:
    """Of one officer."""

    subject_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class DecidedCase:
    """A determination that was made, by the decision that holds. `keys_apart`: of whoever it is kept from;
    told to the platform itself alone."""

    case_id: str
    number: str
    title: str
    organ_id: str
    outcome: str
    decided_at: datetime | None = moment(default=None)
    keys_apart: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecidedAbout:
    """As far as the asking actor may see them, newest first: of what is not decided nothing. `more`: there
    are others, not told here."""

    cases: tuple[DecidedCase, ...] = ()
    more: bool = False
