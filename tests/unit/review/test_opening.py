"""Before a case is opened it is said what was decided about the same person and time."""

from dataclasses import replace

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import Disposal, Initiation
from rongcuo.contracts.opening import OpeningQuery
from rongcuo.policy.gaps import Force
from rongcuo.policy.pack import GapRule
from services.review.usecases import clues, determinations, opening
from tests.unit.review import determination_scene as scene
from tests.unit.review.desk import FakeDesk
from tests.unit.review.determination_desk import code_of, jinghong, keep
from tests.unit.review.determination_scene import STRANGER, SUBJECT, WANG
from tests.unit.review.scene import day
from tests.unit.review.test_determination_usecases import OPEN


@pytest.fixture
def desk() -> FakeDesk:
    return jinghong()


def asked(desk: FakeDesk, **changes) -> list[tuple[str, str]]:
    question = {"initiation": Initiation.OWN_INITIATIVE, "subject": scene.PERSON, "act": scene.ACT}
    found = opening.opening(desk, OpeningQuery(**question | changes))
    return [(gap.gap, gap.about) for gap in found.missing]


def test_what_was_decided_about_the_same_person_and_days_is_said_before_another_case_is_opened(
        desk: FakeDesk, monkeypatch: pytest.MonkeyPatch):
    """It may be the same act in other words."""
    keep(desk, scene.concluded())
    other = replace(scene.ACT, what="未批先建", since=scene.ACT.until, until=day(3, 1).date())
    said = [("open.decided_nearby", scene.opened().number)]
    assert asked(desk.sit(WANG), act=other) == asked(desk) == said
    assert asked(desk.sit(SUBJECT), initiation=Initiation.APPLICATION, act=other) == said
    assert asked(desk.sit(WANG), act=replace(other, since=day(3, 1).date())) == []
    assert asked(desk, subject=replace(scene.PERSON, name="别人", officer_id="")) == []
    assert code_of(lambda: asked(desk.sit(STRANGER))) == "forbidden"
    own = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, act=other)
    monkeypatch.setattr(GapRule, "force", lambda *_: Force.ACKNOWLEDGE)
    assert code_of(lambda: determinations.open_determination(desk.sit(WANG), own)) == (
        "review.gaps_unacknowledged")
    case = determinations.open_determination(desk, replace(own, acknowledged=True))
    assert [(entry.what, entry.note) for entry in desk.store.determinations.get(case.case_id).history] == [
        ("acknowledged", "open.decided_nearby"), ("open", "")]


def test_a_vote_on_what_was_withdrawn_since_is_said_too(desk: FakeDesk):
    case = scene.resolved()
    keep(desk, case)
    assert asked(desk.sit(WANG)) != []
    keep(desk, scene.withdrawn())       # nobody had voted
    assert asked(desk) == []


def test_a_clue_that_opens_one_asks_too(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch):
    keep(desk, scene.concluded())
    monkeypatch.setattr(GapRule, "force", lambda *_: Force.ACKNOWLEDGE)
    clue = contract.DisposeClue(
        command_id="c", clue_number="线-9", subject=scene.PERSON, act=replace(scene.ACT, what="未批先建"),
        title="未批先建", disposal=Disposal.VERIFY, tolerance_arises=True, reasons="先行先试",
        received_at=scene.NOW)
    assert code_of(lambda: clues.dispose(desk.sit(WANG), clue)) == "review.gaps_unacknowledged"
    assert clues.dispose(desk, replace(clue, acknowledged=True)).case_id
    assert not clues.dispose(desk, replace(clue, clue_number="线-10", tolerance_arises=False)).case_id
