"""Where the console leads afterwards: to its own pages, whatever the address says."""

import pytest

from tests.unit.gateway.console_site import PEOPLE, Site
from tests.unit.gateway.site import TOKEN

ELSEWHERE = [
    "\r\nX", "/\r\nX", "/\nX", "/\x00", "/\x7fx", "/\x85", "/\u2028x", "/x\u202ey", "/\t/elsewhere.cn",
    " /filings", "", "//elsewhere.cn", "///elsewhere.cn", "//[", "//user@elsewhere.cn:80/", "/\\elsewhere.cn",
    "\\\\elsewhere.cn", "https://elsewhere.cn", "http:/filings", "javascript:alert(1)", "elsewhere.cn"]
OURS = ["/filings", "/search?q=a%20b&page=2", "/filings?q=道路", "/%0d%0aX", "/determinations/d1?tab=files"]


@pytest.fixture
def site():
    site = Site("subject")
    site.caller.said["identity.sign_in"] = {"token": TOKEN, "officer": PEOPLE["subject"]}
    return site


def led(site: Site, door: str, address: str) -> str:
    if door == "language":
        answer = site.client.get("/language/en", query_string={"next": address})
    else:
        answer = site.post("/sign-in", next=address, username="liu", password="a password")
    assert answer.status_code == 302
    return answer.location


@pytest.mark.parametrize("door", ["language", "sign-in"])
@pytest.mark.parametrize("address", ELSEWHERE)
def test_any_other_address_leads_to_the_beginning(site, door, address):
    assert led(site, door, address) == "/"


@pytest.mark.parametrize("door", ["language", "sign-in"])
@pytest.mark.parametrize("address", OURS)
def test_an_own_address_is_gone_back_to(site, door, address):
    told = led(site, door, address)
    assert told.startswith(address[:8])
    assert told.isascii()
