"""What may be written can be printed: the shipped list of signs against the fonts that letters use."""

from dataclasses import replace

import pytest

from rongcuo.texts.drawing import RANGES, undrawn
from services.documents.letters.pages import Pages
from tests.unit.documents.printing import ADDRESS, LETTER


def ends() -> list[str]:
    """The first and the last sign of every range."""
    points = {int(end, 16) for line in RANGES.read_text("ascii").split() for end in line.split("-")}
    return [chr(point) for point in sorted(points) if point > 0x20]


def test_letters_show_what_may_be_written() -> None:
    text = replace(LETTER.text, body="\n".join(ends()))
    assert Pages(ADDRESS, drawn_seal=True).typeset(replace(LETTER, text=text))


@pytest.mark.parametrize("text", [
    "绿色通道试点①✓√●℃㎡×÷±≥《》——……", "ꆈꌠꁱꂷ", "བོད་ཡིག", "رشارع", "רחוב", "𪛘",
    "葛\U000e0100", "a\u200db\u00a0c\u3000d\n"])
def test_what_people_write_may_be_written(text: str) -> None:
    assert undrawn(text) == ""


@pytest.mark.parametrize(("text", "sign"), [
    ("绿色通道✅试点", "✅"), ("1\ufe0f\u20e3", "\u20e3"), ("\ue000", "\ue000"),
    ("一\U0001fae0二🚧", "\U0001fae0")])
def test_the_first_that_no_letter_can_show_is_named(text: str, sign: str) -> None:
    assert undrawn(text) == sign
