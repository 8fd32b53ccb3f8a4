"""Files that are refused: nothing of them is kept, and what was typed stays on the page."""

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from tests.unit.cleaning.planted import jpeg
from tests.unit.vault.house import House
from tests.unit.vault.letter_box import ANONYMOUS, Box
from tests.unit.vault.test_box_back import do, opened
from tests.unit.vault.test_files import PHOTO, chosen, sent, stored


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


REFUSED = [
    ([("a.docx", b"PK\x03\x04")], "另存为 PDF"), ([("a.pdf", b"PK\x03\x04")], "内容和文件名"),
    ([("a.txt", b"")], "没有内容"), ([("a.txt", b"x" * 2_001)], "太大"),
    ([("a.txt", b"x" * 100_000)], "太大"),
    ([(f"{n}.txt", b"x") for n in range(4)], "份数太多"),
    ([(f"{n}.txt", b"x" * 1_900) for n in range(3)], "加起来太大"),
    ([("a.txt", "机密★ 部署".encode())], "国家秘密"), ([("a.txt", b"x"), ("b.pdf", b"%PDF-")], "打不开")]


@pytest.mark.parametrize(("named", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused_leaves_nothing_and_what_was_typed_stays(
        box: Box, house: House, named: list[tuple[str, bytes]], said: str) -> None:
    box.set(report_files=3, report_file_limit=2_000, report_files_limit=5_000)
    page = sent(box, *named)
    assert box.status in (422, 409)
    assert said in page.text
    assert (page.value("what"), page.value("at")) == ("周成未批先建，是我张卫东看到的。", "check")
    assert house.store.reporters == {}
    assert stored(house) == []
    noted = "clarify.note_marked_secret" in [name for name, _ in box.caller.asked]
    assert noted is ("国家秘密" in said)


def test_twelve_are_as_many_as_there_can_be_and_what_came_between_is_not_lost(house: House) -> None:
    reporter_ref, code = house.deposit()
    box = Box(house)
    box.set(report_files=12)
    page = opened(box, code)
    do(box, page, "write", text="全部", file=chosen(*((f"{n}.txt", f"第{n}份".encode()) for n in range(12))))
    assert len(house.look(code).files) == 12
    page = do(box, page, "write", text="又", file=chosen(("x.txt", b"one more")))
    assert "十二份" in page.text
    reporter = house.store.reporter(reporter_ref)
    with pytest.raises(CaseError) as refused:
        reporter.hand_in([Part.FILE_1], before=12)
    assert refused.value.code == "vault.too_many_files"
    reporter.parts = ()
    with pytest.raises(CaseError) as refused:
        reporter.hand_in([Part.FILE_2], before=0)
    assert refused.value.code == "vault.files_meanwhile"


def test_where_nobody_can_seal_no_file_is_taken(house: House) -> None:
    house.store.keys.clear()
    box = Box(house)
    page = box.checking(ANONYMOUS)
    assert 'type="file"' not in page.text
    page = sent(box, (PHOTO, jpeg()), page=page)
    assert (box.status, page.value("at")) == (409, "check")
    assert (house.store.reporters, stored(house)) == ({}, [])
