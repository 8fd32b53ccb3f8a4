"""The box with the house's vault behind it, clarify as a table, and a browser that runs no scripts."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from rongcuo.contracts.clarify.operations import RECEIVE_REPORT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.contracts.operation import Command
from rongcuo.contracts.serialisation import secrets_of
from services.gateway.queueing import queue
from services.gateway.rate_limit import Guesses
from services.gateway.session import Sessions
from services.vault.pages.box import form
from services.vault.pages.box.floods import Turns
from tests.unit.gateway.console_site import SETTINGS, console
from tests.unit.gateway.site import NOW
from tests.unit.vault.house import NAME, ORGAN, PHONE, House
from tests.unit.vault.test_pages import VaultCaller

ORGANS_HERE = {"organs": [
    {"organ_id": ORGAN, "name": "嵩明县纪委监委", "division_code": ORGAN, "division_name": "嵩明县",
     "level": "county"},
    {"organ_id": "530100", "name": "昆明市纪委监委", "division_code": "530100", "division_name": "昆明市",
     "level": "prefecture"}]}
WHAT = {"name-0": "周成", "unit-0": "嵩明县水务局", "what": f"周成未批先建，是我{NAME}看到的。",
        "place": "杨林"}
CODE = re.compile(r'<p class="code">(.*?)</p>')
ANONYMOUS = {"signing": "anonymous"}
REAL_NAME = {"signing": "real_name", "own_name": NAME, "phone": PHONE}


class BoxCaller(VaultCaller):
    """Does a command once for its id, as every service does. `breaks`: what gives no answer the next time,
    `before` it did anything or `after`."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.done: dict[str, tuple[Any, Any]] = {}
        self.breaks: dict[str, str] = {}
        self.reports: list[dict[str, Any]] = []
        self.said |= {ORGANS.name: ORGANS_HERE, RECEIVE_REPORT.name: self._receive}

    def call(self, operation, payload, actor, correlation_id, timeout, expected=""):
        broken = self.breaks.pop(operation.name, "")
        if broken == "before":
            raise CaseError("service_unavailable")
        answer = self._once(operation, payload, (actor, correlation_id, timeout, expected))
        if broken:
            raise CaseError("answer_late")
        return answer

    def _once(self, operation, payload, rest):
        if not isinstance(operation, Command):
            return super().call(operation, payload, *rest)
        public = {name: value for name, value in payload.items() if name not in secrets_of(operation.takes)}
        command_id = payload["command_id"]
        if command_id not in self.done:
            self.done[command_id] = public, super().call(operation, payload, *rest)
        if self.done[command_id][0] != public:
            raise CaseError("command_reused")
        return self.done[command_id][1]

    def _receive(self, payload: dict[str, Any]) -> dict[str, Any]:
        self.reports.append(payload)
        return {"report_id": f"r{len(self.reports)}", "number": f"信访〔2026〕{len(self.reports)}号"}


class Page(HTMLParser):
    """What a browser would send of the page's first form, and whatever stands on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.fields, self.forms = text, list[tuple[str, str]](), 0
        self._area, self._select = "", ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.forms += tag == "form"
        if self.forms != 1 or ("name" not in said and tag != "option"):
            return
        if tag == "input" and (said.get("type") not in ("checkbox", "radio") or "checked" in said):
            self.fields.append((said["name"], said.get("value", "")))
        elif tag == "textarea":
            self._area = said["name"]
            self.fields.append((self._area, ""))
        elif tag == "select":
            self._select = said["name"]
        elif tag == "option" and "selected" in said:
            self.fields.append((self._select, said["value"]))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[-1] = (self._area, self.fields[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area

    def value(self, name: str) -> str:
        return next((value for known, value in self.fields if known == name), "")


def code_on(page: Page) -> str:
    """The query code that the page shows."""
    found = CODE.search(page.text)
    assert found, page.text
    return "-".join(re.findall(r"<span>(\w{4})</span>", found[1]))


def words(page: Page) -> str:
    """Without the marks between them."""
    return re.sub(r"<[^>]+>", "", page.text)


class Box:
    """Somebody with a browser of their own."""

    def __init__(self, house: House, **settings: Any) -> None:
        self.caller = BoxCaller(house)
        form.TURNS = Turns()
        console().extensions.update(
            caller=self.caller, sessions=Sessions(), guesses=Guesses(), queue=queue(), settings=SETTINGS)
        self.set(**{"report_wait": 0, "report_proof_bits": 18, "unproved_reports": 120, "now": lambda: NOW,
                    "files": house.room.files, **settings})
        self.client = console().test_client()
        self.headers: dict[str, str] = {}
        self.answers: list[Any] = []

    @staticmethod
    def set(**settings: Any) -> None:
        """From now on."""
        known = console().extensions["settings"]
        console().extensions["settings"] = replace(known, **settings)

    def open(self, address: str) -> Page:
        return self._seen(self.client.get(address, headers=self.headers))

    def send(self, page: Page, address: str = "/box", **typed: Any) -> Page:
        """The page's form, with what was typed into it and the button that was pressed."""
        fields = [pair for pair in page.fields if pair[0] not in typed]
        data: dict[str, list[Any]] = {}
        for name, value in (*fields, *typed.items()):
            data.setdefault(name, []).extend(value if isinstance(value, list) else [value])
        return self._seen(self.client.post(address, data=data, headers=self.headers))

    def checking(self, who: dict[str, str] | None = None, **what: Any) -> Page:
        """The page to check, with everything typed."""
        page = self.send(self.open("/box"), to="what", organ_id=ORGAN)
        page = self.send(page, to="how", **{**WHAT, **what})
        page = self.send(page, to="who", source="路过时看到", material="照片两张")
        return self.send(page, to="check", **(who or REAL_NAME))

    @property
    def status(self) -> int:
        return int(self.answers[-1].status_code)

    def _seen(self, answer: Any) -> Page:
        self.answers.append(answer)
        return Page(answer.text)
