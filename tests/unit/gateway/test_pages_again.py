"""Pages that are loaded again, asked for by HEAD, and files that browsers keep."""

import gzip
import re
from dataclasses import replace

import pytest

from services import EVERY
from tests.unit.gateway.console_site import Site, console
from tests.unit.gateway.site import client_of

RULES = [rule for rule in console().url_map.iter_rules() if not rule.rule.startswith("/api")]
POSTED = sorted({rule.rule for rule in RULES if "POST" in rule.methods}
                - {rule.rule for rule in RULES if "GET" in rule.methods})
ADDRESSES = [re.sub(r"<[^>]+>", "x1", re.sub(r"<any\((\w+)[^>]*>", r"\1", rule)) for rule in POSTED]
LINKS = re.compile(r'(?:href|src)="(/[^"]*static/[^"]+)"')


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_a_form_was_sent_the_page_around_it_is_found_again(address):
    site, settings = Site("lead"), console().extensions["settings"]
    console().extensions["settings"] = replace(settings, present=EVERY)
    answer = site.get(address)
    assert answer.status_code == 302
    around = answer.location
    assert around == "/" or address.startswith(around)
    adapter = console().url_map.bind("localhost")
    assert adapter.test(around, "GET")


def test_there_are_such_addresses():
    assert "/reviews/x1/assign" in ADDRESSES
    assert Site("lead").get("/reviews/x1/assign").location == "/reviews/x1"


def test_a_list_from_which_cases_were_given_is_the_list_again_in_its_order():
    site = Site("lead")
    assert site.get("/work/assign?tab=mine&sort=newest").status_code == 200
    asked = next(said for target, said in reversed(site.caller.asked) if target == "review.page")
    assert (asked["tab"], asked["sort"]) == ("mine", "newest")


def test_the_api_and_other_methods_are_still_refused():
    site = Site("lead")
    assert site.client.delete("/work/assign").status_code == 405
    answer = site.client.get("/api/v1/tokens")
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, {"POST", "OPTIONS"})


PAGES = ["/sign-in", "/", "/work", "/filings", "/filings/new", "/determinations", "/determinations/new",
         "/determinations/d1", "/meetings", "/meetings/new", "/appeals", "/inbox", "/search", "/verify",
         "/api/docs", "/api/openapi.json"]


@pytest.mark.parametrize("address", PAGES)
def test_head_is_answered_as_get_without_the_body(address):
    site = Site("lead")
    got, head = site.get(address), site.client.head(address)
    assert (head.status_code, head.data) == (got.status_code, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]


@pytest.mark.parametrize("page", ["/sign-in", "/api/docs"])
def test_what_pages_need_is_compressed_and_kept_for_ever(page):
    site = Site("lead")
    links = LINKS.findall(site.get(page).text)
    assert links
    for link in links:
        packed = site.get(link, **{"Accept-Encoding": "br, gzip"})
        plain = site.get(link)
        assert packed.content_encoding or len(plain.data) < 400
        assert plain.data == (gzip.decompress(packed.data) if packed.content_encoding else packed.data)
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        again = site.get(link, **{"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_a_page_of_an_earlier_edition_finds_what_there_is_now():
    answer = Site("lead").get("/static/000000000000/console.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    assert answer.mimetype == "text/css"


@pytest.mark.parametrize("address", ["/static/console.css", "/static/x/none.css", "/static/x/../__init__.py",
                                     "/static/x/%2e%2e/__init__.py"])
def test_nothing_else_is_a_file_of_ours(caller, address):
    assert Site("lead").get(address).status_code == 404
    assert client_of(caller).get("/api/docs" + address).status_code == 404
