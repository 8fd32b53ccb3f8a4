"""What somebody applied for, and no report was found: counted as that, by the rules of the other figures."""

from dataclasses import replace

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import ClarificationAppliedFor, Concerned
from services.clarify.storage.clarification_content import case_in, row_of
from services.clarify.usecases import clarifications
from services.clarify.views.figures import clarification_figures
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, LIU, SUPERVISOR, WANG, view
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk
from tests.unit.clarify_procedures.test_clarification_usecases import APPLY
from tests.unit.clarify_procedures.test_figures_read import YEAR

UNRELATED = tuple(each for each in scene.EVERYBODY if each not in (scene.COLLEAGUE, scene.NAMESAKE))


def told(desk: Desk, actor: Actor) -> dict[str, str]:
    return {each.code: each.shown for each in clarification_figures(desk.sit(actor), YEAR).figures
            if each.measure is contract.Measure.MATTERS}


def applies(desk: Desk, by: Actor = LIU, **more: object) -> str:
    desk.give(by, clarifications.apply, contract.ApplyForClarification, **{**APPLY, **more})
    event = [each for each in desk.told if isinstance(each, ClarificationAppliedFor)][-1]
    clarifications.find_an_organ(desk.sit(SYSTEM), event)
    return event.standing.matter_id


@pytest.fixture
def unrelated(desk: Desk) -> Desk:
    """Nobody who reads the organ's figures shares a unit or a name with whoever applies."""
    desk.officers = tuple(map(view, UNRELATED))
    return desk


def test_it_is_counted_alone_and_in_no_other_figure(unrelated: Desk):
    before = told(unrelated, LEAD)
    assert before["applied_alone"] == "0"
    applies(unrelated)
    for reader in (LEAD, WANG, SUPERVISOR):
        assert told(unrelated, reader) == before | {"applied_alone": "1"}
    assert clarification_figures(unrelated.sit(LEAD), YEAR).share_cleared is None


def test_one_that_is_linked_is_counted_with_its_report(unrelated: Desk):
    at.found(unrelated, at.UNTRUE, at.UNTRUE)
    at.answered(unrelated, clear=False)
    at.closed(unrelated)
    before, case_id = told(unrelated, LEAD), applies(unrelated)
    unrelated.give(LEAD, clarifications.assign, contract.AssignClarification, case_id, officer_id="wang")
    assert told(unrelated, LEAD) == before | {"applied_alone": "1"}
    unrelated.give(WANG, clarifications.link_report, contract.LinkClarification, case_id, report_id="r1")
    assert told(unrelated, LEAD) == before


def test_what_is_kept_from_a_reader_of_figures_is_in_nobodys(desk: Desk):
    """A reviewer of the organ shares the applicant's unit: their figure does not differ by it from others."""
    applies(desk)
    assert {told(desk, each)["applied_alone"] for each in (LEAD, WANG, SUPERVISOR)} == {"0"}


def test_before_anybody_looked_for_whom_it_is_kept_from_it_is_in_none(unrelated: Desk):
    unrelated.give(LIU, clarifications.apply, contract.ApplyForClarification, **APPLY)
    assert told(unrelated, LEAD)["applied_alone"] == "0"


def test_what_went_up_is_counted_where_it_is(unrelated: Desk):
    applies(unrelated, WANG, concerned=Concerned(name="", officer_id="wang"))
    assert told(unrelated, LEAD)["applied_alone"] == "0"


def test_those_of_before_are_in_none(unrelated: Desk):
    case = unrelated.store.clarifications.read(applies(unrelated))
    row = row_of(replace(case, left_out=False))
    assert not case_in({**row, "version": 1, "revision": 1}).left_out     # type: ignore[arg-type]
    del row["content"]["left_out"]
    assert case_in({**row, "version": 1, "revision": 1}).left_out     # type: ignore[arg-type]
