"""Programmes as rows: each comes back as it was put, and a list shows what is shown one by one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.followup import ProgrammeState
from rongcuo.contracts.review import RecusalGround
from services.followup.access import programmes as access
from services.followup.domain.programme import Programme
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.storage import METADATA, FollowupStorage
from services.followup.storage import programmes as rows
from tests.unit.followup import scene
from tests.unit.followup.scene import CASES, CITY, KIN, LEAD, PERSON, WANG, WATCH, WEN, ZHAO, by, officer
from tests.unit.review.scene import view

OFFICERS = ("wang", "zhao", "lead", "wen", "kin", "")
ORGANS = ("532323", "532324", "532300", "530000", "")
UNITS = (scene.UNIT, "牟定县纪委监委", "楚雄州纪委监委", "")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


def facts(programme: Programme) -> dict[str, object]:
    return {name: value for name, value in vars(programme).items() if not name.startswith("_")}


@pytest.mark.parametrize("state", ProgrammeState)
def test_a_programme_comes_back_as_it_was_put(engine: Engine, state: ProgrammeState):
    programme = CASES[state]()
    if not programme.ended:
        programme.request_visit("想谈谈", (), by(WEN))
        programme.escalate("需要协调", by(WANG))
        programme.remark("谢谢", by(WEN))
        programme.recuse(Holder("zhao", "赵某"), RecusalGround.RELATIVE, "表弟", by(ZHAO))
    with Session(engine) as session:
        store = FollowupStorage(session)
        store.put(programme)
        programme.take_events()
        assert facts(store.programmes.read("p1")) == facts(programme)
        session.rollback()


people = st.builds(
    lambda officer_id, roles, organ_id, unit: Actor(
        officer_id, officer_id, organ_id, organ_id[:6], unit, frozenset(roles)),
    st.sampled_from(OFFICERS), st.sets(st.sampled_from(Role), max_size=3), st.sampled_from(ORGANS),
    st.sampled_from(UNITS))


@settings(max_examples=60)
@given(asking=st.lists(people, min_size=1, max_size=6), data=st.data())
def test_a_list_shows_what_is_shown_one_by_one(engine: Engine, asking: list[Actor], data: st.DataObject):
    cases = []
    for number, state in enumerate(ProgrammeState):
        programme = CASES[state]()
        programme.id = f"p{number}"
        programme.basis = replace(programme.basis, number=f"处{number}")
        programme.person = replace(PERSON, officer_id=data.draw(st.sampled_from(("wen", ""))))
        if not programme.ended:
            change(programme, data)
        cases.append(programme)
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in cases:
            store.put(each)
        for actor in (*asking, LEAD, WANG, WEN, KIN, CITY, WATCH):
            shown = set(session.scalars(select(rows.c.id).where(rows.visible_to(actor))))
            assert shown == {each.id for each in cases if access.sees(actor, each)}
            inside = set(session.scalars(select(rows.c.id).where(rows.seen_inside(actor))))
            assert inside == {each.id for each in cases if access.sees_inside(actor, each)}
        session.rollback()


def change(programme: Programme, data: st.DataObject) -> None:
    what = data.draw(st.sampled_from(("", "escalate", "recuse", "hand_up", "assign")))
    if what == "escalate":
        programme.escalate("需要协调", by(WANG))
    if what == "recuse":
        out = data.draw(st.sampled_from(("zhao", "lead", "wang")))
        programme.recuse(Holder(out, out), RecusalGround.OTHER, "同学", by(officer(out, Role.LEAD)))
    if what == "hand_up":
        programme.hand_up("无人可办", by(LEAD))
    if what == "assign":
        programme.assign(view(ZHAO), by(LEAD))


def test_two_open_programmes_of_one_thing_cannot_both_be_put(engine: Engine):
    with Session(engine) as session:
        store = FollowupStorage(session)
        store.put(scene.sanctioned())
        twin = scene.sanctioned()
        twin.id = "p2"
        with pytest.raises(Exception, match=r"followup\.already_open"):
            store.put(twin)
        session.rollback()


@pytest.mark.parametrize("state", ProgrammeState)
@pytest.mark.parametrize("actor", [ZHAO, KIN, WATCH, SYSTEM, officer("filer", Role.FILER),
                                   officer("far", Role.LEAD, organ_id="532324")],
                         ids=lambda actor: actor.officer_id)
def test_none_of_these_takes_a_step(state: ProgrammeState, actor: Actor):
    programme = CASES[state]()
    assert not any(access.may(actor, verb, programme) for verb in Verb)
    assert access.sees(actor, programme) is (actor in (WATCH, SYSTEM))


def test_the_person_takes_their_own_steps_and_a_reviewer_never_decides():
    programme = scene.counselling()
    assert {verb for verb in Verb if access.may(WEN, verb, programme)} == access.OF_THE_PERSON
    decides = (*access.OF_THE_LEADS, Verb.ANSWER_ESCALATION)
    assert not any(access.may(WANG, verb, programme) for verb in decides)
    assert access.may(CITY, Verb.HAND_UP, programme)
    assert not access.may(CITY, Verb.ANSWER_ESCALATION, programme)
    programme.escalate("需要协调", by(WANG))
    assert {verb for verb in Verb if access.may(CITY, verb, programme)} == {
        Verb.HAND_UP, Verb.ANSWER_ESCALATION}
