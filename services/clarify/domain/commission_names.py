"""By what a commission (纪委监委) is called where only its own place can be meant: 县纪委, 嵩明县监委,
中共嵩明县纪律检查委员会, and any part of it."""

import re
from functools import lru_cache

from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.divisions import Division, division

COMMISSION = "(?:纪委|监委|纪检|纪律检查|监察委)"
SELF_GOVERNED = re.compile(r"(西双版纳|..).+族自治(.)")


def means_commission_of(unit: str, organ_id: str) -> bool:
    """Whether a unit that somebody wrote is the organ's commission, or a part of it; not one of a town, or
    of another place."""
    return bool(_pattern(organ_id.partition(".")[0]).match(unit_key(unit)))


@lru_cache(maxsize=256)
def _pattern(code: str) -> re.Pattern[str]:
    """Its place by its name, after those above it or without them; or by its kind alone."""
    own = above = division(code)
    place = _called(own)
    while above.parent:
        above = division(above.parent)
        place = f"(?:{_called(above)})?{place}"
    return re.compile(f"(?:中共|中国共产党)?(?:{place}|[我本该]?{own.name[-1]}){COMMISSION}")


def _called(place: Division) -> str:
    """嵩明县, 嵩明; 石林彝族自治县, 石林县, 石林."""
    names = {place.name, place.name[:-1]}
    if governed := SELF_GOVERNED.fullmatch(place.name):
        names |= {"".join(governed.groups()), governed[1]}
    longest_first = sorted(names, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
