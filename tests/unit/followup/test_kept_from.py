"""Who is kept from what a programme follows from is kept from the programme."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.casework.apart import name_keys, officer_keys
from rongcuo.contracts import determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProgrammeQuery,
    ProgrammesQuery,
)
from services.followup.usecases import opening, programmes
from services.followup.views import programmes as views
from tests.unit.followup import scene
from tests.unit.followup.desk import Desk, made, standing
from tests.unit.followup.scene import LEAD, NOW, PERSON, WATCH, ZHAO
from tests.unit.review.scene import view


def kept(*apart: str, **changes: Any) -> Standing:
    return replace(standing(), apart=apart, **changes)


def listed(desk: Desk, by: Actor) -> list[str]:
    page = views.page(desk.sit(by), ProgrammesQuery(tab="organ"))
    return [each.case_id for each in page.lines]


def test_whom_the_matter_is_kept_from_that_it_follows_from_it_is_kept_from(desk: Desk):
    """A lead who is named beside, a supervisor who is recused, whoever is called so later."""
    later = replace(LEAD, officer_id="later", name="尚未来")
    told = kept("watch", keys_apart=tuple(name_keys("尚未来") | officer_keys(LEAD.officer_id)))
    opening.take_determination(desk.sit(SYSTEM), replace(made(Outcome.EXEMPT), standing=told))
    programme = desk.programme
    for actor in (LEAD, WATCH, later):
        assert listed(desk, actor) == []
        with pytest.raises(CaseError, match="not_found"):
            views.programme(desk, ProgrammeQuery(case_id=programme.id))
    with pytest.raises(CaseError, match=r"review\.recused"):
        programme.assign(view(replace(ZHAO, name="尚未来")), scene.by(LEAD))
    assert {*desk.told[-1].standing.keys_apart} >= {*told.keys_apart}


def test_who_is_named_there_later_holds_it_no_longer_also_after_its_end(desk: Desk):
    opening.take_determination(desk.sit(SYSTEM), made(Outcome.EXEMPT))
    case_id = desk.programme.id
    desk.give(LEAD, programmes.assign, contract.AssignProgramme, case_id, officer_id=ZHAO.officer_id)
    opening.heed_source(desk.sit(SYSTEM), determination.DeterminationMoved(
        standing=kept(ZHAO.officer_id), what="recuse", actor_id="", at=NOW))
    assert (desk.programme.assignee, desk.programme.is_apart(ZHAO)) == (None, True)
    opening.take_determination(desk.sit(SYSTEM), made(Outcome.DENIED))
    opening.heed_source(desk.sit(SYSTEM), determination.DeterminationMoved(
        standing=kept("watch"), what="keep_from", actor_id="", at=NOW))
    with pytest.raises(CaseError, match="not_found"):
        views.programme(desk.sit(WATCH), ProgrammeQuery(case_id=case_id))


def test_by_another_account_the_person_sees_nothing_of_the_inside(desk: Desk):
    again = replace(LEAD, officer_id="wen2", name=PERSON.name)
    desk.put(scene.sanctioned())
    assert listed(desk, again) == []
    assert desk.programme.is_apart(again)
