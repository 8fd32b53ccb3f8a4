"""Texts of people within sentences of ours: whatever a page shows, it turns no word beside it.

A text of before may hold what turns the words around it; a page shows that something stands there.
"""

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from rongcuo.texts.signs import isolated, readable
from services.gateway.console.language import translated


class Typed(str):
    """What stands in a field, to be sent back as it is."""

    __slots__ = ()


def typed(value: object) -> Typed:
    """The filter for what a field holds."""
    return Typed(value or "")


def quote_apart(environment: Environment) -> None:
    """From now on every text that a template shows by itself, or names in a sentence, keeps its direction to
    itself."""
    environment.finalize = _shown
    environment.globals["gettext"] = _said


def _said(sentence: str, /, **named: Any) -> Markup:
    """In the reader's language. The sentence is ours; what it names is escaped."""
    return Markup(translated(sentence)) % {name: _shown(value) for name, value in named.items()}  # noqa: S704


def _shown(value: object) -> object:
    if not isinstance(value, str):
        return value
    if isinstance(value, Markup | Typed):
        return type(value)(readable(value))
    return isolated(readable(value))
