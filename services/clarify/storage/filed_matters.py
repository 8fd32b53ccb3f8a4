"""Accepted filings as clarify keeps them, and how those are found that may be about the same matter.

Three ways lead there, each along an index and each to so many rows at most, however many filings there are:
who filed, for which unit, and three neighbouring signs of the title that few others of the division share.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    RowMapping,
    String,
    Table,
    bindparam,
    delete,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert, upsert
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.clarify import Allegation
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from rongcuo.texts.folding import name_key, seen_as
from services.clarify.domain import FiledMatter
from services.clarify.domain.shield import COMPARED, FiledPart
from services.clarify.storage.metadata import METADATA

SIGNS: Final = 3        # of a gram
AT_ONCE: Final = 64     # grams that are looked for in one statement
TURNS: Final = 4        # such statements for one allegation
MOST: Final = 50        # filings that share a gram; where it is as common, it tells little
NEAREST: Final = 20     # of those found by words
LONGEST_NAME: Final = 240

matters: Final = Table(
    "clarify_filed", METADATA,
    Column("filing_id", String(64), primary_key=True),
    Column("number", String(96), nullable=False),
    Column("register_number", String(96), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("filer_id", String(64), nullable=False),
    Column("filer_name", String(200), nullable=False),
    Column("filer_key", String(LONGEST_NAME), nullable=False),
    Column("unit", String(200), nullable=False),
    Column("unit_key", String(LONGEST_KEY), nullable=False),
    Column("title", String(200), nullable=False),
    Column("seen", String(COMPARED * 18), nullable=False),     # one sign may be folded into eighteen
    Column("digest", String(64), nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("act_from", Date),
    Column("act_until", Date),
    Column("voided", Boolean, nullable=False),
    Column("versions", Json),                       # null while nothing was changed
)
m: Final = matters.c
Index("clarify_filed_by", m.filer_id, m.submitted_at)
Index("clarify_filed_under_name", m.filer_key, m.submitted_at)
Index("clarify_filed_for", m.unit_key, m.submitted_at)

grams: Final = Table(
    "clarify_filed_gram", METADATA,
    Column("division_code", String(6), primary_key=True),
    Column("gram", String(SIGNS * 2), primary_key=True),
    Column("filing_id", String(64), primary_key=True),
    Index("clarify_filed_gram_of", "filing_id"),
)
g: Final = grams.c


def _with(number: int) -> Any:
    same = select(g.filing_id).where(
        g.division_code == bindparam("division_code"), g.gram == bindparam(f"gram{number}"))
    return select(same.limit(MOST).subquery())


SHARING: Final = union_all(*map(_with, range(AT_ONCE)))     # put together once
AS_KEPT: Final = tuple(each.name for each in fields(FiledMatter) if each.name != "versions")


class FiledMatterRepository:
    """The repository of accepted filings (ports.FiledMatters) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep(self, matter: FiledMatter) -> None:
        """As it is now, whatever was kept of it before."""
        row = {name: getattr(matter, name) for name in AS_KEPT} | {
            "unit_key": unit_key(matter.unit), "filer_key": _name_key(matter.filer_name),
            "versions": [dump(each) for each in matter.versions] or None}
        upsert(self.session, matters, row)
        self.session.execute(delete(grams).where(g.filing_id == matter.filing_id))
        if found := sorted(set(_grams(seen_as(matter.title)))):
            insert(self.session, grams, *(
                {"division_code": matter.division_code, "gram": each, "filing_id": matter.filing_id}
                for each in found))

    def read(self, filing_id: str) -> FiledMatter:
        """Raises `clarify.filing_unknown`."""
        found = self._where(m.filing_id == filing_id, 1)
        if not found:
            raise CaseError("clarify.filing_unknown", details={"filing_id": filing_id})
        return found[0]

    def near(self, division_code: str, allegation: Allegation) -> tuple[FiledMatter, ...]:
        """Those that may be about the same matter, in no order."""
        person, found = allegation.person, list[FiledMatter]()
        if person.officer_id:
            found += self._where(m.filer_id == person.officer_id, MOST)
        if person.name:
            found += self._where(m.filer_key == _name_key(person.name), MOST)
        if person.unit:
            found += self._where(m.unit_key == unit_key(person.unit), MOST)
        if alike := self._sharing_words(division_code, allegation):
            found += self._where(m.filing_id.in_(alike), NEAREST)
        return tuple({each.filing_id: each for each in found}.values())

    def _sharing_words(self, division_code: str, allegation: Allegation) -> list[str]:
        """Those with the most rare grams of the allegation."""
        wanted = dict.fromkeys(_grams(seen_as(f"{allegation.place}{allegation.text}")))
        hits, left = Counter[str](), islice(wanted, AT_ONCE * TURNS)
        while part := list(islice(left, AT_ONCE)):
            part += [""] * (AT_ONCE - len(part))     # nothing has the empty gram
            values = {f"gram{number}": each for number, each in enumerate(part)}
            hits.update(self.session.scalars(SHARING, values | {"division_code": division_code}))
        return [filing_id for filing_id, _ in hits.most_common(NEAREST)]

    def _where(self, condition: ColumnElement[bool], most: int) -> list[FiledMatter]:
        wanted = select(matters).where(condition).order_by(m.submitted_at.desc()).limit(most)
        return [_matter_of(row) for row in self.session.execute(wanted).mappings()]


def _matter_of(row: RowMapping) -> FiledMatter:
    parts = tuple(load(FiledPart, each, tolerant=True) for each in row["versions"] or ())
    return FiledMatter(**{name: row[name] for name in AS_KEPT}, versions=parts)


def _grams(seen: str) -> Iterator[str]:
    return (seen[place:place + SIGNS] for place in range(len(seen) - SIGNS + 1))


def _name_key(name: str) -> str:
    return name_key(name)[:LONGEST_NAME]
