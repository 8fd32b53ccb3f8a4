"""Of an appeal's panel nobody answers about a colleague whose opinion they may have read."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import Outcome
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.usecases import determinations, handing_up
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep
from tests.unit.determination.determination_scene import DEPUTY, PANEL, SUBJECT, TERMS, by
from tests.unit.determination.recusal_scene import ASK, YES
from tests.unit.review.scene import holder, view

OTHER = scene.here("other", Role.LEAD)     # had no hand in it, and sits on no panel
OF_COLLEAGUE = replace(YES, officer_id="panel1")


def asked(*speakers: Actor) -> tuple[Appeal, Determination]:
    """A lead sits on the panel, whose `speakers` have stated opinions that differ."""
    appeal, case = scene.appealed()
    appeal.form_panel(tuple(map(view, (*PANEL[:2], DEPUTY))), case, by(DEPUTY))
    for number, speaker in enumerate(speakers):
        appeal.decide(Outcome.EXEMPT, replace(TERMS, reasons=f"理由{number}"), case, by(speaker))
    case.ask_recusal("r1", replace(ASK, name="panel1某"), by(SUBJECT))
    return appeal, case


@pytest.fixture
def context() -> FakeContext:
    context = jinghong()
    context.officers = tuple(each for each in context.officers if each.officer_id != "kin")
    return context


def kept(context: FakeContext, *speakers: Actor) -> FakeContext:
    appeal, case = asked(*speakers)
    keep(context, case)
    keep(context, appeal)
    return context


def test_before_anybody_has_spoken_one_of_the_panel_answers(context: FakeContext) -> None:
    determinations.answer_recusal(kept(context).sit(DEPUTY), OF_COLLEAGUE)
    assert context.store.determinations.read("d1").recused == {"panel1"}


def test_once_one_has_spoken_a_lead_beside_the_panel_answers(context: FakeContext) -> None:
    context.officers += (view(OTHER),)
    kept(context, PANEL[0])
    assert code_of(lambda: determinations.answer_recusal(context.sit(DEPUTY), OF_COLLEAGUE)) == (
        "determination.recusal_on_your_panel")
    handing_up.find_leads(context.sit(SYSTEM))
    assert context.store.determinations.read("d1").organ_id == scene.ORGAN
    determinations.answer_recusal(context.sit(OTHER), OF_COLLEAGUE)
    assert context.store.determinations.read("d1").recused == {"panel1"}


def test_where_none_is_beside_it_the_organ_above_answers_with_the_panel_along(context: FakeContext) -> None:
    kept(context, PANEL[0])
    assert code_of(lambda: determinations.answer_recusal(context.sit(DEPUTY), OF_COLLEAGUE)) == (
        "determination.recusal_on_your_panel")
    handing_up.find_leads(context.sit(SYSTEM))
    assert context.store.determinations.read("d1").organ_id == "532800"
    appeal = context.store.appeals.read("a1")
    assert (appeal.organ_id, appeal.holders) == ("532800", {"panel1", "panel2", "deputy"})


def test_above_the_province_where_nobody_else_can_one_of_the_panel_does() -> None:
    appeal, case = asked(PANEL[0])
    case.organ_id, case.speaking = "530000", appeal.speaking
    here, beside = (replace(each, organ_id="530000") for each in (DEPUTY, OTHER))
    both = (view(here), view(beside))
    refused("determination.recusal_on_your_panel", case, lambda it: it.answer_recusal(
        holder(PANEL[0]), OF_COLLEAGUE, by(here), both))
    assert not case.lacks_an_answerer((view(here),))
    case.answer_recusal(holder(PANEL[0]), OF_COLLEAGUE, by(here), (view(here),))
    assert case.recused == {"panel1"}
