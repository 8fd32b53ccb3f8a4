"""The people of one node, who work on whatever becomes of its line."""

import random
import time
from datetime import date

import httpx

from rongcuo.policy.rules import Rules
from scenarios.people import People
from services.identity import demonstration
from tests.chaos.journeys import PATIENCE_S, Journey, Office

AWAY = frozenset({"service_unavailable", "storage_unavailable", "answer_late", "busy", "deadline_passed",
                  "unexpected"})
WAITS_FOR_OTHERS = frozenset({"not_found"})     # a case that comes of an event is there a moment later
WAYS = (("submit", "assign", "accept"), ("submit", "assign", "decline"),
        ("submit", "assign", "request-supplement", "supplement", "accept"))


class NodeOffice(Office):
    """Of whichever organ. `took`: seconds of each acknowledged step."""

    def __init__(self, address: str, code: str, dice: random.Random) -> None:
        super().__init__(address, dice)
        self.http.timeout = httpx.Timeout(60)
        self.code, self.dice = code, dice
        self.people = People(self.http, demonstration.password())
        place = self.people.at(code, f"{code} 街道办事处(示例)")
        self.filer, self.lead, self.reviewer = place.filer, place.lead, place.reviewer
        self._negative = dict.fromkeys(Rules().pack(code, date(2026, 3, 3)).negative_list, False)
        self.journeys: list[Journey] = []
        self.took: list[float] = []

    def work(self, count: int) -> int:
        """So many filings, all the way; how many steps failed because something was away."""
        begin = len(self.journeys)
        fresh = [Journey(f"{self.code} 第 {number} 件先行先试事项", self.dice.choice(WAYS))
                 for number in range(begin, begin + count)]
        self.journeys += fresh
        for journey in fresh:
            for step in journey.steps:
                begun = time.monotonic()
                self.take(journey, step, PATIENCE_S)
                self.took.append(time.monotonic() - begun)
        return sum(times for journey in fresh for what, times in journey.failures.items()
                   if what.rpartition(" ")[2] not in WAITS_FOR_OTHERS)

    def _request(self, journey, step):  # type: ignore[no-untyped-def]
        person, path, body = super()._request(journey, step)
        return (person, path, {"officer_id": self.reviewer.officer_id}) if step == "assign" else (
            person, path, body)
