"""What stands beside a page is remembered for a moment, for whom it was told, and not what was asked before
they did something."""

from collections.abc import Iterator

import pytest
from flask import g

from rongcuo.contracts.errors import CaseError
from services.gateway.console.page.backend import aside, no_longer
from tests.unit.gateway.console_site import PEOPLE, Site, console


@pytest.fixture(autouse=True)
def signed_in() -> Iterator[None]:
    Site("lead")
    with console().test_request_context():
        g.person = PEOPLE["lead"]
        yield


def told(what: str, answer: int, by: str = "") -> int:
    """An answer during which somebody may do something."""
    def asked() -> int:
        if by:
            g.person = PEOPLE[by]
            no_longer()
            g.person = PEOPLE["lead"]
        return answer
    return aside(what, asked)()


def test_it_is_asked_once_and_again_after_they_did_something() -> None:
    assert [told("unread", 3), told("unread", 2)] == [3, 3]
    no_longer()
    assert [told("unread", 2), told("unread", 1)] == [2, 2]


def test_what_was_asked_before_they_did_it_is_not_remembered_after_it() -> None:
    assert told("unread", 3, by="lead") == 3
    assert told("unread", 2) == 2


def test_what_another_does_is_none_of_it() -> None:
    assert told("unread", 3, by="reviewer") == 3
    assert told("unread", 2) == 3


@pytest.mark.parametrize("other", [
    PEOPLE["reviewer"], PEOPLE["lead"] | {"roles": ["reviewer"]}, PEOPLE["lead"] | {"organ_id": "530100"},
    PEOPLE["lead"] | {"unit": "县公安局"}, PEOPLE["lead"] | {"unit_names": ["县公安局"]}])
def test_nobody_is_shown_what_was_told_to_another_or_to_them_with_other_rights(other) -> None:
    assert told("unread", 3) == 3
    g.person = other
    assert told("unread", 2) == 2


def test_a_command_is_something_that_they_did() -> None:
    site = Site("lead", assign={})
    asked = lambda: [called for called, _ in site.caller.asked].count("notify.inbox")  # noqa: E731
    site.get("/filings")
    site.get("/filings")
    assert asked() == 1
    site.post("/inbox/m1/read")
    site.get("/filings")
    assert asked() == 2


@pytest.mark.parametrize("code", ["service_unavailable", "answer_late", "busy"])
def test_no_page_and_no_refusal_waits_for_a_number_in_its_bar(code: str) -> None:
    away = CaseError(code)
    site = Site("lead")
    site.caller.said |= {"notify.inbox": away, "review.page": away, "determination.determinations": away,
                         "determination.appeals": away}
    assert site.get("/filings").status_code == 200
    assert site.get("/work").status_code == away.kind.status
