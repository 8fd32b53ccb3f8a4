"""Before a case is opened it is said what was decided about the same person and time."""

from dataclasses import replace
from functools import partial

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import Initiation
from rongcuo.contracts.opening import OpeningQuery
from rongcuo.policy.gaps import Force
from rongcuo.policy.pack import GapRule
from services.determination.access import determinations as access
from services.determination.usecases import clues, determinations
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep
from tests.unit.determination.determination_scene import STRANGER, SUBJECT, WANG
from tests.unit.determination.test_determination_usecases import OPEN
from tests.unit.review.scene import day


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def asked(context: FakeContext, **changes) -> list[tuple[str, str]]:
    question = {"initiation": Initiation.OWN_INITIATIVE, "subject": scene.PERSON, "act": scene.ACT}
    found = determinations.opening(context, OpeningQuery(**question | changes))
    return [(gap.gap, gap.about) for gap in found.missing]


def test_what_was_decided_about_the_same_person_and_days_is_said_before_another_case_is_opened(
        context: FakeContext, monkeypatch: pytest.MonkeyPatch):
    """It may be the same act in other words."""
    keep(context, scene.concluded())
    other = replace(scene.ACT, what="未批先建", since=scene.ACT.until, until=day(3, 1).date())
    said = [("open.decided_nearby", scene.opened().number)]
    assert asked(context.sit(WANG), act=other) == asked(context) == said
    assert asked(context.sit(SUBJECT), initiation=Initiation.APPLICATION, act=other) == said
    assert asked(context.sit(WANG), act=replace(other, since=day(3, 1).date())) == []
    assert asked(context, subject=replace(scene.PERSON, name="别人", officer_id="")) == []
    assert code_of(lambda: asked(context.sit(STRANGER))) == "forbidden"
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, act=other)
    monkeypatch.setattr(GapRule, "force", lambda *_: Force.ACKNOWLEDGE)
    assert code_of(lambda: determinations.open_determination(context.sit(WANG), own)) == (
        "review.gaps_unacknowledged")
    case = determinations.open_determination(context, replace(own, acknowledged=True))
    assert [(entry.what, entry.note) for entry in context.store.determinations.get(case.case_id).history] == [
        ("acknowledged", "open.decided_nearby"), ("open", "")]


@pytest.mark.parametrize("organ_id", ["532801", "532800", "530000", "532822", "532900", "530181.gaoxin"])
def test_a_case_is_opened_by_the_subjects_own_organ_or_one_above(context: FakeContext, organ_id: str):
    """Otherwise a stranger's decision would bar their own organ from the matter."""
    keep(context, scene.concluded())
    context.sit(scene.here("she", Role.LEAD, organ_id=organ_id, unit="别处"))
    context.elsewhere = (scene.ORGAN,)         # their unit is entered there, whoever is named in it
    nameless, act = replace(scene.PERSON, name="另一人", officer_id=""), replace(scene.ACT, what="未批先建")
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, act=act)
    for subject in (scene.PERSON, nameless):
        steps = (lambda s=subject: asked(context, subject=s, act=act),
                 lambda s=subject: determinations.open_determination(context, replace(own, subject=s)))
        if organ_id in ("532801", "532800", "530000"):
            assert all(step() is not None for step in steps)
            assert set(context.reads) == {("review.decided_nearby_read", "d1")}
        else:
            assert {code_of(step) for step in steps} == {"determination.not_of_this_organ"}
            assert not context.reads
    context.elsewhere = ()                     # nobody knows whose it is: somebody may
    assert determinations.open_determination(context, replace(own, subject=nameless)).case_id


@pytest.mark.parametrize("organ_id", ["532801", "532800"])
def test_nobody_is_judged_as_if_they_had_no_account(context: FakeContext, organ_id: str):
    """They would read nothing, appeal against nothing, and have their own application barred by it."""
    context.sit(scene.here("she", Role.LEAD, organ_id=organ_id, unit="别处"))
    context.elsewhere = (scene.ORGAN,)
    said = replace(scene.PERSON, name=" subject 某", officer_id="")
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, subject=said)
    for step in (lambda: asked(context, subject=said),
                 lambda: determinations.open_determination(context, own)):
        assert code_of(step) == "determination.subject_has_account"
    namesake = replace(own, subject=replace(said, name="subject某（后勤）"))
    assert determinations.open_determination(context, namesake).case_id


def test_a_dispatched_organs_officer_is_under_the_commission_that_dispatched_it():
    for organ_id, code in (("530181", None), ("530182", "determination.not_of_this_organ")):
        lead = scene.here("she", Role.LEAD, organ_id=organ_id)
        opening_it = partial(access.require_opening, lead, Initiation.OWN_INITIATIVE, scene.PERSON,
                             ("530181.gaoxin",))
        assert (code_of(opening_it) if code else opening_it()) == code


def test_a_vote_on_what_was_withdrawn_since_is_said_too(context: FakeContext):
    case = scene.resolved()
    keep(context, case)
    assert asked(context.sit(WANG)) != []
    keep(context, scene.withdrawn())       # nobody had voted
    assert asked(context) == []


def test_a_clue_that_opens_one_asks_too(context: FakeContext, monkeypatch: pytest.MonkeyPatch):
    keep(context, scene.concluded())
    monkeypatch.setattr(GapRule, "force", lambda *_: Force.ACKNOWLEDGE)
    clue = contract.DisposeClue(
        command_id="c", clue_number="线-9", subject=scene.PERSON, act=replace(scene.ACT, what="未批先建"),
        title="未批先建", disposal=ReportDisposal.VERIFY, tolerance_arises=True, reasons="先行先试",
        received_at=scene.NOW)
    assert code_of(lambda: clues.dispose(context.sit(WANG), clue)) == "review.gaps_unacknowledged"
    assert clues.dispose(context, replace(clue, acknowledged=True)).case_id
    assert not clues.dispose(context, replace(clue, clue_number="线-10", tolerance_arises=False)).case_id
