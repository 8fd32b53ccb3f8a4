"""What a scenario says in running text, read for the codes that the platform asks for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rongcuo.policy.pack import Item, Pack


class NotUnderstood(ValueError):
    """Something that a file says cannot be read; the text says what and where."""


CATCH_ALL = "other"
SPEAKS_OF: Mapping[str, tuple[str, ...]] = {
    "private_gain": ("私利", "亲属", "亲友", "谋取", "好处", "收受", "本人企业", "利益输送"),
    "knowing_violation": ("明知", "明令禁止", "顶风", "我行我素"),
    "political_discipline": ("政治纪律",),
    "grave_accident": ("事故", "伤亡", "死亡", "恶劣影响", "环境污染"),
    "repeated_error": ("重复", "再次", "屡次", "同类错误"),
}


def listed(said: Any) -> list[str]:
    """What a key says, as sentences: one, several, or none."""
    if said is None or isinstance(said, bool | Mapping):
        return []
    return [str(one) for one in said] if isinstance(said, list | tuple) else [str(said)]


FILING_ENDS: Mapping[str, str] = {
    "rejected": "declined", "not_accepted": "declined", "不予受理": "declined",
    "受理": "accepted", "予以受理": "accepted", "撤回": "withdrawn", "已撤回": "withdrawn",
    "returned": "supplement_requested", "returned_for_supplement": "supplement_requested",
    "退回补正": "supplement_requested", "补正": "supplement_requested",
}


def filing_outcome_of(said: Any) -> str:
    """How a filing ends, in the platform's word."""
    return FILING_ENDS.get(str(said), str(said))


def colour_of(said: str, pack: Pack) -> str:
    """A colour of the pack by its code or its name (黄, 黄色); else as said, for the platform to refuse."""
    if not said or said in pack.colours:
        return said
    return next((code for code, item in pack.colours.items() if item.name.startswith(said[0])), said)


def situation_of(named: str, texts: Iterable[str], pack: Pack) -> str:
    """The pack's situation: the one that is named, else that of the first text that speaks of one; the
    catch-all where the place's list does not have what is named."""
    if named in pack.situations:
        return named
    if named:
        spoken_of = nearest(named, pack.situations.values())
        return spoken_of or (CATCH_ALL if CATCH_ALL in pack.situations else named)
    spoken = (nearest(text, pack.situations.values()) for text in texts)
    return next(filter(None, spoken), next(iter(pack.situations)))


def negative_item_of(named: str, text: str, pack: Pack) -> str:
    """The item of the negative list that is named, or that the text speaks of; else the list's first."""
    if named in pack.negative_list:
        return named
    spoken = [code for code, words in SPEAKS_OF.items()
              if code in pack.negative_list and any(word in text for word in words)]
    return (spoken or [nearest(text, pack.negative_list.values()) or next(iter(pack.negative_list))])[0]


def measure_of(text: str, form: int, pack: Pack) -> str:
    """The measure that a text names; for the first form (第一种形态) one is always ordered."""
    return nearest(text, pack.measures.values()) or (next(iter(pack.measures), "") if form == 1 else "")


def nearest(text: str, items: Iterable[Item]) -> str:
    """The item whose words have most in common with a text, by pairs of characters; of two, the one that the
    text speaks of first; empty where there is none. What several items say tells nothing."""
    pairs = {item.code: _pairs(f"{item.name} {item.text}") for item in items}
    often = Counter(pair for each in pairs.values() for pair in each)
    telling = {pair for pair in _pairs(text) if often[pair] == 1}
    shared = {code: each & telling for code, each in pairs.items()}
    found = {code: (len(each), -min(map(text.index, each))) for code, each in shared.items() if each}
    return max(found, key=found.__getitem__, default="")


def _pairs(text: str) -> set[str]:
    return {text[at:at + 2] for at in range(len(text) - 1)}
