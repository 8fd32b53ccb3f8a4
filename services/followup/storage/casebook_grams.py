"""How published entries are found by words of two signs and more: by each two neighbouring signs of what is
seen of them, along an index. No database needs an extension for it.

The rarest gram of the search is walked, newest entries first; every other word is looked at in those alone.
How rare a gram is, is asked up to a bound, of the grams alone: rights are asked where entries are read.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    and_,
    delete,
    func,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.chassis.database.search import finds
from rongcuo.chassis.database.statements import insert
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.errors import CaseError
from rongcuo.texts.folding import APART, search_key, sought_words
from services.followup.domain.casebook import CasebookEntry
from services.followup.domain.casebook.masking import written
from services.followup.storage.metadata import METADATA

SIGNS: Final = 2         # of a gram
COMMON: Final = 500      # entries with a gram, beyond which it is not counted how common it is
MOST_GRAMS: Final = 24   # of a search that are weighed

grams: Final = Table(
    "followup_casebook_gram", METADATA,
    Column("gram", String(SIGNS * 2), primary_key=True),
    Column("since", Moment, primary_key=True),       # when it was published
    Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
    Index("followup_casebook_gram_of", "entry_id", "gram"),
)
words: Final = Table(        # what is seen of a published entry, beside it: a list reads none of it
    "followup_casebook_words", METADATA,
    Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
    Column("sought", Text, nullable=False),
)
g: Final = grams.c


def keep(session: Session, entry: CasebookEntry) -> None:
    """It is found from now on."""
    whole, found = rows_of(entry)
    insert(session, words, whole)
    if found:
        insert(session, grams, *found)


def rows_of(entry: CasebookEntry) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Of `words`, and of `grams`. Of what everybody reads: what is masked is not found."""
    key = search_key(entry.number, *written(entry.masked).split("\n"))
    found = sorted({gram for part in key.split(APART) for gram in _grams(part)})
    return ({"entry_id": entry.id, "sought": key},
            [{"gram": each, "since": entry.since, "entry_id": entry.id} for each in found])


def forget(session: Session, entry_id: str) -> None:
    """It is not found any more."""
    session.execute(delete(grams).where(g.entry_id == entry_id))
    session.execute(delete(words).where(words.c.entry_id == entry_id))


def matching(session: Session, entry_id: Column[str], search: str) -> tuple[ColumnElement[bool], ...]:
    """Conditions of a statement that reads entries and `grams`: along the rarest gram, and with every word.
    Empty where nothing is looked for. Raises `followup.search_too_short`."""
    sought = sought_words(search)
    if not sought:
        return ()
    if any(len(each) < SIGNS for each in sought):
        raise CaseError("followup.search_too_short")
    wanted = list(dict.fromkeys(gram for each in sought for gram in _grams(_certain(each))))[:MOST_GRAMS]
    rarest = min(wanted, key=lambda each: _how_common(session, each))
    others = [select(1).where(g2.c.entry_id == entry_id, g2.c.gram == each).exists()
              for each in wanted if each != rarest]
    whole = select(1).where(words.c.entry_id == entry_id, *finds(words.c.sought, search)).exists()
    return (g.entry_id == entry_id, g.gram == rarest, and_(*others, whole))


g2: Final = grams.alias("other_gram")


def _how_common(session: Session, gram: str) -> int:
    some = select(g.entry_id).where(g.gram == gram).limit(COMMON).subquery()
    counted: Any = session.scalar(select(func.count()).select_from(some))
    return int(counted)


def _certain(word: str) -> str:
    """What stands in a key whatever ending of a number is left out there."""
    number = word.removesuffix("号")
    return number if number != word and len(number) >= SIGNS and number[-1:].isdigit() else word


def _grams(seen: str) -> Iterator[str]:
    return (seen[place:place + SIGNS] for place in range(len(seen) - SIGNS + 1))
