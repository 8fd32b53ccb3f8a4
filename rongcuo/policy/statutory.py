"""The statutory festivals of a year whose arrangement is not published: known by law, whatever is arranged.

全国年节及纪念日放假办法 as of 2025: 元旦 1 day, 春节 4 (除夕 to 初三), 清明 1, 劳动节 2, 端午 1, 中秋 1,
国庆 3.
Which days beside them are off or worked in exchange only the year's arrangement says.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from lunar_python import Lunar, Solar

_FIXED = (("元旦", 1, 1, 1), ("劳动节", 5, 1, 2), ("国庆节", 10, 1, 3))    # name, month, day, days
_LUNAR = (("端午节", 5, 5), ("中秋节", 8, 15))                             # by the moon


@lru_cache(maxsize=64)
def statutory_days(year: int) -> Mapping[date, str]:
    """Each day with its festival. Where two fall on one day, the first of them is named."""
    found: dict[date, str] = {}
    for day, name in _days(year):
        found.setdefault(day, name)
    return MappingProxyType(found)


def _days(year: int) -> Iterator[tuple[date, str]]:
    for name, month, first, days in _FIXED:
        yield from ((date(year, month, first + n), name) for n in range(days))
    new_year = _sunny(Lunar.fromYmd(year, 1, 1).getSolar())
    yield from ((new_year + timedelta(days=n), "春节") for n in range(-1, 3))
    yield _sunny(Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"]), "清明节"
    yield from ((_sunny(Lunar.fromYmd(year, month, day).getSolar()), name) for name, month, day in _LUNAR)


def _sunny(told: Solar) -> date:
    return date(told.getYear(), told.getMonth(), told.getDay())
