"""Cookies and forms behind a TLS proxy, and forms that belong to one session."""

from dataclasses import replace

import pytest

from services.gateway.console.page.csrf import FIELD
from tests.unit.gateway.console_site import HIDDEN, PEOPLE, Site, console
from tests.unit.gateway.site import SIGNED, TOKEN

OTHER = TOKEN[::-1]


def behind(public_url: str) -> Site:
    """At the sign-in page, of a platform that people reach there."""
    site = Site("subject")
    settings = console().extensions["settings"]
    console().extensions["settings"] = replace(settings, public_url=public_url)
    site.caller.said["identity.sign_in"] = {"token": TOKEN, "officer": PEOPLE["subject"]}
    site.client = console().test_client()
    return site


@pytest.fixture(autouse=True)
def afterwards():
    known = console().extensions["settings"]
    yield
    console().extensions["settings"] = known


def signed_in(site: Site):
    page = site.client.get("/sign-in", base_url=site_url(site))
    hidden = dict(HIDDEN.findall(page.text))
    answer = site.client.post("/sign-in", data={**hidden, "username": "liu", "password": "x"},
                              base_url=site_url(site))
    assert answer.status_code == 302
    return [page, answer]


def site_url(_: Site) -> str:
    return console().extensions["settings"].public_url or "http://localhost"


def cookies_of(answers) -> dict[str, str]:
    return {told.partition("=")[0]: told
            for answer in answers for told in answer.headers.getlist("Set-Cookie")}


def test_behind_tls_each_cookie_is_this_host_s_alone():
    site = behind("https://rongcuo.example.cn")
    answers = [*signed_in(site), site.client.get("/language/en", base_url=site_url(site))]
    answers.append(site.client.post("/sign-out", base_url=site_url(site), data=dict(HIDDEN.findall(
        site.client.get("/determinations/new", base_url=site_url(site)).text))))
    told = cookies_of(answers)
    assert set(told) == {"__Host-rongcuo_session", "__Host-rongcuo_form", "__Host-rongcuo_language"}
    for name, cookie in told.items():
        same = "SameSite=Strict" if name == "__Host-rongcuo_form" else "SameSite=Lax"
        assert {"Secure", "HttpOnly", "Path=/", same} <= {part.strip() for part in cookie.split(";")}
        assert "Domain" not in cookie
    assert "Max-Age=0" in told["__Host-rongcuo_session"]
    assert {answer.headers["Strict-Transport-Security"] for answer in answers} == {
        "max-age=31536000; includeSubDomains"}


def test_behind_tls_a_cookie_that_another_host_could_have_set_is_nobody_s():
    site = behind("https://rongcuo.example.cn")
    site.client.set_cookie("rongcuo_session", TOKEN, secure=True)
    assert site.client.get("/api/v1/me", base_url=site_url(site)).status_code == 401


def test_the_word_of_a_header_is_not_tls():
    site = behind("")
    page = site.client.get("/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert set(cookies_of([page])) == {"rongcuo_form"}
    assert "Strict-Transport-Security" not in page.headers


def test_the_api_tells_browsers_to_come_by_tls_too():
    site = behind("https://rongcuo.example.cn")
    assert "Strict-Transport-Security" in site.client.get("/api/v1/me", headers=SIGNED).headers


def test_a_form_belongs_to_the_session_whose_page_it_stood_on():
    site = Site("subject")
    hidden = dict(HIDDEN.findall(site.get("/determinations/new").text))
    site.client.set_cookie("rongcuo_session", OTHER)
    refused = site.client.post("/sign-out", data=hidden)
    assert refused.status_code == 400
    site.client.set_cookie("rongcuo_session", TOKEN)
    assert site.client.post("/sign-out", data=hidden).status_code == 302


@pytest.mark.parametrize("planted", ["", "planted", "é", "a" * 4_000])
def test_a_cookie_that_somebody_planted_proves_nothing(planted):
    site = Site("subject")
    site.client.set_cookie("rongcuo_form", planted)
    assert site.client.post("/sign-out", data={FIELD: planted}).status_code == 400
