"""What is done about typical cases on a database: from a concluded determination to a guide that was read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.contracts import determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import Act, Initiation, Outcome, Subject
from rongcuo.contracts.determination.operations import DETERMINATION
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.followup import (
    AssignReading,
    BeginEntry,
    Combination,
    EntriesQuery,
    EntryQuery,
    EntryState,
    GuideQuery,
    MaskChoice,
    MaskDecision,
    ReadGuide,
    ReadingsQuery,
    SourceKind,
    UnitKind,
)
from services.followup.usecases import casebook, opening, readings
from services.followup.views import casebook as views
from services.followup.views import guides, open_cases
from tests.unit.followup import scene
from tests.unit.followup.casebook_scene import QIAN, TEXT
from tests.unit.followup.desk import Desk, opened
from tests.unit.followup.scene import CITY, DEPUTY, LEAD, NOW, WANG, WATCH, WEN, ZHAO, at
from tests.unit.followup.test_usecases import made, standing
from tests.unit.review.scene import view


class Office(Desk):
    """Determinations know one case, of which the decision holds."""

    standing: determination.DecisionStanding = determination.DecisionStanding.CURRENT
    withheld: bool = False

    def ask(self, operation: Any, question: Any) -> Any:
        if operation is not DETERMINATION:
            return super().ask(operation, question)
        assert not self.inside, "no call may be made inside a transaction"
        decision = determination.DecisionView(
            decision_id="d1-1", basis="meeting", decided_by_name="联席会议", outcome=Outcome.EXEMPT,
            terms=determination.DecisionTerms(reasons="为公"), standing=self.standing, decided_at=NOW)
        return determination.DeterminationView(
            case_id="d1", number="容认〔2026〕2号", title="清水项目", situation="", grounds="",
            organ_id="532323", division_code="532323", judged_by="", run_by="", stage="", assignee_id="wang",
            assignee_name="王立", subject=Subject(name="温建国", unit=scene.UNIT, officer_id="wen"),
            act=Act(what="先行施工", since=date(2026, 1, 1), until=date(2026, 1, 2)), opened_at=NOW,
            initiation=Initiation.CLUE, state=determination.DeterminationState.CONCLUDED,
            decisions=(decision,), withheld=self.withheld)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened() as desk:
        yield Office(store=desk.store, officers=(*desk.officers, view(QIAN)))


def begin(office: Office, actor: Actor = LEAD, **other: Any) -> str:
    told = {"kind": SourceKind.DETERMINATION, "source_id": "d1", "area": "land", "text": TEXT} | other
    return str(office.give(actor, casebook.begin, BeginEntry, **told).case_id)


def decide_all(office: Office, entry_id: str) -> None:
    office.give(LEAD, casebook.propose, contract.ProposeMasks, entry_id)
    masks = office.store.casebook.read(entry_id).masks
    office.give(LEAD, casebook.decide, contract.DecideMasks, entry_id, decisions=tuple(
        MaskDecision(number=each.number, choice=MaskChoice.MASK) for each in masks))


def checked(office: Office, told: Combination | None = None, **other: Any) -> str:
    entry_id = begin(office, **other)
    decide_all(office, entry_id)
    office.give(LEAD, casebook.describe, contract.DescribeEntry, entry_id, area="general",
                combination=told or Combination())
    office.give(LEAD, casebook.name_checkers, contract.NameCheckers, entry_id, officer_ids=("zhao", "qian"))
    for actor in (ZHAO, QIAN):
        office.give(actor, casebook.confirm, contract.ConfirmMasks, entry_id)
    return entry_id


def out(office: Office, **other: Any) -> str:
    entry_id = checked(office, **other)
    office.give(DEPUTY, casebook.publish, contract.PublishEntry, entry_id)
    return entry_id


def seen(office: Office, entry_id: str, actor: Actor = LEAD) -> contract.EntryView:
    return views.entry(office.sit(actor), EntryQuery(case_id=entry_id))


def listed(office: Office, actor: Actor, **asked: Any) -> list[str]:
    return [each.case_id for each in views.page(office.sit(actor), EntriesQuery(**asked)).lines]


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
        begin(office, kind=SourceKind.HAND, source_id="")


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


def test_a_guide_is_read_by_its_edition_asked_or_unasked(office: Office):
    out(office)
    asked: dict[str, Any] = {"area": "general", "read_by": date(2026, 4, 1)}
    assert office.give(LEAD, readings.assign, AssignReading, officer_ids=("wen", "wang"), **asked).many == 2
    assert office.give(LEAD, readings.assign, AssignReading, officer_ids=("wen", "zhao"), **asked).many == 1
    guide = guides.guide(office.sit(WEN), GuideQuery(area="general"))
    assert (guide.asked_by, guide.read_by, guide.read_at) == (LEAD.name, date(2026, 4, 1), None)
    areas = guides.areas(office, contract.AreasQuery()).lines
    assert [(each.area, each.entries) for each in areas if each.unread] == [("general", 1)]
    for actor in (WEN, QIAN):
        office.give(actor, readings.read, ReadGuide, area="general", edition=guide.edition)
    with pytest.raises(CaseError, match=r"^followup\.read_already"):
        office.give(WEN, readings.read, ReadGuide, area="general", edition=guide.edition)
    told = guides.read_by_whom(office.sit(DEPUTY), ReadingsQuery(area="general"))
    assert (told.asked, told.read) == (4, 2)
    assert {each.officer_id: bool(each.read_at) for each in told.lines} == {
        "wen": True, "wang": False, "zhao": False, "qian": True}
    out(office)      # another edition stands now
    again = guides.read_by_whom(office.sit(DEPUTY), ReadingsQuery(area="general"))
    assert (again.asked, again.read, {each.current for each in again.lines}) == (0, 0, {False})
    with pytest.raises(CaseError, match=r"^followup\.guide_changed"):
        office.give(WANG, readings.read, ReadGuide, area="general", edition=guide.edition)


@pytest.mark.parametrize(("actor", "officers", "day", "code"), [
    (WANG, ("wen",), at(4, 1), "followup.lead_wanted"),
    (LEAD, ("city",), at(4, 1), "followup.readers_unknown"),
    (LEAD, (), at(4, 1), "followup.readers_unknown"),
    (LEAD, ("wen",), at(3, 1), "followup.reading_day_over")])
def test_a_lead_asks_people_of_the_organ_for_a_day_to_come(office: Office, actor: Actor, officers: tuple,
                                                          day: Any, code: str):
    out(office)
    with pytest.raises(CaseError, match=code):
        office.give(actor, readings.assign, AssignReading, area="general", officer_ids=officers,
                    read_by=day.date())
    with pytest.raises(CaseError, match=r"^followup\.guide_empty"):
        office.give(LEAD, readings.assign, AssignReading, area="land", officer_ids=("wen",),
                    read_by=date(2026, 4, 1))


def test_who_leads_nothing_does_not_see_who_has_read(office: Office):
    with pytest.raises(CaseError, match=r"^followup\.lead_wanted"):
        guides.read_by_whom(office.sit(WANG), ReadingsQuery(area="general"))


def test_the_watchdog_knows_what_is_open(office: Office):
    entry_id, published = begin(office), out(office)
    found = open_cases.open_matters(office.sit(SYSTEM), OpenMattersQuery()).matters
    assert entry_id in {each.matter_id for each in found}
    assert published not in {each.matter_id for each in found}
