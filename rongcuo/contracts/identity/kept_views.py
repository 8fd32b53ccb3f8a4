"""The views of lists that somebody keeps under a name. Only the gateway can read them, as what is searched
for may name people: it seals them with a key of its own."""

from dataclasses import dataclass

from rongcuo.contracts.fields import secret

LONGEST_SEALED_VIEWS = 60_000  # characters


@dataclass(frozen=True, kw_only=True)
class KeepViews:
    """Keep one's views instead of those of before."""

    sealed: str = secret(LONGEST_SEALED_VIEWS, 1)


@dataclass(frozen=True, kw_only=True)
class KeptViewsQuery:
    """The views that one keeps."""


@dataclass(frozen=True, kw_only=True)
class KeptViews:
    """As the gateway sealed them; empty where one keeps none."""

    sealed: str = ""
