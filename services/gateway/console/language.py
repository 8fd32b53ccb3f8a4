"""The reader's language, also of what notify has written: it writes each message in both, for the e-mail.

The catalogue is looked up once for a page: flask_babel does so for each sentence, which of a long list is a
quarter of all the work.
"""

from typing import Any

from flask import g
from flask_babel import get_locale, get_translations

from services.gateway.console.backend import Answer

LINES, PARAGRAPHS = " · ", "\n\n"


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
    if "catalogue" not in g:
        g.catalogue = get_translations()
    return str(g.catalogue.ugettext(sentence))


def in_sentence(phrase: str) -> str:
    """A phrase of ours behind other words of a sentence: no capital letter there. Names are not ours."""
    return phrase[:1].lower() + phrase[1:]


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
