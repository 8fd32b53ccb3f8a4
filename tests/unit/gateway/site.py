"""The gateway's application with a hand-written caller instead of services."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from flask import Flask
from flask.testing import FlaskClient

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.rules import Rules
from services.gateway.app import Settings, create_app
from services.gateway.queueing import queue
from services.gateway.rate_limit import Guesses
from services.gateway.session import Sessions

TOKEN = "a-token-of-forty-three-characters-or-more-00"
SIGNED = {"Authorization": f"Bearer {TOKEN}"}
NOW = datetime(2026, 2, 13, 15, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
OFFICER = {"officer_id": "liu", "username": "songming.filer", "name": "刘某", "organ_id": "530127",
           "organ_name": "嵩明县纪委监委", "division_code": "530127", "unit": "杨桥街道办事处",
           "roles": ["filer"], "active": True}
RULES = Rules()

Said = dict[str, Any] | Exception | Callable[[dict[str, Any]], Any]


class FakeCaller:
    """Answers what it was told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.said: dict[str, Said] = {"identity.whose_token": self._holder}
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.contexts: list[tuple[Any, str, float]] = []
        self.expected = ""   # by the last call
        self.tags: dict[str, str] = {}   # expected by the last call of each

    def call(self, operation, payload, actor, correlation_id, timeout, expected=""):
        self.expected = self.tags[operation.name] = expected
        self.asked.append((operation.name, payload))
        self.contexts.append((actor, correlation_id, timeout))
        answer = self.said.get(operation.name, {})
        answer = answer(payload) if callable(answer) else answer
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _holder(self, payload: dict[str, Any]) -> dict[str, Any] | CaseError:
        return OFFICER if payload["token"] == TOKEN else CaseError("sign_in_required")

    @property
    def last(self) -> tuple[str, dict[str, Any]]:
        return self.asked[-1]


class FakeStore:
    """Files in a dictionary."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.largest = 0   # bytes handed over at once

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        kept = b""
        for chunk in chunks:
            self.largest = max(self.largest, len(chunk))
            kept += chunk
        self.files[key] = kept

    def read(self, key: str) -> Iterator[bytes]:
        if key not in self.files:
            raise CaseError("attachment.missing")
        return iter([self.files[key]])


@cache
def _app() -> Flask:
    return create_app(FakeCaller(), Settings(rules=RULES, now=lambda: NOW))


def client_of(caller: FakeCaller, **settings: Any) -> FlaskClient:
    """The application is made once; what it stands on is new for each test."""
    known = {"rules": RULES, "now": lambda: NOW, "files": FakeStore(), **settings}
    _app().extensions.update(caller=caller, sessions=Sessions(), guesses=Guesses(), queue=queue(),
                             settings=Settings(**known))
    return _app().test_client()
