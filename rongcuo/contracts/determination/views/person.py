"""Officers, as views name them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """An officer by id and name."""

    officer_id: str
    name: str
