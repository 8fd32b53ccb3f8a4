"""What browsers and readers of screens ask of every page: whole lists, one search, each id once."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from rongcuo.contracts.determination import DeterminationState
from tests.unit.gateway.casework import APPEAL, DECIDED, appeal, case, meeting
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import filing

VOID = {"br", "circle", "hr", "img", "input", "link", "meta", "path", "rect"}
PAGES = [
    ("lead", "/work", {"page": {"lines": [], "counts": {}, "next_cursor": ""}}),
    ("lead", "/determinations", {}), ("lead", "/filings", {}), ("lead", "/verify", {}),
    ("lead", "/search?search=x", {}), ("lead", "/determinations/f1", {"determination": case("make")}),
    ("lead", "/determinations/f1/act/make", {"determination": case("make", **DECIDED)}),
    ("lead", "/determinations/f1/act/suspend", {"determination": case("suspend")}),
    ("lead", "/determinations/f1/assessment/six_factors", {"determination": case("assess")}),
    ("lead", "/determinations/f1/negative-list", {"determination": case("answer_negative_item")}),
    ("lead", "/appeals/ap1", {"appeal": appeal("decide"), "determination": case(
        state=DeterminationState.CONCLUDED, appeals=(APPEAL,), **DECIDED)}),
    ("member", "/meetings/meet1", {"meeting": meeting("call_roll")}),
    ("subject", "/determinations/new", {}), ("subject", "/filings/new", {}),
    *(("subject", f"/filings/b1/edit/{step}", {}) for step in range(1, 7)),
    ("subject", "/filings/b1", {}), ("subject", "/inbox", {}),
]


class Outline(HTMLParser):
    """What a page holds, as far as these tests ask."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.ids: Counter[str] = Counter()
        self.searches = 0
        self.misplaced: list[str] = []
        self.buttons: list[list[str]] = []       # of each form with a line to type in, in order

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.ids.update([said["id"]] if "id" in said else [])
        self.searches += said.get("role") == "search" or tag == "search"
        around = [*self.within[-2:], "", ""]
        if (self.within[-1:] == ["dl"] and tag not in ("dt", "dd", "div")) or (
                around[:2] == ["dl", "div"] and tag not in ("dt", "dd")):
            self.misplaced.append(tag)
        if tag == "form":
            self.buttons.append([])
        if tag == "button" and "form" in self.within and said.get("type", "submit") == "submit":
            self.buttons[-1].append(said.get("class") or "")
        if tag not in VOID:
            self.within.append(tag)

    def handle_endtag(self, tag):
        if tag in self.within:
            while self.within.pop() != tag:
                pass


@pytest.mark.parametrize(("who", "address", "said"), PAGES, ids=[f"{who}{page}" for who, page, _ in PAGES])
def test_a_page_is_sound(who, address, said):
    site = Site(who, **said)
    site.caller.said["filing.filing"] = filing("submit", "revise")
    page = site.get(address)
    assert page.status_code == 200
    outline = Outline()
    outline.feed(page.text)
    assert outline.misplaced == []
    assert outline.searches <= 1
    assert [name for name, times in outline.ids.items() if times > 1] == []
    for buttons in outline.buttons:   # Enter in a line presses the first
        assert "primary" not in buttons[1:], "the one action is not what Enter does"
