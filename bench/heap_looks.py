"""Asks for everything that a lead can open. Started by bench.heap.

What there is, the platform itself says: the operations of its API's document that ask for nothing in
particular, the links of the console's rail, and on each of those pages the tabs, orders and further pages.
"""

import json
import re
import time
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from bench.progress import progress
from services import ON_A_LINE
from services.gateway.cookies import SESSION

SEARCHED = ("公路", "000002", "深海渔港", "2026-999999")       # common, a number, and what nobody wrote
WITH_WORDS = ("/search?search={}", "/api/v1/filings?search={}", "/api/v1/reviews?search={}")
OF_ONE = ("/filings/{filing_id}", "/reviews/{filing_id}",
          "/api/v1/filings/{filing_id}", "/api/v1/reviews/{filing_id}")
OK = 200
REFUSED = range(300, 500)     # what a lead may not see, or can't be asked for without more
LINK = re.compile(r'href="([/?][^"#]*)"')
NO_PAGES = re.compile(r"^/(static|api|sign-out|language)|\.(css|js|svg|ico|woff2?|xlsx|csv)\b")
NOT_SERVED = re.compile(f"/api/v1/({'|'.join(ON_A_LINE)})")


def main(facts: dict[str, Any]) -> None:
    """Prints {"taken": {address: [milliseconds]}, "failed": {address: status}}; no first look counts."""
    desk = Desk(facts["port"], facts["token"])
    taken: dict[str, list[float]] = {address: [] for address in _addresses(desk, facts)}
    failed: dict[str, int] = {}
    for number in range(facts["looks"]):
        progress("heap_ms", number, facts["looks"])
        for address, times in taken.items():
            begun = time.perf_counter()
            status, _ = desk.get(address)
            times.append(1000 * (time.perf_counter() - begun))
            if status != OK:
                failed[address] = status
    print(json.dumps({"taken": taken, "failed": failed}))


class Desk:
    """A lead's browser and program in one."""

    def __init__(self, port: int, token: str) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {"Cookie": f"{SESSION}={token}", "Accept-Language": "zh"}
        self._of_api = {"Authorization": f"Bearer {token}"}

    def get(self, address: str) -> tuple[int, str]:
        """Status and text."""
        of_api = address.startswith("/api/")
        self._line.request("GET", address, headers=self._of_api if of_api else self._headers)
        response = self._line.getresponse()
        return response.status, response.read().decode("utf-8", "replace")


def _addresses(desk: Desk, facts: dict[str, Any]) -> list[str]:
    wanted = [*(each.format(**facts) for each in OF_ONE), *_operations(desk),
              *(each.format(quote(words)) for words in SEARCHED for each in WITH_WORDS)]
    _, first = desk.get("/work")
    rail = list(_links("/work", first))
    for page in rail:
        _, text = desk.get(page)
        wanted += [link for link in _links(page, text) if urlsplit(link).path == urlsplit(page).path]
    return [address for address in dict.fromkeys((*rail, *wanted)) if desk.get(address)[0] not in REFUSED]


def _operations(desk: Desk) -> Iterator[str]:
    paths = json.loads(desk.get("/api/openapi.json")[1])["paths"]
    for path, operations in paths.items():
        if "get" in operations and "{" not in path and not NOT_SERVED.match(path):
            yield path


def _links(page: str, text: str) -> Iterator[str]:
    for found in LINK.findall(text):
        if not NO_PAGES.search(link := urljoin(page, unescape(found))):
            yield link
