"""What packs say in Chinese only, in English. Sheets are never edited in place, so it stands beside them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


def english_of(text: str) -> str:
    """Of a source or an explanation; empty where it is not known."""
    return known().get(text, "")


@cache
def known() -> Mapping[str, str]:
    """All that there is, by the Chinese text."""
    return dict(yaml.safe_load(files("rongcuo.policy").joinpath("english.yaml").read_text("utf-8")))
