"""What waits for a lead where none is left: it goes up by itself, one case at a time."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM
from services.determination.domain.determination.recusal_applications import awaits_recusal_answer
from services.determination.presenters import determinations as answers
from services.determination.usecases import handing_up
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.determination_scene import LEAD, SUBJECT, by
from tests.unit.determination.recusal_scene import ASK, asked


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def without(context: FakeContext, *gone: str) -> FakeContext:
    """Here are the two leads, but for those who are gone."""
    context.officers = tuple(each for each in context.officers if each.officer_id not in {"kin", *gone})
    return context.sit(SYSTEM)


@pytest.mark.parametrize("make", [scene.held, scene.verifying, scene.resolved, scene.decided])
def test_a_case_goes_up_by_itself_once_no_lead_may_answer_one_of_the_applications(context: FakeContext, make):
    case = asked(make, name="lead某")
    case.ask_recusal("r2", ASK, by(SUBJECT))
    keep(context, case)
    handing_up.find_leads(without(context))     # the other lead may answer
    assert (context.store.determinations.read("d1").organ_id, context.told) == (scene.ORGAN, [])
    handing_up.find_leads(without(context, "deputy"))
    case = context.store.determinations.read("d1")
    assert (case.organ_id, case.recusals_open != ()) == ("532800", True)
    handing_up.find_leads(context)     # there is no lead there either
    assert context.store.determinations.read("d1").organ_id == "530000"


def test_above_the_province_it_says_so_once_and_waits(context: FakeContext):
    case = asked(name="lead某")
    case.organ_id = "530000"
    keep(context, case)
    for _ in range(2):
        handing_up.find_leads(without(context))
    seen = context.store.determinations.read("d1")
    assert (seen.organ_id, seen.history[-1].what) == ("530000", "no_lead_left")
    assert [each.what for each in context.told] == ["no_lead_left"]
    assert answers.view_of(seen, (), by(SUBJECT)).history[-1].what == "no_lead_left"


def test_nobody_breaks_a_vote_off_by_whom_they_name(context: FakeContext):
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    case.ask_recusal("r1", replace(ASK, name="lead某"), by(SUBJECT))
    keep(context, case)
    handing_up.find_leads(without(context, "deputy"))
    case = context.store.determinations.read("d1")
    assert case.organ_id == scene.ORGAN
    case.take_off_agenda("m1", by(LEAD))
    keep(context, case)
    handing_up.find_leads(context)
    assert context.store.determinations.read("d1").organ_id == "532800"


def test_a_case_that_fails_stops_no_other(context: FakeContext):
    for case_id in ("d0", "d1"):
        keep(context, replace(asked(name="lead某"), id=case_id))
    context.store.determinations.rows["d0"].pack_id = "lost"
    handing_up.find_leads(without(context, "deputy"))
    assert [context.store.determinations.read(each).organ_id for each in ("d0", "d1")] == [scene.ORGAN,
                                                                                           "532800"]


def test_of_what_was_withdrawn_nothing_waits_for_an_answer():
    case = asked(scene.held)
    assert awaits_recusal_answer(case)
    case.withdraw("不再需要", by(SUBJECT))
    assert not awaits_recusal_answer(case)
