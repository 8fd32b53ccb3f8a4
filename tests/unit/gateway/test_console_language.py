"""A page speaks the reader's language, and says of what it can't that it is Chinese."""

import re
from datetime import date

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import Act
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState
from services.gateway.console.page import language as spoken
from services.gateway.console.page.dates import HOLIDAYS
from services.gateway.cookies import LANGUAGE
from services.notify.domain.notifications import Notification
from services.notify.wording import LANGUAGES, _say, _words, body_of, subject_of
from tests.unit.gateway.casework import NOW, PACK, case
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.filework import filing
from tests.unit.gateway.site import RULES

PAGE = "/determinations/f1"
ENGLISH = re.compile(r"[A-Za-z]{3,}")


class Facts(dict):
    """Every fact that a message may ask for, with what stands between the languages."""

    def __missing__(self, name):
        return f"甲 · 乙 {name}"


def reader(language, who="reviewer", **said):
    site = Site(who, **said)
    site.client.set_cookie(LANGUAGE, language)
    return site


def _facts(name):
    written = "".join(part for words in _words()[name].values() for part in words.values())
    return {fact: Facts()[fact] for fact in re.findall(r"\{(\w+)\}", written)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(_words()))
def test_a_message_is_read_in_one_language(name, language):
    notification = Notification(key="k", name=name, to=("liu",), facts=_facts(name))
    message = {"message_id": "n1", "matter_id": "", "subject": subject_of(notification), "read": True,
               "body": body_of(notification), "at": NOW.isoformat()}
    site = reader(language)
    site.caller.said["notify.inbox"] = {"unread": 0, "messages": [message], "next_cursor": ""}
    page = site.get("/inbox").text
    mine, other = LANGUAGES if language == "zh" else reversed(LANGUAGES)
    for part in ("subject", "body"):
        assert _say(notification, mine, part).replace("'", "&#39;") in page
        assert _say(notification, other, part).replace("'", "&#39;") not in page


def test_what_each_party_was_told_is_in_one_language_too():
    told = {"recipient": "刘某", "subject": "已收到：1号 · Received: 1号", "channel": "inbox",
            "state": "delivered", "delivered_at": None}
    for language, shown in (("zh", "已收到：1号"), ("en", "Received: 1号")):
        site = reader(language)
        site.caller.said["notify.matter"] = {"tasks": [], "deliveries": [told]}
        assert f"<td>{shown}</td>" in site.get(f"{PAGE}?tab=timeline").text
        site.caller.said |= {"filing.filing": filing(number="1号", state=FilingState.SUBMITTED),
                             "review.case": CaseError("not_found"), "documents.letters": {"letters": []}}
        assert f"<td>{shown}</td>" in site.get("/filings/f1").text


def test_every_holiday_has_its_english_name():
    names = {calendar.day(on).name for division in ("530000", "532300", "532800", "532900", "533100")
             for calendar in [RULES.calendar(division)]
             for on in (date.fromordinal(day) for day in range(date(2025, 1, 1).toordinal(),
                                                               date(2026, 12, 31).toordinal()))}
    assert names - {""} <= set(HOLIDAYS)
    festive = Act(what="开挖", since=date(2026, 2, 20), until=date(2026, 2, 20))
    page = reader("en", determination=case(act=festive)).get(PAGE).text
    assert "Spring Festival" in page


def test_what_a_pack_says_is_in_english_and_what_nobody_put_into_it_is_marked(monkeypatch):
    items, address = PACK.criteria_sets["six_factors"], f"{PAGE}/assessment/six_factors"
    page = reader("en", "lead", determination=case("assess")).get(address).text
    assert 'lang="zh-CN"' not in page
    assert items[0].source.text not in page
    monkeypatch.setattr(spoken, "english_of", lambda _: "")
    said = len(items) + sum(bool(item.text) for item in items)
    assert reader("en", "lead", determination=case("assess")).get(address).text.count(
        '<span lang="zh-CN">') == said
    assert 'lang="zh-CN"' not in reader("zh", "lead", determination=case("assess")).get(address).text


def test_what_the_platform_did_is_told_in_the_reader_s_language():
    entry = {"what": "accept", "actor_id": SYSTEM.officer_id, "actor_name": SYSTEM.name, "note": "",
             "at": NOW.isoformat()}
    site = reader("en", determination={**case(), "history": [entry]})
    page = site.get(f"{PAGE}?tab=timeline").text
    assert "The system · " in page
    assert SYSTEM.name not in page
