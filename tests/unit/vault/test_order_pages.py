"""Orders to unseal as a person sees them: who did what, what they may do, and what was opened."""

import re
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import OrderQuery, OrderState
from services.vault import views
from services.vault.pages.order_acts import ORDER
from services.vault.pages.words import FIELDS, PARTS, STATES
from tests.unit.gateway.console_site import Site, primaries
from tests.unit.gateway.page_text import status_of, texts_of
from tests.unit.gateway.report_pages import BY_A, BY_B, KEYS, NAME, NO_KEYS, NOW, OPEN, PHONE, about
from tests.unit.vault.house import A1, B1, B2, LEAD_ABOVE, READER, House, officer
from tests.unit.vault.letter_box import Box

ONE = "/unsealings/o1"
CARD = "A7KQ-2MWX-9TBC-D3FG-H5JK-LMN0-PQ12"
DONE, WAITS, LATER, NEVER = "已完成", "待办", "未到", "不要求"


def site(who: str = "custodian", *allowed: str, **facts: object) -> Site:
    there = Site(who)
    there.caller.said |= about(*allowed, **facts)
    return there


def test_the_list_says_whose_it_is_what_is_to_be_opened_and_where_it_stands():
    page = site().get("/unsealings").text
    for word in ("530127-2026-7C1D04E9", "举报人甲", "身份、联系方式", "待批", "赵清", f'href="{ONE}"'):
        assert word in page
    empty = Site("auditor")
    empty.caller.said["vault.unsealings"] = {"lines": [], "next_cursor": ""}
    assert "还没有启封申请" in empty.get("/unsealings").text


@pytest.mark.parametrize(("facts", "holder", "parts"), [
    ({}, "甲、乙两组保管人", [DONE, NEVER, WAITS, WAITS, LATER]),
    ({"needs_consent": True}, "上级机关负责人（待同意）", [DONE, WAITS, LATER, LATER, LATER]),
    ({"needs_consent": True, "state": OrderState.CONSENTED, "consented_by_name": "罗衡"}, "甲、乙两组保管人",
     [DONE, DONE, WAITS, WAITS, LATER]),
    ({"state": OrderState.ONCE_APPROVED, "approvals": (BY_B,)}, "另一组保管人",
     [DONE, NEVER, WAITS, DONE, LATER]),
    (OPEN, "赵清", [DONE, NEVER, DONE, DONE, WAITS]),
    ({"state": OrderState.ENDED, "approvals": (BY_A, BY_B), "ended_at": NOW}, "已办结",
     [DONE, NEVER, DONE, DONE, DONE]),
    ({"state": OrderState.REFUSED, "reason": "往来中已经问清", "ended_at": NOW}, "已办结",
     [DONE, NEVER, NEVER, NEVER, NEVER]),
    ({"state": OrderState.LAPSED, "approvals": (BY_A,), "ended_at": NOW}, "已办结",
     [DONE, NEVER, DONE, NEVER, NEVER])])
def test_the_page_says_who_did_what_and_whose_turn_it_is(facts, holder, parts):
    page = site("auditor", **facts).get(ONE).text
    assert status_of(page)["holder"] == holder
    assert [said for _, said in texts_of(page, "parts", "chip")] == parts
    for each in facts.get("approvals", ()):
        assert each.key_id in page
        assert each.by_name in page
    assert facts.get("reason", "") in page
    assert "/act/" not in page


@pytest.mark.parametrize("who", ["custodian", "lead", "reviewer", "auditor"])
def test_the_page_offers_what_is_allowed_and_nothing_else(who):
    assert "/act/" not in site(who).get(ONE).text
    for verb in ORDER.acts:
        page = site(who, verb, **(OPEN if verb == "end" else {})).get(ONE).text
        assert set(re.findall(f'{ONE}/act/([a-z]+)"', page)) == {verb}
        assert len(primaries(page)) == (verb != "refuse")


def test_the_auditor_sees_orders_and_nothing_of_what_they_opened():
    page = site("auditor", **OPEN).get(ONE).text
    assert "需要当面核对施工队进场的照片。" in page
    assert f"{ONE}/identity" not in page
    refused = site("auditor", **OPEN)
    refused.caller.said["vault.identity"] = CaseError("not_found")
    assert refused.get(f"{ONE}/identity").status_code == 404


def test_for_whoever_is_named_there_is_no_order():
    there = Site("custodian")
    there.caller.said["vault.unsealing"] = CaseError("not_found")
    for address in (ONE, f"{ONE}/act/approve", f"{ONE}/identity"):
        assert there.get(address).status_code == 404
    assert there.post(f"{ONE}/act/approve", card=CARD).status_code == 404
    assert not [target for target, payload in there.caller.asked if "command_id" in payload]


def test_a_card_leaves_the_gateway_in_a_box_alone():
    there = site("custodian", "approve")
    page = there.get(ONE).text
    for key in (KEYS.a, KEYS.b):
        assert key.key_id in page
    assert there.post(f"{ONE}/act/approve", card=CARD).location == ONE
    sent = there.sent("vault.approve_unsealing")
    assert (sent["order_id"], sent["card"]["key_id"]) == ("o1", KEYS.node.key_id)
    assert CARD not in repr(there.caller.asked)


@pytest.mark.parametrize("code", ["vault.card_refused", "vault.card_mistyped", "changed_meanwhile"])
def test_a_card_that_is_refused_does_not_come_back(code):
    there = site("custodian", "approve")
    there.caller.said["vault.approve_unsealing"] = CaseError(code)
    page = there.post(f"{ONE}/act/approve", card=CARD)
    assert page.status_code >= 400
    assert CARD not in page.text
    assert page.text.count('id="card"') == 1


def test_a_card_is_not_carried_through_a_sign_in():
    there = site("custodian", "approve")
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', there.get(ONE).text))
    there.caller.said["identity.whose_token"] = CaseError("sign_in_required")
    there.sessions_end()
    late = there.client.post(f"{ONE}/act/approve", data={**hidden, "card": CARD})
    assert late.status_code in (302, 401)
    assert CARD not in late.text


@pytest.mark.parametrize(("verb", "method", "form", "sent"), [
    ("consent", "consent_to_unseal", {}, {}), ("end", "end_unsealing", {}, {}),
    ("refuse", "refuse_unsealing", {"words": "已经问清"}, {"reason": "已经问清"})])
def test_a_form_sends_its_command(verb, method, form, sent):
    there = site("lead", verb)
    assert there.get(f"{ONE}/act/{verb}").status_code == 200
    assert there.post(f"{ONE}/act/{verb}", step="confirmed", **form).location == ONE
    assert there.sent(f"vault.{method}") == {"order_id": "o1", **sent}


def test_to_refuse_is_looked_at_first():
    preview = site("lead", "refuse").post(f"{ONE}/act/refuse", words="已经问清").text
    assert "还没有办理" in preview
    assert "看到不同意和您写的理由" in preview


def test_what_was_opened_is_shown_for_its_minutes_and_kept_nowhere():
    answer = site("reviewer", "end", **OPEN).get(f"{ONE}/identity")
    for word in (NAME, PHONE, "还能看 10 分钟", "结束查看"):
        assert word in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Refresh"] == f"600; url={ONE}"


def test_the_console_of_one_test_does_not_keep_the_clock_of_another(house: House):
    Box(house, now=lambda: NOW + timedelta(minutes=7))
    assert "还能看 10 分钟" in site("reviewer", "end", **OPEN).get(f"{ONE}/identity").text


def test_of_what_is_not_open_any_more_there_is_nothing_to_be_seen():
    there = site("reviewer", **OPEN)
    there.caller.said["vault.identity"] = CaseError("vault.not_open")
    page = there.get(f"{ONE}/identity")
    assert page.status_code == 410
    assert NAME not in page.text


def test_the_guide_says_the_commands_and_the_fingerprints_to_compare():
    page = site().get("/custody").text
    for word in (KEYS.a.key_id, KEYS.b.key_id, "rongcuo vault ceremony 530127 甲", "rongcuo vault recover",
                 "rongcuo vault rotate", "三份", "凭旧卡和此前的数据库备份仍能取出这一组的密钥"):
        assert word in page
    there = site()
    there.caller.said["vault.sealing_keys"] = dump(NO_KEYS)
    assert "本机关还没有办完两组的密钥仪式" in there.get("/custody").text


def test_every_code_has_its_word():
    assert {*OrderState} == STATES.keys()
    assert {*Part} == PARTS.keys()
    assert FIELDS.keys() >= {"name", "id_number", "phone", "email", "address", "text"}


def allowed(house: House, order_id: str, actor: Actor) -> tuple[str, ...]:
    return views.unsealing(house.as_(actor), OrderQuery(order_id=order_id)).allowed


def test_an_order_says_to_each_what_they_may_do_now(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref, Part.IDENTITY)
    assert allowed(house, order_id, READER) == ()
    assert allowed(house, order_id, A1) == allowed(house, order_id, B1) == ("approve", "refuse")
    assert allowed(house, order_id, officer("au", Role.AUDITOR)) == ()
    house.approve(order_id, B1)
    assert allowed(house, order_id, B2) == ("refuse",)
    assert allowed(house, order_id, A1) == ("approve", "refuse")
    house.approve(order_id, A1)
    assert allowed(house, order_id, READER) == ("end",)
    assert allowed(house, order_id, A1) == ()
    assert house.store.orders[order_id].state is OrderState.OPEN, "to ask changes nothing"


def test_an_anonymous_reporter_is_first_for_the_organ_above(house: House) -> None:
    reporter_ref, _ = house.deposit(real_name=False)
    order_id = house.ask(reporter_ref, Part.CONTACT, start=timedelta(hours=1))
    assert allowed(house, order_id, LEAD_ABOVE) == ("consent", "refuse")
    assert allowed(house, order_id, A1) == ("refuse",)
    house.consent(order_id)
    assert allowed(house, order_id, LEAD_ABOVE) == ()
    assert allowed(house, order_id, A1) == ("refuse",), "not before the window"
    house.wait(timedelta(hours=1))
    assert allowed(house, order_id, A1) == ("approve", "refuse")
