"""Files that a reporter hands in: who reads which of the two that become of each, and until when."""

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.sealed import FILES, Part
from rongcuo.contracts.vault import FileKind, ReporterStatus
from rongcuo.contracts.vault.operations import DEPOSIT_REPORTER, HAND_IN_BY_CODE
from rongcuo.sealing import files as sealing_files
from rongcuo.sealing.algorithms import GM
from services.vault.ports import KeptFile
from services.vault.storage import METADATA, VaultStorage
from services.vault.storage.tables import reporters
from services.vault.usecases import files, retention
from tests.unit.cleaning.planted import NAME as AUTHOR
from tests.unit.cleaning.planted import jpeg, pdf
from tests.unit.gateway.site import client_of
from tests.unit.vault.house import A1, B1, NOBODY, READER, House, refusal
from tests.unit.vault.letter_box import ANONYMOUS, Box, Page, code_on
from tests.unit.vault.test_box_back import do, opened
from tests.unit.vault.test_pages import API, VaultCaller, signed_in

PHOTO = f"IMG_{AUTHOR}.jpg"


def chosen(*named: tuple[str, bytes]) -> list[Any]:
    return [(BytesIO(content), name) for name, content in named]


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


def sent(box: Box, *named: tuple[str, bytes], page: Page | None = None) -> Page:
    return box.send(page or box.checking(ANONYMOUS), to="send", file=chosen(*named))


def stored(house: House) -> list[bytes]:
    folder: Path = house.room.files._folder
    return [each.read_bytes() for each in folder.rglob("sealed-*")]


def fetched(house: House, reporter_ref: str, number: int, actor: Any = READER) -> Any:
    caller = VaultCaller(house)
    client = client_of(caller, files=house.room.files)
    return client.get(f"{API}/reporters/{reporter_ref}/files/{number}", headers=signed_in(caller, actor))


def test_the_handler_gets_the_clean_copy_and_each_is_a_line(box: Box, house: House) -> None:
    page = sent(box, (PHOTO, jpeg()), ("合同.pdf", pdf()))
    assert box.status == 200
    assert "文件 2 份" in page.text
    (reporter_ref, kept), = house.store.reporters.items()
    assert kept.parts == FILES[:2]
    assert fetched(house, reporter_ref, 1).status_code == 404      # whoever does not handle it
    house.handled(reporter_ref, ("li",))
    for number, name, begins in ((1, "材料1.jpg", b"\xff\xd8"), (2, "材料2.pdf", b"%PDF-")):
        answer = fetched(house, reporter_ref, number)
        assert answer.data.startswith(begins)
        assert AUTHOR.encode() not in answer.data
        assert answer.headers["Content-Disposition"].endswith(quote(name))
        assert answer.headers["Cache-Control"] == "no-store"
    assert [line for line in house.context.lines if line[0] == "reporter_file_read"] == [
        ("reporter_file_read", reporter_ref, {"number": number}) for number in (1, 2)]
    assert fetched(house, reporter_ref, 3).status_code == 404
    assert fetched(house, reporter_ref, 1, A1).status_code == 403     # a custodian handles nothing
    house.handled(reporter_ref, ("li",), named=("li",))
    assert fetched(house, reporter_ref, 1).status_code == 404         # nor does whoever is named
    talk = house.look(code_on(page)).files
    assert [(each.number, each.kind.value) for each in talk] == [(1, "jpg"), (2, "pdf")]


def test_nothing_of_a_file_is_sent_or_stored_open(box: Box, house: House) -> None:
    sent(box, (PHOTO, jpeg()))
    left = box.caller.sent + repr(box.caller.asked) + repr(house.context.told) + repr(house.context.audits)
    assert AUTHOR not in left
    closed = stored(house)
    assert len(closed) == 2
    assert not any(mark in each for each in closed for mark in (AUTHOR.encode(), b"JFIF", b"HUAWEI"))


@pytest.mark.parametrize("by", ["intl", "gm"])
def test_the_original_opens_with_both_groups_alone(tmp_path: Path, by: str) -> None:
    house = House(tmp_path, GM) if by == "gm" else House(tmp_path)
    sent(Box(house), (PHOTO, jpeg()))
    reporter_ref, = house.store.reporters
    house.handled(reporter_ref, ("li",))
    assert (house.store.parts[reporter_ref][Part.FILE_1].algorithm == GM.id) is (by == "gm")
    order_id = house.ask(reporter_ref, Part.FILE_1)
    caller = VaultCaller(house)
    client = client_of(caller, files=house.room.files)

    def original() -> Any:
        address = f"{API}/unsealings/{order_id}/files/1"
        return client.get(address, headers=signed_in(caller, READER))
    house.consent(order_id)
    house.approve(order_id, A1)
    assert original().get_json()["code"] == "vault.not_open"
    house.approve(order_id, B1)
    answer = original()
    assert answer.data == jpeg()
    assert PHOTO in answer.headers["Content-Disposition"]
    shown = client.get(f"{API}/unsealings/{order_id}/identity", headers=signed_in(caller, READER)).get_json()
    assert shown["parts"] == [{"part": "file1", "fields": [{"name": "file_name", "value": PHOTO}]}]
    other = client.get(f"{API}/unsealings/{order_id}/files/2", headers=signed_in(caller, READER))
    assert other.get_json()["code"] == "vault.not_open"


def test_one_stored_file_in_the_place_of_another_does_not_open() -> None:
    opens, closed = sealing_files.close(b"content", "sealed-1", GM)
    assert sealing_files.open_closed(closed, "sealed-1", opens) == b"content"
    for there, key in (("sealed-2", opens), ("sealed-1", opens[:-6] + "AAAA==")):
        with pytest.raises(sealing_files.NotOpened):
            sealing_files.open_closed(closed, there, key)


@pytest.mark.parametrize("broken", ["deposit_reporter", "hand_in_by_code", "receive_report"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_the_same_sent_twice_is_one_report_with_each_file_once(
        box: Box, house: House, broken: str, when: str) -> None:
    form = box.checking(ANONYMOUS)
    named = next(each.name for each in (DEPOSIT_REPORTER, HAND_IN_BY_CODE, RECEIVE_REPORT)
                 if each.name.endswith(broken))
    box.caller.breaks[named] = when
    again = sent(box, (PHOTO, jpeg()), page=form)
    assert box.status >= 500
    first = code_on(sent(box, (PHOTO, jpeg()), page=again))
    assert code_on(box.send(form, to="send")) == first          # this time without the file
    sent(box, (PHOTO, jpeg()), ("b.txt", b"more"), page=form)
    assert len(house.store.reporters) == len(box.caller.reports) == 1
    assert [each.kind.value for each in house.look(first).files] == ["jpg", "txt"]


def test_more_is_handed_in_on_the_way_back_with_a_message(box: Box, house: House) -> None:
    reporter_ref, code = house.deposit()
    page = opened(box, code)
    page = do(box, page, "write", text="这是收据", file=chosen((PHOTO, jpeg())))
    assert "材料1.jpg" in re.sub(r"<[^>]+>", "", page.text)
    assert [each.text for each in house.look(code).messages] == ["这是收据"]
    refused = do(box, page, "write", text="还有", file=chosen(("a.docx", b"PK")))
    assert "另存为 PDF" in refused.text
    assert ">还有</textarea>" in refused.text
    assert len(house.look(code).messages) == 1
    wrong = do(box, page, "write", text="x", code="0000-0000-0000-0000", file=chosen(("a.docx", b"PK")))
    assert box.status == 404
    assert "另存为" not in wrong.text     # nothing is looked into without a code
    assert house.store.reporters[reporter_ref].parts[-1] is Part.FILE_1


def test_by_the_api_too(house: House) -> None:
    _, code = house.deposit()
    caller = VaultCaller(house)
    client = client_of(caller, files=house.room.files)
    answer = client.post(f"{API}/reporters/files", data={"code": code, "file": chosen((PHOTO, jpeg()))})
    assert answer.status_code == 201
    assert [each["kind"] for each in answer.get_json()["files"]] == ["jpg"]
    lying = client.post(f"{API}/reporters/files", data={"code": code, "file": chosen(("a.pdf", jpeg()))})
    assert (lying.status_code, lying.get_json()["code"]) == (422, "vault.file_lies")
    wrong = client.post(f"{API}/reporters/files", data={"code": "x", "file": chosen(("a.pdf", jpeg()))})
    assert wrong.get_json()["code"] == "vault.no_such_code"
    assert client.get(f"{API}/reporters/r/files/1").status_code == 401


def test_with_the_reporter_both_are_destroyed_and_leave_the_store(
        box: Box, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(box, (PHOTO, jpeg()))
    reporter_ref, = house.store.reporters
    house.handled(reporter_ref, ("li",))
    assert house.room.keys.get(reporter_ref, Part.FILE_1)
    monkeypatch.setattr(files, "FORGOTTEN", -1.0)
    files.sweep(house.as_(NOBODY), house.room)
    assert len(stored(house)) == 2, "what a row names stays"
    house.room.files.write("file-of-documents", [b"theirs"])
    house.tell(reporter_ref, ReporterStatus.CLOSED, "已反馈")
    house.context.now = house.context.now.replace(year=2027)
    retention.end_retention(house.as_(NOBODY), house.room)
    files.sweep(house.as_(NOBODY), house.room)
    assert stored(house) == []
    assert list(house.room.files.read("file-of-documents")) == [b"theirs"]
    assert house.store.files_of(reporter_ref) == ()
    assert refusal(lambda: house.room.keys.get(reporter_ref, Part.FILE_1)) == "vault.key_missing"
    assert fetched(house, reporter_ref, 1).status_code == 404


def test_on_rows_it_is_the_same(tmp_path: Path) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        house = House(tmp_path, GM, VaultStorage(session))
        page = sent(Box(house), (PHOTO, jpeg()), ("b.txt", b"second"))
        code = code_on(page)
        more = chosen((PHOTO, jpeg()), ("c.txt", b"3"))
        do(Box(house), opened(Box(house), code), "write", text="x", file=more)
        assert [(each.number, each.kind.value) for each in house.look(code).files] == [
            (1, "jpg"), (2, "txt"), (3, "txt")]
        reporter_ref, = session.scalars(select(reporters.c.id))
        kept = house.store.files_of(reporter_ref)
        everywhere = {key for each in kept for key in (each.copy, each.original)}
        assert house.store.stored([*everywhere, "sealed-other"]) == everywhere
        assert {*house.store.parts_of(reporter_ref)} == {*FILES[:3]}
        house.store.drop_files(reporter_ref)
        assert house.store.files_of(reporter_ref) == ()
    engine.dispose()


def test_once_the_report_is_open_the_desks_code_hands_nothing_in(house: House) -> None:
    reporter_ref, code = house.deposit()
    reporter = house.store.reporters[reporter_ref]
    reporter.deposited_by, reporter.code_renewed = "intake", False
    client = client_of(VaultCaller(house), files=house.room.files)

    def handed_in() -> str:
        sent_in = client.post(f"{API}/reporters/files", data={"code": code, "file": chosen((PHOTO, jpeg()))})
        return sent_in.get_json().get("code", "")

    house.tell(reporter_ref, ReporterStatus.ACCEPTED, "已受理")
    assert handed_in() == "vault.code_to_renew"
    assert Part.FILE_1 not in house.store.reporters[reporter_ref].parts


def test_nobody_finds_by_counting_files_whether_the_reporter_took_a_code_of_their_own(house: House) -> None:
    reporter_ref, code = house.deposit()
    box, reporter = Box(house), house.store.reporters[reporter_ref]
    reporter.deposited_by, reporter.code_renewed = "intake", False
    house.tell(reporter_ref, ReporterStatus.ACCEPTED, "已受理")
    answers = []
    for renewed in (False, True):
        if renewed:
            hashed = house.codes.hash(code.replace("-", ""))
            reporter.desk_code_hash, reporter.renewed_at = hashed, house.context.now - timedelta(hours=1)
            reporter.code_hash, reporter.code_renewed = "own", True
        house.store.files[reporter_ref] = tuple(
            KeptFile(number, f"f{number}", FileKind.TEXT, 9, house.context.now, "sealed-1", "sealed-2", "k",
                     on_paper=True) for number in range(1, len(FILES)))
        told = box.client.post(f"{API}/reporters/files", data={"code": code, "file": chosen(
            ("a.txt", b"a"), ("b.txt", b"b"))})
        answers.append(told.get_json()["code"])
    assert answers == ["vault.code_to_renew"] * 2
