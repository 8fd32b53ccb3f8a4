"""Which address asks which service for what."""

import re

import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway.api import PARTS, every_part
from tests.unit.gateway.determination_routes import ASKED as ASKED_OF_DETERMINATIONS
from tests.unit.gateway.identity_routes import ASKED_OF_IDENTITY
from tests.unit.gateway.site import NOW, OFFICER, SIGNED, TOKEN, FakeCaller, client_of

V1 = "/api/v1"
CONTENT = {"title": "盘活批而未供土地", "situation": "legacy_problems"}
ATTACHED = {"officer_id": "o1", "ground": "self", "reason": "本人"}

ASKED = [
    *ASKED_OF_IDENTITY,
    ("GET", "/filings?state=draft&whitelist_only=true&limit=7", None, "filing.page",
     {"state": "draft", "whitelist_only": True, "limit": 7}, 200),
    ("GET", "/filings/funnel?division_code=530100&since=2026-01-01T00:00:00+08:00", None, "filing.funnel",
     {"since": "2026-01-01T00:00:00+08:00", "until": None}, 200),
    ("GET", "/filings/f1", None, "filing.filing", {"filing_id": "f1"}, 200),
    ("PUT", "/filings/f1", {"content": CONTENT}, "filing.revise", {"filing_id": "f1"}, 200),
    ("POST", "/filings/f1/submit", None, "filing.submit", {"filing_id": "f1", "content": None}, 200),
    ("POST", "/filings/f1/supplement", {"content": CONTENT, "note": "补"}, "filing.supplement",
     {"note": "补"}, 200),
    ("POST", "/filings/f1/discard", None, "filing.discard", {"filing_id": "f1"}, 200),
    ("POST", "/filings/f1/withdraw", {"reason": "取消"}, "filing.withdraw", {"reason": "取消"}, 200),
    ("POST", "/filings/f1/objection", {"grounds": "已交"}, "filing.object_to_refusal",
     {"grounds": "已交"}, 200),
    ("POST", "/filings/f1/whitelist", {"listed": False}, "filing.whitelist", {"listed": False}, 200),
    ("GET", "/reviews?tab=mine&sort=newest", None, "review.page", {"tab": "mine", "sort": "newest"}, 200),
    ("GET", "/reviews/punctuality?division_code=530100", None, "review.punctuality",
     {"division_code": "530100"}, 200),
    ("GET", "/reviews/workload", None, "review.workload", {}, 200),
    ("GET", "/reviews/f1", None, "review.case", {"case_id": "f1"}, 200),
    ("POST", "/reviews/f1/assign", {"officer_id": "o1"}, "review.assign", {"officer_id": "o1"}, 200),
    ("POST", "/reviews/f1/recuse", ATTACHED, "review.recuse", {"ground": "self"}, 200),
    ("POST", "/reviews/f1/accept", {"opinion": "同意"}, "review.accept", {"opinion": "同意"}, 200),
    ("POST", "/reviews/f1/request-supplement", {"needed": "纪要"}, "review.request_supplement", {}, 200),
    ("POST", "/reviews/f1/decline", {"reasons": "已过期"}, "review.decline", {"reasons": "已过期"}, 200),
    ("POST", "/reviews/f1/take-up", {"reasons": "成立"}, "review.take_up", {"reasons": "成立"}, 200),
    ("POST", "/reviews/f1/uphold-refusal", {"reasons": "不成立"}, "review.uphold_refusal", {}, 200),
    ("POST", "/reviews/f1/form-team", {"officer_ids": ["a", "b"]}, "review.form_team",
     {"officer_ids": ["a", "b"]}, 200),
    ("POST", "/reviews/f1/report-verification", {"findings": "属实", "confirmed": True},
     "review.report_verification", {"confirmed": True}, 200),
    ("POST", "/reviews/f1/suspend", {"reason": "等待"}, "review.suspend", {"reason": "等待"}, 200),
    ("POST", "/reviews/f1/resume", None, "review.resume", {"case_id": "f1"}, 200),
    ("POST", "/reviews/f1/extend", {"reason": "复杂"}, "review.extend", {"reason": "复杂"}, 200),
    ("POST", "/reviews/f1/hand-up", {"reason": "无人可办"}, "review.hand_up", {"reason": "无人可办"}, 200),
    ("GET", "/letters?matter_id=f1", None, "documents.letters", {"matter_id": "f1"}, 200),
    ("GET", "/letters/f1", None, "documents.letter", {"letter_id": "f1"}, 200),
    ("POST", "/letters/f1/correction", {"body": "另行通知", "reason": "文字有误"}, "documents.correct_letter",
     {"letter_id": "f1", "body": "另行通知"}, 200),
    ("GET", "/tasks?include_closed=1", None, "notify.tasks", {"include_closed": True}, 200),
    ("GET", "/matters/f1/tasks", None, "notify.matter", {"matter_id": "f1"}, 200),
    ("GET", "/inbox?unread_only=true", None, "notify.inbox", {"unread_only": True}, 200),
    ("POST", "/inbox/m1/read", None, "notify.mark_read", {"message_id": "m1"}, 200),
    ("POST", "/inbox/digest", {"daily": True}, "notify.choose_digest", {"daily": True}, 200),
    ("GET", "/operations/watchdog", None, "notify.watchdog", {"grace_seconds": 60}, 200),
    ("GET", "/operations/deliveries", None, "notify.deliveries", {"state": "failed"}, 200),
    ("POST", "/operations/deliveries/d1/send-again", None, "notify.send_again", {"delivery_id": "d1"}, 200),
    *ASKED_OF_DETERMINATIONS,
]


@pytest.mark.parametrize(("verb", "address", "body", "target", "payload", "status"), ASKED)
def test_each_address_asks_one_service(caller, client, verb, address, body, target, payload, status):
    caller.said[target] = {"said": target}
    sent = {"json": body} if body is not None else {}
    answer = client.open(V1 + address, method=verb, headers={**SIGNED, "Idempotency-Key": "key:1"}, **sent)
    assert (answer.status_code, answer.get_json()) == (status, {"said": target})
    assert caller.last[0] == target
    assert payload.items() <= caller.last[1].items()
    assert (caller.last[1].get("command_id") == "key:1") is (verb != "GET")
    assert caller.contexts[-1][0].officer_id == "liu"


def test_every_route_is_tried_here_or_below():
    tried = {re.sub(r"\?.*", "", address) for _, address, *_ in ASKED}
    plain = {route.address for part in PARTS for route in part.routes if not route.does}
    assert {re.sub(r"<id:\w+>", "X", address) for address in plain} == {
        re.sub(r"/(f1|o1|m1|d1)\b", "/X", address) for address in tried} - {"/officers/X"}


def test_nothing_but_signing_in_is_open_to_strangers(caller, client):
    for part in every_part():
        for route in part.routes:
            if not route.public:
                address = re.sub(r"<id:\w+>", "x1", route.address)
                answer = client.open(V1 + address, method=route.verb, json={})
                assert (route.address, answer.status_code) == (route.address, 401)
    assert caller.asked == []


def test_a_receipt_to_read_and_to_keep(caller, client):
    said = {"filing_id": "f1", "number": "530127-2026-000001", "proof": {"seq": 7}}
    caller.said["filing.receipt"], receipt = said, f"{V1}/filings/f1/receipt"
    shown, kept = (client.get(receipt + how, headers=SIGNED) for how in ("", "?download=true"))
    assert caller.last == ("filing.receipt", {"filing_id": "f1"})
    assert shown.get_json() == kept.get_json() == said
    assert "Content-Disposition" not in shown.headers
    named = "attachment; filename*=UTF-8''receipt-530127-2026-000001.json"
    assert kept.headers["Content-Disposition"] == named
    assert client.get(f"{V1}/filings/f1/receipt?dowload=true", headers=SIGNED).status_code == 422


def test_a_draft_and_a_filing_submitted_at_once(caller, client):
    caller.said["filing.draft"] = caller.said["filing.submit"] = {"filing_id": "f9"}
    answer = client.post(f"{V1}/filings", json={"content": CONTENT}, headers=SIGNED)
    assert (answer.status_code, answer.headers["Location"]) == (201, "/api/v1/filings/f9")
    assert caller.last[0] == "filing.draft"
    assert set(caller.last[1]) == {"command_id", "content"}
    for address, extra in ((f"{V1}/filings?submit=true", {}), (f"{V1}/filings", {"submit": True})):
        assert client.post(address, json={"content": CONTENT, **extra}, headers=SIGNED).status_code == 201
        assert caller.last[0] == "filing.submit"
        assert caller.last[1]["content"]["title"] == CONTENT["title"]
    refused = {"content": CONTENT, "submit": False}
    both = client.post(f"{V1}/filings?submit=true", json=refused, headers=SIGNED)
    assert both.status_code == 422


@pytest.mark.parametrize(("address", "body"), [
    ("/filings/f1/submit", {"content": CONTENT}), ("/filings/f1/submit", {"filing_id": "f2"}),
    ("/reviews/f1/assign", {"officer_id": "o", "case_id": "f2"}), ("/reviews/f1/accept", {"command_id": "c"}),
    ("/reviews/f1/accept", {"opinoin": "x"}), ("/filings", {"content": CONTENT, "command_id": "c"})])
def test_what_the_address_says_is_not_said_again_in_the_body(caller, client, address, body):
    answer = client.post(V1 + address, json=body, headers=SIGNED)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["message_en"] == "Unknown field."
    assert [target for target, _ in caller.asked] == ["identity.whose_token"]


@pytest.mark.parametrize(("query", "field"), [
    ("limit=0", "limit"), ("limit=201", "limit"), ("limit=x", "limit"), ("limit=1&limit=2", "limit"),
    ("limit=99999999999999999999", "limit"), ("limit=٣", "limit"), ("colour=red", "colour"),
    ("division_code=5301270", "division_code"), ("search=a%00b", "search"),
    ("register_only=maybe", "register_only")])
def test_questions_are_checked_before_they_are_asked(caller, client, query, field):
    answer = client.get(f"{V1}/filings?{query}", headers=SIGNED)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.get_json()["errors"]] == [field]
    assert caller.last[0] == "identity.whose_token"


def test_a_key_that_is_none_is_refused_and_a_missing_one_is_made(caller, client):
    for key in ("", "has space", "x" * 65, "-x", "é"):
        answer = client.post(f"{V1}/reviews/f1/resume", headers={**SIGNED, "Idempotency-Key": key})
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == "Idempotency-Key"
    ids = set()
    for _ in range(2):
        client.post(f"{V1}/reviews/f1/resume", headers=SIGNED)
        ids.add(caller.last[1]["command_id"])
    assert len(ids) == 2


def test_a_correlation_id_is_kept_passed_on_and_answered(caller, client):
    for given, kept in (("demo:42", True), ("", False), ("x" * 65, False), ("a b", False)):
        answer = client.get(f"{V1}/tasks", headers={**SIGNED, "X-Correlation-ID": given})
        assert (answer.headers["X-Correlation-ID"] == given) is kept
        assert caller.contexts[-1][1] == answer.headers["X-Correlation-ID"]


def test_calls_get_no_more_than_the_time_that_is_left():
    caller = FakeCaller()
    assert client_of(caller, patience=9.0).get(f"{V1}/tasks", headers=SIGNED).status_code == 200
    assert 0 < caller.contexts[-1][2] <= 9.0
    late = client_of(caller, patience=0.01).get(f"{V1}/tasks", headers=SIGNED)
    assert (late.status_code, late.get_json()["code"]) == (504, "answer_late")


def test_me_and_signing_in(caller, client):
    assert client.get(f"{V1}/me", headers=SIGNED).get_json() == OFFICER
    caller.said["identity.sign_in"] = {"token": TOKEN, "officer": OFFICER, "expires_at": NOW.isoformat()}
    answer = client.post(f"{V1}/tokens", json={"username": "u", "password": "p"})
    assert (answer.status_code, answer.get_json()["token"]) == (201, TOKEN)
    told = {"username": "u", "password": "p", "address": "127.0.0.1"}
    assert caller.last == ("identity.sign_in", told)
    assert caller.contexts[-1][0] is None
    assert client.post(f"{V1}/tokens", json=told).status_code == 422, "nobody says from where they come"


@pytest.mark.parametrize(("address", "body", "asked", "payload", "status"), [
    ("/me/sign-out-everywhere", {}, "sign_out_everywhere", {"officer_id": "liu"}, 200),
    ("/me/password", {"present": "p", "password": "q"}, "change_password",
     {"token": TOKEN, "present": "p", "password": "q", "address": "127.0.0.1"}, 200),
    ("/officers/o1/link", {}, "issue_link", {"officer_id": "o1"}, 201),
    ("/officers/o1/sign-out", {}, "sign_out_everywhere", {"officer_id": "o1"}, 200)])
def test_what_is_done_with_an_account_by_who_is_signed_in(caller, client, address, body, asked, payload,
                                                          status):
    caller.said[f"identity.{asked}"] = {"officer_id": "liu"}
    answer = client.post(V1 + address, json=body, headers=SIGNED)
    assert (answer.status_code, caller.last[0]) == (status, f"identity.{asked}")
    assert payload.items() <= caller.last[1].items()
    assert caller.contexts[-1][0].officer_id == "liu"


@pytest.mark.parametrize(("address", "body", "asked", "status"), [
    ("/password/forgotten", {"username": "u"}, "forgot_password", 202),
    ("/password/link", {"link": "l"}, "link", 200),
    ("/password", {"link": "l", "password": "p"}, "set_password", 200)])
def test_who_has_no_password_asks_without_a_token(caller, client, address, body, asked, status):
    caller.said[f"identity.{asked}"] = {"officer_id": "liu"}
    answer = client.post(V1 + address, json=body)
    assert (answer.status_code, caller.last[0]) == (status, f"identity.{asked}")
    assert body.items() <= caller.last[1].items()


def test_where_one_is_signed_in(caller, client):
    caller.said["identity.sessions"] = {"sessions": []}
    assert client.get(f"{V1}/me/sessions", headers=SIGNED).get_json() == {"sessions": []}
    assert caller.last == ("identity.sessions", {"token": TOKEN})


def test_whoever_waits_is_told_for_how_long(caller, client):
    for code in ("too_many_attempts", "busy_signing_in"):
        caller.said["identity.sign_in"] = CaseError(code, details={"seconds": 7})
        answer = client.post(f"{V1}/tokens", json={"username": "u", "password": "p"})
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")


def test_the_timeline_merges_three_services_by_time(caller, client):
    def step(at, what):
        return {"what": what, "actor_id": "a", "actor_name": "某", "note": "", "at": at}

    caller.said["filing.filing"] = {"history": [step("2026-02-13T15:20:00+08:00", "submit"),
                                                step("2026-02-14T10:00:00+08:00", "accepted")]}
    caller.said["review.case"] = {"history": [step("2026-02-14T01:00:00+00:00", "assign")]}
    caller.said["notify.matter"] = {"tasks": [], "deliveries": [
        {"subject": "回执", "recipient": "刘某", "channel": "console", "state": "delivered",
         "delivered_at": "2026-02-13T15:20:05+08:00"},
        {"subject": "待发", "recipient": "刘某", "channel": "email", "state": "pending",
         "delivered_at": None}]}
    told = client.get(f"{V1}/filings/f1/timeline", headers=SIGNED).get_json()
    assert [(each["source"], each["what"]) for each in told["entries"]] == [
        ("filing", "submit"), ("notify", "delivered"), ("review", "assign"), ("filing", "accepted")]
    assert told["unavailable"] == []


def test_the_timeline_keeps_to_rights_and_says_what_is_missing(caller, client):
    caller.said["filing.filing"] = {"history": []}
    caller.said["review.case"] = CaseError("not_found")
    caller.said["notify.matter"] = CaseError("service_unavailable")
    assert client.get(f"{V1}/filings/f1/timeline", headers=SIGNED).get_json() == {
        "entries": [], "unavailable": ["notify"]}
    caller.said["filing.filing"] = CaseError("not_found")
    assert client.get(f"{V1}/filings/f1/timeline", headers=SIGNED).status_code == 404
