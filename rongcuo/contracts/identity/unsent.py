"""What somebody has written into a form and not sent yet. Only the gateway can read it: it seals the words
with a key of its own, and names a form by a digest that nobody else can make."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.fields import identifier, moment, secret

LONGEST_SEALED = 400_000  # characters: several times the longest form, sealed


@dataclass(frozen=True, kw_only=True)
class KeepUnsent:
    """Keep one's words of a form instead of those of before. `page`: the page they were typed on; once it has
    been sent or its words dropped (`DropUnsent`), what comes late from it is kept no more."""

    form: str = identifier()
    page: str = identifier()
    sealed: str = secret(LONGEST_SEALED, 1)


@dataclass(frozen=True, kw_only=True)
class DropUnsent:
    """One's words of a form are needed no longer: they were sent from `page`, or are not wanted."""

    form: str = identifier()
    page: str = identifier()


@dataclass(frozen=True, kw_only=True)
class UnsentFormsQuery:
    """Which forms one has begun and not sent."""


@dataclass(frozen=True, kw_only=True)
class UnsentWordsQuery:
    """What one has written into a form; `not_found` where that is nothing."""

    form: str = identifier()


@dataclass(frozen=True, kw_only=True)
class UnsentForm:
    """A form, and when its words were last kept."""

    form: str
    kept_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class UnsentFormsView:
    """The latest first."""

    forms: tuple[UnsentForm, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UnsentWords:
    """The words, as the gateway sealed them."""

    sealed: str
