"""A filing travels over HTTP from its draft to its acceptance, through five services."""

from collections.abc import Callable
from uuid import uuid4

import eventlet
import httpx
import pytest

from tests.integration.gateway.platform import CONTENT, Person, eventually

People = Callable[[str], Person]


def titled(title: str) -> dict[str, object]:
    return {"content": {**CONTENT, "title": f"{title} {uuid4().hex}"}}


@pytest.fixture(scope="module")
def filing_id(person: People) -> str:
    """An accepted filing."""
    filer, lead, reviewer = (person(f"songming.{who}") for who in ("filer", "lead", "reviewer"))
    draft = filer.does("/filings", titled("盘活土地"))
    filing_id = str(draft["filing_id"])
    receipt = filer.does(f"/filings/{filing_id}/submit")
    assert receipt["number"].startswith("530127-")
    eventually(lambda: lead.get(f"/reviews/{filing_id}").status_code == 200)
    lead.does(f"/reviews/{filing_id}/assign", {"officer_id": reviewer.officer_id})
    reviewer.does(f"/reviews/{filing_id}/accept", {"opinion": "同意受理"})
    eventually(lambda: filer.sees(f"/filings/{filing_id}")["state"] == "accepted")
    return filing_id


def test_everybody_sees_their_part_of_it(person: People, filing_id: str) -> None:
    filer, reviewer = person("songming.filer"), person("songming.reviewer")
    assert filer.sees(f"/filings/{filing_id}")["register_number"]
    assert filer.sees(f"/filings/{filing_id}/receipt")["digest"]
    assert filing_id in {line["filing_id"] for line in filer.sees("/filings", register_only="true")["lines"]}
    assert reviewer.sees(f"/reviews/{filing_id}")["state"] == "accepted"
    assert person("kunming.supervisor").sees("/filings/funnel", division_code="530100")["accepted"] >= 1
    assert person("kunming.supervisor").sees("/reviews/punctuality", division_code="530100")["on_time"] >= 1


def test_nobody_else_sees_it(person: People, filing_id: str) -> None:
    for stranger in ("yiliang.filer", "yiliang.reviewer", "yiliang.lead", "operator"):
        for address in ("/filings/{}", "/filings/{}/receipt", "/filings/{}/timeline", "/reviews/{}"):
            answer = person(stranger).get(address.format(filing_id))
            assert (stranger, address, answer.status_code) == (stranger, address, 404)


def test_the_timeline_tells_the_whole_story_in_order(person: People, filing_id: str) -> None:
    told = eventually(lambda: (story := person("songming.lead").sees(f"/filings/{filing_id}/timeline"))
                      and {each["source"] for each in story["entries"]} >= {"filing", "review"} and story)
    times = [each["at"] for each in told["entries"]]
    assert times == sorted(times)
    assert told["unavailable"] == []


def test_the_filer_is_told(person: People, filing_id: str) -> None:
    filer = person("songming.filer")
    message = eventually(lambda: next(
        (each for each in filer.sees("/inbox")["messages"] if each["matter_id"] == filing_id), None))
    assert filer.does(f"/inbox/{message['message_id']}/read")["read"] is True
    assert person("yiliang.filer").post(f"/inbox/{message['message_id']}/read").status_code == 404


def test_the_same_key_gives_the_same_answer_and_another_body_is_refused(person: People) -> None:
    filer, body, key = person("songming.filer"), titled("同一编号"), uuid4().hex
    first = filer.does("/filings?submit=true", body, key)
    assert filer.does("/filings?submit=true", body, key) == first
    again = filer.post("/filings?submit=true", titled("另一内容"), key)
    assert (again.status_code, again.json()["code"]) == (409, "command_reused")


def test_a_filing_that_fails_its_checks_says_all_of_them(person: People) -> None:
    wrong = {"content": {"title": "无理由", "situation": "no_such_situation", "act_from": "2020-01-01"}}
    answer = person("songming.filer").post("/filings?submit=true", wrong)
    told = answer.json()
    assert answer.status_code == 422
    codes = {each["code"] for each in told["details"]["failures"]}
    assert {"filing.unknown_situation", "filing.act_before_filing"} <= codes
    assert all(each["title"] for each in told["details"]["failures"])


def test_operators_see_the_machine_and_no_case(person: People, filing_id: str) -> None:
    operator = person("operator")
    assert eventually(lambda: operator.sees("/operations/watchdog"))["unreachable"] == ""
    assert operator.sees("/operations/deliveries", state="delivered")["counts"]
    assert operator.sees("/filings")["lines"] == []
    assert person("songming.filer").get("/operations/watchdog").status_code == 403


def test_a_registrar_enrols_and_dismisses(person: People, address: str) -> None:
    registrar = person("province.registrar")
    username = f"new.{uuid4().hex[:8]}"
    officer = {"username": username, "name": "新人", "organ_id": "530127", "roles": ["reviewer"]}
    enrolled = registrar.does("/officers", officer)
    link = registrar.does(f"/officers/{enrolled['officer_id']}/link")["link"]
    answer = httpx.post(f"{address}/api/v1/password", json={"link": link, "password": "rongcuo-demo-2026"})
    assert answer.status_code == 200
    newcomer = Person(address, username)
    assert newcomer.sees("/me") == {**enrolled, "state": "active"}
    assert newcomer.post("/officers", {**officer, "username": "x"}).status_code == 403
    assert registrar.http.delete(f"/officers/{enrolled['officer_id']}").json()["active"] is False
    assert newcomer.get("/me").status_code == 401
    newcomer.http.close()


def test_the_later_save_of_a_draft_never_wins_unseen(person: People) -> None:
    filer, body = person("songming.filer"), titled("两处同时修改")
    made = filer.post("/filings", body)
    address, read = f"/filings/{made.json()['filing_id']}", made.headers["ETag"]
    assert filer.get(address).headers["ETag"] == read
    saved = filer.post(address, titled("第一处"), expected=read, verb="PUT")
    assert saved.status_code == 200
    late = filer.post(address, titled("第二处"), expected=read, verb="PUT")
    assert (late.status_code, late.json()["code"]) == (409, "changed_meanwhile")
    now = filer.get(address)
    assert now.headers["ETag"] == saved.headers["ETag"] != read
    assert now.json()["content"]["title"].startswith("第一处")
    after = filer.post(address, titled("第二处"), expected=now.headers["ETag"], verb="PUT")
    assert after.status_code == 200


def test_nor_does_a_step_decided_on_what_has_changed_since(person: People) -> None:
    filer, lead, reviewer = (person(f"songming.{who}") for who in ("filer", "lead", "reviewer"))
    case = f"/reviews/{filer.does('/filings?submit=true', titled('审查期间变化'))['filing_id']}"
    read = eventually(lambda: (found := lead.get(case)).status_code == 200 and found.headers["ETag"])
    lead.does(f"{case}/assign", {"officer_id": reviewer.officer_id})
    late = lead.post(f"{case}/suspend", {"reason": "等待材料"}, expected=read)
    assert (late.status_code, late.json()["code"]) == (409, "changed_meanwhile")
    assert lead.sees(case)["state"] != "suspended"


def test_many_who_sign_in_at_once_get_in_or_are_told_when_to_come_again(person: People, address: str) -> None:
    who = {"username": "songming.lead", "password": "rongcuo-demo-2026"}
    person("songming.lead")

    def sign_in() -> httpx.Response:
        return httpx.post(f"{address}/api/v1/tokens", json=who, timeout=90)

    answers = [each.wait() for each in [eventlet.spawn(sign_in) for _ in range(30)]]
    told = {answer.status_code for answer in answers}
    assert told <= {201, 429, 503, 504}    # 503: not even identity has time; 504: too little
    again = {answer.headers["Retry-After"] for answer in answers if answer.status_code in (429, 503)}
    assert again <= {"5", "2"}    # by the queue of the gateway, or by that of identity behind it
    assert 201 in told


def test_whom_the_form_names_by_name_only_takes_nothing_before_a_lead_has_looked(person: People) -> None:
    filer, lead = person("songming.filer"), person("songming.lead")
    zhao, qian = person("songming.reviewer"), person("songming.reviewer2")
    content = {**CONTENT, "title": f"同学参与初审 {uuid4().hex}"}

    def naming(*names: str) -> dict[str, object]:     # as the form sends it
        interests = [{"name": name, "relation": "同学", "officer_id": ""} for name in names]
        return {**content, "interests": interests}

    filing_id = filer.does("/filings", {"content": naming("赵　清"), "submit": True})["filing_id"]
    path, to = f"/reviews/{filing_id}", lambda who: {"officer_id": who.officer_id}
    eventually(lambda: lead.get(path).status_code == 200)
    for reader in (zhao, lead):
        assert "报备人称赵清与该事项有关" in reader.page(path)
    assert "报备人称钱明" not in lead.page(path)
    assert zhao.post(f"{path}/assign", to(zhao)).json()["code"] == "review.named_by_filer"
    missing = {each["gap"] for each in qian.does(f"{path}/assign", to(qian))["missing"]}
    assert not {gap for gap in missing if gap.endswith("named_not_looked_at")}

    qian.does(f"{path}/request-supplement", {"needed": "请补充利害关系"})
    eventually(lambda: filer.sees(f"/filings/{filing_id}")["state"] == "supplement_requested")
    filer.does(f"/filings/{filing_id}/supplement", {"content": naming("钱明（科员）")})
    eventually(lambda: qian.sees(path)["state"] == "preliminary_review")
    assert "报备人称钱明与该事项有关" in qian.page(path)
    assert "accept" not in qian.sees(path)["allowed"]
    assert qian.post(f"{path}/accept", {"opinion": "同意"}).json()["code"] == "review.named_by_filer"
    assert zhao.sees(path)["named_in_words"] == ["赵　清", "钱明（科员）"]
    lead.does(f"{path}/assign", to(qian))
    assert qian.does(f"{path}/accept", {"opinion": "同意"})["state"] == "accepted"
