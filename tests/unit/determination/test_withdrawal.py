"""The subject withdraws what they applied for or appealed against, and chooses nobody by it."""

from collections.abc import Callable
from functools import partial

import pytest

from rongcuo.contracts.determination import (
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    AppealState,
    NegativeAnswer,
    Outcome,
)
from rongcuo.contracts.determination import DeterminationState as State
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.presenters.determinations import allowed
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, PANEL, SUBJECT, TERMS, WANG, by
from tests.unit.determination.test_appeal import lodge
from tests.unit.determination.test_reached import UNMADE, decided_and_revoked, revealed, signed


@pytest.mark.parametrize("voted_on", [
    signed, decided_and_revoked, *UNMADE, revealed, partial(revealed, Outcome.DENIED.value),
    partial(revealed, NO_MAJORITY),
    *(partial(revealed, found, "private_gain", private_gain=NegativeAnswer.DISPUTED)
      for found in (APPLIES, APPLIES_NOT))])
def test_nobody_withdraws_and_applies_anew_until_a_meeting_is_mild(voted_on: Callable[[], Determination]):
    case = voted_on()
    assert case.state is not State.WITHDRAWN
    refused("determination.voted_on", case, lambda it: it.withdraw("不再申请", by(SUBJECT)))


def test_before_a_vote_is_open_the_subject_withdraws_at_a_meeting_too():
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    case.withdraw("不再申请", by(SUBJECT))
    assert case.state is State.WITHDRAWN


def test_before_a_panel_is_named_the_subject_withdraws_and_may_appeal_again_within_the_period():
    appeal, case = scene.appealed()
    refused("determination.not_the_subject", appeal, lambda it: it.withdraw("", case, by(LEAD)))
    appeal.withdraw("", case, by(SUBJECT))
    assert (appeal.state, case.open_appeal) == (AppealState.WITHDRAWN, "")
    lodge(case)
    assert case.open_appeal == "a1"


def named_and_unseated() -> tuple[Appeal, Determination]:
    """Its panel was named, and the case went up: it waits for another."""
    appeal, case = scene.heard()
    appeal.follow_case(case, by(LEAD))
    return appeal, case


@pytest.mark.parametrize("named", [scene.heard, named_and_unseated])
def test_nobody_goes_from_panel_to_panel_by_withdrawing(named):
    appeal, case = named()
    appeal.withdraw("", case, by(SUBJECT))
    assert (appeal.state, case.open_appeal) == (AppealState.WITHDRAWN, "")
    refused("appeal.forgone", case, lodge)
    case.give_feedback("已反馈", "", by(WANG))           # begins no other period
    refused("appeal.forgone", case, lodge)
    assert "revoke" in allowed(case, by(LEAD))           # nobody has settled it
    case.correct(Outcome.LIGHTEN, TERMS, "更正", by(LEAD))
    lodge(case)                                          # another decision


@pytest.mark.parametrize("end", [
    lambda appeal, case: appeal.withdraw("", case, by(SUBJECT)),
    lambda appeal, case: appeal.follow_case(case, by(LEAD))])
def test_who_hears_an_appeal_no_longer_reads_its_case_no_longer(end):
    appeal, case = scene.heard()
    assert {each.officer_id for each in PANEL} <= case.readers
    end(appeal, case)
    assert case.readers.isdisjoint(each.officer_id for each in PANEL)
