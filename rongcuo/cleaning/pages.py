"""PDFs: each page as a picture of it, as a printer and a scanner would make it. Names of authors, what was
attached or blacked out but is still there, notes' authors, scripts: all stay behind; so does what could be
searched or copied."""

import re
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium

from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.texts.secrecy import marked_secret

MOST_PAGES = 50
SHARPEST, LONGEST_SIDE = 170 / 72, 2_000     # points of the picture: to a point of the page, and in all
QUALITY = 75
LARGEST = 14_400                             # of a page's side; more is no page
_MADE_AT = re.compile(rb"(/CreationDate\(D:)\d{14}")
NO_TIME = rb"\g<1>20000101000000"


def copy(content: bytes, _: str) -> bytes:
    """Raises `NotCleaned`."""
    try:
        document = pdfium.PdfDocument(content)
        count = len(document)
        if count > MOST_PAGES:
            raise NotCleaned(Reason.TOO_LONG)
        if any(marked_secret(page.get_textpage().get_text_bounded()) for page in _pages(document)):
            raise NotCleaned(Reason.MARKED)
        document.init_forms()
        made = pdfium.PdfDocument.new()
        for page in _pages(document):
            _paint(page, made)
    except pdfium.PdfiumError:
        raise NotCleaned(Reason.UNREADABLE) from None
    if not count:
        raise NotCleaned(Reason.EMPTY)
    out = BytesIO()
    made.save(out)
    return _MADE_AT.sub(NO_TIME, out.getvalue())


def _pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfPage]:
    for number in range(len(document)):
        page = document[number]
        yield page
        page.close()


def _paint(page: pdfium.PdfPage, made: pdfium.PdfDocument) -> None:
    width, height = page.get_size()
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise NotCleaned(Reason.UNREADABLE)
    seen = page.render(scale=min(SHARPEST, LONGEST_SIDE / max(width, height))).to_pil().convert("RGB")
    jpeg = BytesIO()
    seen.save(jpeg, "JPEG", quality=QUALITY)
    jpeg.seek(0)
    sheet, picture = made.new_page(width, height), pdfium.PdfImage.new(made)
    picture.load_jpeg(jpeg, inline=True)
    picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
    sheet.insert_obj(picture)
    sheet.gen_content()
    sheet.close()
