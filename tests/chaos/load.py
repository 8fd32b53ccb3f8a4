"""People who ask and write all the time, and how long each of them had to wait for which answer."""

import time
from collections import Counter
from dataclasses import dataclass, field
from threading import Event, Thread

import httpx

from services.identity import demonstration
from tests.chaos.journeys import Office
from tests.chaos.processes import until


@dataclass
class Waits:
    """`statuses` counts (path, status), 0 for a connection that broke."""

    worst: float = 0.0
    worst_of: str = ""
    asked: int = 0
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)

    def add(self, path: str, status: int, seconds: float) -> None:
        self.asked += 1
        self.statuses[path, status] += 1
        if seconds > self.worst:
            self.worst, self.worst_of = seconds, f"{path} {status}"

    def errors(self) -> int:
        """Answers that say the platform failed, and those that never came."""
        return sum(times for (_, status), times in self.statuses.items() if status == 0 or status >= 500)


class Load:
    """For the length of a block, a thread for each request of `requests`: (method, path, body)."""

    def __init__(self, address: str, token: str, requests: list[tuple[str, str, dict | None]],
                 pause: float = 0.1) -> None:
        self.waits = Waits()
        self._address, self._headers, self._pause = address, {"Authorization": f"Bearer {token}"}, pause
        self._stopping = Event()
        self._threads = [Thread(target=self._ask, args=request, daemon=True) for request in requests]

    def __enter__(self) -> Waits:
        for thread in self._threads:
            thread.start()
        return self.waits

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join(40)

    def _ask(self, method: str, path: str, body: dict | None) -> None:
        with httpx.Client(base_url=self._address, timeout=30, headers=self._headers) as http:
            while not self._stopping.is_set():
                begun = time.monotonic()
                try:
                    status = http.request(method, path, json=body).status_code
                except httpx.HTTPError:
                    status = 0
                self.waits.add(path.partition("?")[0], status, time.monotonic() - begun)
                self._stopping.wait(self._pause)


def token_of(office: Office, username: str) -> str:
    """A token. A breaker that is still open after the last fault is waited for."""
    who, answers = {"username": username, "password": demonstration.password()}, []

    def signed_in() -> bool:
        answers.append(office.http.post("/api/v1/tokens", json=who))
        return answers[-1].status_code < 500

    until(signed_in, 60, f"{username} signing in", every=0.5)
    return str(answers[-1].raise_for_status().json()["token"])
