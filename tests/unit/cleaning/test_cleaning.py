"""Of a file nothing is left but what is seen in it; what lies or is too much leaves nothing at all."""

import zlib
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from unicodedata import category
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
from PIL import Image, TiffImagePlugin

from rongcuo.cleaning.clean import clean
from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.texts.signs import INVISIBLE, LINES
from tests.unit.cleaning.planted import FILES, NAME, TRACES, drawn, exif, jpeg, pdf, png


def reason(name: str, content: bytes) -> Reason | None:
    try:
        clean(name, content)
    except NotCleaned as refusal:
        return refusal.reason
    return None


def unpacked(content: bytes) -> bytes:
    """With all that lies in it under deflate."""
    found = [content]
    for start in range(len(content) - 1):
        if content[start] & 0x0F == 8 and int.from_bytes(content[start:start + 2]) % 31 == 0:
            with suppress(zlib.error):
                found.append(zlib.decompressobj().decompress(content[start:]))
    return b"".join(found)


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_was_planted_is_in_the_copy(name: str) -> None:
    planted = FILES[name]()
    assert any(trace in unpacked(planted) for trace in TRACES)
    copy = unpacked(clean(name, planted).content)
    assert [trace for trace in TRACES if trace in copy] == []


@pytest.mark.parametrize("name", ["a.jpg", "b.png", "c.tif"])
def test_a_picture_looks_the_same(name: str) -> None:
    with Image.open(BytesIO(clean(name, FILES[name]()).content)) as copy:
        assert copy.size == (120, 80)
        assert [copy.convert("L").getpixel(at) for at in ((10, 10), (100, 60))] == [0, 255]
        assert not copy.getexif().get_ifd(0x8825)
        assert getattr(copy, "n_frames", 1) == (2 if name == "c.tif" else 1)


def test_a_picture_stands_as_it_was_held() -> None:
    held = exif()
    held[0x0112] = 6        # the camera was turned
    out = BytesIO()
    drawn().save(out, "JPEG", exif=held)
    with Image.open(BytesIO(clean("a.jpg", out.getvalue()).content)) as copy:
        assert copy.size == (80, 120)
        assert copy.convert("L").getpixel((70, 10)) < 20


def saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize(("name", "kind"), [("b.png", "PNG"), ("c.tif", "TIFF")])
@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_was_rubbed_out_is_white_and_what_shines_through_lies_over_it(
        name: str, kind: str, mode: str) -> None:
    """Whoever rubs out in a picture leaves its colours where they were, under nothing."""
    picture = drawn("RGB").convert(mode)
    picture.putalpha(0)
    picture.putpixel((60, 60), (0, 0, 0, 51)[-len(mode):])
    with Image.open(BytesIO(clean(name, saved(picture, kind)).content)) as copy:
        assert copy.mode == "RGB"
        assert copy.getpixel((60, 60)) == (204,) * 3
        copy.putpixel((60, 60), (255,) * 3)
        assert copy.getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize(("mode", "clear"), [("P", 0), ("L", 0), ("RGB", (0, 0, 0))])
def test_a_colour_that_is_no_colour_is_white_too(mode: str, clear: Any) -> None:
    content = saved(Image.new(mode, (9, 9)), "PNG", transparency=clear)
    with Image.open(BytesIO(clean("b.png", content).content)) as copy:
        assert copy.getextrema() == ((255, 255),) * 3


def pages_of(*kinds: dict[int, int]) -> bytes:
    """A TIFF, with what each of its pictures says that it is."""
    out = BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as file:
        for kind in kinds:
            told = TiffImagePlugin.ImageFileDirectory_v2()
            for tag, value in kind.items():
                told[tag] = value
            drawn().save(file, "TIFF", tiffinfo=told)
            file.newFrame()
    return out.getvalue()


@pytest.mark.parametrize("small", [{254: 1}, {254: 3}, {255: 2}], ids=str)
def test_a_smaller_picture_of_before_is_no_page(small: dict[int, int]) -> None:
    with Image.open(BytesIO(clean("c.tif", pages_of({}, small, {254: 2})).content)) as copy:
        assert getattr(copy, "n_frames", 1) == 2
    assert reason("c.tif", pages_of(small)) is Reason.UNREADABLE


def test_what_moves_or_hides_behind_another_picture_has_no_copy() -> None:
    film = {"save_all": True, "append_images": [drawn().rotate(90)]}
    for hidden in (True, False):
        assert reason("b.png", saved(drawn(), "PNG", default_image=hidden, **film)) is Reason.UNREADABLE
    assert reason("c.tif", pages_of({}, {254: 4})) is Reason.UNREADABLE


def test_a_pdf_is_the_pictures_of_its_pages_whoever_wrote_it() -> None:
    copy = clean("d.pdf", pdf(pages=3)).content
    document = pdfium.PdfDocument(copy)
    assert [page.get_size() for page in document] == [(200, 200)] * 3
    assert document[0].get_textpage().get_text_bounded() == ""
    seen = document[0].render(scale=1).to_pil().convert("L")
    assert seen.crop((20, 140, 100, 165)).getextrema()[0] < 90, "the words are still to be read"
    assert copy[:400] == clean("d.pdf", pdf("Somebody", pages=3)).content[:400]
    assert f"D:{datetime.now(UTC):%Y%m%d}".encode() not in copy
    other = pdfium.PdfDocument(clean("d.pdf", pdf("LiSi")).content)[0].render(scale=1).to_pil()
    assert other.tobytes() == document[0].render(scale=1).to_pil().tobytes(), "a note's author is not painted"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_keeps_its_signs_and_nothing_unseen(encoding: str) -> None:
    marked = "三月\u200b七日,\u202d合同两份。 \t\r\n第二行\r\n"
    assert clean("e.txt", marked.encode(encoding)).content.decode() == "三月七日,合同两份。\n第二行\n"


def text_of(written: str) -> str:
    return clean("e.txt", written.encode()).content.decode()


UNSEEN = [chr(each) for each in range(0x110000)
          if each not in range(0xD800, 0xE000) and not chr(each).isspace() and (
              category(chr(each)) in ("Cf", "Cc") or INVISIBLE.match(chr(each)) or LINES.match(chr(each)))]


def test_no_sign_that_draws_nothing_is_in_a_text() -> None:
    shown = [sign for sign in UNSEEN if ord(sign) > 0x9f]       # older controls make it no text at all
    assert len(shown) > 900
    assert text_of(f"三月{''.join(shown)}七日") == "三月七日\n"


@pytest.mark.parametrize("mark", [
    "\u061c", "\u034f", "\u180e", "\u115f", "\u1160", "\u3164", "\uffa0", "\u17b4", "\u2800", "\ufff9",
    "\U0001d173", "\U0001bca0", "\U000e0041", "\ufe0e", "\U000e0101", "\U00016fe4", "\u2065", "\ufdd0"])
def test_a_mark_of_a_rare_kind_is_not_in_it_either(mark: str) -> None:
    assert text_of(f"合{mark}同") == "合同\n"


@pytest.mark.parametrize(("marked", "plain"), [
    ("合同　两份", "合同 两份"), ("合同\u00a0\u2009两份", "合同 两份"), ("合同  两份", "合同 两份"),
    ("合同\t两份", "合同 两份"), ("　　合同", "合同"), ("甲\n\n\n\n乙", "甲\n\n乙"), ("甲\u2028乙", "甲\n乙"),
    ("\u2f00份", "一份"), ("１２月ＡＢ", "12月AB"), ("\U0001d400", "A"), ("ﬁle", "file"), ("ｶﾞ", "ガ"),
    ("e\u0301", "é"), ("\uf9d8师", "律师"), ("\ufefb", "لا")])
def test_twins_and_blanks_are_one(marked: str, plain: str) -> None:
    assert text_of(marked) == text_of(plain) == f"{plain}\n"


@pytest.mark.parametrize("sign", [
    "𠮷", "䶮", "龘", "㛃", "\ufa11", "\U0003134a", "\U00031350", "\U000323af", "\U0002ebf0", "\ue843", "①",
    "²", "½", "，", "。", "（", "—", "·", "ئۇ", "ཀྲ", "¨"])
def test_rare_ideographs_and_what_means_something_else_stay(sign: str) -> None:
    assert text_of(f"署名{sign}，") == f"署名{sign}，\n"


def office() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
        packed.writestr("word/vbaProject.bin", NAME)
    return out.getvalue()


def of_points(side: int) -> bytes:
    out = BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("name", "content", "why"), [
    ("a.docx", office(), Reason.KIND), ("a.docm", office(), Reason.KIND), ("a.ofd", office(), Reason.KIND),
    ("a.zip", office(), Reason.KIND), ("noending", b"x", Reason.KIND), ("a.heic", b"x", Reason.KIND),
    ("a.pdf", office(), Reason.LIES), ("a.jpg", png(), Reason.LIES), ("a.png", jpeg(), Reason.LIES),
    ("a.txt", office(), Reason.LIES), ("a.txt", b"\xff\xfe\x00", Reason.LIES), ("a.pdf", b"MZ", Reason.LIES),
    ("a.pdf", b"", Reason.EMPTY), ("a.txt", b" \n", Reason.EMPTY),
    ("a.pdf", b"%PDF-1.7 nothing", Reason.UNREADABLE), ("a.jpg", jpeg()[:40], Reason.UNREADABLE),
    ("a.png", of_points(20_000), Reason.TOO_LONG), ("a.png", of_points(7_200), Reason.TOO_LONG),
    ("a.pdf", pdf(pages=51), Reason.TOO_LONG),
    ("a.txt", "机密★ 某项部署".encode("gb18030"), Reason.MARKED),
    ("a.csv", "秘密★,1".encode(), Reason.MARKED), ("a.pdf", pdf(text="abc"), Reason.MARKED),
], ids=str)
def test_what_lies_or_is_too_much_has_no_copy(name: str, content: bytes, why: Reason) -> None:
    assert reason(name, content) is why


def test_a_file_that_brings_its_reader_down_harms_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the process dies of, it is a refusal."""
    monkeypatch.setattr("rongcuo.cleaning.clean.sys.executable", "/bin/false")
    assert reason("a.png", png()) is Reason.UNREADABLE
