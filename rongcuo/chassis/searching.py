"""Words that are looked for in the keys of rows."""

from sqlalchemy import Column, ColumnElement, Text

from rongcuo.texts.folding import sought_words


def key_column() -> "Column[str]":
    """The key of a row, of what `search_key` makes of its searched values."""
    return Column("sought", Text, nullable=False)


def finds(key: "Column[str]", search: str) -> list[ColumnElement[bool]]:
    """Every word somewhere in the key."""
    return [key.contains(word, autoescape=True) for word in sought_words(search)]
