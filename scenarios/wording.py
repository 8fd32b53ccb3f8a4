"""What a scenario says in running text, read for the codes that the platform asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rongcuo.policy.pack import Item, Pack


class NotUnderstood(ValueError):
    """Something that a file says cannot be read; the text says what and where."""


CATCH_ALL = "other"
YES = frozenset({"true", "yes", "y", "on", "1", "是", "有", "对", "已"})
NO = frozenset({"false", "no", "n", "off", "0", "否", "无", "没有", "不", "未"})
NUMBER = re.compile(r"(\d+)\s*[件项人名户起个票天次份]?")


def listed(said: Any) -> list[str]:
    """What a key says, as sentences: one, several, or none; of keys and values, a sentence for each."""
    if said is None or isinstance(said, bool):
        return []
    if isinstance(said, Mapping):
        return [f"{key}:{one}" for key, value in said.items() for one in listed(value) or ["是"]]
    return [one for each in said for one in listed(each)] if isinstance(said, list | tuple) else [str(said)]


def in_one_line(said: Any) -> str:
    """Without the line breaks that a file may have put into a sentence."""
    return "".join(line.strip() for line in str(said).splitlines())


def yes_of(key: str, said: Any, otherwise: bool) -> bool:
    """Yes or no, in Chinese or as YAML has it; `otherwise` where nothing is said."""
    if said is None or said == "":
        return otherwise
    word = str(said).strip().lower()
    if word not in YES | NO:
        raise NotUnderstood(f"{key}: 应为“是”或“否” · must be yes or no, not {said!r:.60}")
    return word in YES


def number_of(key: str, said: Any) -> int:
    """A number, also with what is counted: 9件."""
    found = NUMBER.fullmatch(str(said).strip())
    if isinstance(said, bool) or not found:
        raise NotUnderstood(f"{key}: 应为数字 · must be a number, not {said!r:.60}")
    return int(found[1])


def one_of(key: str, said: Any, words: Mapping[str, str]) -> str:
    """The code for a word, or nothing for none; what is in no list is told, never passed over."""
    code = words.get(str(said), str(said)) if said else ""
    if code and code not in words.values():
        raise NotUnderstood(f"{key}: 不认识的说法 · not a known word: {said!r:.60}")
    return code


FILING_ENDS: Mapping[str, str] = {
    "rejected": "declined", "not_accepted": "declined", "不予受理": "declined", "declined": "declined",
    "受理": "accepted", "予以受理": "accepted", "accepted": "accepted",
    "撤回": "withdrawn", "已撤回": "withdrawn", "withdrawn": "withdrawn",
    "returned": "supplement_requested", "returned_for_supplement": "supplement_requested",
    "退回补正": "supplement_requested", "补正": "supplement_requested",
    "supplement_requested": "supplement_requested",
    "到期": "expired", "期满": "expired", "有效期满": "expired", "已失效": "expired", "expired": "expired",
    "evaluated": "evaluated",
}


def filing_outcome_of(said: Any) -> str:
    """How a filing ends, in the platform's word, or the code with which it is refused
    (`filing.incomplete`)."""
    return str(said) if "." in str(said) else one_of("filing_outcome", said, FILING_ENDS)


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
