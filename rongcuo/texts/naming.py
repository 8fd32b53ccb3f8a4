"""Whom words name: by a whole name, alone or among others, with what people are called by around it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rongcuo.texts.folding import seen_as

# A list of names is cut at its marks; blanks and words for "and" may be inside a name (江 平, 周和平).
_CUTS = tuple(re.compile(rf"[、，,;；/／。！!？?{more}]|以及")
              for more in ("", r"\s", "和及与與", r"\s和及与與"))
_TITLES = ("负责人|书记|主任|主席|部长|局长|处长|科长|组长|组员|委员|常委|干部|人员|承办人|主持人|成员|同志"
           "|先生|女士|领导|老师|检察官|监察官")
_BEFORE = rf"(?:.*(?:{_TITLES}|[委局部室组院厅处科办队站所会府:()\"的]|请|要求|让|叫|是))?"
_AFTER = rf"(?:(?:副|老)?(?:{_TITLES}|[()\"]|是|应[当该]).*|回避)?"


@lru_cache(maxsize=4096)     # a matter asks the same of every step
def names(words: str, name: str) -> bool:
    """Whether they name whoever is called so: `纪委书记江平` and `王安、江平` name 江平, 江平安 does not."""
    whole = seen_as(name)
    holding = [part for part in _parts(words) if whole and whole in part]    # of a whole organ few are held
    return any(re.fullmatch(_BEFORE + re.escape(whole) + _AFTER, part) for part in holding)


def _parts(words: str) -> Iterator[str]:
    return (seen_as(part) for cut in _CUTS for part in cut.split(words))
