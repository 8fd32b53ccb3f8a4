"""The scripts of the place are printed and can be read back; a text of before turns nobody else's words."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest

from services.documents.domain.filling import filled
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


def test_a_name_of_before_that_is_written_leftward_moves_no_number(tmp_path: Path) -> None:
    """Such names are refused now. One that was taken earlier is printed so that the figure stays where the
    sentence has it, in the pages and in the copy for editing."""
    body = "关于“{matter}”，核减款100万元。\n{matter} 30万元"
    text = filled("关于{matter}的决定", body, {"matter": "شارع"})
    made = printed(text.body)
    (tmp_path / "letter.pdf").write_bytes(made.pdf)
    copied = subprocess.run(["pdftotext", "-layout", tmp_path / "letter.pdf", "-"], capture_output=True,
                            text=True, check=True).stdout
    assert "，核减款100万元。" in copied
    line = next(line for line in copied.splitlines() if "30万元" in line)
    assert "شارع" in line.partition("30万元")[0]
    words = ZipFile(BytesIO(made.docx)).read("word/document.xml").decode()
    assert "关于“\u2068شارع\u2069”，核减款100万元。" in words
    assert text.title == "关于\u2068شارع\u2069的决定"
