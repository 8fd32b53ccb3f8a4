"""The same words as DOCX, for offices that edit. `letter.docx` is its template and can be edited as such."""

from functools import cache
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from rongcuo.texts.signs import flowing
from services.documents.domain.letter import Letter
from services.documents.domain.said import day

TEMPLATE = Path(__file__).with_name("letter.docx")


def as_docx(letter: Letter) -> bytes:
    """An unsigned copy; the signed PDF is the letter. Its lines are left to whatever edits it: what is longer
    than one is broken at the edge there, and breaks of ours would stay unseen in the text."""
    document = DocxTemplate(BytesIO(_template()))
    document.render({
        "organ": letter.organ_name, "number": letter.number, "title": flowing(letter.text.title),
        "addressee": flowing(letter.text.addressee),
        "lines": list(map(flowing, letter.text.body.splitlines())),
        "date": day(letter.issued_at), "code": letter.code}, autoescape=True)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
