"""新建报备: a refused step keeps what was typed, and leads to what is wrong."""

import re

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway.console.filing.wizard import EMPTY, step_of
from tests.unit.gateway.test_console_mistakes import summary
from tests.unit.gateway.test_console_wizard import HOME, in_context


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
