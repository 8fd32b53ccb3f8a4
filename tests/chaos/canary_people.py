"""Reporters who are canaries, and the other people of the platform: what they do with the reports, and all
the pages and answers that they look at."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import httpx

from scenarios.platform import Answer, Person, Refused, awaited
from services.gateway.app import Settings, create_app
from services.gateway.cookies import SESSION
from services.identity import demonstration
from tests.chaos.door import Door, Form

MARKS = ("夔魍魉", "53012719670229", "５３０１２７１９６７０２２９", "871-6600-4711", "kui.wangliang",
         "魑魅巷")
ABOUT = {"name": "周成", "unit": "嵩明县水务局"}
REPORTS, CLEARINGS = "/clarify/reports", "/clarify/clarifications"
SUBJECT = "songming.filer2"
OFFICERS = ("songming.intake", "songming.reviewer", "songming.reviewer2", "songming.lead", "songming.lead2",
            "songming.filer", SUBJECT, "songming.member1", "yiliang.lead", "kunming.lead",
            "kunming.supervisor", "province.supervisor", "province.registrar", "operator")
HIDDEN = re.compile(r'<input type="hidden" name="(rongcuo_form|form_id|typed_by|rows)" value="([^"]*)">')
DESK_CODE = re.compile(r"\w{4}(?:-\w{4}){3}")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")


def canary(number: int) -> Form:
    """What the reporter of this number types into the letter box: each part of their identity and contact,
    and their own text with all of it, as people write it there."""
    name, id_number = f"夔魍魉{number:04}".translate(DIGITS), f"53012719670229{number:04}"
    email, address = f"kui.wangliang.{number:04}@canary.example", f"某镇魑魅巷{number:04}号"
    phone = f"+86 871-6600-4711-{number:04}"
    return {
        "signing": "real_name", "own_name": name, "id_number": id_number, "phone": phone, "email": email,
        "address": address, "place": f"杨林，{address}旁边", "source": f"{name}在工地上看到的。",
        "what": f"第{number}件：周成把工程给了没有资质的人。我是{name}，身份证{id_number.translate(WIDE)}，"
                f"电话{phone}，邮箱{email}，住{address}。"}


LETTERS = 25    # a desk may register 30 reports in an hour


class Desk:
    """An officer who enters letters in the console, as a browser does."""

    def __init__(self, address: str, token: str) -> None:
        self._http = httpx.Client(base_url=address, timeout=60, cookies={SESSION: token})

    def close(self) -> None:
        self._http.close()

    def enter(self, number: int) -> str:
        """A letter of the canary of this number; the code that is printed for them."""
        one, there = canary(number), "/clarify/reports/new"
        hidden = dict(HIDDEN.findall(self._http.get(there).raise_for_status().text))
        typed = {"channel": "letter", "wants_code": "1", "origin": "own_level",
                 "received_at": "2026-03-02T09:00",
                 "name": one["own_name"], "id_number": one["id_number"], "phone": one["phone"],
                 "email": one["email"], "address": one["address"], "text-0": one["what"],
                 "who-0": ABOUT["name"], "unit-0": ABOUT["unit"], "place-0": one["place"]}
        answer = self._http.post(there, data={**hidden, **typed})
        assert answer.is_success, answer.text
        return DESK_CODE.findall(answer.text)[0]


def reported(door: Door, desk: Desk, canaries: int, told: Callable[[int], None]) -> list[str]:
    """So many reports, every tenth by letter while the desk may register more in this hour; the codes."""
    codes = []
    for number in range(canaries):
        by_letter = number % 10 == 9 and number < 10 * LETTERS
        codes.append(desk.enter(number) if by_letter else door.report(canary(number)))
        told(number + 1)
    return codes


class Officers:
    """All who have an account. Whatever they are answered is handed to `seen`."""

    def __init__(self, address: str, seen: Callable[[str, bytes], None]) -> None:
        def look(answer: httpx.Response) -> None:
            seen(f"{answer.request.method} {answer.request.url.path}", answer.read())

        self.http = httpx.Client(base_url=address, timeout=60, event_hooks={"response": [look]})
        self.people = {name: Person(self.http, name, demonstration.password()) for name in OFFICERS}
        self.lead = self.people["songming.lead"]

    def close(self) -> None:
        self.http.close()

    def reports(self, who: str = "songming.lead") -> list[str]:
        """The ids of all reports that somebody finds in their list."""
        found, cursor = [], ""
        while True:
            page = self.people[who].get(REPORTS, tab="organ", limit=200, cursor=cursor)
            found += [line["report_id"] for line in page["lines"]]
            cursor = page["next_cursor"]
            if not cursor:
                return found

    def handle(self, report_id: str) -> None:
        """From the desk to its end, and the clearing that follows from it with its papers."""
        lead, reviewer, one = self.lead, self._given(report_id), f"{REPORTS}/{report_id}"
        reviewer.post(f"{one}/confirm-reporter")
        reviewer.post(f"{one}/accept")
        reviewer.post(f"{one}/feedback", {"stage": "acceptance", "words": "您反映的问题已经受理。"})
        reviewer.post(f"{one}/dispose", {"disposal": "inquiry", "tolerance_arises": False,
                                         "reasons": "先函询"})
        reviewer.post(f"{one}/findings", {"findings": [
            {"allegation": 1, "outcome": "unsubstantiated", "words": "手续齐全"}]})
        reviewer.post(f"{one}/answer-clearing", {"clear": True, "words": "影响了选拔"})
        lead.post(f"{one}/close")
        reviewer.post(f"{one}/feedback", {"stage": "result", "words": "经查不属实。"})
        self._clear()

    def refuse(self, report_id: str) -> None:
        """With words for the reporter."""
        self._given(report_id).post(f"{REPORTS}/{report_id}/refuse",
                                    {"reason": "no_substance", "words": "没有具体的事"})

    def talk(self, report_id: str) -> None:
        """Whoever handles it writes to the reporter, and reads what they wrote."""
        reviewer = self._given(report_id)
        there = f"/reporters/{reviewer.get(f'{REPORTS}/{report_id}')['reporter_ref']}/dialogue"
        reviewer.post(there, {"text": "请补充合同的日期。"})
        reviewer.get(there)

    def _given(self, report_id: str) -> Person:
        """Who handles it from now on."""
        reviewer = self.people["songming.reviewer"]
        self.lead.post(f"{REPORTS}/{report_id}/assign", {"officer_id": reviewer.officer_id})
        return reviewer

    def _clear(self) -> None:
        """The clearing that waits for somebody."""
        lead, reviewer = self.lead, self.people["songming.reviewer"]
        listed = awaited(partial(_unheld, lead), "a clearing")
        one = f"{CLEARINGS}/{listed[0]['case_id']}"
        lead.post(f"{one}/assign", {"officer_id": reviewer.officer_id})
        ids = reviewer.get(one)["untrue"]
        reviewer.post(f"{one}/assess", {"grounds": ["career"], "effects": "正在推荐考察，受到影响",
                                        "allegations": [{"allegation_id": each, "words": "未按程序发包",
                                                         "conclusion": "手续齐全，不属实"} for each in ids]})
        reviewer.post(f"{one}/plan", {"plan": {
            "allegations": ids, "head": "嵩明县水务局党组",
            "audiences": [{"mode": "written", "who": "水务局党组主要负责人", "place": ""}]}})
        reviewer.post(f"{one}/ask-opinion")

    def look_everywhere(self, sample: list[str], usernames: Iterable[str]) -> int:
        """Every page and every answer that an address without a number has, and those of the sampled reports;
        as each of these officers. How many."""
        plain, of_reports = _addresses()
        theirs = [each.replace("<report_id>", one) for one in sample for each in of_reports]
        for username in usernames:
            who = {"username": username, "password": demonstration.password()}
            token = self.http.post("/api/v1/tokens", json=who).raise_for_status().json()["token"]
            for address in (*plain, *theirs):
                self.http.get(address, headers={"Authorization": f"Bearer {token}",
                                                "Cookie": f"{SESSION}={token}"})
        return len([*usernames]) * len([*plain, *theirs])

    def look_at_all(self, ids: list[str]) -> None:
        """Every report, by its lead."""
        for report_id in ids:
            try:
                self.lead.get(f"{REPORTS}/{report_id}")
            except Refused as refusal:
                if refusal.code != "not_found":
                    raise


def _unheld(lead: Person) -> list[Answer]:
    """A clearing that nobody has yet."""
    lines: list[Answer] = lead.get(CLEARINGS, tab="organ", limit=200)["lines"]
    return [line for line in lines if not line["assignee_name"]][:1]


def _addresses() -> tuple[list[str], list[str]]:
    """Of the API and the console: those that stand alone, and those of one report."""
    app: Any = create_app(None, Settings(rules=None, now=None, secret_key="of no use"))  # type: ignore[arg-type]
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())
             and not rule.rule.startswith("/static")]
    alone = [rule.rule for rule in rules if not rule.arguments]
    theirs = [re.sub(r"<[^<>]*report_id>", "<report_id>", rule.rule) for rule in rules
              if rule.arguments == {"report_id"}]
    return sorted({*alone, *_tables(alone)}), sorted({*theirs, *(f"{each}?tab=reporter" for each in theirs)})


def _tables(addresses: list[str]) -> Iterator[str]:
    """Lists as files."""
    return (f"{address}?as=csv" for address in addresses if not address.startswith("/api"))
