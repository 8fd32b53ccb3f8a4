"""The whole platform in this process, and people who use it over HTTP."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import eventlet
import httpx

from rongcuo.policy.rules import Rules
from services.gateway import cookies
from services.identity import demonstration

Answer = dict[str, Any]
CONTENT = {
    "title": "盘活批而未供土地", "description": "历史遗留问题,容缺办理方案", "situation": "legacy_problems",
    "situation_reason": "历史遗留", "policy_basis": "上级尚无明确限制", "remedy": "补办手续",
    "collective_decision": {"meeting": "党工委会议", "held_on": "2026-01-20", "participants": []},
    "risks": [{"risk": "手续未齐先行平整", "measure": "同步补办,专人跟踪"}], "no_private_gain": True,
    "act_from": "2099-03-02", "act_until": "2099-03-20",
    "negative_answers": dict.fromkeys(Rules().pack("530127", date(2026, 2, 13)).negative_list, False),
}
PATIENCE = 240  # seconds until an effect of another service is missed


class Person:
    """Somebody signed in."""

    def __init__(self, address: str, username: str) -> None:
        self.site = address
        self.http = httpx.Client(base_url=f"{address}/api/v1", timeout=60)
        who = {"username": username, "password": demonstration.password()}
        signed_in = eventually(lambda: self._signed_in(who))
        self.officer_id = str(signed_in["officer"]["officer_id"])
        self.http.headers["Authorization"] = f"Bearer {signed_in['token']}"

    def _signed_in(self, who: Answer) -> Answer | None:
        answer = self.http.post("/tokens", json=who)
        return answer.json() if answer.status_code == 201 else None

    def get(self, address: str, **query: Any) -> httpx.Response:
        return self.http.get(address, params=query)

    def page(self, address: str) -> str:
        """The console's page, in the same person's session."""
        token = self.http.headers["Authorization"].removeprefix("Bearer ")
        answer = httpx.get(f"{self.site}{address}", cookies={cookies.SESSION: token}, timeout=60)
        assert answer.status_code == 200, answer.text
        return answer.text

    def post(self, address: str, body: Answer | None = None, key: str = "", *, expected: str = "",
             verb: str = "POST") -> httpx.Response:
        headers = {"Idempotency-Key": key or uuid4().hex, **({"If-Match": expected} if expected else {})}
        return self.http.request(verb, address, json=body or {}, headers=headers)

    def sees(self, address: str, **query: Any) -> Answer:
        answer = self.get(address, **query)
        assert answer.status_code == 200, answer.text
        seen: Answer = answer.json()
        return seen

    def does(self, address: str, body: Answer | None = None, key: str = "") -> Answer:
        answer = self.post(address, body, key)
        assert answer.is_success, answer.text
        done: Answer = answer.json()
        return done


def eventually(look: Callable[[], Any]) -> Any:
    """Look until there is something to see."""
    with eventlet.Timeout(PATIENCE):
        while not (seen := look()):
            eventlet.sleep(0.02)
    return seen
