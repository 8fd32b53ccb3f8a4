"""One letter, made by the real press."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from services.documents.domain.letter import Letter, Text
from services.documents.letters.keys import LetterKeys
from services.documents.letters.renderer import LetterRenderer
from services.documents.ports import Made
from tests.unit.documents import scene

ADDRESS = "https://rongcuo.example"
LETTER = Letter(
    id="l1", matter_id="d1", decision_id="d1-1", kind="determination_decision", name="容错认定决定书",
    organ_id=scene.ORGAN, organ_name=scene.ORGAN_NAME, division_code=scene.ORGAN,
    number="嵩纪容〔2026〕1号", code="7KQ2M-WX9TB", illustrative=True, issued_at=scene.NOW,
    text=Text("容错认定决定书", "刘某：", "一、认定结论\n认定结论：免责\n本决定于2026年3月3日作出。"))


@cache
def keys() -> LetterKeys:
    made = LetterKeys(Path(mkdtemp(prefix="rongcuo-")) / "letters")
    made.make(scene.ORGAN, scene.ORGAN_NAME, scene.NOW)
    return made


@cache
def renderer(drawn_seal: bool = True) -> LetterRenderer:
    return LetterRenderer(keys(), ADDRESS, for_real=not drawn_seal)


def printed(body: str = "", *, text: Text | None = None, drawn_seal: bool = True, **changes: object) -> Made:
    text = text or (replace(LETTER.text, body=body) if body else LETTER.text)
    return renderer(drawn_seal).make(replace(LETTER, text=text, **changes), scene.NOW)
