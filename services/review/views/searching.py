"""Words that are looked for in rows."""

from sqlalchemy import Column, ColumnElement, or_


def says(search: str, *places: Column[str]) -> list[ColumnElement[bool]]:
    """Every word somewhere in one of the places."""
    return [or_(*(place.icontains(word, autoescape=True) for place in places)) for word in search.split()]
