"""No party leaves a matter without a judge: whom a filer names stays until the organ has looked, and where
nobody is left the organ above has the matter."""


import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import HandDeterminationUp, RecuseFromDetermination
from rongcuo.contracts.review import RecusalGround
from services.determination.usecases import determinations, handing_up
from tests.unit.determination import determination_scene
from tests.unit.determination.context import FakeContext
from tests.unit.review.scene import LEAD, WANG, ZHAO, view


@pytest.fixture
def context() -> FakeContext:
    context = FakeContext()
    context.officers = tuple(map(view, (LEAD, WANG, ZHAO)))
    return context


def test_a_determination_goes_up_with_its_appeal(context: FakeContext):
    above = determination_scene.here("above", Role.LEAD, organ_id="532800")
    appeal, case = determination_scene.heard()
    context.store.put(case)
    context.store.put(appeal)
    seen = handing_up.hand_up(context.sit(above), HandDeterminationUp(
        command_id="c", case_id=case.id, reason="原机关人员均参与过认定"))
    appeal = context.store.appeals.read(appeal.id)
    assert (seen.organ_id, appeal.organ_id, appeal.team) == ("532800", "532800", ())
    assert not appeal.ended


def test_a_determination_whose_team_is_gone_goes_up(context: FakeContext):
    case = determination_scene.verifying()
    people = determination_scene
    context.officers = tuple(map(view, (people.LEAD, people.WANG, people.QIAN)))
    context.store.put(case)
    for who in (people.QIAN, people.WANG):
        determinations.recuse(context.sit(who), RecuseFromDetermination(
            command_id="c", case_id=case.id, officer_id=who.officer_id, ground=RecusalGround.RELATIVE,
            reason="亲属"))
    assert context.store.determinations.read(case.id).organ_id == "532800"
