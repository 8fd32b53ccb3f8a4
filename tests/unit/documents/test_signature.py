"""The signature: pyHanko accepts it, poppler's pdfsig accepts it, and not one byte can be changed unseen."""

import random
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader

from services.documents.letters.checking import check
from services.documents.letters.keys import LetterKeys
from tests.unit.documents import scene
from tests.unit.documents.printing import LETTER, keys, printed

LETTER_PDF = printed().pdf
CERTIFICATES = keys().all()
PDFSIG = shutil.which("pdfsig")


def intact(pdf: bytes) -> bool:
    found = check(pdf, CERTIFICATES)
    return found.intact and found.ours


def pdfsig(folder: Path, pdf: bytes) -> str:
    assert PDFSIG, "poppler-utils is missing: deploy/system-packages poppler-utils"
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    return subprocess.run([PDFSIG, file], capture_output=True, text=True, check=False, timeout=300).stdout


def test_pyhanko_accepts_it() -> None:
    assert intact(LETTER_PDF)
    [signature] = PdfFileReader(BytesIO(LETTER_PDF)).embedded_signatures
    assert signature.field_name == "Seal"
    assert signature.self_reported_timestamp == scene.NOW
    assert sha256(LETTER_PDF).hexdigest() != sha256(printed().pdf).hexdigest()


def test_a_second_tool_accepts_it(tmp_path: Path) -> None:
    told = pdfsig(tmp_path, LETTER_PDF)
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "SHA-256" in told


def test_a_second_tool_sees_a_changed_page(tmp_path: Path) -> None:
    changed = bytearray(LETTER_PDF)
    changed[LETTER_PDF.index(b"stream") + 40] ^= 1
    assert "Signature is Valid" not in pdfsig(tmp_path, bytes(changed))


@pytest.mark.timeout(300)      # a third of a second each, on a busy machine
@settings(max_examples=60)
@given(st.integers(0, len(LETTER_PDF) - 1), st.integers(1, 255))
def test_one_altered_byte_is_detected_wherever_it_is(place: int, change: int) -> None:
    changed = bytearray(LETTER_PDF)
    changed[place] ^= change
    assert not intact(bytes(changed))


def test_so_is_one_in_the_signature_s_own_place() -> None:
    """There, where the signature does not reach: many digits of it and of what fills it up."""
    begin = LETTER_PDF.index(b"/Contents <") + len(b"/Contents <")
    end = LETTER_PDF.index(b">", begin)
    for place in range(begin, end, 23):
        changed = bytearray(LETTER_PDF)
        changed[place] = ord("1") if changed[place] != ord("1") else ord("2")
        assert not intact(bytes(changed)), place


@pytest.mark.parametrize("more", [b"\n", b"%%EOF\n", b"1 0 obj<<>>endobj\n"])
def test_nothing_can_be_added_or_cut_off(more: bytes) -> None:
    assert not intact(LETTER_PDF + more)
    for length in random.Random(7).sample(range(len(LETTER_PDF)), 30):
        assert not intact(LETTER_PDF[:length])


def test_another_key_s_signature_is_not_ours(tmp_path: Path) -> None:
    others = LetterKeys(tmp_path / "others")
    others.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    assert not check(LETTER_PDF, others.all()).ours


def test_the_docx_holds_the_same_words_on_the_same_page() -> None:
    document = Document(BytesIO(printed("甲&<b>乙\n丙").docx))
    words = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert words[:6] == [LETTER.organ_name, LETTER.number, LETTER.text.title, "刘某：", "甲&<b>乙", "丙"]
    assert words[6:8] == [LETTER.organ_name, "2026年3月3日"]
    assert LETTER.code in words[8]
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(margin.mm) for margin in (section.top_margin, section.left_margin, section.right_margin,
                                            section.bottom_margin)] == [37, 28, 26, 35]
