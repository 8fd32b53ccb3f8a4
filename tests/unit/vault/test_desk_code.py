"""The code from the desk, which its clerk has seen, is good for taking another, and is then nobody's."""

import re
from datetime import timedelta

import pytest

from rongcuo.contracts import vault as contract
from rongcuo.contracts.vault.forms import DepositForm
from rongcuo.contracts.vault.operations import RENEW_CODE
from rongcuo.sealing.paper import new_code
from services.vault.pages.desk import _once
from services.vault.pages.desk_form import AtTheDesk
from services.vault.ports import KeptFile
from services.vault.usecases import by_code, files
from tests.unit.gateway.console_site import HIDDEN, console
from tests.unit.vault.house import NOBODY, ORGAN, READER, House, refusal
from tests.unit.vault.letter_box import Box, BoxCaller, Page, code_on, words
from tests.unit.vault.test_box_back import do, opened
from tests.unit.vault.test_desk import DESK, FORM, Desk
from tests.unit.vault.test_pages import API, signed_in

SHOWN = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


class OnceDesk(Desk):
    """Each command is done once."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        here = BoxCaller(house)
        here.said |= self.caller.said
        self.caller = here
        console().extensions["caller"] = here


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


@pytest.fixture
def code(house: House, box: Box) -> str:
    """Of the desk."""
    desk = Desk(house)
    shown = SHOWN.findall(desk.enters().text)
    console().extensions["caller"] = box.caller
    return str(shown[0])


def renewing(box: Box, page: Page, **typed: str) -> Page:
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    return box.send(Page(""), "/box/back/renew", **{**hidden, **typed})


def test_at_the_first_look_the_reporter_gets_a_code_of_their_own(house: House, box: Box, code: str) -> None:
    page = opened(box, code)
    own = code_on(page)
    assert "登记的人也见过" in words(page)
    assert "办得怎样了" not in words(page), "nothing is shown to the desk's code"
    page = renewing(box, page)
    assert "办得怎样了" in words(page)
    assert "已经换成您自己的查询码" in words(page)
    do(box, page, "write", text="还有一件")
    assert box.status == 200
    assert "还有一件" in words(opened(box, own))
    assert "登记的人也见过" in words(opened(box, code)), "today it answers as before"
    house.wait(timedelta(days=1))
    opened(box, code)
    assert box.status == 404, "the desk's is dead"
    assert own not in box.caller.sent


def test_the_desks_code_reads_writes_and_asks_nothing(house: House, code: str) -> None:
    def at_door(kind: type, **told: object) -> object:
        return kind(command_id=house.command_id(), code=house.to_node(code), **told)
    context = house.as_(NOBODY)
    for attempt in (
            lambda: house.look(code),
            lambda: by_code.write(context, at_door(contract.WriteByCode, text="不告了"), house.room),
            lambda: by_code.ask(context, at_door(contract.AskByCode, wish=contract.Wish.WITHDRAWAL, text="x"),
                                house.room),
            lambda: by_code.acknowledge(context, at_door(contract.AcknowledgeByCode), house.room)):
        assert refusal(attempt) == "vault.code_to_renew"
    reporter, = house.store.reporters.values()
    assert (reporter.messages, reporter.wishes) == ((), ())


def test_it_is_good_for_one_other_code_and_a_renewed_one_for_none(house: House, code: str) -> None:
    def renew(given: str, fresh: str) -> str:
        command = contract.RenewCode(command_id=house.command_id(), code=house.to_node(given),
                                     fresh=house.to_node(fresh))
        return refusal(lambda: by_code.renew(house.as_(NOBODY), command, house.room))
    own, other = new_code(b"1" * 32), new_code(b"2" * 32)
    assert renew(code, "1234") == "vault.code_mistyped"
    assert renew(code, code) == "vault.code_mistyped"
    assert renew(code, own) == ""
    assert renew(code, code) == "vault.code_mistyped"
    assert renew(code, other) == "vault.code_taken"
    assert renew(own, other) == "vault.code_renewed_already"
    assert house.look(own).messages == ()


def test_nobody_finds_by_the_desks_code_when_the_reporter_came(house: House, code: str) -> None:
    def answers() -> list[object]:
        where = files.where_to_seal(
            house.as_(NOBODY), contract.LookByCode(code=house.to_node(code), asker="x"), house.room)
        fresh = contract.RenewCode(
            command_id=house.command_id(), code=house.to_node(code), fresh=house.to_node("1234"))
        return [where, refusal(lambda: house.look(code)),
                refusal(lambda: by_code.renew(house.as_(NOBODY), fresh, house.room))]
    reporter, = house.store.reporters.values()
    house.tell(reporter.id, contract.ReporterStatus.ACCEPTED)
    before, own = answers(), new_code(b"1" * 32)
    by_code.renew(house.as_(NOBODY), contract.RenewCode(
        command_id="r", code=house.to_node(code), fresh=house.to_node(own)), house.room)
    house.wait(timedelta(minutes=1))
    house.store.files[reporter.id] = (KeptFile(
        1, "f1", contract.FileKind.TEXT, 9, house.context.now, "sealed-1", "sealed-2", "k"),)
    assert answers() == before
    house.wait(timedelta(days=1))
    assert refusal(answers) == "vault.no_such_code"
    assert house.look(own).files


def test_no_code_that_somebody_has_or_had_is_taken_and_that_tells_nothing_either(
        house: House, code: str) -> None:
    def renew(given: str, fresh: str) -> str:
        command = contract.RenewCode(command_id=house.command_id(), code=house.to_node(given),
                                     fresh=house.to_node(fresh))
        return refusal(lambda: by_code.renew(house.as_(NOBODY), command, house.room))
    taken, own = house.deposit()[1], new_code(b"1" * 32)
    assert renew(code, taken) == "vault.code_mistyped"
    assert renew(code, own) == ""
    for fresh in (taken, code, own):
        assert renew(code, fresh) == "vault.code_mistyped", "as before the reporter came"


def test_who_came_by_themselves_has_a_code_of_their_own(house: House) -> None:
    _, code = house.deposit()
    fresh = house.to_node(new_code(b"1" * 32))
    command = contract.RenewCode(command_id="r", code=house.to_node(code), fresh=fresh)
    renewed = refusal(lambda: by_code.renew(house.as_(NOBODY), command, house.room))
    assert renewed == "vault.code_renewed_already"


def test_a_renewal_that_is_sent_twice_shows_the_same(box: Box, code: str) -> None:
    page = opened(box, code)
    for _ in range(2):
        assert "办得怎样了" in words(renewing(box, page))


def test_where_it_breaks_off_the_desks_code_still_does_it(box: Box, code: str) -> None:
    page = opened(box, code)
    box.caller.breaks[RENEW_CODE.name] = "before"
    renewing(box, page)
    assert box.status == 503
    assert "办得怎样了" in words(renewing(box, opened(box, code)))


def test_by_the_api_the_code_of_an_officer_is_renewed_too(house: House, box: Box) -> None:
    told = box.client.post(f"{API}/reporters", json={"organ_id": "530127", "words": "x"},
                           headers=signed_in(box.caller, READER)).get_json()
    look = box.client.post(f"{API}/reporters/look", json={"code": told["code"]})
    assert (look.status_code, look.get_json()["code"]) == (409, "vault.code_to_renew")
    own = box.client.post(f"{API}/reporters/renew", json={"code": told["code"]}).get_json()["code"]
    assert box.client.post(f"{API}/reporters/look", json={"code": own}).status_code == 200
    house.wait(timedelta(days=1))
    assert box.client.post(f"{API}/reporters/look", json={"code": told["code"]}).status_code == 404


@pytest.mark.parametrize(("channel", "asked", "shown"), [
    ("letter", {}, False), ("transferred", {}, False), ("letter", {"wants_code": "1"}, True),
    ("visit", {}, True), ("phone", {}, True)])
def test_of_a_letter_no_code_is_shown_unless_it_was_asked_for(
        house: House, channel: str, asked: dict[str, str], shown: bool) -> None:
    page = Desk(house).enters(channel=channel, **asked).text
    assert bool(SHOWN.search(page)) is shown
    assert ("没有给查询码" in page) is not shown


def test_the_same_form_again_says_that_it_was_registered_and_shows_no_code(house: House) -> None:
    desk = OnceDesk(house)
    hidden = dict(HIDDEN.findall(desk.get(DESK).text))
    first, again = (desk.client.post(DESK, data={**hidden, **FORM}).text for _ in range(2))
    assert SHOWN.search(first)
    assert not SHOWN.search(again)
    assert "已经登记过" in again
    assert "信访〔2026〕7号" in again
    assert len(house.store.reporters) == 1


def test_nobody_finds_the_code_from_the_form(house: House) -> None:
    """Which the clerk's browser has: the installation's key is in it as well."""
    desk = Desk(house)
    hidden = dict(HIDDEN.findall(desk.get(DESK).text))
    codes = set()
    for key in ("one", "another"):
        console().config["SECRET_KEY"], before = key, console().config["SECRET_KEY"]
        try:
            with console().test_request_context(DESK, method="POST", data={**hidden, **FORM}):
                codes.add(_once(AtTheDesk(DepositForm(organ_id=ORGAN), {}, ())).derived("code"))
        finally:
            console().config["SECRET_KEY"] = before
    assert len(codes) == 2


