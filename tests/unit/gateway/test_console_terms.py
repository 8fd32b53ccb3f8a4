"""What the forms of decisions offer and begin with: never what would be refused."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from rongcuo.contracts.determination import Outcome
from tests.unit.gateway.casework import DECIDED, DECISION, PACK, appeal, case
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1"


def offered_forms(page: str) -> list[str]:
    """The forms of discipline that a page lets one choose."""
    chooser = page[page.index('id="discipline_form"'):]
    return re.findall('value="([0-4])"', chooser[:chooser.index("</select>")])


def test_a_panel_begins_with_the_decision_as_it_stands_and_no_reasons():
    site = Site("lead", appeal=appeal("decide"), determination=case(**DECIDED))
    page = site.get("/appeals/ap1/act/decide").text
    assert all(said in page for said in (
        'value="exempt" required checked', '<option value="1" selected>', "补办用地手续", "不影响年度考核"))
    assert "为赶在汛期前" not in page
    assert offered_forms(page) == ["0", "1"]


def test_what_an_appeal_changed_is_not_called_milder():
    changed = Site("member", appeal=appeal(upheld=False, reasons="要求过多"), determination=case(**DECIDED))
    assert "已变更原决定，没有加重" in changed.get("/appeals/ap1").text


def test_measures_and_effects_say_what_they_are_and_what_they_rest_on():
    page = Site("lead", determination=case("make", **DECIDED)).get(f"{PAGE}/act/make").text
    for item in (*PACK.measures.values(), *PACK.effects.values()):
        assert item.source.text in page
    assert "谈话提醒 · 第一种形态</option>" in page
    effects = page[page.index("年度考核不受影响"):]
    marked = any(item.source.standing == "illustrative" for item in PACK.effects.values())
    assert ('class="example"' in effects) == marked


@pytest.mark.parametrize(("outcome", "form", "outcomes", "forms"), [
    ("exempt", 3, ["exempt"], ["0", "1"]), ("mitigate", 2, ["mitigate"], ["0", "1", "2"])])
def test_a_correction_keeps_the_outcome_and_offers_nothing_harsher(outcome, form, outcomes, forms):
    terms = replace(DECISION.terms, discipline_form=form)
    decision = replace(DECISION, outcome=Outcome(outcome), terms=terms)
    page = Site("lead", determination=case("correct", decisions=(decision,))).get(f"{PAGE}/act/correct").text
    assert re.findall('name="outcome" value="([a-z]+)"', page) == outcomes
    assert offered_forms(page) == forms


@pytest.mark.parametrize(("resolved", "forms"), [("exempt", 2), ("lighten", 5)])
def test_an_exemption_offers_no_sanction(resolved, forms):
    page = Site("lead", determination=case("make", resolved=resolved)).get(f"{PAGE}/act/make").text
    assert len(offered_forms(page)) == forms


@pytest.mark.parametrize(("about", "verb", "method"), [
    ("determinations/f1", "make", "make_determination"),
    ("determinations/f1", "correct", "correct_determination"),
    ("appeals/ap1", "decide", "decide_appeal")])
def test_a_signed_consent_goes_through_the_page_to_check(about, verb, method):
    site = Site("lead", determination=case(verb, **DECIDED), appeal=appeal(verb))
    taken = {"sha256": "ab" * 32, "size": 3, "name": "同意书.pdf", "media_type": "application/pdf"}
    site.caller.said["documents.take_attachment"] = site.caller.said["documents.attachment"] = taken
    address, decision = f"/{about}/act/{verb}", {"outcome": "exempt", "why": "笔误", "reasons": "为公"}
    form = f'action="{address}/attachments" class="sheet" enctype="multipart/form-data"'
    assert form in site.get(address).text
    page = site.post(f"{address}/attachments", consent_on="2026-03-02", file=(BytesIO(b"one"), "同意书.pdf"),
                     **decision).text
    assert "<dd>同意书.pdf <button" in page
    kept = dict(re.findall('type="hidden" name="(consent_on|kept_file)" value="([^"]+)"', page))
    assert 'checked> 同意书.pdf' in site.post(f"{address}/attachments", step="again", **decision, **kept).text
    assert site.post(f"{address}/attachments", step="confirmed", **decision, **kept).status_code == 302
    assert site.sent(method)["consent"] == {"words": "", "given_on": "2026-03-02", "attachments": [taken]}
