"""Files at the desk, on the page of what was opened, and in the gateway's memory."""

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from werkzeug import formparser
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from rongcuo.sealing import boxes
from rongcuo.sealing.algorithms import INTL
from rongcuo.sealing.files import close
from services.gateway.incoming import Budget, Held
from tests.unit.cleaning.planted import jpeg
from tests.unit.gateway.console_site import console
from tests.unit.gateway.report_pages import OPEN
from tests.unit.vault.house import House
from tests.unit.vault.letter_box import ANONYMOUS, Box
from tests.unit.vault.test_desk import Desk
from tests.unit.vault.test_files import PHOTO, chosen, stored
from tests.unit.vault.test_order_pages import ONE, site

OPEN_UNTIL = OPEN["open_until"].isoformat()


def of(house: House) -> Desk:
    """With the house's own store of files."""
    desk, here = Desk(house), console().extensions
    here["settings"] = replace(here["settings"], files=house.room.files)
    return desk


def test_at_the_desk_a_scan_is_sealed_with_who_reports(house: House) -> None:
    page = of(house).enters(file=chosen((PHOTO, jpeg())))
    assert page.status_code == 200
    assert "连同文件 1 份" in page.text
    reporter, = house.store.reporters.values()
    assert reporter.parts[-1] is Part.FILE_1
    assert len(stored(house)) == 2


@pytest.mark.parametrize(("named", "said"), [
    (("来信.docx", b"PK\x03\x04"), "另存为 PDF"), (("a.txt", "机密★ 部署".encode()), "国家秘密")])
def test_at_the_desk_what_is_refused_leaves_nothing(
        house: House, named: tuple[str, bytes], said: str) -> None:
    desk = of(house)
    page = desk.enters(file=chosen(named))
    assert page.status_code == 422
    assert said in page.text
    assert 'value="柳成林"' in page.text
    assert (house.store.reporters, stored(house)) == ({}, [])
    noted = "clarify.note_marked_secret" in [name for name, _ in desk.caller.asked]
    assert noted is ("国家秘密" in said)


def test_what_comes_lies_on_no_disk_and_leaves_memory_again(
        house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def spooled(*_: Any, **__: Any) -> None:
        pytest.fail("a file of a reporter was put on a disk")
    monkeypatch.setattr(formparser, "SpooledTemporaryFile", spooled, raising=False)
    monkeypatch.setattr(formparser, "TemporaryFile", spooled, raising=False)
    box = Box(house)
    file = FileStorage(BytesIO(jpeg() + bytes(3_000_000)), PHOTO)
    fields = [*box.checking(ANONYMOUS).fields, ("to", "send"), ("file", file)]
    boundary, body = encode_multipart(MultiDict(fields))
    box.client.post("/box", data=body, content_type=f"multipart/form-data; boundary={boundary}")
    assert len(stored(house)) == 2
    assert Held.everywhere == 0


def test_of_what_is_too_much_the_beginning_is_held_and_all_of_it_counted() -> None:
    budget = Budget(10)
    first, second = Held(budget), Held(budget)
    for file, part in ((first, b"1234567"), (second, b"1234567"), (second, b"89")):
        assert file.write(part) == len(part)
    assert [(each.size, each.getvalue()) for each in (first, second)] == [(7, b"1234567"), (9, b"123")]
    assert Held.everywhere == 10
    first.close()
    first.close()
    del second, file
    assert Held.everywhere == 0


def test_all_requests_together_hold_no_more_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.gateway.incoming.MOST_HELD", 5)
    held = Held(Budget(100))
    held.write(b"12345")
    with pytest.raises(CaseError) as refused:
        Held(Budget(100)).write(b"6")
    assert refused.value.code == "busy"
    held.close()


def test_the_page_of_what_was_opened_leads_to_the_original() -> None:
    there = site("reviewer", "end", **OPEN)
    opens, closed = close(b"as it was sent", "sealed-1", INTL)
    there.store.write("sealed-1", [closed])

    def identity(payload: dict[str, Any]) -> dict[str, Any]:
        plain = json.dumps({"file3": {"file_name": PHOTO, "place": "sealed-1", "opens": opens}})
        box = boxes.put(plain.encode(), b64decode(payload["to"]), ("view", "o1"), INTL)
        return {"algorithm": INTL.id, "box": b64encode(box).decode(), "open_until": OPEN_UNTIL}
    there.caller.said["vault.identity"] = identity
    page = there.get(f"{ONE}/identity").text
    assert "材料3 的原件" in page
    assert PHOTO in page
    assert "sealed-1" not in page
    assert opens not in page
    assert f'href="{ONE}/files/3"' in page
    answer = there.get(f"{ONE}/files/3")
    assert (answer.data, answer.headers["Cache-Control"]) == (b"as it was sent", "no-store")
    assert there.get(f"{ONE}/files/2").status_code == 410
    there.store.write("sealed-1", [closed[:-1] + b"x"])
    assert there.get(f"{ONE}/files/3").status_code >= 400
