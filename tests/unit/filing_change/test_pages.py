"""The page of a change in every state and for everybody, its forms, and the versions on its filing's page."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import ChangeLine, ChangesPage
from rongcuo.contracts.serialisation import dump
from services.filing.pages.change.acts import CHANGE
from services.gateway.cookies import LANGUAGE
from tests.unit.filing.people import FILER, LEAD, REVIEWER
from tests.unit.filing_change.scene import DAY, JUNE_1, OTHER_LEAD, WIDER, Changing
from tests.unit.gateway.console_site import Site, primaries

CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = re.compile("<(?:h2|h3|legend|label for[^>]*|dt|th[^>]*|summary|button[^>]*)>([^<]+)<")
TABS = ("mine", "organ", "closed", "own")
ADDRESS, FILING = "/filing-changes/filing1.c1", "/filings/filing1"


def proposed() -> Changing:
    scene = Changing()
    scene.propose()
    return scene


def taken() -> Changing:
    scene = proposed()
    scene.take()
    return scene


def approved() -> Changing:
    scene = taken()
    scene.approve()
    return scene


def declined() -> Changing:
    scene = taken()
    scene.decline()
    return scene


def objected() -> Changing:
    scene = declined()
    scene.object()
    return scene


SCENES: list[Callable[[], Changing]] = [proposed, taken, approved, declined, objected]


def site(scene: Changing, who: Any, language: str = "zh") -> Site:
    """The console's own people stand in for the officers."""
    there = Site({"filer": "subject", "reviewer": "reviewer", "lead": "lead"}[next(iter(who.roles)).value])
    lines = tuple(ChangeLine(
        change_id=each.id, number=each.number, filing_id=each.filing_id, title=each.title,
        organ_id=each.organ_id, division_code=each.division_code, unit=each.unit, state=each.state,
        proposed_at=each.proposed_at) for each in scene.cabinet.changes.values())
    there.caller.said |= {
        **({"filing.change": dump(scene.seen(who))} if lines else {}), "filing.filing": dump(scene.page(who)),
        "review.case": CaseError("not_found"),
        "filing.changes": dump(ChangesPage(lines=lines, counts=dict.fromkeys(TABS, 1)))}
    there.client.set_cookie(LANGUAGE, language)
    return there


def page(scene: Changing, who: Any, address: str = ADDRESS, language: str = "zh") -> str:
    answer = site(scene, who, language).get(address)
    assert answer.status_code == 200, address
    return str(answer.text)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("who", [FILER, REVIEWER, LEAD], ids=lambda who: str(who.officer_id))
def test_a_page_shows_old_and_new_side_by_side_and_one_thing_to_do(scene: Any, who: Any) -> None:
    there = scene()
    shown = page(there, who)
    for words in (there.change().number, "变更前", "变更后", "364户购房群众等待入住。", WIDER.scope,
                  "发现渗水", there.change().digest):
        assert words in shown, words
    assert len(primaries(shown)) <= 1
    assert "&lt;" not in shown


@pytest.mark.parametrize(("scene", "who", "words"), [
    (proposed, REVIEWER, "由我承办"), (taken, REVIEWER, "同意变更"), (taken, FILER, "撤回变更"),
    (declined, FILER, "提出异议"), (objected, OTHER_LEAD, "异议成立，同意变更"),
    (approved, FILER, "现在没有需要您办理的")])
def test_who_can_do_something_finds_it(scene: Any, who: Any, words: str) -> None:
    shown = page(scene(), who)
    assert words in shown[shown.index('id="action"'):]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("address", [ADDRESS, "/filing-changes", FILING])
def test_in_english_no_label_is_chinese(scene: Any, address: str) -> None:
    shown = page(scene(), REVIEWER, address, "en")
    shown = shown[shown.index("<main"):] if "<main" in shown else shown
    assert [label for label in LABELS.findall(shown)
            if CHINESE.search(label) and label != "以容缺方式续建停工楼盘"] == []


@pytest.mark.parametrize("verb", CHANGE.acts)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_opens(verb: str, language: str) -> None:
    shown = page(taken(), REVIEWER, f"{ADDRESS}/act/{verb}", language)
    assert "<form" in shown
    assert language == "zh" or not [each for each in LABELS.findall(shown) if CHINESE.search(each)]


def test_a_change_is_sent_as_it_was_typed() -> None:
    scene = Changing()
    there = site(scene, FILER)
    there.caller.said |= {"filing.propose_change": {}}
    there.post(f"{FILING}/changes/propose_change", version="1", scope=" 另加车库 ", way="", procedure="",
               act_from="", act_until="2027-03-31", valid_until="", reasons="发现渗水")
    assert there.sent("filing.propose_change") == {"filing_id": "filing1", "content": {
        "scope": "另加车库", "way": "", "procedure": "", "reasons": "发现渗水", "act_from": None,
        "act_until": "2027-03-31", "valid_until": None, "attachments": []}}


def test_the_form_holds_what_is_filed_and_sends_what_was_changed_in_it() -> None:
    """Also where another change held by the time it was sent: what was left as it was changes nothing."""
    there = site(Changing(), FILER)
    there.caller.said |= {"filing.propose_change": {}}
    form = there.get(f"{FILING}/changes/propose_change").text
    assert ">364户购房群众等待入住。</textarea>" in form
    assert re.search('name="act_until" type="date" value="2026-12-31"', form)
    there = site(approved(), FILER)
    there.caller.said |= {"filing.propose_change": {}}
    there.post(f"{FILING}/changes/propose_change", version="1", scope="364户购房群众等待入住。", way="分包",
               procedure="", act_from="2026-05-20", act_until="2026-12-31", valid_until="",
               reasons="发现渗水")
    sent = there.sent("filing.propose_change")["content"]
    assert {name for name, value in sent.items() if value} == {"way", "reasons"}


def test_a_refusal_stands_at_its_field_with_what_was_typed() -> None:
    there = site(Changing(), FILER)
    there.caller.said |= {"filing.propose_change": CaseError("filing.validity_over", details={"failures": [
        {"code": "filing.validity_over", "details": {}}]})}
    shown = there.post(f"{FILING}/changes/propose_change", scope="另加车库", reasons="发现渗水",
                       valid_until="2026-05-01").text
    assert 'aria-describedby="valid_until-wrong"' in shown
    assert "另加车库" in shown


@pytest.mark.parametrize(("verb", "approved_now"), [("approve_after_all", True), ("uphold_change", False)])
def test_an_answer_says_which_it_is(verb: str, approved_now: bool) -> None:
    there = site(objected(), OTHER_LEAD)
    there.caller.said |= {"filing.answer_change_objection": {}}
    there.post(f"{ADDRESS}/act/{verb}", words="核对过", step="confirmed", as_read="")
    assert there.sent("filing.answer_change_objection") == {
        "change_id": "filing1.c1", "approved": approved_now, "reasons": "核对过"}


def test_a_filings_page_shows_each_version_with_its_days_and_what_is_outside_from_then_on() -> None:
    shown = page(approved(), FILER, FILING)
    for words in ("第 2 版报备", "现在适用", "第 1 版报备", "不再适用", WIDER.scope, "已提出变更备案",
                  "6月1日（周一）起不在报备之内", "变更备案生效",
                  "从6月1日（周一）起，只有这里写到的在报备之内"):
        assert words in shown, words


def test_the_change_says_the_day_as_the_filing_does_and_the_summary_what_holds_now() -> None:
    shown = page(approved(), FILER)
    assert "从6月1日（周一）起（含当日），报备按变更后的内容适用" in shown
    filing = page(approved(), FILER, FILING)
    summary = filing[filing.index("<h2>概要</h2>"):]
    assert "这是最初报备的内容，其中有变更的，按第 2 版报备看" in summary
    assert 'href="#versions"' in summary
    assert "这是最初报备的内容" not in page(proposed(), FILER, FILING)


def test_a_filing_offers_a_change_unless_one_waits() -> None:
    way = f"{FILING}/changes/propose_change"
    assert way in page(Changing(), FILER, FILING)
    assert way in page(declined(), FILER, FILING)
    assert way not in page(proposed(), FILER, FILING)
    assert "变更待审查" in page(proposed(), FILER, FILING)
    assert way not in page(Changing(), REVIEWER, FILING)


def test_a_filing_that_was_never_accepted_is_asked_for_no_changes() -> None:
    there = site(Changing(), FILER)
    there.caller.said["filing.filing"] |= {"versions": [], "allowed": []}
    there.caller.said["filing.changes"] = CaseError("forbidden")
    assert there.get(FILING).status_code == 200


def test_a_deviation_by_the_dates_says_so() -> None:
    scene = Changing()
    scene.progress(5, 0, JUNE_1, on=(JUNE_1 - 20 * DAY).date())
    there = site(scene, LEAD)
    there.caller.said |= {"filing.oversight": dump(scene.seen_by(LEAD, JUNE_1))}
    assert "按规则由日期得出" in there.get("/oversights/filing1.o").text
