"""What is done about typical cases on a database, from a concluded determination to what everybody reads."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.contracts import determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import Act, Outcome, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.followup import (
    Combination,
    EntriesQuery,
    EntrySourceKind,
    EntryState,
    GuideQuery,
    UnitKind,
)
from services.followup.usecases import casebook, opening
from services.followup.views import casebook as views
from services.followup.views import guides, open_cases
from tests.unit.followup import scene
from tests.unit.followup.casebook_desk import Office, begin, checked, listed, out, seen
from tests.unit.followup.desk import made, standing
from tests.unit.followup.scene import CITY, DEPUTY, LEAD, NOW, WANG, WATCH, WEN, ZHAO, at


def test_a_case_goes_from_its_determination_into_the_guide_and_names_nobody(office: Office):
    entry_id = out(office)
    told = seen(office, entry_id, WEN)
    assert told.state is EntryState.PUBLISHED
    assert told.notice == contract.NOTICE
    assert not told.inside
    assert (told.original, told.source, told.masks, told.checks, told.history, told.allowed) == (
        None, None, (), (), (), ())
    for gone in ("温", "王立", "水务局", "牟定", "凤屯", "容认〔2026〕2号", "138"):
        assert gone not in repr(told)
    guide = guides.guide(office.sit(WEN), GuideQuery(area="general"))
    assert [each.text for each in guide.entries] == [told.text]
    assert guide.edition
    assert not guide.may_assign
    assert listed(office, WATCH, search="抢工期") == [entry_id]
    assert listed(office, WATCH, search="温建国") == []


@pytest.mark.parametrize(("change", "code"), [
    ({"standing": determination.DecisionStanding.REVOKED}, "followup.source_not_concluded"),
    ({"withheld": True}, "review.recused")])
def test_what_is_not_concluded_or_withheld_is_no_source(office: Office, change: dict[str, Any], code: str):
    for name, value in change.items():
        setattr(office, name, value)
    with pytest.raises(CaseError, match=code):
        begin(office)


def test_who_is_no_caseworker_or_the_person_themselves_begins_none(office: Office):
    for actor, code in ((WEN, "forbidden"), (replace(WEN, roles=ZHAO.roles), "review.recused")):
        with pytest.raises(CaseError, match=code):
            begin(office, actor)
    with pytest.raises(CaseError, match=r"^followup\.names_missing"):
        begin(office, kind=EntrySourceKind.HAND, source_id="")


def test_who_only_reads_it_may_do_nothing_and_for_others_a_draft_is_not_there(office: Office):
    entry_id = begin(office)
    for actor in (WANG, WEN, CITY, WATCH):
        with pytest.raises(CaseError, match=r"^not_found"):
            seen(office, entry_id, actor)
        assert listed(office, actor, tab="work") == []
    assert listed(office, DEPUTY, tab="work") == [entry_id]
    with pytest.raises(CaseError, match=r"^not_found"):
        office.give(WANG, casebook.propose, contract.ProposeMasks, entry_id)
    published = out(office)
    with pytest.raises(CaseError, match=r"^forbidden"):
        office.give(CITY, casebook.withdraw, contract.WithdrawEntry, published, reason="不妥")


def test_what_fits_too_few_is_refused_until_it_is_widened_enough(office: Office):
    for number in range(5):
        event = made(Outcome.EXEMPT, f"d{number}")
        subject = Subject(name=f"某{number}", unit=scene.UNIT if number < 4 else "牟定县林草局")
        opening.take_determination(office.sit(SYSTEM), replace(
            event, subject=subject, act=Act(what="施工", since=date(2026, 1 + number % 2, 1),
                                            until=date(2026, 3, 1))))
    narrow = Combination(unit_kind=UnitKind.DEPARTMENT, place="532323", month="2026-01")
    with pytest.raises(CaseError, match=r"^followup\.entry_fits_too_few") as caught:
        checked(office, narrow)
    assert caught.value.details["without"] == {"unit_kind": 3, "place": 3, "month": 5}
    assert checked(office, replace(narrow, month=""))


def test_what_is_said_of_a_case_is_known_of_it_and_events_keep_what_they_know(office: Office):
    opening.take_determination(office.sit(SYSTEM), made(Outcome.EXEMPT))
    entry_id = begin(office)
    office.give(LEAD, casebook.describe, contract.DescribeEntry, entry_id, area="land",
                combination=Combination(month="2025-05", post_level=contract.PostLevel.DEPUTY))
    fact = office.store.casebook.fact("d1")
    assert (fact.field, fact.post_level, fact.month) == ("land", "deputy", "2026-01")
    opening.take_determination(office.sit(SYSTEM), made(Outcome.MITIGATE))
    assert office.store.casebook.fact("d1") == fact
    opening.take_revocation(office.sit(SYSTEM), determination.DeterminationRevoked(
        standing=standing(), decision_id="d1-1", reasons="有新证据", at=NOW))
    assert office.store.casebook.fact("d1") is None


def test_a_new_version_takes_the_place_of_the_former_in_lists_and_guide(office: Office):
    former = out(office)
    newer = out(office, replaces=former)
    assert seen(office, former).state is EntryState.SUPERSEDED
    assert seen(office, former).replaced_by == newer
    assert seen(office, newer).edition == 2
    assert listed(office, WATCH) == [newer]
    assert listed(office, LEAD, tab="over") == [former]
    with pytest.raises(CaseError, match=r"^not_found"):
        seen(office, former, WATCH)


def test_its_days_end_and_then_it_is_neither_listed_nor_found_nor_in_the_guide(office: Office):
    entry_id = out(office)
    office.now = at(3, 3, 2028)
    assert listed(office, WATCH) == listed(office, WATCH, search="抢工期") == []
    assert guides.guide(office, GuideQuery(area="general")).edition == ""
    assert seen(office, entry_id, WEN).over


def test_a_page_of_what_was_found_leads_to_the_next(office: Office):
    both = [out(office), out(office)]
    first = views.page(office.sit(WEN), EntriesQuery(search="抢工期", limit=1))
    second = views.page(office, EntriesQuery(search="抢工期", limit=1, cursor=first.next_cursor))
    assert sorted(each.case_id for each in (*first.lines, *second.lines)) == sorted(both)
    assert not second.next_cursor
    with pytest.raises(CaseError, match=r"^followup\.search_published"):
        views.page(office, EntriesQuery(tab="work", search="抢工期"))


def test_an_entry_has_neither_deadline_nor_task_and_is_no_case_of_the_watchdog(office: Office):
    begin(office)
    assert not open_cases.open_matters(office.sit(SYSTEM), OpenMattersQuery()).matters


def test_a_case_told_by_hand_counts_only_while_it_is_out(office: Office):
    told = {"kind": EntrySourceKind.HAND, "source_id": "", "names": ("温建国", scene.UNIT)}
    entry_id = checked(office, **told)
    assert office.store.casebook.fact(entry_id) is None
    office.give(DEPUTY, casebook.publish, contract.PublishEntry, entry_id)
    assert office.store.casebook.fact(entry_id) is not None
    newer = out(office, replaces=entry_id, **told)
    assert office.store.casebook.fact(entry_id) is None
    office.give(DEPUTY, casebook.withdraw, contract.WithdrawEntry, newer, reason="不妥")
    assert office.store.casebook.fits({}) == 0
