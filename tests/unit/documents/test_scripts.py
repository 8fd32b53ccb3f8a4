"""The scripts of the place are printed and can be read back; a text of before turns nobody else's words."""

from io import BytesIO
from zipfile import ZipFile

import pdfplumber
import pytest

from tests.unit.documents.printing import printed


def read_back(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pdfplumber.open(BytesIO(pdf)).pages)


@pytest.mark.parametrize("words", ["ꆈꌠꁱꂷ", "ᥖᥭᥰ", "ᦑᦟᦹᧉ", "ཀཁག", "ᠮᠣᠩ", "𠀀𪜀𫝀"],
                         ids=["Yi", "Tai Le", "New Tai Lue", "Tibetan", "Mongolian", "rare ideographs"])
def test_every_script_of_the_place_is_printed(words: str) -> None:
    assert words in read_back(printed(f"关于{words}的决定").pdf)


def test_signs_that_turn_the_writing_are_not_printed() -> None:
    made = printed("关于“示例\u2067事项\u202e”，核减款100万元。")
    assert "关于“示例事项”，核减款100万元。" in read_back(made.pdf)
    words = ZipFile(BytesIO(made.docx)).read("word/document.xml").decode()
    assert "关于“示例事项”，核减款100万元。" in words
