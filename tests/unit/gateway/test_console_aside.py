"""What stands beside a page is remembered for a moment, but not what was asked before it was changed."""

from collections.abc import Iterator

import pytest
from flask import g

from services.gateway.console.page.backend import aside, no_longer
from tests.unit.gateway.console_site import PEOPLE, Site, console


@pytest.fixture(autouse=True)
def signed_in() -> Iterator[None]:
    Site("lead")
    with console().test_request_context():
        g.person = PEOPLE["lead"]
        yield


def told(what: str, answer: int, changed: str = "", by: str = "lead") -> int:
    """An answer during which somebody changes something."""
    def asked() -> int:
        if changed:
            g.person = PEOPLE[by]
            no_longer(changed)
            g.person = PEOPLE["lead"]
        return answer
    return aside(what, asked)()


def test_it_is_asked_once_and_again_after_a_change() -> None:
    assert [told("unread", 3), told("unread", 2)] == [3, 3]
    no_longer("unread")
    assert [told("unread", 2), told("unread", 1)] == [2, 2]


def test_what_was_asked_before_the_change_is_not_remembered_after_it() -> None:
    assert told("unread", 3, changed="unread") == 3
    assert told("unread", 2) == 2


@pytest.mark.parametrize(("changed", "by"), [("views", "lead"), ("unread", "reviewer")])
def test_another_change_is_none_of_it(changed: str, by: str) -> None:
    assert told("unread", 3, changed, by) == 3
    assert told("unread", 2) == 3
