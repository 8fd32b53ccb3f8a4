"""事中: checkpoints, deviations, guidance, meddling; and what becomes of a filing meanwhile."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    Bound,
    BoundsLeft,
    DeviationNoted,
    GuidanceGiven,
    OversightMoved,
    OversightOpened,
    OversightState,
)
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.review import ReviewerRecused
from services.filing import usecases
from services.filing.usecases import leaving
from services.filing.usecases import oversights as later
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    MAY_6,
    NEIGHBOUR,
    REVIEWER,
    STRANGER,
    YILIANG,
    officer,
)
from tests.unit.filing.test_voided import made
from tests.unit.filing_oversight.scene import DAY, MAY_20, SECOND, Scene, known

PLAIN = {"situation": "emergency"}     # not on the whitelist
LEADS = (f"{YILIANG}/lead",)


def refused(code: str) -> Any:
    return pytest.raises(CaseError, match=code.replace(".", r"\."))


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


# ---------------------------------------------------------------------- what the filer says

def test_nobody_admits_anything_in_the_filers_name_and_what_others_note_is_told_to_the_filer() -> None:
    scene = Scene(**PLAIN)
    scene.deviate()
    assert [type(each) for each in scene.told] == [OversightMoved]
    scene.deviate(who=COLLEAGUE)
    assert [each.reported for each in scene.matter.deviations] == [True, False]
    told = scene.told[-1]
    assert isinstance(told, DeviationNoted)
    assert (told.subject_told, told.standing.subject_id) == ("filing.deviation_noted", "zhao")


def test_the_filer_alone_contradicts_and_somebody_else_than_who_noted_it_answers() -> None:
    scene = Scene(**PLAIN)
    scene.deviate(who=REVIEWER)
    with refused("filing.not_the_filer"):
        scene.dispute(who=COLLEAGUE)
    with refused("filing.nothing_disputed"):
        scene.answer(stands=True)
    scene.dispute()
    stands = scene.told[-1].standing     # type: ignore[attr-defined]
    assert (stands.stage, stands.holders) == ("oversight_dispute", LEADS)
    with refused("filing.answer_first"):
        scene.guide()
    with refused("filing.noted_it_oneself"):
        scene.answer(stands=True, who=REVIEWER)
    scene.answer(stands=False)
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]
    for step in (scene.guide, scene.correct, scene.dispute):
        with refused("filing.deviation_withdrawn"):
            step()


def test_nothing_of_before_the_acceptance_deviates_from_it() -> None:
    scene = Scene(**PLAIN)
    with refused("filing.before_the_filing"):
        scene.do(later.report_deviation, contract.ReportDeviation, REVIEWER, what="早就这样做",
                 on=MAY_6.date(), outside=())


def test_guidance_leaves_time_and_is_not_given_again_before_its_day() -> None:
    scene = Scene(**PLAIN)
    scene.deviate()
    with refused("filing.too_little_time"):
        scene.guide(days=0)
    scene.guide(days=10)
    with refused("filing.guided_already"):
        scene.guide(days=20)
    scene.guide(days=10, now=MAY_20 + 11 * DAY)


# ---------------------------------------------------------------------- what becomes of the filing

def test_what_was_closed_while_it_was_stopped_goes_on_where_the_filing_applies_again() -> None:
    scene = Scene(**PLAIN)
    number = scene.cabinet.filings[scene.filing_id].number
    decision = made(number, "private_gain")
    usecases.take_determination(scene.at(), decision)
    scene.close()
    usecases.take_determination(scene.at(), replace(decision, negative_items=()))
    assert (scene.matter.state, scene.matter.closing) == (OversightState.RUNNING, None)


def test_what_was_closed_at_its_end_stays_closed() -> None:
    scene = Scene(**PLAIN)
    scene.evaluate()
    scene.close()
    scene.matter.resume(later.occasion_of(scene.at(), scene.matter))
    assert scene.matter.state is OversightState.CLOSED


def test_the_end_of_the_filing_is_the_day_from_which_it_is_to_be_evaluated() -> None:
    scene = Scene(**PLAIN)
    for _ in range(2):
        usecases.expire_due(scene.at(now=MAY_6 + 400 * DAY))
    [told] = scene.told
    assert (told.standing.stage, told.standing.holders) == (  # type: ignore[attr-defined]
        "oversight_evaluation", LEADS)

def test_checkpoints_of_a_void_filing_lapse_and_come_back_with_it() -> None:
    scene = Scene()
    scene.plan(("decision", 2), ("contract", 30))
    scene.check()
    number = scene.cabinet.filings[scene.filing_id].number
    decision = made(number, "private_gain")
    usecases.take_determination(scene.at(), decision)
    assert scene.matter.state is OversightState.STOPPED
    lapsed = {each.code: each.lapse and each.lapse.cause.value for each in scene.matter.checkpoints}
    assert lapsed == {"decision": None, "contract": "voided"}
    assert scene.told[-1].standing.ended     # type: ignore[attr-defined]
    with refused("filing.oversight_not_allowed"):
        scene.check("contract")
    usecases.take_determination(scene.at(), replace(decision, negative_items=()))
    assert scene.matter.state is OversightState.RUNNING
    assert [each.lapse for each in scene.matter.checkpoints] == [None, None]


def test_of_an_expired_filing_only_checkpoints_after_its_last_day_lapse() -> None:
    scene = Scene()
    scene.plan(("decision", 30), ("hand_over", 600))
    usecases.expire_due(scene.at(now=MAY_6 + 400 * DAY))
    lapsed = {each.code: each.lapse and each.lapse.cause.value for each in scene.matter.checkpoints}
    assert lapsed == {"decision": None, "hand_over": "expired"}
    assert scene.told[-1].standing.due_at.date() == (MAY_20 + 30 * DAY).date()  # type: ignore[attr-defined]


def test_a_filing_that_was_withdrawn_has_none() -> None:
    scene = Scene()
    receipt = usecases.submit(scene.at(FILER, MAY_20), contract.SubmitFiling(
        command_id="d", content=replace(scene.cabinet.filings[scene.filing_id].content, title="另一件")))
    usecases.withdraw(scene.at(FILER), contract.WithdrawFiling(
        command_id="e", filing_id=receipt.filing_id, reason="取消"))
    assert list(scene.cabinet.oversights) == [scene.id]


def test_who_leaves_looks_at_nothing_more_and_the_leads_have_it() -> None:
    scene = Scene()
    scene.plan(("decision", 5))
    scene.deviate()
    leaving.take_dismissal(scene.at(), OfficerDismissed(officer_id="zhou", organ_id=YILIANG))
    [checkpoint] = scene.matter.checkpoints
    assert ([each.name for each in checkpoint.supervisors], [each.name for each in checkpoint.gone]) == (
        ["he同志"], ["zhou同志"])
    assert (scene.matter.officer, scene.told[-1].standing.holders) == (None, LEADS)  # type: ignore[attr-defined]

