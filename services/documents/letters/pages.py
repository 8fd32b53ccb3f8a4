"""The pages of a letter, typeset by typst from `letter.typ`."""

import json
import re
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Literal

import segno
import typst

from rongcuo.contracts.errors import CaseError
from rongcuo.texts.signs import flowing
from services.documents.domain.kinds import kind_of
from services.documents.domain.letter import Letter
from services.documents.domain.said import day
from services.documents.letters.lines import STRETCHES, beyond_the_lines, loosened

TEMPLATE = Path(__file__).with_name("letter.typ")
CHINESE = ("FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "AR PL UMing CN", "SimSun")
ARCHIVAL: Literal["a-2b"] = "a-2b"   # PDF/A, which also refuses a character that no font has

QUOTED = re.compile(r'text `"(.+?)"`', re.DOTALL)   # what typst could not draw, in its own words


class Pages:
    """typst reads the fonts once; from then on a page takes milliseconds. For one thread at a time."""

    def __init__(self, address: str, drawn_seal: bool) -> None:
        self._address, self._drawn_seal = address, drawn_seal

    def typeset(self, letter: Letter) -> bytes:
        """PDF/A-2b. Raises `letter.font_missing`, `letter.glyph_missing` or `letter.too_wide`: never prints
        boxes, nor leaves out what would not fit on a line."""
        for most in STRETCHES:
            pages = self._compile(letter, most)
            if not beyond_the_lines(pages):
                return pages
        raise CaseError("letter.too_wide")

    def _compile(self, letter: Letter, most: int) -> bytes:
        """With breaks in whatever is longer than `most` signs without one."""
        told = {"data": json.dumps(self._data(letter, most), ensure_ascii=False)}
        try:
            pages = self._compiler.compile(format="pdf", sys_inputs=told, pdf_standards=ARCHIVAL,
                                           pdf_tags=False, timestamp=int(letter.issued_at.timestamp()))
        except typst.TypstError as error:
            raise _in_plain_words(error) from None
        assert isinstance(pages, bytes)  # noqa: S101  (several pages are one file)
        return pages

    def _data(self, letter: Letter, most: int) -> dict[str, object]:
        text = letter.text
        title, addressee, *lines = (
            loosened(flowing(line), most) for line in (text.title, text.addressee, *text.body.splitlines()))
        return {
            "organ": letter.organ_name, "number": letter.number, "title": title, "addressee": addressee,
            "lines": lines, "plain": kind_of(letter.kind).record,
            "signing": loosened(letter.organ_name, most),
            "date": day(letter.issued_at), "seal": "drawn" if self._drawn_seal else "reserved",
            "qr": qr_code(f"{self._address}/verify/{letter.code}"), "check": self._check(letter)}

    def _check(self, letter: Letter) -> str:
        """How to check it, and, where the seal is an example, whether its form is one too."""
        how = f"核验码 {letter.code}。扫描二维码，或在 {self._address}/verify 输入核验码，核对真伪和效力。"
        return f"{how}本文书的格式文字为示例。" if self._drawn_seal and letter.illustrative else how

    @cached_property
    def _compiler(self) -> typst.Compiler:
        fonts = typst.Fonts()
        if not set(CHINESE).intersection(fonts.families()):
            raise CaseError("letter.font_missing", "install fonts-noto-cjk", {"package": "fonts-noto-cjk"})
        return typst.Compiler(TEMPLATE, font_paths=fonts)


def qr_code(address: str) -> str:
    """SVG."""
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _in_plain_words(error: typst.TypstError) -> Exception:
    if "could not be displayed" in str(error):
        found = QUOTED.search(str(error))
        return CaseError("letter.glyph_missing", str(error)[:200], {"signs": found[1][:20] if found else ""})
    return error
