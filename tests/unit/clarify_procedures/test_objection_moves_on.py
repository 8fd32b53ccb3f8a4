"""An objection to a clearing waits nowhere where nobody is free to answer it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import clarifications as access
from services.clarify.usecases import clarifications, settling
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD_ABOVE, LIU
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import OTHER_ABOVE, PROVINCE_LEAD, Desk

ANSWER = {"clear": True, "reasons": "确有影响"}


def objected(desk: Desk) -> str:
    case_id = desk.clearing.id
    desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="影响了考察")
    return case_id


def gone(desk: Desk, *officers: str) -> None:
    desk.officers = tuple(replace(each, active=each.active and each.officer_id not in officers)
                          for each in desk.officers)


def late(desk: Desk) -> None:
    """Carrying out, of which nothing comes."""
    at.approved(desk)
    desk.now += timedelta(days=90)


@pytest.mark.parametrize("begun", [at.refused, late])
def test_it_goes_to_the_first_organ_above_with_somebody_free(
        desk: Desk, begun: Callable[[Desk], object]) -> None:
    begun(desk)
    gone(desk, "above", "above2")
    case_id = objected(desk)
    assert desk.clearing.asked_organ_id == "530000"
    refused("not_found", lambda: desk.give(LEAD_ABOVE, clarifications.answer_objection,
                                           contract.AnswerObjection, case_id, **ANSWER))
    desk.give(PROVINCE_LEAD, clarifications.answer_objection, contract.AnswerObjection, case_id, **ANSWER)
    assert desk.clearing.asked_organ_id == ""


@pytest.mark.parametrize("begun", [at.refused, late])
def test_it_goes_on_from_where_nobody_is_left(desk: Desk, begun: Callable[[Desk], object]) -> None:
    begun(desk)
    case_id, state = objected(desk), desk.clearing.state
    desk.give(LEAD_ABOVE, clarifications.recuse, contract.RecuseFromClarification, case_id,
              officer_id="above", ground=RecusalGround.OTHER, reason="与本人有过节")
    assert desk.clearing.asked_organ_id == scene.ABOVE, "another is free"
    gone(desk, "above2")
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(
        officer_id=OTHER_ABOVE.officer_id, organ_id=scene.ABOVE))
    assert (desk.clearing.state, desk.clearing.asked_organ_id) == (state, "530000")
    desk.give(PROVINCE_LEAD, clarifications.answer_objection, contract.AnswerObjection, case_id, **ANSWER)
    assert desk.clearing.asked_organ_id == ""


def test_the_last_one_who_is_recused_hands_it_on(desk: Desk) -> None:
    at.refused(desk)
    gone(desk, "above2")
    case_id = objected(desk)
    desk.give(LEAD_ABOVE, clarifications.recuse, contract.RecuseFromClarification, case_id,
              officer_id="above", ground=RecusalGround.OTHER, reason="与本人有过节")
    assert (desk.clearing.state, desk.clearing.asked_organ_id) == (State.OBJECTED, "530000")


def test_where_nobody_is_free_anywhere_it_stays(desk: Desk) -> None:
    at.refused(desk)
    gone(desk, "above", "above2", "prov")
    objected(desk)
    assert desk.clearing.asked_organ_id == scene.ABOVE


def test_a_second_one_is_there_for_whoever_is_to_answer_it(desk: Desk) -> None:
    """The first was answered by the level below."""
    at.refused(desk)
    case_id = objected(desk)
    desk.give(LEAD_ABOVE, clarifications.answer_objection, contract.AnswerObjection, case_id, **ANSWER)
    desk.now += timedelta(days=90)      # and nothing comes of it
    gone(desk, "above", "above2")
    objected(desk)
    assert desk.clearing.asked_organ_id == "530000"
    assert access.next_level_of(desk.clearing) == "530000"
    desk.give(PROVINCE_LEAD, clarifications.answer_objection, contract.AnswerObjection, case_id, **ANSWER)
