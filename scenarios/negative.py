"""The negative list: whether a scenario's facts speak of an item. An expectation alone never makes a hit."""

import re
from collections.abc import Mapping
from typing import Any

from rongcuo.policy.pack import Pack
from scenarios.wording import NotUnderstood, nearest, one_of

SPEAKS_OF: Mapping[str, tuple[str, ...]] = {
    "private_gain": ("私利", "亲属", "亲友", "谋取", "好处", "收受", "本人企业", "利益输送"),
    "knowing_violation": ("明知", "明令禁止", "顶风", "我行我素"),
    "political_discipline": ("政治纪律",),
    "grave_accident": ("事故", "伤亡", "死亡", "恶劣影响", "环境污染"),
    "repeated_error": ("重复", "再次", "屡次", "同类错误"),
}
DENIED = re.compile("(?:未|无|没有?|不|并非)"
                    "(?:有|曾|是|任何|谋取?|涉及|发生|造成|存在|收受|人员|从中|为|属于)*$")
LIST_HITS: Mapping[str, str] = {
    "negative": "negative", "负面": "negative", "负面清单": "negative",
    "positive": "positive", "正面": "positive", "正面清单": "positive",
    "disputed": "disputed", "争议": "disputed", "有争议": "disputed",
    "none": "none", "无": "none", "否": "none"}


def list_hit_of(said: Any) -> str:
    """positive, negative, disputed, none, or nothing."""
    return one_of("list_hit", said, LIST_HITS)


def hit_of(chosen: Mapping[str, Any], matter: str, asked: bool, pack: Pack) -> str:
    """The item that applies: as it was chosen, or where one is `asked` for, as the matter's own words say;
    empty where none does."""
    named = str(chosen.get("negative_item") or "")
    if named or list_hit_of(chosen.get("list_hit")) in {"negative", "disputed"}:
        return _item_of(named, matter, pack)
    return spoken_of(matter, pack) if asked else ""


def _item_of(named: str, matter: str, pack: Pack) -> str:
    """The item that is named; else that which the matter speaks of, or the list's first."""
    if named in pack.negative_list:
        return named
    said = named or matter
    found = spoken_of(said, pack) or nearest(said, pack.negative_list.values())
    if named and not found:
        raise NotUnderstood(f"negative_item: 负面清单没有这一项 · not on the negative list: {named!r:.60}")
    return found or next(iter(pack.negative_list))


def spoken_of(text: str, pack: Pack) -> str:
    """The item that a text speaks of, and does not deny (未谋取私利); empty where it speaks of none."""
    return next((code for code, words in SPEAKS_OF.items()
                 if code in pack.negative_list and any(_says(text, word) for word in words)), "")


def _says(text: str, word: str) -> bool:
    return any(not DENIED.search(text[:found.start()]) for found in re.finditer(word, text))
