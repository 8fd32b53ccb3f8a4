"""From draft to receipt, and what is refused on the way."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import CollectiveDecision, FilingSubmitted, SubmitFiling
from rongcuo.contracts.serialisation import dump, load
from services.filing import usecases
from services.filing.domain import matter
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import Cabinet
from tests.unit.filing.people import COLLEAGUE, FILER, MAY_6, NAMESAKE, STRANGER, ZONE, content, officer

EARLIER = content(collective_decision=CollectiveDecision(meeting="局党组会", held_on=date(2025, 12, 1)))
Refused = tuple[dict[str, Any], str]
BAD: list[Refused] = [
    ({"situation": "winning_the_lottery"}, "filing.unknown_situation"),
    ({"situation": ""}, "filing.incomplete"),
    ({"colour": "purple"}, "filing.unknown_colour"),
    ({"title": " "}, "filing.incomplete"),
    ({"risks": ()}, "filing.incomplete"),
    ({"no_private_gain": False}, "filing.private_gain_statement_missing"),
    ({"negative_answers": {"private_gain": True}}, "filing.negative_list"),
    ({"negative_answers": {"no_such_item": False}}, "filing.unknown_negative_item"),
    ({"act_until": date(2026, 5, 19)}, "filing.period_reversed"),
    ({"valid_from": date(2026, 7, 1), "valid_until": date(2026, 6, 1)}, "filing.period_reversed"),
    ({"valid_until": date(2026, 5, 5)}, "filing.validity_over"),
    ({"act_from": date(2026, 5, 5)}, "filing.act_before_filing"),
    ({"collective_decision": CollectiveDecision(meeting="局党组会", held_on=date(2026, 5, 7))},
     "filing.decision_still_to_come"),
    ({"act_until": date(2101, 1, 1)}, "filing.date_out_of_range"),
    ({"valid_until": date(9999, 12, 31)}, "filing.date_out_of_range"),
]


def test_a_receipt_tells_number_digest_and_by_when_it_is_reviewed(submit: Submit) -> None:
    receipt = submit()
    assert receipt.number == "530125-2026-000001"
    assert receipt.digest == matter.digest(content())
    assert (receipt.review_due_on, receipt.review_due_provisional) == (date(2026, 5, 7), False)
    assert receipt.submitted_at == MAY_6


def test_the_others_are_told_who_has_a_part_in_it(submit: Submit, cabinet: Cabinet) -> None:
    receipt = submit()
    [told] = cabinet.events(receipt.filing_id)
    assert isinstance(told, FilingSubmitted)
    assert (told.parties, told.named) == (("zhao",), ("jiang", "shen"))
    assert told.review_due_at == datetime(2026, 5, 7, 17, 30, tzinfo=ZONE)
    assert (told.unit, told.division_code, told.digest) == (FILER.unit, "530125", receipt.digest)
    assert told.pack_id == cabinet.filings[receipt.filing_id].pack_id


def test_a_friday_before_an_adjusted_saturday_is_due_on_that_saturday(submit: Submit) -> None:
    assert submit(EARLIER, now=datetime(2026, 2, 13, 15, 20, tzinfo=ZONE)).review_due_on == date(2026, 2, 14)


def test_a_year_without_a_calendar_gives_a_provisional_day(submit: Submit) -> None:
    eve = datetime(2026, 12, 31, 15, 0, tzinfo=ZONE)
    receipt = submit(content(act_from=None, act_until=None), now=eve)
    assert (receipt.review_due_on.year, receipt.review_due_provisional) == (2027, True)


def test_the_day_is_the_local_one(submit: Submit) -> None:
    """23:30 UTC on 31 December is the morning of 1 January in Yunnan."""
    late = datetime(2025, 12, 31, 23, 30, tzinfo=UTC).astimezone(ZONE)
    assert submit(EARLIER, now=late).number == "530125-2026-000001"


def test_numbers_run_per_organ_and_year_and_a_refusal_uses_none_up(submit: Submit) -> None:
    assert submit(content(title="一")).number == "530125-2026-000001"
    with pytest.raises(CaseError):
        submit(content(title="二", risks=()))
    assert submit(content(title="三")).number == "530125-2026-000002"
    assert submit(content(title="三"), by=NAMESAKE).number == "530127-2026-000001"
    next_year = content(title="四", act_from=None, act_until=None)
    assert submit(next_year, now=MAY_6.replace(year=2027)).number == "530125-2027-000001"


@pytest.mark.parametrize(("wrong", "code"), BAD)
def test_what_is_wrong_is_refused_with_its_code_and_nothing_is_written(
        wrong: dict[str, Any], code: str, submit: Submit, cabinet: Cabinet) -> None:
    with pytest.raises(CaseError) as refusal:
        submit(content(**wrong))
    assert code in [failure["code"] for failure in refusal.value.details["failures"]]
    assert refusal.value.kind.status == 422
    assert cabinet == Cabinet()


def test_everything_that_is_wrong_is_told_at_once(submit: Submit) -> None:
    with pytest.raises(CaseError) as refusal:
        submit(content(situation="nonsense", act_from=date(2026, 1, 1),
                       negative_answers={"private_gain": True}))
    codes = [failure["code"] for failure in refusal.value.details["failures"]]
    assert codes == ["filing.unknown_situation", "filing.negative_list", "filing.act_before_filing"]
    assert refusal.value.code == codes[0]


def test_a_catch_all_situation_needs_a_reason(submit: Submit) -> None:
    zhaotong = officer("lu", Role.FILER, organ_id="530600")
    with pytest.raises(CaseError, match=r"filing\.situation_needs_reason"):
        submit(content(situation="other"), by=zhaotong)
    assert submit(content(situation="other", situation_reason="无先例可循"), by=zhaotong).number


def test_submitting_nothing_is_an_incomplete_filing(context: ContextOf) -> None:
    with pytest.raises(CaseError, match=r"filing\.incomplete"):
        usecases.submit(context(FILER), SubmitFiling(command_id="c"))


@pytest.mark.parametrize("body", [
    {"command_id": "c", "content": "a text"},
    {"command_id": "c", "content": {"title": "长" * 201}},
    {"command_id": "c", "content": {"description": "x" * 10_000_000}},
    {"command_id": "c", "content": {"title": "control\x00character"}},
    {"command_id": "c", "content": {"risks": [{"risk": "only"}]}},
    {"command_id": "c", "content": {"act_from": "2026-02-30"}},
    {"command_id": "c", "content": {"beneficiaries": {"households": -1}}},
    {"command_id": "c", "content": {"beneficiaries": {"households": "364"}}},
    {"command_id": "c", "content": {"negative_answers": {"k" * 65: False}}},
    {"command_id": "c", "content": {"negative_answers": {str(n): False for n in range(101)}}},
    {"command_id": "c", "content": {"collective_decision": {
        "meeting": "会", "held_on": "2026-04-28", "participants": ["x" * 100]}}},
    {"command_id": "c", "content": {"unheard_of": 1}},
    {"command_id": "../../etc", "content": {}},
    {},
])
def test_a_body_of_the_wrong_shape_is_invalid(body: dict[str, Any]) -> None:
    with pytest.raises(CaseError) as refusal:
        load(SubmitFiling, body)
    assert refusal.value.code == "invalid"
    assert refusal.value.details["fields"]


# ---------------------------------------------------------------------- the same matter

def test_the_same_matter_twice_names_the_earlier_filing(submit: Submit, cabinet: Cabinet) -> None:
    first = submit()
    before = cabinet.copy()
    with pytest.raises(CaseError) as refusal:
        submit(content(title=content().title + "。"), by=COLLEAGUE, now=MAY_6 + timedelta(days=1))
    assert refusal.value.code == "filing.duplicate_matter"
    assert refusal.value.details == {"number": first.number}
    assert cabinet == before


def test_the_same_title_of_another_unit_or_organ_is_another_matter(submit: Submit) -> None:
    numbers = [submit(by=who).number for who in (FILER, STRANGER, NAMESAKE)]
    assert numbers == ["530125-2026-000001", "530125-2026-000002", "530127-2026-000001"]


def test_the_receipt_travels(submit: Submit) -> None:
    receipt = submit()
    assert load(type(receipt), dump(receipt)) == receipt
