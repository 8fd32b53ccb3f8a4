"""A form of the box that is sent again, or by somebody else."""

from datetime import timedelta

import pytest

from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.contracts.vault.operations import DEPOSIT_REPORTER, SEALING_KEYS
from services.gateway import refusals
from tests.unit.gateway.site import NOW
from tests.unit.vault.house import House
from tests.unit.vault.letter_box import ANONYMOUS, ORGANS_HERE, REAL_NAME, WHAT, Box, Page, code_on, words

CANARY = "203.0.113.77"


@pytest.fixture
def box(house: House) -> Box:
    return Box(house)


def test_the_same_sent_twice_is_one_report_with_one_code(box: Box) -> None:
    """Also from elsewhere, and some minutes later."""
    page = box.checking()
    first = code_on(box.send(page, to="send"))
    box.client.environ_base["REMOTE_ADDR"] = CANARY
    for later in (timedelta(0), timedelta(minutes=5)):
        box.set(now=lambda later=later: NOW + later)
        assert code_on(box.send(page, to="send")) == first
    assert len(box.caller.house.store.reporters) == len(box.caller.reports) == 1


def test_another_text_is_another_report(box: Box) -> None:
    page = box.checking()
    first = code_on(box.send(page, to="send"))
    page = box.send(box.send(page, to="what"), to="check", what="还有一件事。")
    assert code_on(box.send(page, to="send")) != first
    assert len(box.caller.house.store.reporters) == len(box.caller.reports) == 2


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("operation", [SEALING_KEYS, DEPOSIT_REPORTER, RECEIVE_REPORT],
                         ids=lambda each: each.name)
def test_wherever_it_breaks_off_one_sends_again_and_it_is_one_report(box: Box, operation, when: str) -> None:
    page = box.checking()
    box.caller.breaks[operation.name] = when
    page = box.send(page, to="send")
    assert box.status >= 500
    assert "没有确认送达" in words(page)
    assert page.value("what") == WHAT["what"]
    code = code_on(box.send(page, to="send"))
    reporter_ref, = box.caller.house.store.reporters
    report, = box.caller.reports
    assert report["content"]["reporter_ref"] == reporter_ref
    assert box.caller.house.look(code).pseudonym == report["content"]["pseudonym"]


def test_where_even_the_page_cannot_be_made_the_words_stay_in_the_form(box: Box) -> None:
    page = box.checking()
    box.caller.said[ORGANS.name] = CaseError("service_unavailable")
    page = box.send(page, to="send")
    assert box.status == 503
    assert page.value("what") == WHAT["what"]
    box.caller.said[ORGANS.name] = ORGANS_HERE
    assert code_on(box.send(page))


def test_without_custodians_a_real_name_is_led_back_and_an_anonymous_one_sent(box: Box) -> None:
    box.caller.house.store.keys.clear()
    page = box.send(box.checking(), to="who")
    assert "暂时不能封存姓名" in words(page)
    page = box.send(box.send(page, to="check", **REAL_NAME), to="send")
    assert "没有办理保管人密钥仪式" in words(page)
    assert page.value("what") == WHAT["what"]
    page = box.send(box.send(page, to="check", **ANONYMOUS), to="send")
    assert code_on(page)


def test_a_form_that_no_page_of_ours_made_is_refused(box: Box) -> None:
    for typed in ({}, {"at": "x", "to": "send"}, {"to": "send", "what": "x" * 100_000}):
        box.send(Page(""), **typed)
        assert box.status == 400


def test_a_form_on_somebody_elses_page_is_refused_and_its_sender_not_noted(
        box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    monkeypatch.setattr(refusals.LOG, "write", lambda what, **facts: told.append((what, facts)))
    page = box.checking()
    box.headers = {"Sec-Fetch-Site": "cross-site", "X-Correlation-ID": CANARY, "User-Agent": CANARY}
    box.client.environ_base["REMOTE_ADDR"] = CANARY
    box.send(page, to="send")
    assert box.status == 400
    assert box.caller.reports == []
    [(what, facts)] = told
    assert (what, facts["address"]) == ("forged_form", "")
    assert CANARY not in repr(told) + str(box.answers[-1].headers)
    assert WHAT["what"] not in box.answers[-1].text
