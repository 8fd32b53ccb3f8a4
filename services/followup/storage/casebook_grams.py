"""How published entries are found by words of two signs and more: by each two neighbouring signs of what is
seen of them, along an index. No database needs an extension for it.

The rarest gram of the search is walked, newest entries first, among what is shown where the reader is:
that stands beside it in the index. Then the rarest of each other word is looked for, then the entry with all
rights, then the words themselves: as a subquery of a value, since PostgreSQL takes another for a join, and
would read them first. How rare a gram is, is asked up to a bound, of the grams alone.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from math import ceil
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    Table,
    Text,
    and_,
    bindparam,
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
WEIGHED: Final = 16      # grams of a search, spread over it, of which it is asked how rare they are
PROBED: Final = 4        # of these the rarest, that are looked for; the rest are in the words

grams: Final = Table(
    "followup_casebook_gram", METADATA,
    Column("gram", String(SIGNS * 2), primary_key=True),
    Column("since", Moment, primary_key=True),       # when it was published
    Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
    Column("shown_in", String(6), primary_key=True),     # last: read along with the others, in their order
    Index("followup_casebook_gram_of", "entry_id", "gram"),
)
words: Final = Table(        # what is seen of a published entry, beside it: a list reads none of it
    "followup_casebook_words", METADATA,
    Column("entry_id", String(64), ForeignKey("followup_casebook.id"), primary_key=True),
    Column("sought", Text, nullable=False),
)
g: Final = grams.c
g2: Final = grams.alias("other_gram").c


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
            [{"gram": each, "since": entry.since, "entry_id": entry.id, "shown_in": entry.shown_in}
             for each in found])


def forget(session: Session, entry_id: str) -> None:
    """It is not found any more."""
    session.execute(delete(grams).where(g.entry_id == entry_id))
    session.execute(delete(words).where(words.c.entry_id == entry_id))


def matching(session: Session, entry_id: Column[str], search: str, shown: Collection[str]
             ) -> tuple[ColumnElement[bool], ...]:
    """Conditions of a statement that reads entries and `grams`: along the rarest gram, and with every word.
    `shown`: in which divisions. Empty where nothing is looked for. Raises `followup.search_too_short`."""
    sought = sought_words(search)
    if not sought:
        return ()
    if any(len(each) < SIGNS for each in sought):
        raise CaseError("followup.search_too_short")
    rarest, *others = _from_the_rarest(session, sought)[:PROBED]
    there = [select(1).where(g2.gram == each, g2.since == g.since, g2.entry_id == g.entry_id).exists()
             for each in others]
    whole = select(and_(*finds(words.c.sought, search))).where(words.c.entry_id == entry_id)
    return (g.entry_id == entry_id, g.gram == rarest, g.shown_in.in_(shown), *there, whole.scalar_subquery())


def _from_the_rarest(session: Session, sought: Iterable[str]) -> list[str]:
    """The rarest of each word, and then the rest of what is weighed."""
    of_words = [tuple(dict.fromkeys(_grams(_certain(each)))) for each in sought]
    step = ceil(sum(map(len, of_words)) / WEIGHED)
    of_words = [each[::step] for each in of_words][:WEIGHED]
    wanted = tuple(dict.fromkeys(gram for each in of_words for gram in each))
    values = {f"gram{place}": gram for place, gram in enumerate(wanted)}
    common = dict(zip(wanted, session.execute(_counting(len(wanted)), values).one(), strict=True))
    firsts = {min(each, key=common.__getitem__) for each in of_words}
    return sorted(wanted, key=lambda each: (each not in firsts, common[each]))


@cache
def _counting(many: int) -> Select[Any]:
    """How common each is, in one row, in their order."""
    some = (select(g.entry_id).where(g.gram == bindparam(f"gram{place}")).limit(COMMON).subquery()
            for place in range(many))
    return select(*(select(func.count()).select_from(each).scalar_subquery() for each in some))


def _certain(word: str) -> str:
    """What stands in a key whatever ending of a number is left out there."""
    number = word.removesuffix("号")
    return number if number != word and len(number) >= SIGNS and number[-1:].isdigit() else word


def _grams(seen: str) -> Iterator[str]:
    return (seen[place:place + SIGNS] for place in range(len(seen) - SIGNS + 1))
