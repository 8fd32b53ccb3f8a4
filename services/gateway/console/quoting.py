"""Texts of people within sentences of ours: whatever a page shows, it turns no word beside it.

A text of before may hold what turns the words around it; a page shows that something stands there.
"""

from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from rongcuo.texts.signs import isolated, readable


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
    say: Any = environment.globals["gettext"]

    @pass_context
    def gettext(context: Context, sentence: str, /, **named: Any) -> Any:
        return context.call(say, sentence, **{name: _shown(value) for name, value in named.items()})

    environment.globals["gettext"] = gettext


def _shown(value: object) -> object:
    if not isinstance(value, str):
        return value
    if isinstance(value, Markup | Typed):
        return type(value)(readable(value))
    return isolated(readable(value))
