"""事中: checkpoints, deviations, guidance, meddling."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    Bound,
    BoundsLeft,
    GuidanceGiven,
    OversightOpened,
)
from rongcuo.contracts.review import ReviewerRecused
from services.filing import usecases
from services.filing.usecases import oversights as later
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    NEIGHBOUR,
    REVIEWER,
    STRANGER,
    YILIANG,
    officer,
)
from tests.unit.filing_oversight.scene import DAY, LEADS, MAY_20, PLAIN, SECOND, Scene, known, refused

# ---------------------------------------------------------------------- begun by the acceptance

def test_every_accepted_filing_has_it_and_one_on_the_whitelist_waits_for_a_plan() -> None:
    plain, listed = Scene(**PLAIN), Scene()
    assert (plain.matter.planned, plain.told) == (False, [])
    [opened] = listed.told
    assert isinstance(opened, OversightOpened)
    assert (opened.standing.stage, opened.standing.holders) == ("oversight_plan", LEADS)
    assert opened.standing.due_at.date().isoformat() == "2026-05-13"     # five working days
    assert listed.matter.officer == contract.Supervisor(officer_id="zhou", name="zhou同志")


def test_put_on_the_whitelist_later_it_waits_for_a_plan_then() -> None:
    scene = Scene()
    for listed in (False, True):
        usecases.whitelist(scene.at(LEAD), contract.WhitelistFiling(
            command_id="w", filing_id=scene.filing_id, listed=listed, reason="项目调整"))
    assert [type(each) for each in scene.told] == [OversightOpened]     # once


# ---------------------------------------------------------------------- checkpoints

def test_a_plan_names_two_supervisors_and_the_next_one_due_is_their_task() -> None:
    scene = Scene()
    scene.plan(("contract", 20), ("decision", 5))
    stands = scene.told[-1].standing     # type: ignore[attr-defined]
    assert (stands.stage, stands.holders) == ("oversight_checkpoint", ("he", "zhou"))
    assert stands.due_at == (MAY_20 + 5 * DAY).replace(hour=17, minute=30)
    assert [each.code for each in scene.matter.checkpoints] == ["decision", "contract"]
    scene.check("decision")
    assert scene.told[-1].standing.due_at.date() == (MAY_20 + 20 * DAY).date()  # type: ignore[attr-defined]
    scene.check("contract", SECOND)
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]


@pytest.mark.parametrize(("checkpoints", "supervisors", "code"), [
    ((("decision", 5),), ("zhou",), "filing.too_few_supervisors"),
    ((("decision", 5),), ("zhou", "zhou"), "filing.too_few_supervisors"),
    ((("decision", 5),), ("zhou", "zhao"), "review.not_a_reviewer"),
    ((("decision", 5),), ("zhou", "unit"), "filing.recused"),
    ((("decision", 5),), ("zhou", "nobody"), "review.not_a_reviewer"),
    ((("decision", 5),), ("zhou", "gone"), "review.not_a_reviewer"),
    ((("decision", -1),), ("zhou", "he"), "filing.day_over"),
    ((("decision", 5), ("decision", 6)), ("zhou", "he"), "filing.checkpoint_twice"),
    ((("party", 5),), ("zhou", "he"), "filing.unknown_checkpoint"),
    ((), ("zhou", "he"), "filing.plan_empty"),
])
def test_a_plan_that_cannot_be_is_refused(
        checkpoints: tuple[tuple[str, int], ...], supervisors: tuple[str, ...], code: str) -> None:
    scene = Scene()
    scene.cabinet.officers |= {"unit": known(officer("unit", Role.REVIEWER, unit=FILER.unit)),
                               "gone": known(officer("gone", Role.REVIEWER), active=False)}
    with refused(code):
        scene.plan(*checkpoints, supervisors=supervisors)
    assert scene.matter.checkpoints == ()


def test_a_recused_reviewer_supervises_nothing() -> None:
    scene = Scene()
    usecases.take_recusal(scene.at(), ReviewerRecused(
        case_id=scene.filing_id, organ_id=YILIANG, number="", title="", stage="", officer_id="he",
        unassigned=False))
    with refused("filing.recused"):
        scene.plan(("decision", 5))


def test_only_its_supervisors_record_a_checkpoint_and_once() -> None:
    scene = Scene()
    scene.plan(("decision", 5))
    for who in (LEAD, FILER, STRANGER):
        with pytest.raises(CaseError):
            scene.check(who=who)
    scene.check(papers=("minutes",))
    with refused("filing.not_its_supervisor"):
        scene.check(who=SECOND)
    scene.plan(("contract", 9))     # planned anew: what was looked at stays
    assert [(each.code, bool(each.found)) for each in scene.matter.checkpoints] == [
        ("decision", True), ("contract", False)]
    with refused("filing.checkpoint_twice"):
        scene.plan(("decision", 9))


def test_what_is_not_in_order_becomes_a_deviation_with_its_guidance() -> None:
    scene = Scene()
    scene.plan(("decision", 5))
    scene.check(in_order=False, finding="纪要缺一人签字", guidance="补签", outside=(Bound.WAY,),
                correction_due_on=(MAY_20 + 7 * DAY).date())
    [deviation] = scene.matter.deviations
    assert (deviation.checkpoint, deviation.reported) == ("decision", False)
    assert deviation.guidance[0].words == "补签"
    assert [type(each).__name__ for each in scene.told[-3:]] == [
        "OversightMoved", "BoundsLeft", "GuidanceGiven"]
    with refused("filing.correction_due_missing"):
        scene.plan(("contract", 5))
        scene.check("contract", in_order=False, guidance="补签")


# ---------------------------------------------------------------------- deviations

def test_what_leaves_the_bounds_says_so_to_the_officer_and_the_filer() -> None:
    scene = Scene(**PLAIN)
    scene.deviate(Bound.ACT, Bound.PERIOD)
    moved, told = scene.told
    assert isinstance(told, BoundsLeft)
    assert told.outside == ("act", "period")
    assert (told.standing.stage, told.standing.holders) == ("oversight_guidance", ("zhou",))
    assert told.standing.due_at.date().isoformat() == "2026-05-25"     # three working days
    assert (told.subject_told, told.standing.subject_id) == ("filing.bounds_left", "zhao")
    assert not isinstance(moved, BoundsLeft)


def test_guidance_and_correction_are_dated_and_signed() -> None:
    scene = Scene(**PLAIN)
    scene.deviate()
    scene.guide()
    told = scene.told[-1]
    assert isinstance(told, GuidanceGiven)
    assert (told.standing.stage, told.appeal_until) == ("oversight_correction", (MAY_20 + 10 * DAY).date())
    scene.correct(who=COLLEAGUE)
    [deviation] = scene.matter.deviations
    assert [(each.by_id, each.at) for each in (*deviation.guidance, *deviation.corrections)] == [
        ("zhou", MAY_20), ("qian", MAY_20 + DAY)]
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]
    scene.guide(now=MAY_20 + 2 * DAY)     # not enough: it is open again
    assert not scene.told[-1].standing.ended     # type: ignore[attr-defined]


def test_corrections_before_their_deviation_or_of_none_are_refused() -> None:
    scene = Scene(**PLAIN)
    with refused("filing.unknown_deviation"):
        scene.correct()
    scene.deviate(now=MAY_20 + 5 * DAY)
    with refused("filing.corrected_before"):
        scene.correct(now=MAY_20)
    with refused("filing.day_to_come"):
        scene.do(later.correct, contract.ReportCorrection, FILER, deviation=1, words="将补办",
                 on=(MAY_20 + 9 * DAY).date())


@pytest.mark.parametrize(("who", "code"), [(STRANGER, "not_found"), (NEIGHBOUR, "not_found"),
                                           (CITY, "forbidden"), (LEAD, "forbidden")])
def test_progress_is_the_filers(who: Any, code: str) -> None:
    with refused(code):
        Scene().do(later.report_progress, contract.ReportProgress, who, on=MAY_20.date(), done=1, planned=1)


# ---------------------------------------------------------------------- meddling

def test_meddling_is_kept_from_the_named_and_told_to_nobody() -> None:
    scene = Scene(**PLAIN)
    scene.meddle(leader_name=LEAD.name)
    scene.meddle(leader_id=SECOND.officer_id, leader_name="别名")
    assert scene.told == []
    assert [each.what for each in scene.seen_by(FILER).history] == []
    numbers = {who.officer_id: [each.number for each in scene.seen_by(who).meddlings]
               for who in (FILER, REVIEWER, LEAD, SECOND, COLLEAGUE, CITY)}
    assert numbers == {"zhao": [1, 2], "zhou": [1, 2], "wu": [1], "he": [1], "qian": [], "wang": []}
    assert scene.cabinet.audits[-1] == ("filing.meddling_registered", scene.id)


@pytest.mark.parametrize("written", ["严书记", "严某", "县委严书记", "嚴書記"])
def test_whoever_may_be_the_named_is_not_told_that_there_is_an_entry(written: str) -> None:
    scene, yan = Scene(**PLAIN), replace(REVIEWER, officer_id="yan", name="严正")
    before = scene.seen_by(yan)
    scene.meddle(leader_name=written)
    scene.meddle(leader_name="别处某局长")
    seen = scene.seen_by(yan)
    assert [(each.number, each.leader_name) for each in seen.meddlings] == [(1, "别处某局长")]
    assert (seen.tag, seen.history) == (before.tag, before.history)
    assert [each.number for each in scene.seen_by(FILER).meddlings] == [1, 2]     # who wrote it
