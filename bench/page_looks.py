"""Looks at pages of the console, and at the JSON that each shows, in turns. Started by bench.pages."""

import json
import time
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote

from bench.progress import progress
from services.gateway.cookies import SESSION

WARM_UP = 5
ROWS = 30                # of a list's page
FOUND = 20               # of each kind, where is searched
ADDRESSES = {
    "work_list": ("/work", f"/api/v1/reviews?tab=organ&limit={ROWS}"),
    "filing": ("/filings/{filing_id}", "/api/v1/filings/{filing_id}"),
    "review": ("/reviews/{filing_id}", "/api/v1/reviews/{filing_id}"),
    "search": ("/search?search={word}", f"/api/v1/filings?search={{word}}&limit={FOUND}")}


def main(facts: dict[str, Any]) -> None:
    """Prints {page: {page|json: [milliseconds]}}."""
    browser = HTTPConnection("127.0.0.1", facts["port"], timeout=30)
    asked = {name: value if name == "token" else quote(str(value)) for name, value in facts.items()}
    headers = {"page": {"Cookie": f"{SESSION}={facts['token']}", "Accept-Language": "zh"},
               "json": {"Authorization": f"Bearer {facts['token']}"}}
    taken: dict[str, dict[str, list[float]]] = {page: {"page": [], "json": []} for page in ADDRESSES}
    for number in range(-WARM_UP, facts["looks"]):
        progress("page_growth", number, facts["looks"])
        for page, addresses in ADDRESSES.items():
            for kind, address in zip(("page", "json"), addresses, strict=True):
                taken[page][kind].append(_timed(browser, address.format(**asked), headers[kind]))
    print(json.dumps({page: {kind: times[WARM_UP:] for kind, times in both.items()}
                      for page, both in taken.items()}))


def _timed(browser: HTTPConnection, address: str, headers: dict[str, str]) -> float:
    begun = time.perf_counter()
    browser.request("GET", address, headers=headers)
    response = browser.getresponse()
    response.read()
    taken = 1000 * (time.perf_counter() - begun)
    if response.status != 200:
        raise RuntimeError(f"{address}: {response.status}")
    return taken
