"""Lines that a marked text was refused are bounded, and say how many there were."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import NoteMarkedSecret, ReceiveReport
from services.clarify.usecases import marked_secrets, registering
from services.clarify.usecases.marked_secrets import LINE, ONE_BY_ONE, HourlyLines
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, refused
from tests.unit.clarify.scene import CONTENT, WANG

NOBODY = Actor("", "", "", "")
COMMAND = NoteMarkedSecret(command_id="c1")


@pytest.fixture(autouse=True)
def _nothing_counted_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked_secrets, "LINES", HourlyLines())


def noted(context: FakeContext, times: int) -> list[tuple[str, dict[str, int]]]:
    """Whose lines there are then, and what they say."""
    for _ in range(times):
        registering.note_marked_secret(context, COMMAND)
    assert {what for what, _, _ in context.audits} <= {LINE}
    return [(whose, facts) for _, whose, facts in context.audits]


def test_a_flood_of_them_leaves_a_few_lines_with_how_many_there_were():
    lines = noted(FakeContext().sit(NOBODY), 1_000)
    assert lines[:ONE_BY_ONE] == [("public_form", {})] * ONE_BY_ONE
    assert [facts["this_hour"] for _, facts in lines[ONE_BY_ONE:]] == [40, 80, 160, 320, 640]


def test_the_next_hour_begins_anew_and_nobody_uses_up_anothers_lines():
    context = FakeContext().sit(NOBODY)
    noted(context, 100)
    before = len(context.audits)
    assert noted(context.sit(WANG), 1)[before:] == [("wang", {})]
    context.sit(NOBODY).now += timedelta(hours=1)
    assert noted(context, 1)[-1] == ("public_form", {})


def test_what_comes_past_the_door_is_bounded_with_the_others():
    secret = replace(CONTENT, allegations=(replace(scene.GIFTS, text="机密★10年"),))
    context = FakeContext().sit(NOBODY)
    noted(context, ONE_BY_ONE)
    for _ in range(ONE_BY_ONE):
        refused("clarify.marked_secret", lambda: registering.receive(
            context, ReceiveReport(command_id="c1", organ_id=scene.ORGAN, content=secret)))
    assert context.reads == [(LINE, "public_form")]
