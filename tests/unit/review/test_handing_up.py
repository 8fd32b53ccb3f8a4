"""No party leaves a matter without a judge: whom a filer names stays until the organ has looked, and where
nobody is left the organ above has the matter."""

from dataclasses import replace

import pytest

from rongcuo.casework.organ_above import organ_above
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    HandReviewUp,
    RecusalGround,
    RecuseReviewer,
    ReviewHandedUp,
)
from services.review import usecases
from services.review.domain import ReviewCase
from tests.unit.casework.looking import last, refused
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import LEAD, PARTY, PARTY_LEAD, WANG, ZHAO, by, day, holder, view

ABOVE = scene.officer("above", Role.LEAD, organ_id="530100")
EVERYONE_NAMED = ("lead", "wang", "zhao", "qian", "party", "partylead")


def all_named() -> ReviewCase:
    return ReviewCase.open(replace(scene.FILING, named=EVERYONE_NAMED), by(SYSTEM))


def test_a_filer_who_names_everybody_recuses_nobody():
    case = all_named()
    assert case.in_doubt == frozenset(EVERYONE_NAMED)
    here = (view(LEAD), view(WANG))
    assert case.judges_among(here) == ()
    case.assign(view(WANG), by(LEAD))      # the lead has looked at it
    assert case.judges_among(here) == (view(WANG),)
    case.accept("同意", by(WANG))
    assert case.ended


def test_nobody_clears_themselves():
    refused("review.named_by_filer", all_named(), lambda case: case.assign(view(WANG), by(WANG)))
    refused("review.named_by_filer", all_named(), lambda case: case.assign(view(LEAD), by(LEAD)))
    case = all_named()
    case.assign(view(LEAD), by(PARTY_LEAD))
    assert case.assignee_id == "lead"


def test_the_organ_confirms_what_the_filer_says_by_recusing():
    case = scene.opened()
    case.recuse(holder(PARTY), RecusalGround.INTEREST, "确实参加了集体决策", by(LEAD))
    refused("review.recused", case, lambda it: it.assign(view(PARTY), by(LEAD)))


def test_an_assignee_named_by_a_supplement_decides_once_a_lead_has_looked():
    case = scene.awaiting()
    case.take_supplement(scene.supplement(day(2, 24), "wang"), by(SYSTEM, day(2, 24)))
    assert case.assignee_id == "wang"
    refused("review.named_by_filer", case, lambda it: it.accept("同意", by(WANG, day(2, 24))))
    case.assign(view(WANG), by(LEAD, day(2, 24)))
    case.accept("同意", by(WANG, day(2, 24)))
    assert case.ended


@pytest.mark.parametrize(("organ_id", "above"), [
    ("530181", "530100"), ("530181.gaoxin", "530181"), ("530100", "530000")])
def test_above_each_organ_stands_one(organ_id: str, above: str):
    assert organ_above(organ_id) == above


def test_above_the_province_stands_none():
    with pytest.raises(CaseError, match=r"review\.no_organ_above"):
        organ_above("530000")


def test_handing_up_keeps_clock_number_and_place():
    case = scene.held()
    clock, number = case.clock, case.number
    case.hand_up("承办人员均需回避", by(LEAD))
    told = last(case)
    assert isinstance(told, ReviewHandedUp)
    assert (told.organ_id, told.former_organ_id, told.due_at) == ("530100", scene.ORGAN, case.due_at)
    assert (case.organ_id, case.first_organ_id, case.holders) == ("530100", scene.ORGAN, frozenset())
    assert (case.clock, case.number, case.division_code) == (clock, number, scene.DIVISION)
    refused("review.not_a_reviewer", case, lambda it: it.assign(view(WANG), by(LEAD)))
    case.assign(view(ABOVE), by(ABOVE))
    case.accept("同意", by(ABOVE))
    assert case.ended


def test_it_needs_a_reason_and_an_end_is_an_end():
    refused("review.reasons_missing", scene.held(), lambda case: case.hand_up(" ", by(LEAD)))
    refused("review.move_not_allowed", scene.accepted(), lambda case: case.hand_up("x", by(LEAD)))


@pytest.fixture
def context() -> FakeContext:
    context = FakeContext()
    context.officers = tuple(map(view, (LEAD, WANG, ZHAO, ABOVE, scene.COLLEAGUE)))
    return context


def recuse(context: FakeContext, who: str) -> None:
    usecases.recuse(context, RecuseReviewer(
        command_id="c", case_id="f1", officer_id=who, ground=RecusalGround.RELATIVE, reason="亲属"))


def test_when_the_last_one_steps_back_the_organ_above_has_the_case(context: FakeContext):
    context.store.put(scene.held())
    for who in (WANG, ZHAO):
        recuse(context.sit(who), who.officer_id)
    assert context.store.read("f1").organ_id == scene.ORGAN
    recuse(context.sit(LEAD), "lead")
    assert context.store.read("f1").organ_id == "530100"
    assert isinstance(context.told[-1], ReviewHandedUp)
    usecases.assign(context.sit(ABOVE), AssignReview(command_id="c", case_id="f1", officer_id="above"))
    usecases.accept(context, AcceptFiling(command_id="c", case_id="f1", opinion="同意"))
    assert context.store.read("f1").ended


def test_a_lead_hands_up_and_a_lead_above_draws_up_and_nobody_else(context: FakeContext):
    up = HandReviewUp(command_id="c", case_id="f1", reason="本机关人员均有关联")
    for who in (LEAD, ABOVE):
        context.store.put(scene.held())
        usecases.hand_up(context.sit(who), up)
        assert context.store.read("f1").organ_id == "530100"
    context.store.put(scene.held())
    for who in (WANG, scene.FILER, scene.SUPERVISOR, scene.ELSEWHERE):
        with pytest.raises(CaseError, match=r"forbidden|not_found"):
            usecases.hand_up(context.sit(who), up)
