"""The pages by which somebody reports: the desk, where a letter, a visit or a call is entered, and the letter
box, which anybody opens. Who reports is sealed there, so both are walked through as in a browser."""

import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from itertools import count

import httpx

from rongcuo.sealing.paper import new_code
from scenarios.platform import Person, Refused
from scenarios.report_facts import ReportFacts
from scenarios.reporter import Reporter, reporter_named

DESK, BOX, RENEWING, SESSION = "/clarify/reports/new", "/box", "/box/back/renew", "rongcuo_session"
HIDDEN = re.compile(r'<input type="hidden" name="(rongcuo_form|form_id|ticket)" value="([^"]*)"')
RIDDLE = re.compile(r'data-riddle="([^"]+)" data-bits="(\d+)"')
NUMBERS = re.compile(r'<p class="number">([^<]+)</p>')
CODE = re.compile(r'<p class="code">(.*?)</p>', re.DOTALL)
PROBLEM = re.compile(r'<div class="problem".*?</div>', re.DOTALL)
CODED = re.compile(r'<span class="mono">([a-z_]+(?:\.[a-z_]+)?)</span>')
TAG = re.compile("<[^>]+>")


class Window:
    """A browser's window: its cookies, and the page that it shows."""

    def __init__(self, address: httpx.URL, token: str = "") -> None:
        """`token`: of the session of whoever is signed in."""
        self._http = httpx.Client(base_url=address, follow_redirects=True, timeout=60,
                                  cookies={SESSION: token} if token else None,
                                  headers={"Sec-Fetch-Site": "same-origin", "Accept-Language": "zh-CN"})
        self.page = ""

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def open(self, path: str) -> None:
        """Raises Refused where there is no such page for whoever looks."""
        self._show(self._http.get(path))

    def send(self, path: str, typed: Mapping[str, str]) -> None:
        """The form of the page that is shown, with what is typed into it. Raises Refused."""
        self._show(self._http.post(path, data={**dict(HIDDEN.findall(self.page)), **typed}))

    def _show(self, answer: httpx.Response) -> None:
        self.page = answer.text
        if answer.is_error:
            raise Refused(answer.status_code, _told(self.page))


def at_the_desk(clerk: Person, facts: ReportFacts, officer_id: str, key: str) -> Reporter:
    """Entered by whoever takes reports in. `officer_id`: the account of whom it is about, where they have
    one. The reporter takes a code of their own. The same `key` again enters nothing again."""
    who = reporter_named(facts.key) if facts.real_name else Reporter()
    own = new_code(sha256(f"code of {key}".encode()).digest())
    with Window(clerk.address, clerk.token) as window:
        window.open(DESK)
        window.send(DESK, {**_entered(facts, officer_id), "name": who.name, "phone": who.phone,
                           "wants_code": "1", "form_id": sha256(key.encode()).hexdigest()[:24]})
        number, *seen = NUMBERS.findall(window.page)
    with Window(clerk.address) as window:
        for code in seen:     # none where it was entered before
            form_id = sha256(own.encode()).hexdigest()[:24]
            window.send(RENEWING, {"code": code, "fresh": own, "form_id": form_id})
    return Reporter(who.name, who.phone, own, number)


def into_the_box(address: httpx.URL, facts: ReportFacts, key: str) -> Reporter:
    """Sent by somebody with no account, who solves the riddle as the page's script does."""
    who = reporter_named(key) if facts.real_name else Reporter()
    typed = {"organ_id": facts.organ_id, "what": facts.text, "place": facts.place,
             "name-0": "" if facts.organisation else facts.subject, "unit-0": facts.unit,
             "act_from": facts.act["since"], "act_until": facts.act["until"],
             "signing": "real_name" if facts.real_name else "anonymous", "own_name": who.name,
             "phone": who.phone}
    with Window(address) as window:
        window.open(BOX)
        window.send(BOX, {**typed, "at": "begin", "to": "what"})
        window.send(BOX, {**typed, "at": "check", "to": "send", "proof": _solved(window.page)})
        code = "-".join(TAG.sub(" ", CODE.findall(window.page)[0]).split())
    return Reporter(who.name, who.phone, code)


def _entered(facts: ReportFacts, officer_id: str) -> dict[str, str]:
    return {"channel": facts.channel, "origin": "own_level",
            "received_at": f"{facts.received_at:%Y-%m-%dT%H:%M}", "rows": "1", "text-0": facts.text,
            "officer_id-0": officer_id, "who-0": "" if facts.organisation else facts.subject,
            "unit-0": facts.unit, "place-0": facts.place, "act_from-0": facts.act["since"],
            "act_until-0": facts.act["until"]}


def _solved(page: str) -> str:
    """A number with which the hash of the page's riddle begins with so many zeros."""
    [(riddle, bits)] = RIDDLE.findall(page)
    return next(str(each) for each in count() if int.from_bytes(
        sha256(f"{riddle}:{each}".encode()).digest()).bit_length() <= 256 - int(bits))


def _told(page: str) -> dict[str, str]:
    """What a page says went wrong: its code where it shows one, and its sentences."""
    told = "".join(PROBLEM.findall(page))
    return {"code": next(iter(CODED.findall(told)), ""),
            "title": " ".join(unescape(TAG.sub(" ", told)).split())}
