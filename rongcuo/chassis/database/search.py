"""Words that are looked for in the keys of rows."""

from sqlalchemy import Column, ColumnElement, Text, or_

from rongcuo.texts.folding import APART, sought_words, written_as


def key_column() -> "Column[str]":
    """The key of a row, of what `search_key` makes of its searched values."""
    return Column("sought", Text, nullable=False)


def finds(key: "Column[str]", search: str) -> list[ColumnElement[bool]]:
    """Every word somewhere in the key."""
    return [_holds(key, *written_as(word)) for word in sought_words(search)]


def _holds(key: "Column[str]", word: str, *otherwise: str) -> ColumnElement[bool]:
    ended = key + APART
    return or_(key.contains(word, autoescape=True),
               *(ended.contains(way, autoescape=True) for way in otherwise))
