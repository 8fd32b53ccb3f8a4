"""One sign bears so many marks as the scripts of the place need, and no more."""

from unicodedata import category

import pytest
from marshmallow import ValidationError

from rongcuo.contracts.writing import Writing
from rongcuo.texts.signs import overloaded

OVERLOADED = {"above": "a" + "\u0301" * 50, "below and above": "国\u0323\u0301\u0323\u0301\u0302",
              "around": "5" + "\u20dd" * 5, "with joiners": "e" + "\u0301\u200d" * 5,
              "on a blank": " " + "\u0301" * 5, "after a circle": "a\u20dd\u0903" + "\u0301" * 5,
              "subjoined": "ཀ" + "\u0fb2" * 5, "vowels": "ཀ" + "\u0f72" * 5,
              "stacked letters": "\u1000" + "\u1039\u1000" * 5, "Tai": "\u1a20" + "\u1a60\u1a20" * 5,
              "at the end": "道路" + "整" * 300 + "\u0336" * 5}


@pytest.mark.parametrize("text", OVERLOADED.values(), ids=OVERLOADED)
@pytest.mark.parametrize("one_line", [True, False])
def test_no_sign_bears_marks_that_cover_the_lines_around(text: str, one_line: bool) -> None:
    with pytest.raises(ValidationError, match=r"more than 4 marks on one sign, such as U\+"):
        Writing(one_line, required=True, printed=False)(text)


def test_every_mark_is_one_of_those_that_are_counted() -> None:
    marks = [chr(code) for code in range(0x110000) if category(chr(code)) in ("Mn", "Me")]
    assert [mark for mark in marks if not overloaded(f"a{mark * 5}")] == []
    assert [mark for mark in marks if overloaded(f"ཀ{mark * 4}ཀ")] == []     # a Latin sign ends the run
