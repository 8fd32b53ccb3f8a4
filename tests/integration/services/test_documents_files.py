"""Attachments: looked into, taken once, refused without a trace, swept when a crash left them."""

import json
import os
import struct
import time
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import ledger
from rongcuo.chassis.triggers import AlreadyAnswered
from rongcuo.contracts.documents import AttachmentQuery, AttachmentView, TakeAttachment
from rongcuo.contracts.errors import CaseError
from services.documents import usecases, views
from services.documents.inspection import FileInspector
from services.documents.storage import PaperStorage
from tests.integration.services.documents_office import Office
from tests.integration.services.ole_file import ole
from tests.unit.documents import scene

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c489".replace(" ", ""))
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
OLE = ole({"WordDocument": b"x"})
DAY = 24 * 3600


def packed(*names: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return made.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
GOOD = [
    ("纪要.pdf", PDF), ("现场.png", PNG), ("现场.JPG", JPEG), ("报告.docx", DOCX),
    ("台账.xlsx", packed("[Content_Types].xml", "xl/workbook.xml")), ("公文.ofd", packed("OFD.xml")),
    ("旧报告.doc", OLE), ("旧台账.xls", OLE), ("说明.txt", "说明文字\n".encode()),
    ("长.csv", "事项，".encode() * 60_000), ("长国标.csv", "a事项，".encode("gb18030") * 60_000),
    ("长双字节.txt", ("a事项😀" * 30_000).encode("utf-16")),
    ("国标.txt", "说明文字\n".encode("gb18030")), ("清单.csv", "编号,事项\r\n1,甲\r\n".encode()),
]
LIES = [
    ("a.pdf", PNG), ("a.png", PDF), ("a.docx", packed("evil.exe")), ("a.docx", PDF), ("a.pdf", b"MZ\x90\0"),
    ("a.docx", packed("word/document.xml", "word/vbaProject.bin")), ("a.txt", b"\x7fELF\x02\x01\x01\0"),
    ("a.txt", PNG), ("a.csv", bytes(range(256))), ("a.xlsx", DOCX), ("a.pdf", b"not a pdf"),
    ("a.docx", b"PK\x03\x04broken"), ("a.doc", DOCX),
    ("a.docx", packed("word/document.xml", *(f"{number:0200}" for number in range(8_700)))),
    ("a.docx", b"PK\x03\x04" + bytes(26) + (b"PK\x01\x02" + bytes(42)) * 900_000
     + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 46 * 900_000, 30, 0)),
    ("a.csv", "事项，".encode() * 60_000 + b"\x00"),
    ("a.csv", ("事项，" * 60_000).encode("gb18030") + b"\x81"), ("a.txt", b"\xff\xfea"),
]


@pytest.fixture
def office(config: Config) -> Office:
    return Office(config)


@pytest.fixture
def small(sqlite_config: Config) -> Office:
    return Office(sqlite_config)


@pytest.mark.parametrize(("name", "content"), GOOD, ids=[name for name, _ in GOOD])
def test_what_it_says_it_is_is_taken(small: Office, name: str, content: bytes) -> None:
    taken = small.upload(content, name)
    assert (taken.name, taken.size, taken.uploaded_by) == (name, len(content), "liu")
    assert b"".join(small.files.read(taken.blob)) == content
    shown = views.attachment(small.asked(scene.FILER), AttachmentQuery(sha256=taken.sha256))
    assert shown == taken


@pytest.mark.parametrize(("name", "content"), LIES)
def test_what_lies_about_its_type_is_refused_and_removed(small: Office, name: str, content: bytes) -> None:
    with pytest.raises(CaseError) as caught:
        small.upload(content, name)
    assert caught.value.code == "attachment.type_differs"
    assert small.kept() == set()


@pytest.mark.parametrize(("content", "name", "media_type", "code"), [
    (b"", "a.pdf", "application/pdf", "attachment.empty"),
    (PDF, "a.exe", "application/pdf", "attachment.type_not_allowed"),
    (PDF, "../../a.pdf", "application/pdf", "attachment.name_not_allowed"),
    (PDF, "a.pdf", "text/html", "attachment.type_differs")])
def test_what_is_refused_is_removed(
        office: Office, content: bytes, name: str, media_type: str, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        office.upload(content, name, media_type)
    assert caught.value.code == code
    assert office.kept() == set()


def test_too_large_is_refused_by_documents_too(tmp_path) -> None:
    office = Office(Config(mode="test", data_dir=tmp_path, attachment_limit=1_000))
    with pytest.raises(CaseError, match="too_large"):
        office.upload(PDF + bytes(1_000), "a.pdf")
    assert office.kept() == set()


def test_those_without_casework_upload_nothing(small: Office) -> None:
    with pytest.raises(CaseError, match="forbidden"):
        small.upload(PDF, "a.pdf", by=scene.OPERATOR)
    assert small.kept() == set()


def test_one_content_is_kept_once_and_each_upload_has_its_entry(office: Office) -> None:
    first = office.upload(PDF, "a.pdf")
    same, renamed = office.upload(PDF, "a.pdf"), office.upload(PDF, "b.pdf")
    others = office.upload(PDF, "a.pdf", by=scene.REVIEWER)
    assert same == first
    assert {renamed.blob, others.blob} == {first.blob}
    assert office.kept() == {first.blob}
    assert (renamed.name, others.uploaded_by) == ("b.pdf", "zhao")


def test_a_command_sent_twice_is_answered_as_before(office: Office) -> None:
    office.files.write("file-x", [PDF])
    command = TakeAttachment(command_id="c", blob="file-x", name="a.pdf", media_type="application/pdf")
    dependencies = office.dependencies

    def take() -> AttachmentView:
        context = office.commanded(scene.FILER, "once")
        return usecases.take_attachment(context, command, dependencies.files, dependencies.inspector,
                                        dependencies.limit)

    taken = take()
    with pytest.raises(AlreadyAnswered) as again:
        take()
    assert again.value.answer["blob"] == taken.blob
    assert office.kept() == {"file-x"}


def test_a_file_that_never_arrived_is_missing(small: Office) -> None:
    command = TakeAttachment(command_id="c", blob="file-x", name="a.pdf", media_type="application/pdf")
    dependencies = small.dependencies
    with pytest.raises(CaseError, match="missing"):
        usecases.take_attachment(small.commanded(scene.FILER), command, dependencies.files,
                                 dependencies.inspector, dependencies.limit)


@pytest.mark.parametrize(("script", "code"), [
    ("exit 1", "attachment.unsafe"), ("exit 2", "attachment.scan_failed"),
    ("sleep 5", "attachment.scan_failed"), ('grep -q endobj "$1" && exit 1', "attachment.unsafe")])
def test_the_scan_hook_refuses(small: Office, tmp_path, script: str, code: str) -> None:
    hook = tmp_path / "scan"
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o700)
    small.dependencies.inspector = FileInspector(str(hook), patience=0.5)
    with pytest.raises(CaseError) as caught:
        small.upload(PDF, "a.pdf")
    assert caught.value.code == code
    assert small.kept() == set()


def test_a_hook_that_passes_and_one_that_is_not_there(small: Office) -> None:
    small.dependencies.inspector = FileInspector("true", patience=2)
    assert small.upload(PDF, "a.pdf").size == len(PDF)
    small.dependencies.inspector = FileInspector("/nothing/there", patience=2)
    with pytest.raises(CaseError, match="scan_failed"):
        small.upload(JPEG, "a.jpg")


def test_who_may_read_a_file(office: Office) -> None:
    digest = office.upload(PDF, "a.pdf").sha256
    office.upload(PDF, "b.pdf", by=scene.OTHER_FILER)
    own = views.attachment(office.asked(scene.FILER), AttachmentQuery(sha256=digest))
    assert own.name == "a.pdf"
    with pytest.raises(CaseError, match="not_found"):
        views.attachment(office.asked(scene.REVIEWER), AttachmentQuery(sha256=digest))
    office.upload(PDF, "c.pdf")
    for name, meant in [("c.pdf", ["c.pdf"]), ("批复.exe", ["a.pdf", "c.pdf"])]:
        found = views.attachment(office.asked(scene.FILER), AttachmentQuery(sha256=digest, name=name))
        assert found.name in meant
    in_matter = AttachmentQuery(sha256=digest, matter_id="f1", uploaders=("liu",))
    assert views.attachment(office.asked(scene.REVIEWER), in_matter).uploaded_by == "liu"
    stolen = AttachmentQuery(sha256=digest, matter_id="f2", uploaders=("thief",))
    with pytest.raises(CaseError, match="not_found"):
        views.attachment(office.asked(scene.REVIEWER), stolen)


def test_no_line_of_the_ledger_lets_a_guessed_file_be_confirmed(office: Office) -> None:
    digest = office.upload(PDF, "a.pdf").sha256
    in_matter = AttachmentQuery(sha256=digest, matter_id="f1", uploaders=("liu",))
    views.attachment(office.asked(scene.REVIEWER), in_matter)
    with office.runtime.database.reading() as session:
        (kept,) = PaperStorage(session).uploads(digest)
        taken, read = map(json.loads, session.scalars(select(ledger.c.body).order_by(ledger.c.line_id)))
    assert (taken["what"], taken["subject"], taken["facts"]) == ("attachment.taken", kept.id, {})
    assert (read["what"], read["subject"], read["facts"]) == ("attachment.read", kept.id, {"matter": "f1"})


def test_what_a_crash_left_is_swept_after_a_day_and_nothing_else(office: Office) -> None:
    kept = office.upload(PDF, "a.pdf")
    office.hear(scene.made())
    office.make()
    [letter] = office.letters("d1")
    for key in ("file-left", "letter-left.pdf", "file-fresh"):
        office.files.write(key, [b"x"])
    for file in office.dependencies.config.blob_folder.rglob("*"):
        if file.is_file() and file.name != "file-fresh":
            os.utime(file, (time.time() - DAY - 60,) * 2)
    assert usecases.sweep(office.tick(), office.dependencies.files) == 2
    assert office.kept() == {kept.blob, letter.pdf, letter.docx, "file-fresh"}
