"""In whose hands a review is, in every state of it."""

import pytest

from rongcuo.casework.holding import held_by
from rongcuo.contracts.review import HeldBy, ReviewState
from services.review.domain import ReviewCase
from tests.unit.review import scene


def handed_up() -> ReviewCase:
    case = scene.held()
    case.assignee = None
    return case


@pytest.mark.parametrize(("made", "holder"), [
    (scene.opened, HeldBy.ASSIGNMENT), (scene.held, HeldBy.HANDLER), (scene.awaiting, HeldBy.FILER),
    (scene.verifying, HeldBy.TEAM_FORMING),
    (lambda: scene.verifying(scene.WANG, scene.ZHAO), HeldBy.HANDLER),
    (scene.accepted, HeldBy.NOBODY), (handed_up, HeldBy.ASSIGNMENT)],
    ids=lambda each: getattr(each, "__name__", str(each)))
def test_who_has_it(made, holder):
    assert held_by(made()) is holder


def test_no_state_is_without_an_answer():
    assert set(ReviewCase.held) == set(ReviewState)
