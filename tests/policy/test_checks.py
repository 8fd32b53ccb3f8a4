"""What stops a filing, as a table (`cases/filings.yaml`) and as properties."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.errors import CATALOGUE
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import PackStore
from rongcuo.policy.pack.checks import CHECKS, Matter, check_filing

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "filings.yaml").read_text("utf-8"))
SUBMITTED = datetime(2026, 2, 13, 15, 20, tzinfo=ZONE)
PACKS = PackStore()
WHOLE = {
    "situation": "legacy_problems", "title": "盘活批而未供土地", "policy_basis": "容缺办理方案",
    "collective_decision": True, "risks": 2, "no_private_gain": True,
    "acts_from": date(2026, 3, 2), "acts_until": date(2026, 3, 20),
}
LIST = sorted(PACKS.in_force("530127", date(2026, 2, 13)).negative_list)


def checked(place: str = "530127", **changes):
    pack = PACKS.in_force(place, date(2026, 2, 13))
    answered = {"negative_answers": dict.fromkeys(pack.negative_list, False)}
    return check_filing(pack, Matter(**{"submitted_at": SUBMITTED, **WHOLE, **answered, **changes}))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_filing_is_stopped_for_what_the_table_says(case):
    failed = checked(case.get("place", "530127"), **case.get("given", {}))
    assert [failure.code for failure in failed] == case["failed"]
    told = {key: value for failure in failed for key, value in failure.details.items()}
    assert told.items() >= case.get("details", {}).items()


def test_every_code_has_words_for_a_person():
    codes = {code for case in CASES for code in case["failed"]}
    assert codes <= CATALOGUE.keys()
    assert len(codes) == len(CHECKS)


def test_an_act_may_begin_on_the_day_of_filing_as_it_is_here():
    late_evening_elsewhere = datetime.fromisoformat("2026-03-01T23:30+00:00")  # the 2nd of March in Shanghai
    assert checked(submitted_at=late_evening_elsewhere) == ()
    failed = checked(submitted_at=late_evening_elsewhere + timedelta(days=1))
    assert [failure.code for failure in failed] == ["filing.act_before_filing"]


@given(st.sampled_from(LIST), st.booleans())
def test_any_item_of_the_negative_list_stops_a_filing(item, applies):
    failed = checked(negative_answers=dict.fromkeys(LIST, False) | {item: applies})
    assert [failure.code for failure in failed] == (["filing.negative_list"] if applies else [])


@given(st.sets(st.sampled_from(LIST), min_size=1))
def test_silence_about_an_item_of_the_negative_list_is_no_declaration(unsaid):
    [failed] = checked(negative_answers={code: False for code in LIST if code not in unsaid})
    assert failed.code == "filing.negative_list_unanswered"
    assert set(failed.details["items"]) == unsaid
    assert len(failed.details["names"]) == len(unsaid)


dates = st.none() | st.dates()


@given(
    situation=st.text(max_size=20), colour=st.none() | st.text(max_size=5), risks=st.integers(0, 3),
    acts_from=dates, acts_until=dates, valid_from=dates, valid_until=dates,
    negative_answers=st.dictionaries(st.text(max_size=8), st.booleans(), max_size=3),
)
def test_whatever_is_filed_the_answer_is_failures_with_known_codes(**given_):
    for failure in checked(**given_):
        assert failure.code in CATALOGUE
        assert failure.message


@given(dates, dates)
def test_a_period_may_not_end_before_it_begins(first, last):
    codes = {failure.code for failure in checked(valid_from=first, valid_until=last)}
    assert ("filing.period_reversed" in codes) == bool(first and last and last < first)
    years = [day.year for day in (first, last) if day]
    assert ("filing.date_out_of_range" in codes) == any(not 2000 <= year <= 2100 for year in years)
