"""Proposals as rows: each comes back as it was put, a list shows what is shown one by one, and figures tell
nothing that is too small."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ProposalFiguresQuery, ProposalKind, ProposalState
from rongcuo.contracts.review import RecusalGround
from services.followup.access import proposals as access
from services.followup.domain.proposal import Proposal
from services.followup.domain.proposal import ProposalVerb as Verb
from services.followup.domain.proposal.counting import Counted, figure_of
from services.followup.storage import METADATA, FollowupStorage
from services.followup.storage import proposals as rows
from services.followup.views.proposals import figures
from tests.unit.followup.scene import KIN, LEAD, WANG, WATCH, ZHAO, officer
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.desk import Desk
from tests.unit.followup_proposals.scene import CASES, ELSEWHERE, MOVED_ON, OTHER_COUNTY, UNIT_PERSON, by

ORGANS = ("532323", "532324", "532300", "530000", "")
UNITS = (scene.UNIT, scene.RENAMED, "牟定县纪委监委", "")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


def facts(proposal: Proposal) -> dict[str, object]:
    return {name: value for name, value in vars(proposal).items() if not name.startswith("_")}


@pytest.mark.parametrize("state", ProposalState)
def test_a_proposal_comes_back_as_it_was_put(engine: Engine, state: ProposalState):
    proposal = CASES[state]()
    if not proposal.ended:
        proposal.recuse(Holder("zhao", "赵某"), RecusalGround.RELATIVE, "表弟", by(ZHAO, scene.NOW[state]))
        proposal.heed_name(scene.RENAMED, (scene.UNIT,), by(WANG, scene.NOW[state]))
    with Session(engine) as session:
        store = FollowupStorage(session)
        store.put(proposal)
        proposal.take_events()
        assert facts(store.proposals.read("b1")) == facts(proposal)
        session.rollback()


people = st.builds(
    lambda officer_id, roles, organ_id, unit: Actor(
        officer_id, officer_id, organ_id, organ_id[:6], unit, frozenset(roles)),
    st.sampled_from(("wang", "zhao", "lead", "shui", "kin", "")), st.sets(st.sampled_from(Role), max_size=3),
    st.sampled_from(ORGANS), st.sampled_from(UNITS))


@settings(max_examples=60)
@given(asking=st.lists(people, min_size=1, max_size=6), data=st.data())
def test_a_list_shows_what_is_shown_one_by_one(engine: Engine, asking: list[Actor], data: st.DataObject):
    cases = []
    for number, state in enumerate(ProposalState):
        proposal = CASES[state]()
        proposal.id = f"b{number}"
        if not proposal.ended and data.draw(st.booleans()):
            out = data.draw(st.sampled_from(("zhao", "lead", "wang")))
            proposal.recuse(Holder(out, out), RecusalGround.OTHER, "同学",
                            by(officer(out, Role.LEAD), scene.NOW[state]))
        if not proposal.ended and data.draw(st.booleans()):
            proposal.heed_name(scene.RENAMED, (scene.UNIT,), by(WANG, scene.NOW[state]))
        cases.append(proposal)
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in cases:
            store.put(each)
        for actor in (*asking, LEAD, WANG, ZHAO, KIN, WATCH, UNIT_PERSON, MOVED_ON, ELSEWHERE, OTHER_COUNTY):
            shown = set(session.scalars(select(rows.c.id).where(rows.visible_to(actor))))
            assert shown == {each.id for each in cases if access.sees(actor, each)}
            inside = set(session.scalars(select(rows.c.id).where(rows.seen_inside(actor))))
            assert inside == {each.id for each in cases if access.sees_inside(actor, each)}
        session.rollback()


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize("actor", [WATCH, SYSTEM, ELSEWHERE, OTHER_COUNTY, officer("member", Role.MEMBER),
                                   officer("far", Role.LEAD, organ_id="532324")],
                         ids=lambda actor: actor.officer_id)
def test_none_of_these_takes_a_step(state: ProposalState, actor: Actor):
    proposal = CASES[state]()
    assert not any(access.may(actor, verb, proposal) for verb in Verb)
    assert access.sees(actor, proposal) is (actor in (WATCH, SYSTEM))


def test_the_addressee_answers_and_decides_nothing_and_a_reviewer_approves_nothing():
    assert {verb for verb in Verb if access.may(UNIT_PERSON, verb, scene.planned())} == {
        Verb.SIGN_FOR, Verb.ACKNOWLEDGE, Verb.PLAN, Verb.REPLY}
    assert not any(access.may(UNIT_PERSON, verb, scene.approved()) for verb in Verb)
    assert not any(access.may(ZHAO, verb, scene.planned()) for verb in access.OF_THE_LEADS)


COUNTED = Counted("532323", ProposalKind.JOINT, 12, 30, 6, 9)


@pytest.mark.parametrize(("changed", "shown"), [
    ({}, ("12", "30", "6", "≥5")), ({"answered": 12}, ("12", "30", "≥5", "≥5")),
    ({"answered": 0, "closed": 4}, ("12", "30", "<5", "<5")),
    ({"letters": 4, "suggestions": 40, "answered": 4, "closed": 0}, ("<5", "<5", "<5", "<5")),
    ({"letters": 5, "suggestions": 5, "answered": 5, "closed": 5}, ("5", "5", "≥5", "≥5"))])
def test_from_above_neither_a_part_nor_what_is_left_of_the_whole_is_told_below_five(
        changed: dict[str, int], shown: tuple[str, ...]):
    counted = replace(COUNTED, **changed)
    told = figure_of(counted, exactly=False)
    assert (told.letters, told.suggestions, told.answered, told.closed) == shown
    exact = figure_of(counted, exactly=True)
    assert exact.letters == str(counted.letters)
    assert exact.answered == str(counted.answered)


def test_letters_and_suggestions_are_counted_apart_by_kind_in_the_year_of_the_delivery(desk: Desk):
    made = []
    for number in range(6):
        proposal = scene.replied() if number < 2 else scene.delivered()
        proposal.id = f"b{number}"
        made.append(proposal)
    joint = scene.delivered(replace(scene.TEXT, kind=ProposalKind.JOINT, suggestions=("一",)))
    joint.id = "joint"
    before = scene.delivered()
    before.id, before.delivered_at = "before", before.delivered_at - timedelta(days=100)
    not_out = scene.approved()
    not_out.id = "not-out"
    desk.put(*made, joint, before, not_out)

    def told(actor: Actor) -> list[tuple[str, str, str, str]]:
        found = figures(desk.sit(actor), ProposalFiguresQuery(year=2026)).figures
        return [(each.kind.value, each.letters, each.suggestions, each.answered) for each in found]

    assert told(LEAD) == [("joint", "1", "1", "0"), ("supervision", "6", "12", "2")]
    assert told(WATCH) == [("joint", "<5", "<5", "<5"), ("supervision", "6", "12", "<5")]
    assert told(officer("far", Role.LEAD, organ_id="532324")) == []
    with pytest.raises(CaseError, match="forbidden"):
        told(UNIT_PERSON)
