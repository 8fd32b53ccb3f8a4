"""What a content amounts to."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import Beneficiaries, CollectiveDecision, FilingContent, Interest
from rongcuo.contracts.serialisation import dump, load
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from services.filing.domain import matter
from tests.unit.filing.people import content

PACK = Rules().pack("530125", date(2026, 5, 6))
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
CONTENTS = st.builds(
    FilingContent, title=st.text("保交楼续建 A-1。", max_size=20),
    description=st.text("项目\n1 ", max_size=20), situation=st.sampled_from(["", "livelihood", "other"]),
    act_from=st.none() | DAYS, valid_until=st.none() | DAYS,
    no_private_gain=st.booleans(), beneficiaries=st.builds(Beneficiaries, households=st.integers(0, 999)),
    negative_answers=st.dictionaries(st.sampled_from(["private_gain", "grave_accident"]), st.booleans()),
    interests=st.just(()), risks=st.just(()), attachments=st.just(()), collective_decision=st.none(),
)


@pytest.mark.parametrize("again", ["以容缺方式 续建停工楼盘", "以容缺方式续建停工楼盘。",
                                   "《以容缺方式续建停工楼盘》", "以容缺方式\n续建-停工楼盘",
                                   "以容缺方式續建停工樓盤", "以容缺方式\u200b续建停工\ufe00楼盘"])
def test_a_title_spaced_or_punctuated_differently_is_the_same_matter(again: str) -> None:
    title = content().title
    assert matter.same_matter("530125", "住建局", again) == matter.same_matter("530125", "住建局", title)


def test_wide_letters_and_capitals_are_the_same() -> None:
    assert matter.same_matter("5", "u", "ＡＢ地块") == matter.same_matter("5", "u", "ab地块")


@pytest.mark.parametrize("other", [("530127", "住建局", "续建"), ("530125", "交通局", "续建"),
                                   ("530125", "住建局", "续建二期")])
def test_another_organ_unit_or_title_is_another_matter(other: tuple[str, str, str]) -> None:
    assert matter.same_matter(*other) != matter.same_matter("530125", "住建局", "续建")


@given(CONTENTS, CONTENTS)
def test_digests_are_equal_exactly_where_contents_are(one: FilingContent, other: FilingContent) -> None:
    assert (matter.digest(one) == matter.digest(other)) == (one == other)


@given(CONTENTS)
def test_a_digest_survives_the_way_through_a_row(what: FilingContent) -> None:
    assert matter.digest(load(FilingContent, dump(what))) == matter.digest(what)


def test_the_digest_of_a_content_is_for_ever() -> None:
    """Whoever holds a receipt recomputes this. If it changes, all receipts of before are worth nothing."""
    known = content(negative_answers={"private_gain": False})
    assert matter.digest(known) == "2f6b35ef366d285a8a77d582106da6cdb5ec1e98310e52525ee13986761fadb2"


def test_a_no_to_the_negative_list_is_an_answer() -> None:
    assert matter.digest(content(negative_answers={})) != matter.digest(content())


@given(filed=DAYS, wait=st.integers(0, 60), since=st.none() | DAYS, until=st.none() | DAYS,
       months=st.integers(1, 120))
def test_validity_runs_forward_and_never_from_before_the_filing(
        filed: date, wait: int, since: date | None, until: date | None, months: int) -> None:
    asked = replace(content(), valid_from=since, valid_until=max(until, filed) if until else None)
    accepted_on = date.fromordinal(filed.toordinal() + wait)
    first, last = matter.validity(asked, filed, accepted_on, months)
    assert filed <= first <= last
    assert last == (asked.valid_until or last)


@pytest.mark.parametrize(("asked", "expected"), [
    ({}, (date(2026, 5, 8), date(2027, 5, 8))),
    ({"valid_from": date(2026, 6, 1)}, (date(2026, 6, 1), date(2027, 6, 1))),
    ({"valid_from": date(2026, 1, 1)}, (date(2026, 5, 8), date(2027, 5, 8))),
    ({"valid_until": date(2026, 12, 31)}, (date(2026, 5, 8), date(2026, 12, 31))),
    ({"valid_until": date(2026, 5, 7)}, (date(2026, 5, 7), date(2026, 5, 7))),
])
def test_validity_of_a_filing_of_6_may_accepted_on_8_may(
        asked: dict[str, date], expected: tuple[date, date]) -> None:
    assert matter.validity(content(**asked), date(2026, 5, 6), date(2026, 5, 8), 12) == expected


def test_no_filing_holds_longer_than_the_pack_says() -> None:
    filed = datetime(2026, 5, 6, 10, tzinfo=ZONE)
    months = PACK.filing.longest_validity_months
    assert PACK.filing.source.standing == "illustrative"
    latest = date(2026 + months // 12, 5, 6)
    matter.check(content(valid_until=latest), PACK, filed, filed)
    for asked in ({"valid_until": latest + timedelta(days=1)}, {"valid_until": date(2086, 1, 1)}):
        with pytest.raises(CaseError, match=r"filing\.validity_too_long") as refused:
            matter.check(content(**asked), PACK, filed, filed)
        assert refused.value.details["failures"][0]["details"]["latest"] == latest.isoformat()


def test_named_are_participants_and_officers_with_an_interest_once_each() -> None:
    decision = CollectiveDecision(meeting="党组会", held_on=date(2026, 4, 1), participants=("a", "zhao", "b"))
    interests = (Interest(name="某", relation="亲属"), Interest(name="某", relation="同学", officer_id="c"))
    before, now = content(), content(collective_decision=decision, interests=interests)
    assert matter.named((before, now)) == ("jiang", "shen", "a", "zhao", "b", "c")


def test_whom_the_form_names_without_an_id_is_told_by_their_words_once_each() -> None:
    known = Interest(name="沈某", relation="亲属", officer_id="c")
    before = content(interests=(Interest(name="李某", relation="亲属"),))
    now = content(interests=(Interest(name="赵清", relation="同学"), known))
    assert matter.named_in_words((before, now, now)) == ("李某", "赵清")
