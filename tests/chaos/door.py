"""The door at which people report on a running platform: the letter box as a browser without cookies has it,
and the API. Everybody comes from an address of their own, and tries again until they are answered."""

import re
import time
from collections import Counter
from hashlib import sha256
from itertools import count
from typing import Any

import httpx

from scenarios.platform import Refused

HEADER = "X-Real-IP"
# Riddles of one bit; and whoever comes by the API solves none, of whom few are taken in an hour otherwise.
SETTINGS = {"RONGCUO_CLIENT_HEADER": HEADER, "RONGCUO_REPORT_PROOF_BITS": "1",
            "RONGCUO_UNPROVED_REPORTS": "10000"}
ORGAN = "530127"
PATIENCE_S = 600.0     # of a hang: a busy machine is no broken promise
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
        form = filled(typed, self.post("/box", self.somebody(), data=asked(typed)).text)
        return code_in(self.post("/box", self.somebody(), data=form).text)

    def once(self, path: str, form: Form) -> str:
        """The page that a form leads to, sent once. Raises httpx.HTTPError, or Refused with the status."""
        answer = self.http.post(path, headers=self.somebody(), data=form)
        if answer.is_error:
            raise Refused(answer.status_code, {"code": path})
        return answer.text

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


def asked(typed: Form) -> Form:
    """The form as it is before its last page has come."""
    return {**REPORT, **typed, "at": "check", "to": "check"}


def filled(typed: Form, page: str) -> Form:
    """The form as it is sent from its last page, with its ticket and an answer to its riddle."""
    found = {name: (value, riddle) for name, value, riddle in HIDDEN.findall(page)}
    return {**asked(typed), "to": "send", "ticket": found["ticket"][0], "proof": _proof(found["proof"][1])}


def code_in(page: str) -> str:
    """The query code that a page shows."""
    return "-".join(re.findall(r"<span>(\w{4})</span>", CODE.findall(page)[0]))


def _proof(riddle: str) -> str:
    """An answer to the easiest riddle that a gateway can set."""
    return next(str(number) for number in count(1)
                if sha256(f"{riddle}:{number}".encode()).digest()[0] < 128)
