"""The registrar's pages of units."""

import pytest

from rongcuo.contracts.errors import CaseError
from tests.unit.gateway.casework import NOW, case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.test_console_accounts import last, sent, site

YUANLIN = {"unit_id": "u1", "organ_id": "530127", "name": "园林绿化局", "aliases": ["园林局"],
           "former_names": ["测试局(园林所)"], "tag": "u1:1.0", "people": 3, "judges": 2, "proposed": None}
OTHER = {**YUANLIN, "unit_id": "u2", "name": "园林中心", "aliases": [], "former_names": [], "people": 5,
         "judges": 0}


def units(**said):
    return site(units={"units": [YUANLIN, OTHER]}, **said)


def test_a_registrar_finds_the_units_of_an_organ_with_all_their_names():
    opened = units()
    page = opened.get("/units?organ_id=530181.gaoxin").text
    assert last(opened, "units") == {"organ_id": "530181.gaoxin"}
    for name in ("园林绿化局", "园林局", "测试局(园林所)", "园林中心"):
        assert name in page
    assert 'href="/units"' in opened.get("/people").text


def test_the_notice_of_a_change_leads_to_the_units_of_its_organ():
    message = {"message_id": "n1", "matter_id": "530181.gaoxin", "matter_kind": "units",
               "subject": "变更待确认", "body": "请确认", "read": False, "at": NOW.isoformat()}
    opened = site()
    opened.caller.said["notify.inbox"] = {"unread": 1, "messages": [message], "next_cursor": ""}
    page = opened.get("/inbox").text
    assert 'href="/units?organ_id=530181.gaoxin"' in page
    assert "/matters/" not in page


def test_a_unit_is_added_to_the_organ_that_is_looked_at():
    opened = units(add_unit=OTHER)
    page = "/units?organ_id=530181.gaoxin"
    answer = sent(opened, page, page, name=" 园林中心 ")
    assert answer.location == "/units/u2?organ_id=530181.gaoxin&done=add"
    told = last(opened, "add_unit")
    assert (told["organ_id"], told["name"]) == ("530181.gaoxin", "园林中心")


@pytest.mark.parametrize(("what", "form", "method", "told"), [
    ("alias", {"alias": "园林"}, "add_unit_alias", {"name": "园林"}),
    ("rename", {"name": "林业局"}, "rename_unit", {"name": "林业局"}),
    ("merge", {"other_id": "u2"}, "merge_units", {"other_id": "u2"})])
def test_what_is_done_to_a_unit(what, form, method, told):
    opened = units(**{method: YUANLIN})
    answer = sent(opened, "/units/u1", f"/units/u1/{what}", **form)
    assert answer.location == f"/units/u1?organ_id={opened.person['organ_id']}&done={what}"
    assert {"unit_id": "u1", **told}.items() <= last(opened, method).items()
    assert 'role="status"' in opened.get(answer.location).text


@pytest.mark.parametrize(("address", "field", "method"), [
    ("/units", "name", "add_unit"), ("/units/u1/alias", "alias", "add_unit_alias"),
    ("/units/u1/rename", "name", "rename_unit")])
def test_a_name_that_is_taken_is_told_at_its_field_with_the_unit_that_has_it(address, field, method):
    taken = CaseError("identity.unit_name_taken", details={"name": "园林局", "unit": "园林绿化局"})
    opened = units(**{method: taken})
    answer = sent(opened, "/units", address, **{field: "园林局"})
    assert answer.status_code == 409
    assert f'id="{field}-wrong"' in answer.text
    assert "已有这个名称" in answer.text
    assert 'value="园林局"' in answer.text


def test_filings_to_link_are_looked_for_under_every_name_of_the_subjects_unit():
    opened = Site("lead", determination=case("link_filing"))
    opened.caller.said["identity.unit"] = YUANLIN
    assert opened.get("/determinations/f1/act/link_filing").status_code == 200
    searched = [payload["search"] for target, payload in opened.caller.asked if target == "filing.page"]
    assert searched == ["园林绿化局", "园林局", "测试局(园林所)"]


def test_a_unit_is_asked_nothing_that_is_not_there():
    assert units().get("/units/u3").status_code == 404
    assert sent(units(), "/units/u1", "/units/u1/abolish").status_code == 404


def waiting(by, kind="merge", **what):
    proposed = {"kind": kind, "proposed_by": by, "name": "", "other_id": "", "other_tag": "", **what}
    return {**YUANLIN, "proposed": proposed}


@pytest.mark.parametrize(("what", "form", "method"), [
    ("alias", {"alias": "园林"}, "add_unit_alias"), ("rename", {"name": "林业局"}, "rename_unit"),
    ("merge", {"other_id": "u2"}, "merge_units")])
def test_what_takes_two_is_told_to_wait(what, form, method):
    opened = units(**{method: waiting("me")})
    answer = sent(opened, "/units/u1", f"/units/u1/{what}", **form)
    assert answer.location.endswith("&done=proposed")
    assert "等待另一名组织管理员确认" in opened.get(answer.location).text


def test_who_confirms_sees_what_will_follow_and_confirms_just_that():
    opened = site(units={"units": [waiting("another", other_id="u2"), OTHER]}, confirm_unit_change=YUANLIN)
    assert "待确认" in opened.get("/units").text
    page = opened.get("/units/u1").text
    for told in ("园林中心", "3 人，其中办案人员 2 人", "5 人，其中办案人员 0 人", "不能撤销", "回避"):
        assert told in page
    assert "/units/u1/merge" not in page
    answer = sent(opened, "/units/u1", "/units/u1/confirm", as_read="u1:1.0")
    assert answer.location.endswith("&done=unit-confirm")
    assert opened.caller.tags["identity.confirm_unit_change"] == "u1:1.0"


@pytest.mark.parametrize(("kind", "says"), [("alias", "也叫"), ("rename", "更名为")])
def test_a_name_that_waits_is_shown_with_what_follows(kind, says):
    page = site(units={"units": [waiting("another", kind, name="林业局"), OTHER]}).get("/units/u1").text
    for told in (says, "林业局", "3 人，其中办案人员 2 人", "/units/u1/confirm", "/units/u1/withdraw"):
        assert told in page


def test_who_proposed_may_withdraw_and_not_confirm():
    opened = site(withdraw_unit_change=YUANLIN)
    opened.caller.said["identity.units"] = {"units": [waiting(opened.person["officer_id"]), OTHER]}
    page = opened.get("/units/u1").text
    assert "/units/u1/confirm" not in page
    answer = sent(opened, "/units/u1", "/units/u1/withdraw")
    assert answer.location.endswith("&done=unit-withdraw")


def test_a_change_that_may_not_be_confirmed_is_told_on_its_page():
    opened = site(units={"units": [waiting("another", other_id="u2"), OTHER]},
                  confirm_unit_change=CaseError("identity.unit_changed_since"))
    answer = sent(opened, "/units/u1", "/units/u1/confirm")
    assert answer.status_code == 409
    assert "请撤回" in answer.text
