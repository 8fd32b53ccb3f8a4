"""At the desk: who reports is sealed, what is reported goes on without them, and secrets go nowhere."""

import re
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import AT_FIRST
from tests.unit.gateway.console_site import HIDDEN, Site, console
from tests.unit.vault.house import NAME, ORGAN, PHONE, House
from tests.unit.vault.test_pages import VaultCaller

DESK = "/clarify/reports/new"
TEXT = f"我叫{NAME}，住水务局家属院。柳成林未批先建。"
FORM: dict[str, Any] = {
    "rows": "1", "channel": "visit", "origin": "own_level", "received_at": "2026-02-13T09:30", "name": NAME,
    "phone": PHONE, "text-0": TEXT, "who-0": "柳成林", "unit-0": "嵩明县水务局", "place-0": "杨林",
    "categories-0": ["work.responsibility"], "act_from-0": "2025-03-02"}
REGISTERED = {"report_id": "r1", "number": "信访〔2026〕7号", "tag": ""}


class Desk(Site):
    """A registrar, with the vault of a house behind the gateway."""

    def __init__(self, house: House, who: str = "reviewer", **said: Any) -> None:
        super().__init__(who)
        here = VaultCaller(house)
        here.said |= self.caller.said | {"clarify.register_report": REGISTERED} | said
        self.caller: VaultCaller = here
        console().extensions["caller"] = here

    def enters(self, **changed: Any) -> Any:
        return self.post(DESK, **{**FORM, **changed})

    @property
    def content(self) -> dict[str, Any]:
        """What clarify was told."""
        told: dict[str, Any] = self.sent("clarify.register_report")["content"]
        return told

    @property
    def reporters(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.caller.house.store.reporters
        return kept

    @property
    def left(self) -> str:
        """All that has left the gateway's process."""
        return self.caller.sent + repr(self.caller.asked)


def test_who_reports_is_sealed_and_what_is_reported_goes_on_without_them(house: House) -> None:
    desk = Desk(house)
    page = desk.enters()
    assert page.status_code == 200
    assert NAME not in desk.left
    assert PHONE not in desk.left
    (reporter_ref, reporter), = desk.reporters.items()
    assert (reporter.organ_id, {*reporter.parts}, reporter.real_name) == (ORGAN, {*AT_FIRST}, True)
    assert reporter.deposited_by == desk.person["officer_id"]
    assert desk.content == {
        "channel": "visit", "origin": "own_level", "given_by": "", "signed": True, "reachable": True,
        "received_at": "2026-02-13T09:30:00+08:00", "reporter_ref": reporter_ref,
        "pseudonym": reporter.pseudonym, "allegations": [{
            "text": "我叫〔举报人〕，住水务局家属院。柳成林未批先建。", "place": "杨林",
            "act_from": "2025-03-02", "act_until": None, "categories": ["work.responsibility"],
            "person": {"officer_id": "", "name": "柳成林", "unit": "嵩明县水务局", "post": "",
                       "level": "unknown"}}]}


def test_of_what_level_they_are_may_be_chosen_and_comes_back_with_what_is_wrong(house: House) -> None:
    desk = Desk(house)
    page = desk.get(DESK).text
    assert re.search(r'<select id="level-0" name="level-0">\s*<option value="">还没有标注级别', page)
    desk.enters(**{"level-0": "township", "rows": "2", "text-1": "另一件", "who-1": "柳成林"})
    assert [each["person"]["level"] for each in desk.content["allegations"]] == ["township", "unknown"]
    again = desk.enters(**{"level-0": "county", "text-0": ""}).text
    assert re.search(r'<option value="county" selected>县处级', again)
    assert desk.enters(**{"level-0": "emperor"}).status_code == 422


def test_a_row_in_which_nothing_was_chosen_is_none(house: House) -> None:
    desk = Desk(house)
    desk.enters(rows="2", **{"level-1": ""})
    assert len(desk.content["allegations"]) == 1


def test_the_receipt_shows_number_code_and_what_handlers_will_read_once(house: House) -> None:
    page = Desk(house).enters()
    for word in ("信访〔2026〕7号", "举报人", "我叫〔举报人〕", "待核实确认后按实名办理"):
        assert word in page.text
    assert re.search(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", page.text)
    assert page.headers["Cache-Control"] == "no-store"
    assert PHONE not in page.text


def test_who_says_nothing_of_themselves_leaves_nothing_to_seal(house: House) -> None:
    desk = Desk(house)
    page = desk.enters(name="", phone="", channel="letter", **{"text-0": "柳成林未批先建。"})
    (_, reporter), = desk.reporters.items()
    assert (reporter.parts, reporter.real_name) == ((), False)
    assert (desk.content["signed"], desk.content["reachable"]) == (False, False)
    assert "按匿名办理" in page.text


def test_a_name_without_a_contact_is_sealed_and_no_real_name(house: House) -> None:
    desk = Desk(house)
    desk.enters(phone="")
    (_, reporter), = desk.reporters.items()
    assert not reporter.real_name
    assert (desk.content["signed"], desk.content["reachable"]) == (True, False)
    assert NAME not in desk.left


@pytest.mark.parametrize("field", ["text-0", "place-0", "given_by", "unit-0", "post-0"])
def test_what_bears_the_mark_of_a_secret_is_refused_before_anything_of_it_is_sent(house: House,
                                                                                 field: str) -> None:
    desk = Desk(house)
    page = desk.enters(**{field: "机密★ 某项部署"})
    assert page.status_code == 422
    assert "保守国家秘密法第三十一条" in page.text
    assert "某项部署" not in desk.left
    assert NAME not in desk.left
    assert "柳成林" not in desk.left
    assert desk.reporters == {}
    assert desk.sent("clarify.note_marked_secret") == {}, "for its line in the ledger"


def test_a_secret_goes_no_further_though_it_can_not_be_noted(house: House) -> None:
    desk = Desk(house, **{"clarify.note_marked_secret": CaseError("service_unavailable")})
    assert desk.enters(**{"text-0": "绝密★ 某项部署"}).status_code == 503
    assert desk.reporters == {}
    assert "某项部署" not in desk.left


@pytest.mark.parametrize(("changed", "led_to"), [
    ({"channel": ""}, "channel"), ({"received_at": ""}, "received_at"), ({"text-0": " "}, "text-0"),
    ({"who-0": "", "unit-0": ""}, "who-0"), ({"act_until-0": "2025-01-01"}, "act_until-0"),
    ({"name": "张" * 51}, "name"), ({"rows": "3", "who-2": "杨帆"}, "text-2"),
    ({"text-0": "长" * 20_001}, "text-0")])
def test_a_mistake_is_said_at_its_field_before_anything_is_sealed(house: House, changed: dict[str, str],
                                                                 led_to: str) -> None:
    desk = Desk(house)
    page = desk.enters(**changed)
    assert page.status_code == 422
    assert f'href="#{led_to}"' in page.text
    assert page.text.count(f'id="{led_to}"') == 1
    assert desk.reporters == {}
    assert "clarify.register_report" not in [target for target, _ in desk.caller.asked]


def test_several_allegations_are_one_report_and_empty_rows_are_none(house: House) -> None:
    desk = Desk(house)
    desk.enters(**{"rows": "4", "text-2": f"{NAME}说收了两条烟", "unit-2": "嵩明县水务局"})
    first, second = desk.content["allegations"]
    assert second["text"] == "〔举报人〕说收了两条烟"
    assert first["person"]["name"] == "柳成林"


def test_whoever_has_an_account_here_is_named_by_it(house: House) -> None:
    desk = Desk(house)
    desk.enters(**{"officer_id-0": "liu", "who-0": "", "unit-0": "", "post-0": "副主任"})
    assert desk.content["allegations"][0]["person"] == {
        "officer_id": "liu", "name": "刘某", "unit": "杨桥街道办事处", "post": "副主任", "level": "unknown"}


def test_another_row_keeps_what_was_typed_and_does_nothing(house: House) -> None:
    desk = Desk(house)
    page = desk.enters(step="more").text
    assert 'id="text-1"' in page
    assert f"{TEXT}</textarea>" in page
    assert 'value="work.responsibility" checked' in page
    assert desk.enters(step="again").status_code == 200
    assert desk.reporters == {}


def test_a_form_sent_twice_is_one_command(house: House) -> None:
    desk = Desk(house)
    hidden = dict(HIDDEN.findall(desk.get(DESK).text))
    for _ in range(2):
        desk.client.post(DESK, data={**hidden, **FORM})
    first, second = re.findall(r"'command_id': '([0-9a-f]+)', 'reporter_ref'", desk.caller.sent)
    assert first == second


def test_a_refusal_of_the_vault_keeps_what_was_typed(house: House) -> None:
    house.store.keys.clear()
    desk = Desk(house)
    assert "这一栏请不要填写" in desk.get(DESK).text
    page = desk.enters()
    assert page.status_code == 409
    assert "还没有办理保管人密钥仪式" in page.text
    assert f'value="{NAME}"' in page.text
    assert "clarify.register_report" not in [target for target, _ in desk.caller.asked]


@pytest.mark.parametrize("who", ["subject", "supervisor", "custodian", "auditor", "member"])
def test_nobody_else_enters_reports(house: House, who: str) -> None:
    assert Desk(house, who).get(DESK).status_code == 403
    assert Desk(house, who).enters().status_code == 403


def test_nothing_of_the_form_is_kept_while_it_is_typed(house: House) -> None:
    page = Desk(house).get(DESK).text
    assert "data-keep" not in page
    assert 'name="unsent"' not in page


def test_nothing_of_it_stands_on_the_page_to_sign_in_after_the_sessions_end(house: House) -> None:
    desk = Desk(house)
    hidden = dict(HIDDEN.findall(desk.get(DESK).text))
    typed_by = re.findall(r'name="typed_by" value="([^"]+)"', desk.get(DESK).text)[0]
    sent = {**hidden, **FORM, "typed_by": typed_by}
    desk.caller.said["identity.whose_token"] = CaseError("sign_in_required")
    desk.sessions_end()
    ended = desk.client.post(DESK, data=sent)
    assert (ended.status_code, "/sign-in?" in ended.headers.get("Location", "")) == (302, True)
    desk.caller.said["identity.whose_token"] = desk.person
    desk.sessions_end()
    forged = desk.client.post(DESK, data={**sent, "rongcuo_form": "of another session"})
    assert forged.status_code == 400
    for page in (ended, forged):
        assert NAME not in page.text
        assert PHONE not in page.text
    assert desk.reporters == {}
