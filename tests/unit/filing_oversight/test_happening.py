"""What becomes of an oversight with its filing, and with those who look at it."""

from dataclasses import replace

from rongcuo.contracts import filing as contract
from rongcuo.contracts.filing import (
    OversightState,
)
from rongcuo.contracts.identity import OfficerDismissed
from services.filing import usecases
from services.filing.usecases import leaving
from services.filing.usecases import oversights as later
from tests.unit.filing.people import (
    FILER,
    MAY_6,
    YILIANG,
)
from tests.unit.filing.test_voided import made
from tests.unit.filing_oversight.scene import DAY, LEADS, MAY_20, PLAIN, Scene, refused


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
