"""The platform as its users meet it: over HTTP, signed in as somebody."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import httpx

Answer = dict[str, Any]
PATIENCE = 120.0  # seconds for an effect that another service brings about: only a hang needs them
TOO_BUSY = ("busy_signing_in", "answer_late", "deadline_passed", "vault.handling_unknown")
AGAIN = 3        # times, as the platform asks people to: whoever hears "busy" for ever is not served
COME_AGAIN = ("not_found", "busy", "answer_late", "service_unavailable")


class Refused(Exception):
    """The platform said no. `code` is the stable one."""

    def __init__(self, status: int, problem: Answer) -> None:
        super().__init__(f"{status} {problem.get('code', '')}: {' · '.join(_told(problem))}")
        self.status, self.code = status, str(problem.get("code", ""))


def _told(problem: Answer) -> list[str]:
    """The problem's title, its circumstance, and what is wrong with each field."""
    fields = (f"{each['field']}: {each['message']}" for each in problem.get("errors", ()))
    failures = (each.get("title") for each in problem.get("details", {}).get("failures", ()))
    told = (problem.get("title"), problem.get("detail"), *fields, *failures)
    return list(dict.fromkeys(str(each) for each in told if each))  # each once


class Person:
    """Somebody with an account. Enrolled when first needed, where `enrol` says how: it answers their id, or
    nothing if they have an account already. Signs in when first needed, and again when the token has run out.
    """

    def __init__(self, http: httpx.Client, username: str, password: str,
                 enrol: Callable[[], str] = str) -> None:
        self._http, self._username, self._password, self._enrol = http, username, password, enrol
        self._officer_id, self._enrolled = "", False
        self._token = ""

    @property
    def officer_id(self) -> str:
        """The person's opaque id."""
        self.come()
        if not self._officer_id:
            self._sign_in()
        return self._officer_id

    @property
    def token(self) -> str:
        """Of the session that they are in; in a new one where the last has run out."""
        self.get("/me")
        return self._token

    @property
    def address(self) -> httpx.URL:
        """Where the platform is."""
        return self._http.base_url

    def come(self) -> None:
        """Be enrolled, where nobody is before they are needed."""
        if not self._enrolled:
            self._officer_id, self._enrolled = self._enrol(), True

    def get(self, path: str, **query: Any) -> Answer:
        """Read something."""
        return self._send("GET", path, params=query)

    def post(self, path: str, body: Answer | None = None, key: str = "") -> Answer:
        """Do something; `key` makes it happen once however often it is sent."""
        return self._send("POST", path, json=body or {}, headers={"Idempotency-Key": key or uuid4().hex})

    def bring(self, name: str, content: bytes, media_type: str) -> Answer:
        """A file, as commands refer to it."""
        taken = self._send("POST", "/attachments", params={"name": name}, content=content,
                           headers={"Content-Type": media_type})
        return {key: taken[key] for key in ("name", "sha256", "size", "media_type")}

    def public(self, path: str, body: Answer, key: str = "") -> Answer:
        """What anybody may do who has a code, signed in as nobody."""
        named = {"Idempotency-Key": key or uuid4().hex}
        return _patiently(lambda: answered(self._http.post(f"/api/v1{path}", json=body, headers=named)))

    def _sign_in(self) -> None:
        self.come()
        who = {"username": self._username, "password": self._password}
        signed_in = _patiently(lambda: answered(self._http.post("/api/v1/tokens", json=who)))
        self._token, self._officer_id = signed_in["token"], signed_in["officer"]["officer_id"]

    def _send(self, method: str, path: str, **rest: Any) -> Answer:
        try:
            if self._token:
                return self._once(method, path, **rest)
        except Refused as refusal:
            if refusal.code != "sign_in_required":
                raise
        self._sign_in()
        return self._once(method, path, **rest)

    def _once(self, method: str, path: str, headers: dict[str, str] | None = None, **rest: Any) -> Answer:
        signed = {"Authorization": f"Bearer {self._token}", **(headers or {})}
        send = partial(self._http.request, method, f"/api/v1{path}", headers=signed, **rest)
        return _patiently(lambda: answered(send())) if "Idempotency-Key" in signed else answered(send())


def _patiently(ask: Callable[[], Answer]) -> Answer:
    """Ask again while the platform has no time now, as it asks people to: of a command, under its key."""
    for _ in range(AGAIN):
        try:
            return ask()
        except Refused as refusal:
            if refusal.code not in TOO_BUSY:
                raise
        time.sleep(2)
    return ask()


def answered(response: httpx.Response) -> Answer:
    """The answer's content, or `Refused`."""
    content: Answer = response.json() if response.content else {}
    if response.is_error:
        raise Refused(response.status_code, content)
    return content


def awaited(look: Callable[[], Answer | None], what: str, patience: float = PATIENCE) -> Answer:
    """Look until there is something to see; events take a moment to arrive. Ever less often: looking costs
    the platform more than what is waited for."""
    give_up, pause = time.monotonic() + patience, 0.02
    while time.monotonic() < give_up:
        try:
            if seen := look():
                return seen
        except Refused as refusal:
            if refusal.code not in COME_AGAIN:
                raise
        time.sleep(pause)
        pause = min(pause * 1.6, 0.25)
    raise TimeoutError(f"{what}:{patience:.0f} 秒内没有出现 · did not appear within {patience:.0f} s")
