"""What is known of the matter that a case is told from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from rongcuo.casework.people import Holder
from rongcuo.texts.folding import name_key

UNIT_ENDS: Final = ("局", "委", "办", "厅", "院", "校", "公司", "中心", "政府", "集团", "委员会", "街道",
                    "社", "站", "所", "会", "队", "组织", "支部")
LONGEST_NAME: Final = 3    # signs that a person's name may have, and end as a unit's does
MOST: Final = 200          # of each kind


@dataclass(frozen=True, slots=True)
class Known:
    """Words that may not stand in a case: `names` of people, `units`, `numbers` of documents, `projects` by
    their titles. `hands`: officers who had a hand in it; `apart`: the keys
    (`casework/apart.py`) of whose it is, who was recused, and from whom it is kept."""

    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    hands: frozenset[Holder] = frozenset()
    apart: frozenset[str] = frozenset()

    @classmethod
    def by_hand(cls, words: Iterable[str]) -> Self:
        """People, units and numbers as somebody lists them: what has a figure is a number, what ends as
        units do is one."""
        given = tuple(dict.fromkeys(filter(None, (each.strip() for each in words))))[:MOST]
        numbers = tuple(each for each in given if any(map(str.isdigit, each)))
        units = tuple(each for each in given if each not in numbers and each.endswith(UNIT_ENDS)
                      and len(name_key(each)) > LONGEST_NAME)
        return cls(names=tuple(each for each in given if each not in (*numbers, *units)), units=units,
                   numbers=numbers)
