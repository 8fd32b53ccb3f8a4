"""The reader's language. Its catalogue is looked up once for a page: flask_babel does so for each sentence,
which of a long list is a quarter of all the work."""

from typing import Any

from flask import g
from flask_babel import get_locale, get_translations


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
