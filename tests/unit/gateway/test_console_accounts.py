"""我的账户, links, and the registrar's pages."""

import re

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway.cookies import SESSION
from tests.unit.gateway.casework import NOW
from tests.unit.gateway.console_site import HIDDEN, OFFICER, ORGAN, Site
from tests.unit.gateway.site import TOKEN

FRESH = {"password": "quiet otters paint lanterns", "again": "quiet otters paint lanterns"}
LINK = {"username": "zhao", "name": "赵清", "organ_name": "嵩明县纪委监委", "purpose": "invitation",
        "expires_at": NOW.isoformat()}
ZHAO = {**OFFICER, "officer_id": "zhao", "name": "赵清", "roles": ["lead"], "state": "proposed",
        "active": False, "proposed_by": "other"}
SESSIONS = {"sessions": [{"session_id": "s1", "address": "192.0.2.1", "present": True,
                          "began_at": NOW.isoformat(), "last_seen_at": NOW.isoformat()}]}


def site(**said):
    opened = Site("registrar")
    opened.caller.said |= {
        "identity.sessions": SESSIONS, "identity.link": LINK, "identity.officer": ZHAO,
        "identity.officers": {"officers": [ZHAO]},
        "identity.organs": {"organs": [ORGAN]},
        **{f"identity.{name}": answer for name, answer in said.items()}}
    return opened


def sent(opened, page, address, **form):
    hidden = dict(HIDDEN.findall(opened.get(page).text))
    return opened.client.post(address, data={**hidden, **form})


def last(opened, method):
    return [payload for target, payload in opened.caller.asked if target == f"identity.{method}"][-1]


def test_an_own_password_is_changed_for_this_session():
    opened = site()
    answer = sent(opened, "/account", "/account/password", present="old", **FRESH)
    assert "密码已修改" in answer.text
    assert last(opened, "change_password") == {
        "token": TOKEN, "present": "old", "password": FRESH["password"], "address": "127.0.0.1"}


@pytest.mark.parametrize(("code", "field"), [
    ("identity.present_password_wrong", "present"), ("identity.weak_password", "password"),
    ("identity.password_unchanged", "password")])
def test_what_is_wrong_with_a_password_stands_at_its_field(code, field):
    opened = site(change_password=CaseError(code))
    answer = sent(opened, "/account", "/account/password", present="x", **FRESH)
    assert answer.status_code == 422
    assert f'id="{field}-wrong"' in answer.text
    assert FRESH["password"] not in answer.text


def test_a_password_typed_twice_differently_is_not_set():
    opened = site()
    answer = sent(opened, "/account", "/account/password", present="x", password="one", again="two")
    assert 'id="again-wrong"' in answer.text
    assert "identity.change_password" not in [target for target, _ in opened.caller.asked]


def test_signing_out_everywhere_ends_here_too():
    opened = site()
    answer = sent(opened, "/account", "/account/sign-out-everywhere")
    assert "已在所有地方退出登录。" in opened.get(answer.location).text
    assert last(opened, "sign_out_everywhere")["officer_id"] == opened.person["officer_id"]
    assert opened.client.get_cookie(SESSION) is None


def test_a_link_is_looked_at_without_being_used_and_then_sets_a_password():
    opened = site(set_password={"officer_id": "zhao"})
    page = opened.get("/links/the-token").text
    assert "赵清，欢迎" in page
    assert last(opened, "link") == {"link": "the-token"}
    answer = sent(opened, "/links/the-token", "/links/the-token", **FRESH)
    assert last(opened, "set_password") == {
        "link": "the-token", "password": FRESH["password"], "address": "127.0.0.1"}
    assert "密码已设好" in opened.get(answer.location).text


def test_a_void_link_says_what_to_do():
    answer = site(link=CaseError("identity.link_void")).get("/links/old", Accept="text/html")
    assert answer.status_code == 410
    assert "忘记密码" in answer.text


def test_whoever_forgot_is_answered_the_same():
    opened = site()
    opened.client.delete_cookie(SESSION)
    answer = sent(opened, "/forgotten", "/forgotten", username="nobody")
    assert "如果这个用户名存在" in answer.text
    assert last(opened, "forgot_password") == {"username": "nobody", "address": "127.0.0.1"}


def test_a_browser_that_signs_in_anew_leaves_its_former_session():
    fresh = TOKEN[::-1]
    opened = site(sign_in={"token": fresh, "officer": OFFICER})
    hidden = dict(HIDDEN.findall(opened.get("/account").text))
    opened.client.post("/sign-in", data={**hidden, "username": "zhao", "password": "x"})
    assert last(opened, "sign_out") == {"token": TOKEN}
    assert opened.client.get_cookie(SESSION).value == fresh


def test_whose_password_others_could_set_sees_so_as_they_sign_in():
    handed = [{"used_at": "2026-02-13T09:00:00+08:00", "address": "203.0.113.9", "by": "王静"},
              {"used_at": "2026-02-12T09:00:00+08:00", "address": "", "by": ""}]
    opened = site(sign_in={"token": TOKEN, "officer": OFFICER, "handed": True},
                  sessions={"sessions": [], "handed": handed})
    hidden = dict(HIDDEN.findall(opened.get("/account").text))
    typed = {"username": "zhao", "password": "x", "next": "/tasks"}
    answer = opened.client.post("/sign-in", data={**hidden, **typed})
    assert answer.location == "/account"
    page = opened.get("/account").text
    assert "链接由王静经手" in page
    assert "203.0.113.9" in page
    assert "在服务器上发出" in page


def test_signing_in_tells_from_where():
    opened = site(sign_in=CaseError("too_many_attempts", details={"seconds": 7}))
    opened.client.delete_cookie(SESSION)
    answer = sent(opened, "/sign-in", "/sign-in", username="u", password="p")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert last(opened, "sign_in")["address"] == "127.0.0.1"


def test_a_registrar_begins_with_the_people_and_enrols_without_a_password():
    opened = site(enrol_officer=ZHAO)
    assert opened.get("/").location == "/people"
    assert "赵清" in opened.get("/people?organ_id=530127").text
    page = opened.get("/people/new?organ_id=530127").text
    assert 'type="password"' not in page
    answer = sent(opened, "/people/new", "/people/new", name="赵清", username="zhao", organ_id="530127",
                  unit="某单位", email="", roles=["lead"])
    assert answer.location == "/people/zhao"
    told = last(opened, "enrol_officer")
    assert (told["roles"], told["username"], "password" in told) == (["lead"], "zhao", False)


@pytest.mark.parametrize("role", ["subject", "reviewer", "lead", "member", "supervisor"])
def test_the_form_to_enrol_somebody_opens_for_registrars_only(role):
    opened = Site(role)
    opened.caller.said["identity.organs"] = {"organs": []}
    answer = opened.get("/people/new?organ_id=530127")
    assert (answer.status_code, 'name="username"' in answer.text) == (403, False)


def test_an_address_that_cannot_be_written_to_is_told_at_its_field():
    sentence = "The part before the @ must be of Latin letters, digits and . _ - +"
    opened = site(enrol_officer=CaseError("invalid", details={"fields": {"email": [sentence]}}))
    answer = sent(opened, "/people/new", "/people/new", email="张三@example.cn")
    assert "邮箱 @ 之前只能用拉丁字母" in answer.text


@pytest.mark.parametrize(("what", "method"), [
    ("confirm", "confirm_officer"), ("unlock", "unlock"), ("sign-out", "sign_out_everywhere"),
    ("dismiss", "dismiss_officer")])
def test_what_is_done_to_an_account(what, method):
    opened = site()
    answer = sent(opened, "/people/zhao", f"/people/zhao/{what}")
    assert answer.location == f"/people/zhao?done={what}"
    assert last(opened, method)["officer_id"] == "zhao"
    assert 'role="status"' in opened.get(answer.location).text


def test_who_proposed_is_not_offered_to_confirm():
    opened = site()
    opened.caller.said["identity.officer"] = {**ZHAO, "email": "zhao@example.cn"}
    page = opened.get("/people/zhao").text
    assert "确认任命" in page
    assert "zhao@example.cn" in page, "where the invitation will go is part of what is confirmed"
    opened.caller.said["identity.officer"] = {**ZHAO, "proposed_by": opened.person["officer_id"]}
    assert "确认任命" not in opened.get("/people/zhao").text
    refused = sent(site(confirm_officer=CaseError("identity.second_person_needed")), "/people/zhao",
                   "/people/zhao/confirm")
    assert refused.status_code == 403


@pytest.mark.parametrize("token", ["the-token", ""])
def test_a_link_is_shown_once_or_said_to_be_on_its_way(token):
    opened = site(issue_link={"officer_id": "zhao", "link": token, "purpose": "invitation",
                              "expires_at": NOW.isoformat()},
                  officer={**ZHAO, "state": "invited"})
    page = sent(opened, "/people/zhao", "/people/zhao/link").text
    assert bool(re.search(r"http://localhost/links/the-token", page)) is bool(token)
    assert ("正在发往本人的邮箱" in page) is not bool(token)


def test_a_person_is_asked_nothing_that_is_not_there():
    assert sent(site(), "/people/zhao", "/people/zhao/promote").status_code == 404


def test_whoever_confirms_somebody_is_told_of_another_account_of_that_name():
    opened, other = site(), {**ZHAO, "officer_id": "zhao2", "username": "zhao.qing", "name": "赵 清",
                             "roles": ["custodian_a"], "state": "active"}
    assert "同名的账号" not in opened.get("/people/zhao").text
    opened.caller.said["identity.officers"] = {"officers": [ZHAO, {**other, "state": "dismissed"}]}
    assert "同名的账号" not in opened.get("/people/zhao").text
    opened.caller.said["identity.officers"] = {"officers": [ZHAO, other]}
    page = opened.get("/people/zhao").text
    assert "本机关另有同名的账号" in page
    assert 'href="/people/zhao2">zhao.qing</a> · 甲组保管人' in page
