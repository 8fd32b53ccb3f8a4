"""The door at which people report on a running platform: the letter box as a browser without cookies has it,
and the API. Everybody comes from an address of their own, and tries again until they are answered."""

import re
import time
from collections import Counter
from hashlib import sha256
from html import unescape
from itertools import count
from typing import Any

import httpx

HEADER = "X-Real-IP"
SETTINGS = {"RONGCUO_CLIENT_HEADER": HEADER, "RONGCUO_REPORT_PROOF_BITS": "1"}
ORGAN = "530127"
PATIENCE_S = 120.0
REPORT = {"organ_id": ORGAN, "name-0": "周成", "unit-0": "嵩明县水务局", "signing": "anonymous"}
FINAL = frozenset({400, 401, 403, 404, 413, 422})
HIDDEN = re.compile(r'name="(ticket|proof)" value="([^"]*)"(?: data-riddle="([^"]*)")?')
CODE = re.compile(r'<p class="code">((?:<span>\w{4}</span>){4})</p>')
Form = dict[str, str]


class Door:
    """`failures`: how often what was answered before somebody got through."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, timeout=20,
                                 limits=httpx.Limits(max_connections=64, max_keepalive_connections=0))
        self.failures: Counter[str] = Counter()
        self._people = count(1)

    def close(self) -> None:
        self.http.close()

    def deposit(self, form: dict[str, Any]) -> None:
        """By the API; returns once it is acknowledged."""
        self.post("/api/v1/reporters", self.somebody(), json=form)

    def report(self, typed: Form) -> str:
        """By the letter box; the query code. The same form is sent until there is one."""
        whom = self.somebody()
        page = self.post("/box", whom, data={**REPORT, **typed, "at": "check", "to": "check"}).text
        found = {name: (value, riddle) for name, value, riddle in HIDDEN.findall(page)}
        sent = {**REPORT, **typed, "at": "check", "to": "send", "ticket": found["ticket"][0],
                "proof": _proof(found["proof"][1])}
        return "-".join(re.findall(r"\w{4}", CODE.findall(self.post("/box", whom, data=sent).text)[0].replace(
            "span", "")))

    def come_back(self, code: str, doing: str = "", **typed: str) -> str:
        """The page that a code leads to, perhaps after doing one of what can be done there."""
        there = f"/box/back/{doing}" if doing else "/box/back"
        return unescape(self.post(there, self.somebody(), data={"code": code, **typed}).text)

    def somebody(self) -> Form:
        """The headers of somebody new."""
        number = next(self._people)
        return {HEADER: f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}

    def post(self, path: str, headers: Form, **body: Any) -> httpx.Response:
        """The answer, once there is one that is no failure. Raises TimeoutError, or what will never do."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                answer = self.http.post(path, headers=headers, **body)
            except httpx.HTTPError as error:
                self.failures[type(error).__name__] += 1
            else:
                if answer.status_code in FINAL or answer.is_success:
                    return answer.raise_for_status()
                self.failures[f"{path} {answer.status_code}"] += 1
            time.sleep(0.1)
        raise TimeoutError(f"{path}: {dict(self.failures)}")


def _proof(riddle: str) -> str:
    """An answer to the easiest riddle that a gateway can set."""
    return next(str(number) for number in count(1)
                if sha256(f"{riddle}:{number}".encode()).digest()[0] < 128)
