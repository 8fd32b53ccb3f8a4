"""A page to take away as PDF, typeset by typst from a template of whoever brings it."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import typst
from flask import Response

from rongcuo.chassis.locks import Lock
from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError

PDF: Final = "application/pdf"
CHINESE: Final = ("FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif CJK SC", "AR PL UMing CN",
                  "SimSun")
_ONE_AT_A_TIME: Final = Lock()


def printed(template: Path, told: Mapping[str, Any], at: datetime) -> bytes:
    """In a thread of its own, so that everybody else goes on. `told`: what the template reads as `data`.
    Raises `letter.font_missing`, or `letter.glyph_missing` for a sign that no font has."""
    return in_native_thread(_print, template, json.dumps(told, ensure_ascii=False), int(at.timestamp()))


def taken_away(pdf: bytes, name: str) -> Response:
    """To be kept, never shown by the browser as a page of ours."""
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(pdf, mimetype=PDF, headers=headers)


def _print(template: Path, data: str, timestamp: int) -> bytes:
    with _ONE_AT_A_TIME:
        try:
            pages = typst.Compiler(template, font_paths=_fonts()).compile(
                format="pdf", sys_inputs={"data": data}, pdf_standards="a-2b", pdf_tags=False,
                timestamp=timestamp)
        except typst.TypstError as error:
            if "could not be displayed" in str(error):
                raise CaseError("letter.glyph_missing", str(error)[:200], {"signs": ""}) from None
            raise
    assert isinstance(pages, bytes)  # noqa: S101  (several pages are one file)
    return pages


@cache
def _fonts() -> typst.Fonts:
    """Read once."""
    fonts = typst.Fonts()
    if not set(CHINESE).intersection(fonts.families()):
        raise CaseError("letter.font_missing", "install fonts-noto-cjk", {"package": "fonts-noto-cjk"})
    return fonts
