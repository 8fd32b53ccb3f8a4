"""Problems as rows: each comes back as it was put, and a list shows what is shown one by one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProblemState
from rongcuo.contracts.review import RecusalGround
from services.followup.access import problems as access
from services.followup.domain.problem import Problem
from services.followup.domain.problem import ProblemVerb as Verb
from services.followup.storage import METADATA, FollowupStorage
from services.followup.storage import problems as rows
from tests.unit.followup.scene import CITY, KIN, LEAD, UNIT, WANG, WATCH, WEN, ZHAO, by, officer
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, CASES, MEASURE, RISK, SOURCE
from tests.unit.review.scene import view

OFFICERS = ("wang", "zhao", "lead", "wen", "kin", "")
ORGANS = ("532323", "532324", "532300", "530000", "")
UNITS = (UNIT, "牟定县纪委监委", "楚雄州纪委监委", "")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


def facts(problem: Problem) -> dict[str, object]:
    return {name: value for name, value in vars(problem).items() if not name.startswith("_")}


@pytest.mark.parametrize("state", ProblemState)
def test_a_problem_comes_back_as_it_was_put(engine: Engine, state: ProblemState):
    problem = CASES[state]()
    if state in (ProblemState.OPEN, ProblemState.CLOSED):
        problem.write_risk_point(RISK, ADVICE, by(WANG))
    if not problem.ended:
        problem.recuse(Holder("zhao", "赵某"), RecusalGround.RELATIVE, "表弟", by(ZHAO))
    with Session(engine) as session:
        store = FollowupStorage(session)
        store.put(problem)
        problem.take_events()
        assert facts(store.problems.read("b1")) == facts(problem)
        session.rollback()


people = st.builds(
    lambda officer_id, roles, organ_id, unit: Actor(
        officer_id, officer_id, organ_id, organ_id[:6], unit, frozenset(roles)),
    st.sampled_from(OFFICERS), st.sets(st.sampled_from(Role), max_size=3), st.sampled_from(ORGANS),
    st.sampled_from(UNITS))


@settings(max_examples=60)
@given(asking=st.lists(people, min_size=1, max_size=6), data=st.data())
def test_a_list_shows_what_is_shown_one_by_one(engine: Engine, asking: list[Actor], data: st.DataObject):
    cases = [changed(state, number, data) for number, state in enumerate(ProblemState)]
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in cases:
            store.put(each)
        for actor in (*asking, LEAD, WANG, WEN, KIN, CITY, WATCH, SYSTEM):
            shown = set(session.scalars(select(rows.c.id).where(rows.visible_to(actor))))
            assert shown == {each.id for each in cases if access.sees(actor, each)}
            mine = set(session.scalars(select(rows.c.id).where(rows.with_measure_of(actor.officer_id))))
            assert mine == {each.id for each in cases if actor.officer_id in owners_of(each)}
        session.rollback()


def owners_of(problem: Problem) -> set[str]:
    settled = ("closed", "dropped")
    return {each.owner_id for each in problem.measures if each.state.value not in settled} - {""}


def changed(state: ProblemState, number: int, data: st.DataObject) -> Problem:
    problem = CASES[state]()
    problem.id = f"b{number}"
    problem.sources = (replace(problem.sources[0], source_id=f"s{number}"),)
    problem.concerned = data.draw(st.sampled_from((frozenset({"wen"}), frozenset({"wang"}), frozenset())))
    if problem.ended:
        return problem
    what = data.draw(st.sampled_from(("", "recuse", "hand_up", "plan")))
    if what == "recuse":
        out = data.draw(st.sampled_from(("zhao", "lead", "wang")))
        problem.recuse(Holder(out, out), RecusalGround.OTHER, "同学", by(officer(out, Role.LEAD)))
    if what == "hand_up":
        problem.hand_up("无人可办", by(LEAD))
    if what == "plan" and state is ProblemState.OPEN:
        problem.concerned = frozenset()
        problem.plan_measure(MEASURE, view(WANG), by(LEAD))
    return problem


@pytest.mark.parametrize("state", ProblemState)
@pytest.mark.parametrize("actor", [KIN, WATCH, SYSTEM, WEN, officer("filer", Role.FILER),
                                   officer("member", Role.MEMBER),
                                   officer("far", Role.LEAD, organ_id="532324")],
                         ids=lambda actor: actor.officer_id)
def test_none_of_these_takes_a_step(state: ProblemState, actor: Actor):
    problem = CASES[state]()
    assert not any(access.may(actor, verb, problem) for verb in Verb)
    assert access.sees(actor, problem) is (actor in (WATCH, SYSTEM))


def test_a_reviewer_works_and_a_lead_decides():
    problem = scene.planned()
    own = {verb for verb in Verb if access.may(WANG, verb, problem)}
    led = {verb for verb in Verb if access.may(LEAD, verb, problem)}
    assert led - own == {Verb.CLOSE, Verb.MOVE_MEASURE, Verb.DROP_MEASURE, Verb.HAND_UP}
    assert access.may(CITY, Verb.HAND_UP, problem)
    assert not access.may(CITY, Verb.CLOSE, problem)


def test_a_source_raises_one_problem_and_goes_with_what_it_is_merged_into(engine: Engine):
    again, into = scene.opened("b1"), scene.opened("b2")
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in (again, into):
            store.put(each)
            each.take_events()
        asked = tuple(replace(SOURCE, source_id=each) for each in ("d-b1", "d-b2", "d-b3"))
        assert store.problems.known(asked) == {"d-b1", "d-b2"}
        first, second = store.problems.both("b2", "b1")
        assert (first.id, second.id) == ("b2", "b1")
        second.merge_into(first, "同一件事", by(LEAD))
        store.put(second)
        store.put(first)
        assert store.problems.known(asked) == {"d-b1", "d-b2"}
        session.rollback()


def test_two_people_who_close_one_problem_at_once_do_it_once(engine: Engine):
    problem = scene.settled()
    with Session(engine) as session:
        store = FollowupStorage(session)
        store.put(problem)
        problem.take_events()
        first, second = store.problems.read("b1"), store.problems.read("b1")
        first.close("补上了", by(LEAD))
        second.close("也补上了", by(LEAD))
        store.put(first)
        with pytest.raises(CaseError, match="changed_meanwhile"):
            store.put(second)
        session.rollback()


def test_near_is_what_shares_something_and_is_there_for_whoever_asks(engine: Engine):
    problem, twin = scene.opened("b1"), scene.opened("b2")
    secret, far = scene.opened("b3"), scene.raised(replace(SOURCE, source_id="d9"), "b4", "532324")
    secret.recuse(Holder("wang", "王某"), RecusalGround.OTHER, "同学", by(WANG))
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in (problem, twin, secret, far, scene.dismissed()):
            each.id = "b5" if each.state is ProblemState.DISMISSED else each.id
            store.put(each)
        assert {each.id for each in store.problems.near(problem, WANG)} == {"b2"}
        assert {each.id for each in store.problems.near(problem, LEAD)} == {"b2", "b3"}
        session.rollback()
