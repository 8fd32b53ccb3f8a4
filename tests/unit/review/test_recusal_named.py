"""Whom the subject means: by whom they chose, otherwise by whole names in their words."""

from dataclasses import replace

import pytest

from tests.unit.review.determination_scene import DEPUTY, LEAD, QIAN, SUBJECT, WANG, by
from tests.unit.review.looking import refused
from tests.unit.review.recusal_scene import NO, WISH, YES, asked
from tests.unit.review.scene import holder


def test_who_is_chosen_is_meant_by_their_id_and_not_by_what_others_are_called():
    """A lead of the same name answers; the one who is meant does not, whatever they are called."""
    namesake = replace(LEAD, name="wang某")
    case = asked(name="谁", officer_id="wang")
    assert (case.recusals_asked[0].name, case.recusals_asked[0].officer_id) == ("wang某", "wang")
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(NO, officer_id="qian"), by(replace(WANG, roles=LEAD.roles))))
    refused("determination.not_at_work_here", case, lambda it: it.ask_recusal(
        "r2", replace(WISH, officer_id="lead"), by(SUBJECT)))
    refused("determination.recusal_asked_already", case, lambda it: it.ask_recusal("r2", WISH, by(SUBJECT)))
    case.answer_recusal(None, replace(YES, officer_id=""), by(namesake))
    assert case.recused == {"wang"}


def test_part_of_another_s_name_bars_nobody_from_answering():
    case = asked(name="lead某安")
    case.answer_recusal(None, replace(NO, officer_id=""), by(LEAD))
    assert case.recusals_open == ()


@pytest.mark.parametrize("called", ["lead某", "lead某书记", "负责人lead某"])
def test_who_is_asked_to_step_back_does_not_answer_by_whatever_name_they_are_called(called: str):
    case = asked(name=called)
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(NO, officer_id="qian"), by(LEAD)))
    refused("determination.recusal_of_oneself", asked(), lambda it: it.answer_recusal(
        holder(LEAD), replace(NO, officer_id="lead"), by(LEAD)))
    case.answer_recusal(holder(LEAD), replace(YES, officer_id="lead"), by(DEPUTY))
    assert case.recused == {"lead"}
