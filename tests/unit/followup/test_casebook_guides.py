"""A guide is read by its edition, asked or unasked, and the leads of the organ see who has."""

from datetime import date
from typing import Any

import pytest

from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    AssignReading,
    GuideQuery,
    ReadGuide,
    ReadingsQuery,
)
from services.followup.usecases import readings
from services.followup.views import guides
from tests.unit.followup.casebook_desk import Office, out
from tests.unit.followup.casebook_scene import QIAN
from tests.unit.followup.scene import DEPUTY, LEAD, WANG, WEN, at


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
