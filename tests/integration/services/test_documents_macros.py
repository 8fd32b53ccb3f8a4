"""Macros by any door: what brings them, or is made to fetch them, is no document."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from services.documents.inspection import kind_of
from services.documents.macros import PIECE
from tests.integration.services.ole_file import ole

WORD, BOOK = {"WordDocument": b"\xec\xa5"}, {"Workbook": b"\x09\x08"}
SLIDES = {"PowerPoint Document": b"\x0f"}
SLIDES_MACROS = (b"\x1f\x00\xff\x03\x14\x00\x00\x00\x02\x00\x00\x04\x0c\x00\x00\x00"
                 b"\x05\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00")
TYPES, DOCUMENT = "[Content_Types].xml", "word/document.xml"
RELATIONS = "word/_rels/settings.xml.rels"


def sheets(*records: tuple[int, bytes]) -> bytes:
    """The globals of a workbook, ended as they should be."""
    told = ((0x809, bytes(16)), *records, (0x0A, b""))
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in told)


def sheet(kind: int) -> tuple[int, bytes]:
    return 0x85, bytes(5) + bytes([kind]) + b"\x01\x00A"


def template(target: str) -> str:
    return ('<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/attachedTemplate" Target="{target}" TargetMode="External"/></Relationships>')


def office(**parts: str | bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(**parts: str | bytes) -> bytes:
    return office(**{TYPES: "<Types/>", DOCUMENT: "<x/>", **parts})


def docx_told_twice(first: str, second: str) -> bytes:
    """Which of the two is read depends on who reads."""
    made = BytesIO(docx())
    with ZipFile(made, "a") as archive:
        archive.writestr(RELATIONS, first)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr(RELATIONS, second)
    return made.getvalue()


HARMLESS = {
    "word": ole(WORD), "sheets": ole({"Workbook": sheets(sheet(0), sheet(2))}), "slides": ole(SLIDES),
    "embedded sheets": ole({**WORD, "ObjectPool": {"_1": dict(BOOK)}}),
    "docx": docx(), **{f"docx by {usual}": docx(**{RELATIONS: template(usual)}) for usual in (
        "file:///C:/Office/Normal.dotm", "file:///Users/a/Normal.dotm", r"C:\Office\Normal.dotm", "a.dotm")},
    "docx with links": docx(**{"word/_rels/document.xml.rels": template("https://a.example/?a=1&amp;b='2'")
                               .replace("attachedTemplate", "hyperlink") + "\n" * 2_000_000}),
    "docx that tells at length": docx(**{RELATIONS: "<" * 1_048_576}),   # not looked at again from each sign
}
MACROS = {
    "word": ole({**WORD, "Macros": {"VBA": {"dir": b"x"}}}), "sheets": ole({**BOOK, "_VBA_PROJECT_CUR": {}}),
    "in small letters": ole({**BOOK, "_vba_project_cur": {}}),
    "vba alone": ole({**WORD, "VBA": {"dir": b"x"}}),
    "embedded": ole({**WORD, "ObjectPool": {"_1": {**BOOK, "_VBA_PROJECT_CUR": {"VBA": {"dir": b"x"}}}}}),
    "excel 4": ole({"Workbook": sheets(sheet(0), sheet(1))}),
    "excel 4 in a Book": ole({"Book": sheets(sheet(1))}),
    "slides": ole({"PowerPoint Document": SLIDES_MACROS}),
    "under a password": ole({"Workbook": sheets((0x2F, bytes(6)), sheet(0))}),
    "an encrypted package": ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
    "an installer": ole({"SummaryInformation": b"x"}), "cut off": ole(WORD)[:700],
    "only its head": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "vbaProject.bin": docx(**{"word/VbaProject.bin": ""}),
    "by another name": docx(**{TYPES: '<Override PartName="/word/a.xml" '
                               'ContentType="application/vnd.ms-office.vbaProject"/>', "word/a.xml": ""}),
    "written as numbers": docx(**{TYPES: "application/vnd.ms-office.&#118;baProject"}),
    "in UTF-16": docx(**{TYPES: "application/vnd.ms-office.vbaProject".encode("utf-16")}),
    "a docm renamed": docx(**{TYPES: "application/vnd.ms-word.document.macroEnabled.main+xml"}),
    "an xlsb renamed": office(**{TYPES: "<Types/>", "xl/workbook.bin": ""}),
    "embedded docm": docx(**{"word/embeddings/a.DOCM": ""}),
    "macro sheet": docx(**{"xl/macrosheets/sheet1.xml": ""}),
    "a template from elsewhere": docx(**{RELATIONS: template("https://a.example/t.dotm")}),
    "a template from a share": docx(**{RELATIONS: template(r"\\a.example\t.dotm")}),
    **{f"a template from {away}": docx(**{RELATIONS: template(away)}) for away in (
        "file://a.example/t.dotm", "file:////a.example/t.dotm", "/\\a.example/t.dotm", " https://a.example/",
        "mhtml:https://a.example/t")},
    **{f"a template from {away!r}": docx(**{RELATIONS: template(away)}) for away in (
        "file:\t//a.example/t.dotm", "/\t/a.example/t.dotm", "ht\ntps://a.example/t",
        "file:&#9;//a.example/t.dotm",
        "%2F%2Fa.example/t.dotm", "file:\\\\a.example\\t.dotm", "\u00a0//a.example/t.dotm")},
    **{f"a template told of {part}": docx(**{f"word/_rels/{part}.rels": template("https://a.example/t.dotm")})
       for part in ("opts.xml", "document.xml", "Settings2.XML")},
    "a template told in numbers": docx(**{RELATIONS: template("https://a.example/t").replace(
        "Tem", "&#x54;em")}),
    "a template behind a bracket": docx(**{RELATIONS: template('>" Target="https://a.example/t')}),
    "a template told late": docx(**{RELATIONS: " " * 1_048_576 + template("https://a.example/t.dotm")}),
    "macros told late": docx(**{TYPES: " " * 1_048_576 + "application/vnd.ms-office.vbaProject"}),
    "a template told twice": docx_told_twice(template("https://a.example/t.dotm"), template("Normal.dotm")),
    "rtf": rb"{\rtf1{\object\objemb}}", "mht": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx",
    "html": b"<html><script>1</script></html>",
    "odt": office(**{"mimetype": "application/vnd.oasis.opendocument.text", "Basic/Standard/M.xml": ""}),
}


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS)
def test_a_document_without_macros_is_one(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert kind_of(file) in ("ole", "docx")


@pytest.mark.parametrize("content", MACROS.values(), ids=MACROS)
def test_macros_are_found_by_any_door(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert kind_of(file) in ("", "text")     # plain text opens under a text's name only


@pytest.mark.parametrize("before", range(PIECE - len(SLIDES_MACROS), PIECE + 1))
def test_macros_of_slides_are_found_across_pieces(tmp_path: Path, before: int) -> None:
    file = tmp_path / "file"
    file.write_bytes(ole({"PowerPoint Document": bytes(before) + SLIDES_MACROS + bytes(PIECE)}))
    assert kind_of(file) == ""


def test_a_directory_without_end_is_not_walked(tmp_path: Path) -> None:
    broken = bytearray(ole(WORD))
    fat = int.from_bytes(broken[76:80], "little") * 512 + 512
    broken[fat:fat + 4] = (0).to_bytes(4, "little")
    file = tmp_path / "file"
    file.write_bytes(bytes(broken))
    assert kind_of(file) == ""
