"""What happens to a filing between people, on the embedded default and on the deployment alike."""

from datetime import timedelta

import pytest

from scenarios.people import Place
from scenarios.platform import Answer, Person, awaited
from services.identity import demonstration
from tests.e2e.platform import Platform
from tests.e2e.steps import (
    case_come_to,
    code_of_reading,
    come_to,
    content_of,
    mailed,
    open_task,
    opened,
    refusal_of,
    submitted,
    taken,
    told,
)

OPINION = {"opinion": "动机为公,程序完备,予以受理。"}


def _person(platform: Platform, username: str) -> Person:
    return Person(platform.http, username, demonstration.password())


@pytest.fixture
def songming(platform: Platform) -> Place:
    names = ("filer", "lead", "reviewer", "reviewer2")
    return Place(*(_person(platform, f"songming.{name}") for name in names))


def test_a_filing_travels_from_draft_to_acceptance(platform: Platform, songming: Place) -> None:
    content = content_of(platform, "530127", "杨桥集镇污水管网先行施工")
    draft = songming.filer.post("/filings", {"content": content})
    assert (draft["state"], draft["number"]) == ("draft", "")

    receipt = songming.filer.post(f"/filings/{draft['filing_id']}/submit")
    filing_id, number = receipt["filing_id"], receipt["number"]
    assert number.startswith("530127-2026-")
    assert receipt["review_due_on"] == str((platform.time.now() + timedelta(days=1)).date())
    assert told(songming.filer, number, "报备已收到")
    assert told(songming.reviewer, number, "新报备待初审")

    case = taken(songming, filing_id)
    assert case["assignee_name"] == "赵清"
    assert [day["counted"] for day in case["deadline"]["days"]] == [False, True]
    assert told(songming.reviewer, number, "请您办理")
    task = open_task(songming.lead, filing_id)
    assert (task["owner"], task["due_at"][:10]) == ("赵清", receipt["review_due_on"])

    decided = songming.reviewer.post(f"/reviews/{filing_id}/accept", OPINION)
    assert (decided["state"], decided["late"]) == ("accepted", False)
    filing = come_to(songming.filer, filing_id, "accepted")
    assert filing["register_number"].startswith("530127-B-2026-")
    assert filing["register_number"] in told(songming.filer, number, "报备已受理")["body"]
    assert filing["register_number"] in mailed(platform, "songming.filer", "报备已受理", number)
    assert "污水" not in platform.logs()
    _no_task_is_left(songming, filing_id)
    whole = songming.filer.get(f"/filings/{filing_id}/timeline")
    assert whole["unavailable"] == []
    assert {"submit", "accept"} <= {entry["what"] for entry in whole["entries"]}


def _no_task_is_left(place: Place, filing_id: str) -> None:
    def look() -> Answer | None:
        tasks = place.lead.get(f"/matters/{filing_id}/tasks")["tasks"]
        return {"tasks": tasks} if all(task["state"] == "closed" for task in tasks) else None
    assert awaited(look, "closed tasks")["tasks"]


def test_a_supplement_goes_there_and_back(platform: Platform) -> None:
    place = platform.people.at("530126", "石林县交通运输局")
    content = content_of(platform, "530126", "农村公路提前进场")
    receipt = submitted(place.filer, content)
    path = f"/reviews/{receipt['filing_id']}"
    taken(place, receipt["filing_id"])
    waiting = place.reviewer.post(f"{path}/request-supplement", {"needed": "请补充会议纪要"})
    assert waiting["state"] == "awaiting_supplement"

    filing = come_to(place.filer, receipt["filing_id"], "supplement_requested")
    assert filing["reasons"] == "请补充会议纪要"
    assert told(place.filer, receipt["number"], "请补正")
    task = open_task(place.lead, receipt["filing_id"])
    assert (task["owner_id"], task["kind"]) == (place.filer.officer_id, "supplement")

    answer = {"content": {**content, "policy_basis": "会议纪要第 3 号"}, "note": "已补充"}
    again = place.filer.post(f"/filings/{receipt['filing_id']}/supplement", answer)
    assert again["digest"] != receipt["digest"]
    case_come_to(place.reviewer, receipt["filing_id"], "preliminary_review")
    place.reviewer.post(f"{path}/accept", OPINION)
    accepted = come_to(place.filer, receipt["filing_id"], "accepted")
    assert accepted["superseded"][0]["policy_basis"] == content["policy_basis"]


def test_a_refusal_carries_reasons_that_the_filer_reads(platform: Platform) -> None:
    place = platform.people.at("530124", "富民县自然资源局")
    receipt = submitted(place.filer, content_of(platform, "530124", "临时用地先用后批"))
    path = f"/reviews/{receipt['filing_id']}/decline"
    taken(place, receipt["filing_id"])
    assert refusal_of(place.reviewer, path, {"reasons": " "}).code == "review.reasons_missing"
    place.reviewer.post(path, {"reasons": "已有明确规定,不属于探索性事项。"})
    filing = come_to(place.filer, receipt["filing_id"], "declined")
    assert filing["reasons"] == "已有明确规定,不属于探索性事项。"
    assert "明确规定" not in mailed(platform, "filer", "报备不予受理", receipt["number"])


def test_a_filer_takes_a_filing_back(platform: Platform) -> None:
    place = platform.people.at("530128", "禄劝县水务局")
    receipt = submitted(place.filer, content_of(platform, "530128", "水库除险先行"))
    taken(place, receipt["filing_id"])
    place.filer.post(f"/filings/{receipt['filing_id']}/withdraw", {"reason": "事项取消"})
    case_come_to(place.lead, receipt["filing_id"], "closed")
    assert told(place.reviewer, receipt["number"], "报备已撤回")
    _no_task_is_left(place, receipt["filing_id"])
    late = refusal_of(place.reviewer, f"/reviews/{receipt['filing_id']}/accept", OPINION)
    assert late.code == "review.move_not_allowed"


@pytest.mark.parametrize(("organ", "situation", "colour"), [
    ("530181", "investment", "yellow"),
    ("530302", "reform_pilot", ""),
])
def test_where_the_pack_asks_for_verification_a_team_reports(platform: Platform, organ: str, situation: str,
                                                             colour: str) -> None:
    place = platform.people.at(organ, "示范区管委会")
    content = content_of(platform, organ, f"需要核查的事项 {organ}", situation, colour=colour)
    receipt = submitted(place.filer, content)
    path = f"/reviews/{receipt['filing_id']}"
    taken(place, receipt["filing_id"])
    assert place.reviewer.post(f"{path}/accept", OPINION)["state"] == "verification"
    assert told(place.lead, receipt["number"], "请组成调查组")

    alone = {"officer_ids": [place.reviewer.officer_id]}
    assert refusal_of(place.lead, f"{path}/form-team", alone).code == "review.team_too_small"
    team = [place.reviewer.officer_id, place.second_reviewer.officer_id]
    place.lead.post(f"{path}/form-team", {"officer_ids": team})
    assert told(place.second_reviewer, receipt["number"], "请您参加核查")
    place.second_reviewer.post(f"{path}/report-verification", {"findings": "属实", "confirmed": True})
    come_to(place.filer, receipt["filing_id"], "accepted")


def test_who_has_a_part_in_the_matter_is_kept_out(platform: Platform) -> None:
    place = platform.people.at("530129", "寻甸县教育体育局")
    interest = [{"name": "初审员甲", "relation": "近亲属", "officer_id": place.reviewer.officer_id}]
    content = content_of(platform, "530129", "校舍改造先行", interests=interest)
    receipt = submitted(place.filer, content)
    path = f"/reviews/{receipt['filing_id']}"
    opened(place, receipt["filing_id"])
    to_party = {"officer_id": place.reviewer.officer_id}
    assert refusal_of(place.reviewer, f"{path}/assign", to_party).code == "review.named_by_filer"
    confirmed = {**to_party, "ground": "relative", "reason": "报备人所述属实"}
    place.lead.post(f"{path}/recuse", confirmed)
    assert refusal_of(place.lead, f"{path}/assign", to_party).code == "review.recused"
    assert refusal_of(place.reviewer, f"{path}/assign", to_party).status == 404

    place.lead.post(f"{path}/assign", {"officer_id": place.second_reviewer.officer_id})
    step_back = {"officer_id": place.second_reviewer.officer_id, "ground": "relative", "reason": "近亲属"}
    place.second_reviewer.post(f"{path}/recuse", step_back)
    assert told(place.lead, receipt["number"], "需要重新分派")
    assert refusal_of(place.lead, f"{path}/assign",
                      {"officer_id": place.second_reviewer.officer_id}).code == "review.recused"
    assert open_task(place.lead, receipt["filing_id"])["due_at"][:10] == receipt["review_due_on"]


def test_yiliang_whitelists_livelihood_and_nothing_else(platform: Platform) -> None:
    place = platform.people.at("530125", "宜良县住房和城乡建设局")
    listed = submitted(place.filer, content_of(platform, "530125", "保交楼复工", "livelihood"))
    other = submitted(place.filer, content_of(platform, "530125", "新建厂房", "investment"))
    for receipt in (listed, other):
        taken(place, receipt["filing_id"])
        place.reviewer.post(f"/reviews/{receipt['filing_id']}/accept", OPINION)
    assert come_to(place.filer, listed["filing_id"], "accepted")["whitelisted"] is True
    assert come_to(place.filer, other["filing_id"], "accepted")["whitelisted"] is False
    refused = refusal_of(place.lead, f"/filings/{other['filing_id']}/whitelist", {"reason": "试行"})
    assert refused.code == "filing.not_on_whitelist_rule"


def test_the_same_matter_is_filed_once(platform: Platform) -> None:
    place = platform.people.at("530112", "西山区农业农村局")
    first = submitted(place.filer, content_of(platform, "530112", "种子基地（一期）建设"))
    again = content_of(platform, "530112", "种子基地(一期) 建设")
    refused = refusal_of(place.filer, "/filings", {"content": again, "submit": True})
    assert (refused.status, refused.code) == (409, "filing.duplicate_matter")
    place.filer.post(f"/filings/{first['filing_id']}/withdraw", {"reason": "重新报"})
    assert submitted(place.filer, again)["number"] != first["number"]


def test_a_repeated_command_happens_once(platform: Platform) -> None:
    place = platform.people.at("530111", "官渡区商务局")
    content, key = content_of(platform, "530111", "展会临建"), "e2e.once"
    receipts = [submitted(place.filer, content, key) for _ in range(3)]
    assert receipts[0] == receipts[1] == receipts[2]
    other = {"content": {**content, "title": "另一件事"}, "submit": True}
    assert refusal_of(place.filer, "/filings", other, key).code == "command_reused"
    assert refusal_of(place.lead, f"/filings/{receipts[0]['filing_id']}/whitelist", {"reason": "一"},
                      key).code in {"command_reused", "filing.move_not_allowed"}
    assert len(place.filer.get("/filings")["lines"]) == 1


def test_nobody_sees_over_the_fence(platform: Platform) -> None:
    place = platform.people.at("530114", "呈贡区科技局")
    neighbour = platform.people.at("530113", "东川区科技局")
    receipt = submitted(place.filer, content_of(platform, "530114", "中试基地先行"))
    filing_id = receipt["filing_id"]
    opened(place, filing_id)
    colleague = platform.people.at("530114", "呈贡区审计局").filer
    operator, registrar = platform.people.operator, platform.people.registrars[0]
    pages = (f"/filings/{filing_id}", f"/reviews/{filing_id}", f"/matters/{filing_id}/tasks",
             f"/filings/{filing_id}/timeline", f"/filings/{filing_id}/receipt")
    for stranger in (neighbour.filer, neighbour.lead, neighbour.reviewer, colleague, operator, registrar):
        assert {code_of_reading(stranger, page) for page in pages} == {"not_found"}
    withdrawing = refusal_of(neighbour.filer, f"/filings/{filing_id}/withdraw", {"reason": "不是我的"})
    assert (withdrawing.status, withdrawing.code) == (404, "not_found")
    assert filing_id not in str(neighbour.lead.get("/reviews")) + str(operator.get("/filings"))
    assert filing_id in str(platform.people.supervisor.get("/filings", limit=200))
    assert code_of_reading(place.filer, "/operations/watchdog") == "forbidden"


def test_an_operator_watches_without_seeing_content(platform: Platform) -> None:
    place = platform.people.at("530115", "晋宁区文化和旅游局")
    receipt = submitted(place.filer, content_of(platform, "530115", "古滇名城修缮"))
    told(place.filer, receipt["number"], "报备已收到")
    operator = platform.people.operator
    for state in ("pending", "delivered"):
        assert "古滇" not in str(operator.get("/operations/deliveries", state=state, limit=200))

    def look() -> Answer | None:
        report = operator.get("/operations/watchdog", grace_seconds=0)
        return None if report["without_task"] else report
    report = awaited(look, "every open matter has its task")
    assert (report["unreachable"], report["open_matters"]) == ("", report["open_tasks"])
