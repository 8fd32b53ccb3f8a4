"""新建报备: what is chosen is kept, what is not said is not declared, what can't be is said at once."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingContent, FilingState
from services.gateway.console.filing.wizard import EMPTY, step_of
from tests.unit.gateway.casework import PACK
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import draft, filing
from tests.unit.gateway.site import NOW
from tests.unit.gateway.test_console_mistakes import summary

HOME = "/filings/b1"
LIST = list(PACK.negative_list)
KEPT = {"name": "纪要.pdf", "sha256": "a" * 64, "size": 12, "media_type": "application/pdf", "problem": ""}


def in_context(**said: Any) -> Site:
    site = Site("subject")
    site.caller.said |= {"filing.filing": draft(), **{f"filing.{verb}": told for verb, told in said.items()}}
    return site


def revised(site: Site) -> dict[str, Any]:
    return [payload["content"] for target, payload in site.caller.asked if target == "filing.revise"][-1]


@pytest.mark.parametrize(("button", "step"), [({"onward": "1"}, "/6"), ({}, "/5")], ids=["primary", "upload"])
def test_a_chosen_file_is_kept_whichever_button_is_pressed(button, step):
    site = in_context()
    site.caller.said["documents.take_attachment"] = KEPT
    answer = site.post(f"{HOME}/attachments", file=(BytesIO(b"%PDF-1.7"), "纪要.pdf"), **button)
    assert answer.location.endswith(step)
    assert [file["name"] for file in revised(site)["attachments"]] == ["纪要.pdf"]


def test_both_buttons_of_the_step_send_files():
    page = in_context().get(f"{HOME}/edit/5").text
    buttons = re.findall(r'<button[^>]*formaction="([^"]+)" formenctype="multipart/form-data"', page)
    assert buttons == [f"{HOME}/attachments"] * 2
    assert page.index('class="primary" name="onward"') < page.index("上传并保存")


def test_the_upload_button_says_when_no_file_was_chosen_and_the_primary_goes_on():
    page = in_context().post(f"{HOME}/attachments")
    assert page.status_code == 422
    assert 'id="attachments-wrong"' in page.text
    assert in_context().post(f"{HOME}/attachments", onward="1").location == f"{HOME}/edit/6"


def test_a_file_that_is_refused_keeps_the_step_and_says_so():
    site = in_context()
    site.caller.said["documents.take_attachment"] = CaseError("attachment.type_differs")
    page = site.post(f"{HOME}/attachments", file=(BytesIO(b"x"), "纪要.pdf"), **{f"negative-{LIST[0]}": "no"})
    assert page.status_code >= 400
    assert 'id="attachments-wrong"' in page.text
    assert re.search(rf'name="negative-{LIST[0]}" value="no" checked', page.text)


def test_each_part_says_whether_it_has_to_be_there_when_it_is_sent():
    """By the pack: what is not needed is not asked as if it were, and nothing needed comes as a surprise."""
    site, told = in_context(), {}
    for step in range(1, 6):
        page = site.get(f"{HOME}/edit/{step}").text
        found = re.findall(r'<label for="(\w+)">[^<]+<small class="quiet">(必填|选填)</small></label>', page)
        told |= dict(found)
    assert told == {name: "必填" if name in PACK.filing.requires else "选填" for name in (
        "title", "description", "policy_basis", "remedy", "act_from")}
    assert "集体决策 <small class=\"quiet\">必填</small></legend>" in site.get(f"{HOME}/edit/2").text
    assert "负面清单 <small class=\"quiet\">必填</small></legend>" in site.get(f"{HOME}/edit/5").text
    assert "附件 <small class=\"quiet\">选填</small></legend>" in site.get(f"{HOME}/edit/5").text


def test_no_answer_of_the_negative_list_is_preset():
    page = in_context().get(f"{HOME}/edit/5").text
    radios = re.findall(r'<input type="radio" name="negative-[^>]*>', page)
    assert len(radios) == 2 * len(LIST)
    assert not [radio for radio in radios if "checked" in radio]


def test_what_is_not_answered_is_not_declared():
    site = in_context()
    site.post(f"{HOME}/attachments", onward="1", **{f"negative-{LIST[0]}": "no", f"negative-{LIST[1]}": "yes",
                                        f"negative-{LIST[2]}": "perhaps"})
    assert revised(site)["negative_answers"] == {LIST[0]: False, LIST[1]: True}


@pytest.mark.parametrize(("answers", "said"), [
    ({}, f"还有 {len(LIST)} 项没有回答"), (dict.fromkeys(LIST[1:], False), "还有 1 项没有回答"),
    (dict.fromkeys(LIST, False), "逐项确认，均不涉及")])
def test_a_page_to_check_tells_answers_from_silence(answers, said):
    site = in_context(filing=draft(negative_answers=answers))
    page = site.get(f"{HOME}/edit/6").text
    assert said in page
    assert ("均不涉及" in page) == (said == "逐项确认，均不涉及")


def test_sending_names_the_items_that_are_left_and_leads_to_them():
    left = {"items": LIST[:1], "names": [PACK.negative_list[LIST[0]].name]}
    failure = {"code": "filing.negative_list_unanswered", "message": "", "details": left}
    site = in_context(submit=CaseError(failure["code"], details={"failures": [failure]}))
    page = site.post(f"{HOME}/edit/6").text
    assert f'<a href="{HOME}/edit/5#negative_answers">第 5 步：负面清单</a>' in page
    assert left["names"][0] in page[:page.index("</main>")]


@pytest.mark.parametrize(("typed", "field"), [
    ({"act_from": "2026-02-12"}, "act_from"),
    ({"act_from": "2026-03-02", "act_until": "2026-03-01"}, "act_until"),
    ({"act_until": "2026-02-12"}, "act_until"), ({"valid_until": "2026-02-12"}, "valid_until"),
    ({"valid_until": "2086-01-01"}, "valid_until"),
    ({"valid_from": "2026-03-02", "valid_until": "2026-03-01"}, "valid_until")])
def test_days_that_cannot_be_are_refused_on_the_step_where_they_are_typed(typed, field):
    site = in_context()
    page = site.post(f"{HOME}/edit/4", **typed)
    assert page.status_code == 422
    assert f'id="{field}-wrong"' in page.text
    assert f'href="#{field}"' in page.text


def test_a_decision_still_to_come_is_refused_where_its_day_is_typed():
    site = in_context()
    page = site.post(f"{HOME}/edit/2", meeting="党工委会", held_on="2026-02-14")
    assert page.status_code == 422
    assert 'href="#held_on"' in page.text
    assert site.post(f"{HOME}/edit/2", meeting="党工委会", held_on="2026-02-13").location.endswith("/3")


def test_a_day_to_come_leads_on():
    site = in_context()
    assert site.post(f"{HOME}/edit/4", act_from="2026-02-13").location.endswith("/5")
    assert revised(site)["act_from"] == date(2026, 2, 13).isoformat()


def test_a_day_that_is_none_is_refused_by_the_service_and_not_by_an_accident():
    site = in_context(revise=CaseError("invalid", details={"fields": {"content": {"act_from": ["x"]}}}))
    assert site.post(f"{HOME}/edit/4", act_from="2026-13-45").status_code == 422


@pytest.mark.parametrize(("step", "content", "field", "typed", "said"), [
    (4, {"beneficiaries": {"households": ["x"]}}, "households", {"households": "-3"},
     "这一项填得不对，请改正。"),
    (2, {"collective_decision": {"held_on": ["x"]}}, "held_on", {"meeting": "党工委会", "held_on": ""},
     "请填写这一项。")])
def test_a_part_of_an_answer_is_named_at_its_own_field(step, content, field, typed, said):
    site = in_context(revise=CaseError("invalid", details={"fields": {"content": content}}))
    page = site.post(f"{HOME}/edit/{step}", **typed).text
    assert f'href="#{field}"' in page
    assert f'id="{field}-wrong">{said}</p>' in page
    assert next(iter(content)) not in page[:page.index("<h1>")], "a code says nothing to a person"


def test_a_validity_that_is_too_long_says_the_latest_day():
    assert "最晚：2" in in_context().post(f"{HOME}/edit/4", valid_until="2086-01-01").text


@pytest.mark.parametrize("state", [FilingState.SUBMITTED, FilingState.ACCEPTED])
def test_whoever_comes_back_to_what_was_sent_sees_its_receipt(state):
    """By the back button, or by an address kept; sending it again is no mistake of theirs either."""
    site = in_context(filing=filing("withdraw", number="530127-2026-000001", state=state))
    for answer in (site.get(f"{HOME}/edit/1"), site.get(f"{HOME}/edit/6"), site.post(f"{HOME}/edit/6")):
        assert answer.location == f"{HOME}/receipt"
    assert not [target for target, _ in site.caller.asked if target == "filing.submit"]


def test_two_windows_on_one_draft_are_compared_by_all_that_is_theirs():
    site = in_context(revise=CaseError("changed_meanwhile"))
    site.caller.said["filing.filing"] = draft(title="另一个页面写的名称")
    page = site.post(f"{HOME}/edit/1", title="我写的名称").text
    assert "您在另一个页面改的" in page
    assert "另一个页面写的名称" in page
    assert 'value="我写的名称"' in page


def test_a_supplement_says_of_what_and_by_when():
    site = in_context(filing=filing("supplement", number="530127-2026-000001", submitted_at=NOW,
                                    state=FilingState.SUPPLEMENT_REQUESTED,
                                    supplement_due_on=date(2026, 2, 20)))
    page = site.get(f"{HOME}/edit/1").text
    assert "<title>补正报备 盘活批而未供土地" in page
    assert re.search("2月20日（[^）]*）前（含当日）", page)


@pytest.mark.parametrize("step", ["²", "٣", "01", "0", "7", "-1", "9" * 5_000, "x"])
def test_a_step_that_the_wizard_does_not_have_is_not_there(step):
    assert in_context().get(f"{HOME}/edit/{step}").status_code == 404


def test_a_draft_is_put_away_after_its_page_has_said_what_is_lost():
    site = in_context(discard={"filing_id": "b1"})
    site.caller.said["filing.filing"] = filing("revise", "discard", "submit", content=FilingContent())
    page = site.get(HOME).text
    assert "不能恢复" in page
    assert f'href="{HOME}#discard"' in site.get(f"{HOME}/edit/2").text
    away = site.post(f"{HOME}/discard").location
    assert "草稿已放弃。" in site.get(away).text
    site.caller.said["filing.discard"] = CaseError("filing.move_not_allowed", details={
        "state": "submitted", "verb": "discard"})
    refused = site.post(f"{HOME}/discard")
    assert refused.status_code == 409
    assert re.search(r'<details open><summary>放弃草稿</summary>\s*<form id="discard"', refused.text), \
        "a link to what lies in a closed part opens it"


def test_nobody_is_offered_to_put_away_what_is_not_theirs_to():
    site = in_context()
    assert "discard" not in site.get(HOME).text.replace("drop-unsent", "")
    assert "#discard" not in site.get(f"{HOME}/edit/2").text


@pytest.mark.parametrize(("step", "wrong", "right"), [
    (2, {"meeting": "党工委会", "held_on": "2026-02-14"}, {"meeting": "党工委会", "held_on": "2026-02-13"}),
    (4, {"act_from": "2026-03-02", "act_until": "2026-03-01"}, {"act_from": "2026-03-02"})])
def test_days_once_refused_are_mended_by_whoever_is_alone(step, wrong, right):
    """What was refused is saved: the page that says so has read that very draft."""
    stands = {"tag": "1"}

    def revise(_):
        if site.caller.expected != stands["tag"]:
            return CaseError("changed_meanwhile")
        stands["tag"] = "2" if stands["tag"] == "1" else "3"
        return {"tag": stands["tag"]}

    site = in_context(revise=revise)
    refused = site.post(f"{HOME}/edit/{step}", as_read="1", **wrong)
    assert refused.status_code == 422
    assert "data-unsaved" not in refused.text
    read = re.findall('name="as_read" id="as-read" value="([^"]*)"', refused.text)
    assert read == ["2"]
    assert site.post(f"{HOME}/edit/{step}", as_read=read[0], **right).status_code == 302


def test_a_refused_step_counts_as_unsaved_and_says_so():
    site = in_context(revise=CaseError("invalid", details={
        "fields": {"content": {"risks": {"0": {"measure": ["x"]}}}}}))
    page = site.post(f"{HOME}/edit/3", **{"risk-0": "拖欠工程款", "measure-0": ""}).text
    assert re.search('<form method="post" id="step-form"[^>]* data-unsaved>', page)
    assert "这一步还没有保存" in page
    assert "data-unsaved" not in site.get(f"{HOME}/edit/3").text


def test_without_a_script_nothing_is_promised_to_save_itself():
    page = in_context().get(f"{HOME}/edit/3").text
    assert re.search('<div id="saved"[^>]* data-says="填写的内容会自动保存。"></div>', page)
    assert page.count("填写的内容会自动保存") == 1


@pytest.mark.parametrize("name", sorted({*EMPTY} - {"colour", "situation_reason"}))     # as the pack asks
def test_every_part_of_a_filing_is_where_a_link_to_it_leads(name):
    page = in_context().get(f"{HOME}/edit/{step_of(name)}").text
    assert page.count(f'id="{name}"') == 1


@pytest.mark.parametrize(("step", "content", "form", "links"), [
    (3, {"risks": {"0": {"measure": ["must hold something that can be seen. Those who read it."]}}},
     {"risk-0": "拖欠工程款", "measure-0": ""}, [("#measure-0", "防控措施 1")]),
    (3, {"risks": ["x"]}, {"risk-0": "a"}, [("#risks-wrong", "风险与措施")]),
    (5, {"interests": {"0": {"relation": ["Length must be between 1 and 200."]}}},
     {"interest-0": "张某", "relation-0": "", "onward": "1"}, [("#relation-0", "关系")]),
    (5, {"interests": {"0": {"name": ["Length must be between 1 and 60."]}}},
     {"interest-0": "", "relation-0": "表弟", "onward": "1"}, [("#interest-0", "姓名")])])
def test_what_is_missing_in_a_row_is_named_and_led_to(step, content, form, links):
    site = in_context(revise=CaseError("invalid", details={"fields": {"content": content}}))
    address = f"{HOME}/attachments" if step == 5 else f"{HOME}/edit/{step}"
    page = site.post(address, **form).text
    assert summary(page) == links
    assert page.count(f'id="{links[0][0][1:]}"') == 1
