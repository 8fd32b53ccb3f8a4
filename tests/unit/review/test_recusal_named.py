"""Whom the subject means: by whom they chose, otherwise by whole names in their words."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.review import RecusalGround
from tests.unit.review import determination_scene as scene
from tests.unit.review.determination_scene import DEPUTY, LEAD, QIAN, SUBJECT, WANG, by
from tests.unit.review.looking import refused
from tests.unit.review.recusal_scene import ASK, NO, YES, asked
from tests.unit.review.scene import holder, view


def test_who_is_chosen_is_meant_by_their_id_and_not_by_what_others_are_called():
    """A lead of the same name answers; the one who is meant does not, whatever they are called."""
    namesake = replace(LEAD, name="wang某")
    case = asked(name="谁", officer_id="wang")
    assert (case.recusals_asked[0].name, case.recusals_asked[0].officer_id) == ("wang某", "wang")
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        None, replace(NO, officer_id=""), by(replace(WANG, roles=LEAD.roles))))
    refused("determination.not_at_work_here", case, lambda it: it.ask_recusal(
        "r2", replace(ASK, officer_id="lead"), by(SUBJECT)))
    refused("determination.recusal_asked_already", case, lambda it: it.ask_recusal("r2", ASK, by(SUBJECT)))
    refused("determination.recusal_of_another", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(YES, officer_id="qian"), by(LEAD)))
    case.answer_recusal(None, replace(YES, officer_id=""), by(namesake))
    assert case.recused == {"wang"}


def test_part_of_another_s_name_bars_nobody_from_answering():
    case = asked(name="lead某安")
    case.answer_recusal(None, replace(NO, officer_id=""), by(LEAD))
    assert case.recusals_open == ()


def test_on_the_ground_that_says_least_an_open_vote_falls_only_before_the_organ_above():
    case = scene.resolved(Outcome.EXEMPT)
    case.ask_recusal("r1", replace(ASK, name="member1某", ground=RecusalGround.OTHER), by(SUBJECT))
    grant, above = replace(YES, officer_id="member1"), replace(LEAD, organ_id="532800")
    refused("determination.vote_counted", case,
            lambda it: it.answer_recusal(holder(scene.MEMBER), grant, by(LEAD)))
    case.hand_up("由上级机关答复", by(LEAD))
    refused("determination.vote_counted", case,      # by nobody's own will
            lambda it: it.recuse(holder(scene.MEMBER), RecusalGround.OTHER, "同学", by(above)))
    case.answer_recusal(holder(scene.MEMBER), grant, by(above))
    assert case.recused == {"member1"}


def test_who_was_a_witness_in_the_case_takes_no_part_in_it():
    case = scene.resolved(Outcome.EXEMPT)
    case.recuse(holder(scene.MEMBER), RecusalGround.WITNESS, "作过证", by(LEAD))
    assert case.bars("member1", frozenset()) is RecusalGround.WITNESS


@pytest.mark.parametrize("called", ["lead某", "lead某书记", "负责人lead某"])
def test_who_is_asked_to_step_back_does_not_answer_by_whatever_name_they_are_called(called: str):
    case = asked(name=called)
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(NO, officer_id="qian"), by(LEAD)))
    refused("determination.recusal_of_oneself", asked(), lambda it: it.answer_recusal(
        holder(LEAD), replace(NO, officer_id="lead"), by(LEAD)))
    case.answer_recusal(holder(LEAD), replace(YES, officer_id="lead"), by(DEPUTY))
    assert case.recused == {"lead"}


def test_who_entered_it_for_somebody_without_an_account_does_not_answer_it() -> None:
    """One lead put words into the person's mouth, and took a member off the panel by them."""
    _, case = scene.heard()
    case.subject = replace(case.subject, officer_id="")
    application = replace(ASK, name="panel1某", attachments=(scene.FILE,))
    case.ask_recusal("r1", application, by(scene.DEPUTY))
    grant = replace(YES, officer_id="panel1")
    other = scene.here("other", Role.LEAD)
    refused("determination.recusal_entered_by_you", case,
            lambda it: it.answer_recusal(holder(scene.PANEL[0]), grant, by(scene.DEPUTY)))
    assert case.lacks_an_answerer((view(scene.DEPUTY),))
    assert not case.lacks_an_answerer((view(scene.DEPUTY), view(other)))
    case.answer_recusal(holder(scene.PANEL[0]), grant, by(other))
