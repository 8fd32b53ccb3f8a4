"""A filer who was refused finds the way to object; whoever looks at it sees both sides before deciding."""

from datetime import timedelta

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, HistoryEntry
from rongcuo.contracts.serialisation import dump
from services.gateway.cookies import LANGUAGE
from tests.unit.gateway.casework import DEADLINE
from tests.unit.gateway.console_site import Site, are_led_to
from tests.unit.gateway.filework import NOW, filing
from tests.unit.gateway.test_console_reviews import CASE, PACK_ID, at_review

PAGE = "/filings/b1"


def noted(what: str, note: str) -> HistoryEntry:
    return HistoryEntry(what=what, actor_id="a", actor_name="赵清", note=note, at=NOW)


def filers(*allowed: str, **changes) -> Site:
    site = Site("subject")
    site.caller.said["identity.organs"] = {"organs": []}
    site.caller.said["review.case"] = CaseError("not_found")
    site.caller.said["filing.filing"] = filing(*allowed, **{
        "state": FilingState.DECLINED, "number": CASE["number"], "pack_id": PACK_ID, "decided_at": NOW,
        "objection_until": (NOW + timedelta(days=14)).date(),
        "reasons": "没有集体决策", **changes})
    return site


def test_who_was_refused_is_told_how_to_object_and_by_when():
    page = filers("object").get(PAGE).text
    assert 'action="/filings/b1/objection"' in page
    assert "前（含当日）可以提出一次。由没有参与原决定的人员审查" in page
    assert "结果不会比现在更差" in page
    status = page[page.index('class="status'):page.index('class="actions"')]
    assert "剩 14 天" in status, "by when is said where one looks for it"
    assert "/objection" not in filers().get(PAGE).text


def test_an_objection_is_sent_and_a_refusal_of_it_keeps_the_words():
    site = filers("object")
    site.caller.said["filing.object_to_refusal"] = {}
    assert site.post(f"{PAGE}/objection", grounds="会议纪要已经交了").location == PAGE
    sent = [told for target, told in site.caller.asked if target == "filing.object_to_refusal"]
    assert sent[0]["grounds"] == "会议纪要已经交了"
    site.caller.said["filing.object_to_refusal"] = CaseError("filing.objection_too_late")
    page = site.post(f"{PAGE}/objection", grounds="会议纪要已经交了").text
    assert "提出异议的期限已过" in page
    assert "会议纪要已经交了" in page


def test_the_filer_reads_where_it_is_and_what_came_of_it():
    open_now = filers("withdraw", state=FilingState.OBJECTED, history=(noted("object", "纪要已交"),))
    assert "由没有参与原决定的人员审查。结果不会比现在更差" in open_now.get(PAGE).text
    over = filers(history=(noted("object", "纪要已交"), noted("uphold_refusal", "没有新的理由")))
    page = over.get(PAGE).text
    assert "对异议的答复" in page
    assert "没有新的理由" in page
    assert "据此重新报备" in page


def test_its_date_is_shown_and_it_is_told_once():
    said = {"what": "object", "actor_id": "", "actor_name": "系统", "note": "纪要已交"}
    case = {**CASE, "state": "objected", "objection": "纪要已交", "allowed": [],
            "decided_at": NOW.isoformat(), "deadline": dump(DEADLINE),
            "history": [{**said, "at": (NOW + timedelta(seconds=2)).isoformat()}]}
    site = at_review(case=case)
    site.caller.said["filing.filing"] = filing(state=FilingState.OBJECTED, number=CASE["number"],
                                               pack_id=PACK_ID, history=(noted("object", "纪要已交"),))
    page = site.get("/reviews/b1").text
    assert "3月12日" in page
    assert page.count("<b>提出异议</b>") == 1


def test_both_answers_are_looked_at_first():
    for verb, word in (("take_up", "异议成立，重新审查"), ("uphold_refusal", "维持不予受理")):
        told = {"told": [{"type_name": "review.objection_decided", "data": {}}]}
        case = {**CASE, "state": "objected", "objection": "纪要已交", "reasons": "没有集体决策",
                "allowed": ["take_up", "uphold_refusal"]}
        site = at_review(case=case, **{f"rehearse_{verb}": told})
        page = site.get("/reviews/b1").text
        assert "纪要已交" in page
        assert "没有集体决策" in page
        page = site.post("/reviews/b1/decide", decision=verb, words="理由写在这里").text
        assert f"核对后再办：{word}" in page
        assert f"review.{verb}" not in [target for target, _ in site.caller.asked]
        site.caller.said[f"review.{verb}"] = {}
        site.post("/reviews/b1/decide", decision=verb, words="理由写在这里", step="confirmed")
        assert site.sent(verb) == {"case_id": "b1", "reasons": "理由写在这里"}


def test_it_is_said_in_english_too():
    site = filers("object")
    site.client.set_cookie(LANGUAGE, "en")
    assert "Object to the refusal" in site.get(PAGE).text


def test_a_removal_from_the_whitelist_is_looked_at_first():
    site = Site("lead")
    site.caller.said |= {
        "filing.filing": filing("whitelist", state=FilingState.ACCEPTED, number=CASE["number"],
                                pack_id=PACK_ID, whitelisted=True),
        "filing.whitelist": {}, "documents.letters": {"letters": []}, "identity.organs": {"organs": []},
        "review.case": CaseError("not_found")}
    form = {"listed": "0", "reason": "项目内容已有重大变化"}
    page = site.post(f"{PAGE}/whitelist", **form).text
    assert "核对后再办：移出白名单" in page
    assert "受理和备案号不变" in page
    assert "filing.whitelist" not in [target for target, _ in site.caller.asked]
    again = site.post(f"{PAGE}/whitelist", **form, step="again").text
    assert "项目内容已有重大变化" in again
    assert are_led_to(page, again)
    assert site.post(f"{PAGE}/whitelist", **form, step="confirmed").location == PAGE
    assert "filing.whitelist" in [target for target, _ in site.caller.asked]
