"""Sentences in the reader's language, also those of notify, which writes each in both, for the e-mail; and
texts of people within them: whatever a page shows, it turns no word beside it.

The catalogue is looked up once for a page: flask_babel does so for each sentence, which of a long list is a
quarter of all the work.
"""

from typing import Any

from flask import g, has_app_context
from flask_babel import Domain, get_locale, get_translations
from jinja2 import Environment
from markupsafe import Markup

from rongcuo.policy.english import english_of
from rongcuo.texts.signs import isolated, readable
from services.gateway.console.page.backend import Answer

LINES, PARAGRAPHS = " · ", "\n\n"


class Catalogue(Domain):
    """What sentences are told by that are written down before anybody reads them (`lazy_gettext`), too."""

    def get_translations(self) -> Any:
        find = super().get_translations
        if not has_app_context():
            return find()  # type: ignore[no-untyped-call]
        if "catalogue" not in g:
            g.catalogue = find()  # type: ignore[no-untyped-call]
        return g.catalogue


def in_english() -> bool:
    """Otherwise it is Chinese."""
    if "in_english" not in g:
        g.in_english = str(get_locale()).startswith("en")
    return bool(g.in_english)


def gettext(sentence: str, **named: Any) -> str:
    """As flask_babel's."""
    said = translated(sentence)
    return said % named if named else said


def translated(sentence: str) -> str:
    """The sentence with its places still to be filled."""
    catalogue = g.get("catalogue") or get_translations()
    return str(catalogue.ugettext(sentence))


def in_sentence(phrase: str) -> str:
    """A phrase of ours behind other words of a sentence: no capital letter there. Names are not ours."""
    return phrase[:1].lower() + phrase[1:]


def pack_words(text: str) -> str:
    """What a pack says in Chinese only, in the reader's language as far as it is known."""
    return (english_of(text) if in_english() else "") or text


def by_message(deliveries: list[Answer]) -> list[list[Answer]]:
    """The deliveries of each message together: a person is told once, on however many channels."""
    rows: dict[Any, list[Answer]] = {}
    for delivery in deliveries:
        rows.setdefault(delivery.get("message_id") or delivery.get("delivery_id"), []).append(delivery)
    return list(rows.values())


def told_subject(written: str) -> str:
    """The subject of a message, which is one line: Chinese · English."""
    return _half(written, LINES)


def told_body(written: str) -> str:
    """The text of a message, a paragraph in each language."""
    return _half(written, PARAGRAPHS)


def _half(written: str, between: str) -> str:
    """Both languages name the same facts, so what stands between them also stands in the middle."""
    parts = written.split(between)
    middle, alone = divmod(len(parts), 2)
    if alone:
        return written
    return between.join(parts[middle:] if in_english() else parts[:middle])


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
    """A text of before may hold what turns the words around it; a page shows that something stands there."""
    if not isinstance(value, str):
        return value
    if isinstance(value, Markup | Typed):
        return type(value)(readable(value))
    return isolated(readable(value))
