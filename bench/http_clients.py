"""People who file over HTTP, one request after another each. Started by bench.filers.

Plain threads and http.client with kept connections, in a process of their own; prints when they began, how
many were answered, and the seconds each answer took.
"""

import json
import time
from http.client import HTTPConnection
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

from bench.progress import progress


class Client:
    """One person with a token."""

    def __init__(self, port: int, token: str, content: dict[str, Any]) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._content = content
        self.seconds: list[float] = []
        self.refused: list[str] = []    # with which status and code

    def run(self, start: Barrier, duration: float, rest: float) -> None:
        """File until the time is over. `rest`: after each answer, in seconds."""
        start.wait()
        end = time.monotonic() + duration
        while time.monotonic() < end:
            begun = time.perf_counter()
            self._file()
            self.seconds.append(time.perf_counter() - begun)
            time.sleep(rest)

    def _file(self) -> None:
        content = {**self._content, "title": f"农村公路先行施工 {uuid4().hex}"}
        body = json.dumps({"content": content, "submit": True}).encode()
        self._connection.request("POST", "/api/v1/filings", body,
                                 {**self._headers, "Idempotency-Key": uuid4().hex})
        response = self._connection.getresponse()
        answer = response.read()
        if response.status != 201:
            self.refused.append(f"{response.status} {answer.decode()[:200]}")


def main(facts: dict[str, Any]) -> None:
    """All of them at once."""
    clients = [Client(facts["port"], token, facts["content"]) for token in facts["tokens"]]
    start = Barrier(len(clients) + 1)
    threads = [Thread(target=client.run, args=(start, facts["seconds"], facts["rest"])) for client in clients]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.time()
    for second in range(facts["seconds"]):
        progress("loop_per_s (seconds)", second, facts["seconds"])
        time.sleep(1)
    for thread in threads:
        thread.join()
    print(json.dumps({"began": began, "refused": [each for client in clients for each in client.refused],
                      "seconds": [each for client in clients for each in client.seconds]}))
