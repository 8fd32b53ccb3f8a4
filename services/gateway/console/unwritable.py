"""What is wrong with a text that its label does not say: a sign nobody sees, or who reads what is missing."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import get_locale

from services.gateway.problems.words import in_chinese

# Marks of sentences that say more than the label does.
NAMED = ("U+", "e-mail address", "before the @", "can be seen. ")


def unwritable(found: Any, name: str) -> str:
    """The sentence about the text of the named field, in the person's language; empty where there is none."""
    sentence = next(_naming(_below(found, name)), "")
    return sentence if not sentence or str(get_locale()).startswith("en") else in_chinese(sentence)


def _below(found: Any, name: str) -> list[Any]:
    """What stands under every field of that name, however deep."""
    if isinstance(found, list):
        return [each for part in found for each in _below(part, name)]
    if not isinstance(found, Mapping):
        return []
    here = [found[name]] if name in found else []
    return here + [each for part in found.values() for each in _below(part, name)]


def _naming(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield from [found] if any(mark in found for mark in NAMED) else []
        return
    for part in found.values() if isinstance(found, Mapping) else found:
        yield from _naming(part)
