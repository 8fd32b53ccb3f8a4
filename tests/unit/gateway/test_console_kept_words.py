"""A form sent after the session has ended: the words are there after signing in, and nobody else's."""

import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from werkzeug import formparser

from rongcuo.contracts.errors import CaseError
from services.gateway.cookies import SESSION
from tests.unit.gateway.casework import case
from tests.unit.gateway.console_site import PEOPLE, Site
from tests.unit.gateway.site import TOKEN

PAGE = "/determinations/f1/act/refuse"
WORDS = "不属于本机关受理的事项。\n“引号”<b>&"


def hidden(page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in
            re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)}


def sent_too_late(who: str = "lead") -> tuple[Site, Any]:
    """The form is opened while signed in, and sent when the session is over."""
    site = Site(who, determination=case("refuse"))
    form = hidden(site.get(PAGE).text)
    site.caller.said["identity.whose_token"] = CaseError("sign_in_required")
    site.sessions_end()
    return site, site.client.post(PAGE, data={**form, "words": WORDS})


def signs_in(site: Site, page: str, who: str) -> Any:
    site.caller.said |= {"identity.sign_in": {"token": TOKEN[::-1]}, "identity.whose_token": PEOPLE[who]}
    return site.client.post("/sign-in", data={**hidden(page), "username": "x", "password": "y"})


def test_the_words_are_there_after_signing_in_and_go_on_with_one_button():
    site, late = sent_too_late()
    assert late.status_code == 401
    assert "您写的内容还在" in late.text
    again = signs_in(site, late.text, "lead")
    assert again.status_code == 200
    assert f'action="{PAGE}"' in again.text
    assert hidden(again.text)["words"] == WORDS
    form = site.client.post(PAGE, data={**hidden(again.text), "step": "again"})
    assert form.status_code == 200
    [shown] = re.findall(r'<textarea id="words"[^>]*>(.*?)</textarea>', form.text, re.DOTALL)
    assert unescape(shown) == WORDS


@pytest.mark.parametrize(("ended", "kept"), [(True, 0), (False, 1)])
def test_a_file_is_kept_of_whom_is_signed_in_alone(monkeypatch, ended, kept):
    site, files = Site("lead", determination=case("add_evidence")), []
    form = hidden(site.get("/determinations/f1/act/add_evidence").text)
    if ended:
        site.caller.said["identity.whose_token"] = CaseError("sign_in_required")
        site.sessions_end()
    monkeypatch.setattr(formparser, "SpooledTemporaryFile", lambda **_: files.append(BytesIO()) or files[-1])
    late = site.client.post("/determinations/f1/act/add_evidence/attachments", data={
        **form, "title": WORDS, "file": (BytesIO(b"x"), "a.pdf")})
    assert len(files) == kept
    if ended:
        assert late.status_code == 401
        assert "您写的内容还在" in late.text


def test_nothing_is_done_before_the_person_says_so():
    site, late = sent_too_late()
    signs_in(site, late.text, "lead")
    assert not [target for target, _ in site.caller.asked if target.endswith("refuse_determination")]


def test_a_wrong_password_does_not_cost_the_words():
    site, late = sent_too_late()
    site.caller.said["identity.sign_in"] = CaseError("sign_in_failed")
    refused = site.client.post("/sign-in", data={**hidden(late.text), "username": "x", "password": "y"})
    assert refused.status_code == 401
    assert hidden(refused.text)["words"] == hidden(late.text)["words"]


def test_whoever_sits_down_next_does_not_read_them():
    site, late = sent_too_late("lead")
    next_one = signs_in(site, late.text, "reviewer")
    assert next_one.location == PAGE
    assert "不属于本机关" not in next_one.text


def sent_after_signing_in_anew(who: str, then: str) -> tuple[Site, Any]:
    """The form is opened in one session, and sent when the browser is in another, perhaps somebody else's."""
    site = Site(who, determination=case("refuse"))
    form = hidden(site.get(PAGE).text)
    site.caller.said["identity.whose_token"] = PEOPLE[then]
    site.sessions_end()
    site.client.set_cookie(SESSION, TOKEN[::-1])
    return site, site.client.post(PAGE, data={**form, "words": WORDS})


def test_a_form_of_a_session_that_was_replaced_shows_its_words_to_the_same_person():
    site, answer = sent_after_signing_in_anew("lead", "lead")
    assert answer.status_code == 400
    assert hidden(answer.text)["words"] == WORDS
    assert not [target for target, _ in site.caller.asked if ".rehearse" in target]
    form = site.client.post(PAGE, data={**hidden(answer.text), "step": "again"})
    [shown] = re.findall(r'<textarea id="words"[^>]*>(.*?)</textarea>', form.text, re.DOTALL)
    assert unescape(shown) == WORDS


def test_and_never_to_another_person():
    _, answer = sent_after_signing_in_anew("lead", "reviewer")
    assert answer.status_code == 400
    assert "不属于本机关" not in answer.text


def test_a_form_sent_after_signing_out_elsewhere_keeps_its_words_through_the_sign_in():
    site = Site("lead", determination=case("refuse"))
    form = hidden(site.get(PAGE).text)
    site.client.delete_cookie(SESSION)
    late = site.client.post(PAGE, data={**form, "words": WORDS})
    assert late.status_code == 401
    assert hidden(signs_in(site, late.text, "lead").text)["words"] == WORDS


def test_words_that_wait_in_a_sign_in_form_outlive_a_sign_in_in_another_tab():
    site, late = sent_too_late()
    site.caller.said |= {"identity.whose_token": PEOPLE["lead"]}
    site.sessions_end()
    site.client.set_cookie(SESSION, TOKEN[::-1])
    form = {**hidden(late.text), "username": "x", "password": "y"}
    answer = site.client.post("/sign-in", data=form)
    assert hidden(answer.text)["words"] == WORDS
    assert f'action="{PAGE}"' in answer.text
    assert "identity.sign_in" not in [target for target, _ in site.caller.asked]


def test_a_part_of_a_page_is_not_answered_with_the_words():
    site = Site("lead", determination=case("refuse"))
    form = hidden(site.get(PAGE).text)
    site.client.set_cookie(SESSION, TOKEN[::-1])
    site.caller.said["identity.whose_token"] = PEOPLE["lead"]
    answer = site.client.post("/unsent", data={**form, "words": WORDS}, headers={"HX-Request": "true"})
    assert answer.status_code == 400
    assert "不属于本机关" not in answer.text


def test_words_that_no_form_of_ours_brought_are_not_shown():
    site, late = sent_too_late()
    forged = {**hidden(late.text), "words": '[["words", "x"], ["typed_by", "nobody"]]'}
    site.caller.said |= {"identity.sign_in": {"token": TOKEN}, "identity.whose_token": PEOPLE["lead"]}
    for words in (forged["words"], "[1, 2]", "{", "[[]]", '[["typed_by"]]', "[" * 100_000,
                  '[["words", "\\ud800"]]'):
        form = {**forged, "words": words, "username": "x", "password": "y"}
        answer = site.client.post("/sign-in", data=form)
        assert answer.location == PAGE
