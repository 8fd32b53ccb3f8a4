"""Filings on their way, driven over HTTP by people who try again until they are answered."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from threading import Lock
from typing import Any

import httpx

from rongcuo.policy.rules import Rules
from scenarios.platform import Answer, Person, Refused
from scenarios.translation import matter
from services.identity import demonstration

PATIENCE_S = 600.0     # of a hang: a busy machine is no broken promise
TRY_AGAIN = frozenset({404, 408, 409, 425, 429, 500, 502, 503, 504})
ORGAN = "530127"
OPINION = "动机为公,程序经集体决策,予以受理。"
ENDS = {"accept": ("accepted", "accepted"), "decline": ("declined", "declined"),
        "withdraw": ("withdrawn", "closed")}


@dataclass
class Journey:
    """What one filing was put through, and what was acknowledged of it."""

    title: str
    steps: tuple[str, ...]
    filing_id: str = ""
    number: str = ""
    acknowledged: list[str] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    contradictions: list[str] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """Whether it has come to an end, which must show everywhere."""
        return self.acknowledged[-1:] == [self.steps[-1]] and self.steps[-1] in ENDS

    def first_pause(self, step: str) -> float:  # noqa: ARG002  (of other journeys it is not one for all)
        """Seconds before a step is tried for the second time."""
        return 0.05

    @property
    def end(self) -> tuple[str, str]:
        """The states that the filing and its case come to."""
        return ENDS[self.steps[-1]]


WAYS = (("submit", "assign", "accept"), ("submit", "assign", "accept"), ("submit", "assign", "decline"),
        ("submit", "assign", "request-supplement", "supplement", "accept"), ("submit", "assign", "withdraw"))


def planned(mark: str, count: int, dice: random.Random) -> list[Journey]:
    return [Journey(f"{mark} 第 {number} 件先行先试事项", dice.choice(WAYS)) for number in range(count)]


class Office:
    """The people of one county. `repeat`: how likely an acknowledged command is sent once more."""

    def __init__(self, address: str, dice: random.Random, repeat: float = 0.0) -> None:
        self.http = httpx.Client(base_url=address, timeout=15,
                                 limits=httpx.Limits(max_connections=64, max_keepalive_connections=0))
        self._dice, self._repeat, self._lock = dice, repeat, Lock()
        password = demonstration.password()
        self.filer, self.lead, self.reviewer, self.registrar = (
            Person(self.http, name, password)
            for name in ("songming.filer", "songming.lead", "songming.reviewer", "province.registrar"))
        pack = Rules().pack(ORGAN, date(2026, 3, 3))
        self._negative = dict.fromkeys(pack.negative_list, False)

    def close(self) -> None:
        self.http.close()

    def travel(self, journey: Journey, patience: float = PATIENCE_S) -> None:
        """All steps of the journey, each until it is acknowledged. Raises TimeoutError."""
        for step in journey.steps[len(journey.acknowledged):]:
            self.take(journey, step, patience)

    def take(self, journey: Journey, step: str, patience: float) -> None:
        """One step, until it is acknowledged. Raises TimeoutError, or Refused where it will never be."""
        send = self.sending(journey, step)
        answer = self._until_answered(journey, step, send, patience)
        if step == "submit":
            journey.filing_id, journey.number = answer["filing_id"], answer["number"]
        journey.acknowledged.append(step)
        if self._chance() < self._repeat:
            self._send_again(journey, step, answer, send, patience)

    def sending(self, journey: Journey, step: str) -> Callable[[], Answer]:
        """What sends a step once, always under the same id."""
        person, path, body = self._request(journey, step)
        return lambda: person.post(path(), body, self.key_of(journey, step))

    def key_of(self, journey: Journey, step: str) -> str:
        """A command's id."""
        return f"{sha256(journey.title.encode()).hexdigest()[:24]}.{step}"

    def _send_again(self, journey: Journey, step: str, answer: Answer, send: Callable[[], Answer],
                    patience: float) -> None:
        again = self._until_answered(journey, step, send, patience)
        journey.repeated += 1
        for name in ("filing_id", "number", "case_id", "state", "code"):
            if again.get(name) != answer.get(name):
                journey.contradictions.append(f"{step}.{name}")

    def _until_answered(self, journey: Journey, step: str, send: Callable[[], Answer],
                        patience: float) -> Answer:
        first = journey.first_pause(step)
        for _ in _tries(patience, f"{journey.title}: {step} {dict(journey.failures)}", first):
            try:
                return send()
            except Refused as refusal:
                if refusal.status not in TRY_AGAIN:
                    raise
                journey.failures[f"{step} {refusal.code}"] += 1
            except httpx.HTTPError as error:
                journey.failures[f"{step} {type(error).__name__}"] += 1
        raise AssertionError

    def _request(self, journey: Journey, step: str) -> tuple[Person, Callable[[], str], Answer]:
        case = lambda: f"/reviews/{journey.filing_id}/{step}"          # noqa: E731
        filing = lambda: f"/filings/{journey.filing_id}/{step}"        # noqa: E731
        content = self.content(journey.title)
        match step:
            case "submit":
                return self.filer, lambda: "/filings", {"content": content, "submit": True}
            case "assign":
                return self.lead, case, {"officer_id": "songming.reviewer"}
            case "accept":
                return self.reviewer, case, {"opinion": OPINION}
            case "decline":
                return self.reviewer, case, {"reasons": "政策已有明确规定,按既有程序办理。"}
            case "request-supplement":
                return self.reviewer, case, {"needed": "请补充会议纪要"}
            case "supplement":
                amended = {**content, "policy_basis": "示例:已补充纪要"}
                return self.filer, filing, {"content": amended, "note": "已补充"}
        return self.filer, filing, {"reason": "事项取消"}

    def content(self, title: str) -> dict[str, Any]:
        return {**matter(title, "project_construction", date(2026, 3, 3)), "negative_answers": self._negative}

    def _chance(self) -> float:
        with self._lock:
            return self._dice.random()


def _tries(patience: float, what: str, first: float) -> Iterator[None]:
    """`first`: seconds before the second try; then ever more, up to a second or to twenty times as many."""
    deadline, pause = time.monotonic() + patience, first
    while time.monotonic() < deadline:
        yield
        time.sleep(pause)
        pause = min(pause * 1.5, 20 * first)
    raise TimeoutError(what)
