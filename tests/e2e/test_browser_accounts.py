"""How the pages of accounts look: each is opened in a real browser and must be well made."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from services.gateway.cookies import SESSION as COOKIE
from tests.e2e.browsing import Setting, visitor
from tests.unit.gateway.console_site import console
from tests.unit.gateway.site import TOKEN
from tests.unit.gateway.test_console_accounts import ZHAO, site
from tests.unit.gateway.test_console_units import OTHER, YUANLIN

pytestmark = pytest.mark.browser
SETTINGS = [
    Setting("accounts/chinese", examined=True),
    Setting("accounts/english-phone-dark-without-scripts", language="en-GB", width=360, dark=True,
            scripts=False, examined=True),
]
LOOKS: list[tuple[str, str, dict[str, Any]]] = [
    ("account", "/account", {}), ("set-password", "/links/the-token", {}), ("forgotten", "/forgotten", {}),
    ("people", "/people", {}), ("new-person", "/people/new", {}), ("proposed", "/people/zhao", {}),
    ("units", "/units", {"units": {"units": [YUANLIN, OTHER]}}),
    ("unit", "/units/u1?done=alias", {"units": {"units": [YUANLIN, OTHER]}}),
    ("in-post", "/people/zhao?done=unlock", {"officer": {**ZHAO, "state": "active", "active": True}})]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, console(), threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_page_is_well_made(browser: Browser, address: str, setting: Setting) -> None:
    with visitor(browser, address, setting, "pages") as seen:
        seen.page.context.add_cookies([{"name": COOKIE, "value": TOKEN, "url": address}])
        for name, path, said in LOOKS:
            site(**said)
            seen.page.goto(address + path)
            seen.shows(name)
