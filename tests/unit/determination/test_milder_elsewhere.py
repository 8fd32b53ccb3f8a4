"""Two cases on one act decide one after the other: the other can be appealed against anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import Outcome
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination
from services.determination.usecases import decisions
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.determination_scene import PANEL, SUBJECT, TERMS, WANG, by

LATER = scene.NOW + timedelta(days=90)


def decided_beside(first: Determination, outcome: Outcome) -> Determination:
    """`first` as it is after another case has decided `outcome`, when its own period is over."""
    context = jinghong().sit(WANG, LATER)
    keep(context, first)
    keep(context, replace(scene.resolved(outcome), id="d2", number="容认〔2026〕2号", happened=[]))
    decisions.make(context, contract.MakeDetermination(
        command_id="c", case_id="d2", outcome=outcome, terms=TERMS))
    return context.store.determinations.get("d1")


def test_what_is_heavier_than_what_another_case_decides_is_appealed_against_anew():
    first = scene.concluded()
    until = first.current.appeal_until
    after = decided_beside(first, Outcome.EXEMPT)
    assert until < LATER.date() < after.current.appeal_until
    assert (after.history[-1].what, after.history[-1].note) == ("milder_elsewhere", "容认〔2026〕2号")
    assert Appeal.lodge("a1", "n", after, "另案免责", by(SUBJECT, LATER))


def upheld() -> Determination:
    appeal, case = scene.heard()
    scene.agreed(appeal, case.current.outcome, TERMS, case, by(PANEL[0]))
    return case


@pytest.mark.parametrize(("made", "outcome"), [
    (scene.concluded, Outcome.LIGHTEN), (upheld, Outcome.EXEMPT),
    (lambda: scene.appealed()[1], Outcome.EXEMPT)])
def test_what_is_as_mild_or_settled_or_under_appeal_stays_as_it_is(made, outcome):
    first = made()
    assert decided_beside(first, outcome).current == first.current
