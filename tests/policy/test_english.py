"""What packs say in Chinese only has its English beside the sheets: all of it, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rongcuo.policy.english import english_of, known
from rongcuo.policy.pack import Item, PackStore
from rongcuo.policy.provenance import Source

CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, Item | Source) and part.text:
        yield part.text
    if is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
    elif hasattr(part, "values"):
        for each in part.values():
            yield from _texts(each)
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)


def test_every_source_and_explanation_of_a_shipped_pack_has_its_english() -> None:
    said = {text for pack in PackStore().all() for text in _texts(pack)}
    assert known().keys() == said
    assert [english for english in known().values() if not english or CHINESE.search(english)] == []


def test_of_what_is_not_known_there_is_none() -> None:
    assert english_of("本县自定") == ""
