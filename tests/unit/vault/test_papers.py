"""What a reporter gave on paper: scanned by whoever handles the report, kept as their files, told them."""

from typing import Any

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.sealed import MOST_ON_PAPER, Part
from rongcuo.contracts.vault import Paper, PaperQuery
from services.vault.usecases import files
from tests.unit.cleaning.planted import NAME as AUTHOR
from tests.unit.cleaning.planted import jpeg
from tests.unit.gateway.site import client_of
from tests.unit.vault.house import A1, B1, NOBODY, READER, House, officer, refusal
from tests.unit.vault.test_files import PHOTO, chosen, fetched, stored
from tests.unit.vault.test_pages import API, VaultCaller, signed_in

OTHER = officer("qian", Role.REVIEWER)


def brought(house: House, reporter_ref: str, *named: tuple[str, bytes], actor: Any = READER) -> Any:
    caller = VaultCaller(house)
    client = client_of(caller, files=house.room.files)
    return client.post(f"{API}/reporters/{reporter_ref}/papers", data={"file": chosen(*named)},
                       headers=signed_in(caller, actor))


def test_handlers_get_the_clean_copy_the_scan_is_sealed_and_the_reporter_reads_that_it_came(
        house: House) -> None:
    reporter_ref, code = house.deposit()
    taken = brought(house, reporter_ref, (PHOTO, jpeg()), ("说明.txt", "三月七日".encode()))
    assert taken.status_code == 201
    attachments = taken.get_json()["attachments"]
    assert [each["name"] for each in attachments] == ["材料1.jpg", "材料2.txt"]
    message, = house.look(code).messages
    assert message.text.startswith("收到您交来的纸质材料，扫描件记为材料1、材料2")
    copy = fetched(house, reporter_ref, 1)
    assert copy.status_code == 200
    assert AUTHOR.encode() not in copy.data
    assert all(jpeg() not in each and "三月七日".encode() not in each for each in stored(house))
    order_id = house.ask(reporter_ref, Part.FILE_1)
    house.approve(order_id, A1)
    house.approve(order_id, B1)
    assert house.read(order_id)["file1"]["file_name"] == PHOTO
    known = files.paper(house.as_(SYSTEM), PaperQuery(
        reporter_ref=reporter_ref, file_id=attachments[1]["sha256"]))
    assert (known.number, known.size) == (2, attachments[1]["size"])


def test_the_same_scan_is_there_once(house: House) -> None:
    reporter_ref, code = house.deposit()
    first, second = (brought(house, reporter_ref, (PHOTO, jpeg())).get_json() for _ in range(2))
    assert first == second
    assert len(house.look(code).files) == len(house.look(code).messages) == 1


@pytest.mark.parametrize("actor", [OTHER, A1, officer("desk", Role.INTAKE)])
def test_nobody_else_brings_any_or_learns_of_them(house: House, actor: Any) -> None:
    reporter_ref, code = house.deposit()
    assert brought(house, reporter_ref, (PHOTO, jpeg()), actor=actor).status_code in (403, 404)
    assert house.look(code).files == ()
    taken = brought(house, reporter_ref, (PHOTO, jpeg())).get_json()["attachments"]
    query = PaperQuery(reporter_ref=reporter_ref, file_id=taken[0]["sha256"])
    for asking in (NOBODY, actor, READER):
        assert refusal(lambda asking=asking: files.paper(house.as_(asking), query)) == "forbidden"


def test_what_they_handed_in_themselves_or_another_gave_is_no_paper_of_theirs(house: House) -> None:
    (one, code), (other, _) = house.deposit(), house.deposit()
    client = client_of(VaultCaller(house), files=house.room.files)
    client.post(f"{API}/reporters/files", data={"code": code, "file": chosen((PHOTO, jpeg()))})
    by_code, = house.store.files[one]
    theirs, = brought(house, other, (PHOTO, jpeg())).get_json()["attachments"]
    def paper(file_id: str) -> Paper:
        return files.paper(house.as_(SYSTEM), PaperQuery(reporter_ref=one, file_id=file_id))
    for file_id in (by_code.file_id, theirs["sha256"]):
        assert refusal(lambda file_id=file_id: paper(file_id)) == "not_found"


def test_papers_leave_the_reporter_their_room_and_have_an_end(house: House) -> None:
    reporter_ref, code = house.deposit()
    for number in range(MOST_ON_PAPER):
        assert brought(house, reporter_ref, (f"{number}.txt", f"第{number}份".encode())).status_code == 201
    refused = brought(house, reporter_ref, ("more.txt", b"more"))
    assert refused.get_json()["code"] == "vault.too_many_files"
    client = client_of(VaultCaller(house), files=house.room.files)
    more = client.post(f"{API}/reporters/files", data={"code": code, "file": chosen((PHOTO, jpeg()))})
    assert more.status_code == 201
