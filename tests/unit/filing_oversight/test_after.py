"""事后: evaluation of the matter, outcomes with their units, one-case-one-review, closing."""

from typing import Any

import pytest

from rongcuo.contracts import filing as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    FilingRetrospectiveHeld,
    Mark,
    Marked,
    MatterEvaluated,
    OutcomeKind,
    OutcomeRecorded,
    OutcomeUnit,
    OutcomeUse,
    OversightClosed,
    OversightState,
    Track,
)
from services.filing.usecases import oversights as later
from tests.unit.filing.people import FILER, LEAD, REVIEWER
from tests.unit.filing_oversight.scene import DAY, MAY_20, PLAIN, STANDARDS, WHOLE, Scene, refused

KIND, UNIT = OutcomeKind, OutcomeUnit


def marks(partly: int = 0, missed: int = 0) -> tuple[Marked, ...]:
    short = [Mark.PARTLY] * partly + [Mark.NOT_MET] * missed
    return tuple(Marked(standard=each, mark=mark, reason="材料不全")
                 for each, mark in zip(STANDARDS, short, strict=False))


@pytest.mark.parametrize(("partly", "missed", "track"), [
    (0, 0, Track.REGULAR), (1, 0, Track.IMPROVEMENT), (12, 0, Track.IMPROVEMENT), (0, 1, Track.IMPROVEMENT),
    (0, 2, Track.SECOND_LOOK), (5, 7, Track.SECOND_LOOK)])
def test_the_track_follows_from_the_marks(partly: int, missed: int, track: Track) -> None:
    scene = Scene(**PLAIN)
    scene.evaluate(*marks(partly, missed))
    told = scene.told[-1]
    assert isinstance(told, MatterEvaluated)
    assert (told.track, scene.matter.evaluations[-1].track) == (track, track)
    assert scene.matter.state is OversightState.EVALUATED


def test_every_standard_is_marked_once_and_what_is_short_has_its_reason() -> None:
    scene = Scene(**PLAIN)
    scene.progress(100, 100)
    bare = Marked(standard=STANDARDS[0], mark=Mark.PARTLY)
    incomplete = "filing.standards_incomplete"
    for given, code in ((WHOLE[1:], incomplete), ((*WHOLE, WHOLE[0]), incomplete),
                        ((bare, *WHOLE[1:]), "filing.mark_reason_missing")):
        with refused(code):
            scene.do(later.evaluate, contract.EvaluateMatter, LEAD, marks=given, conclusion="好")
    assert scene.matter.evaluations == ()


def test_a_second_look_is_a_task_and_the_only_way_to_evaluate_twice() -> None:
    scene = Scene(**PLAIN)
    scene.evaluate(*marks(missed=2))
    stands = scene.told[-1].standing     # type: ignore[attr-defined]
    assert (stands.stage, stands.due_at.date().isoformat()) == ("oversight_second_look", "2026-08-20")
    with refused("filing.oversight_unfinished"):
        scene.close()
    scene.evaluate(now=MAY_20 + 60 * DAY)
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]
    with refused("filing.evaluated_already"):
        scene.evaluate(now=MAY_20 + 61 * DAY)


def test_nothing_is_evaluated_before_it_is_over() -> None:
    scene = Scene(**PLAIN)
    with refused("filing.not_over_yet"):
        scene.do(later.evaluate, contract.EvaluateMatter, LEAD, marks=WHOLE, conclusion="好")
    over = (scene.matter.act_until or scene.matter.valid_until) - MAY_20.date() + DAY
    scene.do(later.evaluate, contract.EvaluateMatter, LEAD, MAY_20 + over, marks=WHOLE, conclusion="好")
    assert scene.matter.state is OversightState.EVALUATED


def test_whoever_filed_evaluates_nothing() -> None:
    with refused("forbidden"):
        Scene(**PLAIN).evaluate(who=FILER)


# ---------------------------------------------------------------------- outcomes

@pytest.mark.parametrize("kind", KIND)
@pytest.mark.parametrize("unit", UNIT)
def test_each_kind_has_its_one_unit(kind: OutcomeKind, unit: OutcomeUnit) -> None:
    scene = Scene(**PLAIN)
    right = {KIND.HOUSEHOLDS: UNIT.HOUSEHOLDS, KIND.JOBS: UNIT.JOBS}.get(kind, UNIT.CNY)
    if unit is right:
        scene.outcome(kind, unit, 364)
        [told] = scene.told
        assert isinstance(told, OutcomeRecorded)
        assert (told.kind_of, told.unit, told.amount) == (kind, unit, 364)
    else:
        with refused("filing.outcome_unit"):
            scene.outcome(kind, unit, 364)
        assert scene.matter.outcomes == ()


def test_an_outcome_entered_twice_is_refused_and_a_correction_is_a_new_row() -> None:
    scene = Scene(**PLAIN)
    scene.outcome(amount=300)
    with refused("filing.outcome_twice"):
        scene.outcome(amount=364)
    with refused("filing.correction_reason_missing"):
        scene.outcome(amount=364, corrects=1)
    seen = scene.outcome(amount=364, corrects=1, reason="漏计一栋楼", who=REVIEWER)
    assert [(each.number, each.amount, each.corrects, each.by_id) for each in scene.matter.outcomes] == [
        (1, 300, 0, "zhao"), (2, 364, 1, "zhou")]
    assert [(each.kind, each.amount) for each in seen.totals] == [(KIND.HOUSEHOLDS, 364)]
    for number in (1, 7):
        with refused("filing.outcome_unknown"):
            scene.outcome(amount=365, corrects=number, reason="再核")
    with refused("filing.outcome_unknown"):
        scene.outcome(KIND.JOBS, UNIT.JOBS, 5, corrects=2, reason="类别不对")


def test_what_stands_is_summed_by_kind() -> None:
    scene = Scene(**PLAIN)
    scene.outcome(amount=200)
    scene.outcome(amount=164, source="二期交房登记")
    scene.outcome(KIND.WAGES, UNIT.CNY, 1_200_000, source="工资支付凭证")
    seen = scene.outcome(amount=0, corrects=2, reason="登记有误", source="二期交房登记")
    assert [(each.kind.value, each.unit.value, each.amount) for each in seen.totals] == [
        ("households", "households", 200), ("wages", "cny", 1_200_000)]


@pytest.mark.parametrize(("said", "code"), [
    ({"amount": 0}, "filing.outcome_nothing"), ({"on": (MAY_20 + DAY).date()}, "filing.day_to_come")])
def test_nothing_and_what_is_still_to_come_is_no_outcome(said: dict[str, Any], code: str) -> None:
    with refused(code):
        Scene(**PLAIN).outcome(**said)


# ---------------------------------------------------------------------- review and closing

def test_one_case_one_review_is_told_without_its_words() -> None:
    scene = Scene(**PLAIN)
    scene.retrospect()
    [told] = scene.told
    assert isinstance(told, FilingRetrospectiveHeld)
    assert scene.matter.retrospectives[0].learned == "资金先行托管有效"


def test_it_is_closed_once_nothing_is_left_and_outcomes_may_still_come() -> None:
    scene = Scene()
    with refused("filing.oversight_not_allowed"):
        scene.close()
    scene.evaluate()
    with refused("filing.oversight_unfinished"):
        scene.close()     # it is on the whitelist, and has no plan yet
    scene.plan(("decision", 3))
    scene.check()
    with refused("filing.use_missing"):
        scene.close(OutcomeUse.NONE, OutcomeUse.CASEBOOK)
    scene.close(OutcomeUse.CASEBOOK, OutcomeUse.TRAINING)
    told = scene.told[-1]
    assert isinstance(told, OversightClosed)
    assert (told.uses, told.standing.ended) == (("casebook", "training"), True)
    scene.outcome()
    with pytest.raises(CaseError):
        scene.evaluate()
