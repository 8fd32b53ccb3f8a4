"""A flood of forms is held back, though nobody knows from where they come."""

from datetime import timedelta
from hashlib import sha256
from itertools import count

import pytest

from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.errors import CaseError
from services.vault.pages.box.floods import LIFE, OF_ONE_ASKER, OF_ONE_TICKET, TRIES_OF_ONE_TICKET, Ticket
from tests.unit.gateway.console_site import console
from tests.unit.gateway.site import NOW
from tests.unit.vault.house import ORGAN, House
from tests.unit.vault.letter_box import ANONYMOUS, WHAT, Box, Page, code_on, words

BITS = 8


@pytest.fixture
def box(house: House) -> Box:
    return Box(house, report_wait=60, report_proof_bits=BITS, unproved_reports=20)


def later(seconds: float) -> None:
    Box.set(now=lambda: NOW + timedelta(seconds=seconds))


def solves(page: Page, proof: str) -> bool:
    riddle = page.text.partition('data-riddle="')[2].partition('"')[0]
    digest = sha256(f"{riddle}:{proof}".encode()).digest()
    return int.from_bytes(digest).bit_length() <= 256 - BITS


def proof_for(page: Page) -> str:
    """As a script finds it."""
    return next(proof for proof in map(str, count()) if solves(page, proof))


def test_without_a_script_one_waits_and_then_it_goes_with_all_that_was_typed(box: Box) -> None:
    page = box.send(box.checking(ANONYMOUS), to="send")
    assert (box.status, box.answers[-1].headers["Retry-After"]) == (429, "60")
    assert "还要等 60 秒才能发送" in words(page)
    later(59)
    page = box.send(page, to="send")
    assert box.status == 429
    later(60)
    assert code_on(box.send(page, to="send"))


def test_who_has_solved_the_riddle_need_not_wait(box: Box) -> None:
    page = box.checking(ANONYMOUS)
    page = box.send(page, proof=proof_for(page), to="check")
    assert "秒才能发送" not in words(page)
    assert code_on(box.send(page, to="send"))


def test_what_solves_another_riddle_or_none_makes_nobody_go_first(box: Box) -> None:
    page, other = box.checking(ANONYMOUS), box.checking(ANONYMOUS)
    of_another = next(proof for proof in map(str, count())
                      if solves(other, proof) and not solves(page, proof))
    long = next(proof for proof in (f"{number:030}" for number in count()) if solves(page, proof))
    for proof in (of_another, long, ""):
        box.send(page, proof=proof, to="send")
        assert box.status == 429


def test_of_those_who_waited_one_asker_sends_so_many_in_an_hour(box: Box) -> None:
    pages = [box.checking(ANONYMOUS, what=f"第{number}件") for number in range(OF_ONE_ASKER.amount + 1)]
    later(60)
    told = [box.send(page, to="send") for page in pages]
    assert [answer.status_code for answer in box.answers[-len(pages):]] == [200] * OF_ONE_ASKER.amount + [429]
    assert "写的内容都在" in words(told[-1])
    box.client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    assert code_on(box.send(told[-1], to="send"))


def test_of_all_together_so_many_go_without_a_proof(box: Box) -> None:
    box.set(unproved_reports=2)
    pages = [box.checking(ANONYMOUS, what=f"第{number}件") for number in range(3)]
    later(60)
    for number, page in enumerate(pages):
        box.client.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        last = box.send(page, to="send")
    assert box.status == 429
    assert code_on(box.send(last, proof=proof_for(last), to="send"))


def test_one_riddle_is_good_for_a_few_sendings_only(box: Box) -> None:
    page = box.checking(ANONYMOUS)
    proof = proof_for(page)
    for number in range(OF_ONE_TICKET.amount + 1):
        page = box.send(box.send(page, to="what"), what=f"第{number}件", proof=proof, to="check")
        box.send(page, to="send")
    assert box.status == 429
    assert len(box.caller.reports) == OF_ONE_TICKET.amount


def test_what_we_could_not_take_uses_up_no_sending_as_often_as_people_try(box: Box) -> None:
    page = box.checking(ANONYMOUS)
    proof = proof_for(page)
    for broken in ("before", "after") * OF_ONE_TICKET.amount:
        box.caller.breaks = {RECEIVE_REPORT.name: broken}
        page = box.send(page, proof=proof, to="send")
        assert box.status in (503, 504)
    assert code_on(box.send(page, to="send"))
    assert len(box.caller.reports) == 1


def test_while_nothing_can_be_taken_one_form_is_tried_so_often_in_an_hour(box: Box) -> None:
    page = box.checking(ANONYMOUS)
    for _ in range(TRIES_OF_ONE_TICKET.amount + 1):
        box.caller.breaks = {RECEIVE_REPORT.name: "before"}
        box.send(page, proof=proof_for(page), to="send")
    assert box.status == 429


def test_a_ticket_that_is_forged_or_old_is_replaced_and_nothing_lost(box: Box) -> None:
    page = box.checking(ANONYMOUS)
    given = page.value("ticket")
    for ticket in ("", "x", given.replace(".", ":"), f"{given[:-1]}{'0' if given[-1] != '0' else '1'}",
                   ".".join([given.split(".")[0], "1", given.split(".")[2]])):
        again = box.send(page, ticket=ticket, to="check")
        assert again.value("ticket") not in ("", ticket)
        assert again.value("what") == page.value("what")
    later(LIFE + 1)
    assert box.send(page, to="check").value("ticket") != given


def test_a_ticket_is_read_as_it_was_written() -> None:
    with console().test_request_context():
        ticket = Ticket.new(NOW)
        assert Ticket.read(str(ticket), NOW) == ticket
        assert Ticket.read(str(ticket), NOW - timedelta(seconds=1)) is None
        assert ticket.secret not in ticket.riddle


def test_so_many_lines_say_that_a_secret_was_refused_and_all_are_refused(box: Box) -> None:
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    for _ in range(9):
        assert "保守国家秘密法" in words(box.send(page, to="how", **{**WHAT, "what": "机密★ 十年"}))
    assert [target for target, _ in box.caller.asked].count("clarify.note_marked_secret") == 6


def test_a_secret_is_refused_also_while_nobody_can_note_it(box: Box) -> None:
    box.caller.said["clarify.note_marked_secret"] = CaseError("service_unavailable")
    page = box.send(box.open("/box"), to="what", organ_id=ORGAN)
    assert "保守国家秘密法" in words(box.send(page, to="how", **{**WHAT, "what": "机密★ 十年"}))
