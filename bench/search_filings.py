"""Filings of all counties in great number, and what is looked for among them, by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Engine, insert

from bench import matter
from bench.match_filings import UNITS, filed
from rongcuo.chassis.database.gram_tables import GRAMS
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import FilingContent, FilingState
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.divisions import PROVINCE, Level, divisions
from rongcuo.texts.folding import search_key
from rongcuo.texts.grams import grams
from services.filing.domain import Filing
from services.filing.storage import filings
from services.filing.storage.filings import row_of

COUNTIES: Final = tuple(each.code for each in divisions() if each.level is Level.COUNTY)
HERE: Final = COUNTIES[5]                     # where nobody says 公路
RARE: Final = ("冰雹灾害保险", 20)              # of so many, however many there are
UNCOMMON: Final = ("梯田灌溉水窖", 499)         # of one in so many
BEGUN: Final = datetime(2020, 1, 1, tzinfo=UTC)
BATCH: Final = 2_000


@dataclass(frozen=True, slots=True)
class Sought:
    """`found`: whether anything is. `pages`: on which it is looked at."""

    words: str
    found: bool = True
    role: Role = Role.SUPERVISOR
    organ_id: str = PROVINCE
    pages: int = 1

    @property
    def actor(self) -> Actor:
        return Actor("officer7", "测速", self.organ_id, self.organ_id, UNITS[0], frozenset({self.role}))


SEARCHED: Final[Mapping[str, Sought]] = {
    "number": Sought(f"{COUNTIES[3]} 2026 000000"),            # one of the oldest
    "common": Sought("公路"),
    "common_30th": Sought("公路", pages=30),
    "rare": Sought(RARE[0][:2]),
    "uncommon": Sought(UNCOMMON[0][:2]),
    "absent": Sought("深海渔港", found=False),
    "absent_number": Sought("2026-999999", found=False),
    "elsewhere": Sought("公路", found=False, role=Role.LEAD, organ_id=HERE),
    "filer": Sought("深海渔港", found=False, role=Role.FILER, organ_id=HERE),
}


def fill(engine: Engine, count: int, places: Sequence[str] = COUNTIES, first: int = 0) -> None:
    """So many, as filing keeps them, but for those before the `first`; the places in turns."""
    like = _like()
    with engine.begin() as connection:
        for start in range(first, count, BATCH):
            rows = [_row(like, number, count, places) for number in range(start, min(start + BATCH, count))]
            connection.execute(insert(filings), rows)
            connection.execute(insert(filings.info[GRAMS]), [
                {"row_id": row["id"], "grams": grams(row["sought"])} for row in rows])


def _like() -> dict[str, Any]:
    filing = Filing.begin("", matter.filer(), BEGUN)
    filing.content = load(FilingContent, matter.content("测速"))
    return row_of(filing) | {"revision": 1, "version": 1, "state": FilingState.ACCEPTED.value}


def _row(like: dict[str, Any], number: int, count: int, places: Sequence[str]) -> dict[str, Any]:
    """Always the same for the same number of so many."""
    said, place = filed(number), places[number % len(places)]
    title = said["title"] + (RARE[0] if number % (count // RARE[1]) == 0 else "")
    title += UNCOMMON[0] if number % UNCOMMON[1] == 0 else ""
    title = title.replace("公路", "道路") if place == HERE else title
    full, at = f"{place}-2026-{number // len(places):06}", BEGUN + timedelta(minutes=number)
    kept = {"title": title, "number": full, "register_number": f"备{full}", "unit": said["unit"],
            "filer_name": said["filer_name"]}
    return like | kept | {
        "id": f"{number:032x}", "organ_id": place, "first_organ_id": place, "division_code": place,
        "filer_id": said["filer_id"], "unit_key": unit_key(said["unit"]), "matter_key": f"{number:064x}",
        "drafted_at": at, "submitted_at": at, "dated_at": at, "state_since": at,
        "sought": search_key(*kept.values())}
