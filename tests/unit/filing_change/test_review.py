"""A change is filed by the filer's unit, and decided within a working day by somebody free; whatever else is
tried is refused by a code."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.filing import (
    ChangeApproved,
    ChangeContent,
    ChangeDeclined,
    ChangeLapsed,
    ChangeMoved,
    ChangeProposed,
    ChangeState,
    ChangeUpheld,
)
from rongcuo.contracts.identity import OfficerDismissed
from services.filing import usecases
from services.filing.usecases import leaving
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    HOUSING,
    LEAD,
    NEIGHBOUR,
    REVIEWER,
    STRANGER,
    YILIANG,
)
from tests.unit.filing.test_voided import made
from tests.unit.filing_change.scene import DAY, JUNE_1, OTHER_LEAD, WIDER, Changing, refusal
from tests.unit.filing_oversight.scene import SECOND


def test_it_waits_for_the_reviewers_until_the_next_working_day_and_then_for_whoever_took_it() -> None:
    scene = Changing()
    view = scene.propose()
    assert (view.state, view.number, view.due_on) == (
        ChangeState.OPEN, f"{scene.filing.number}-C1", date(2026, 6, 2))
    [proposed] = scene.told_of()
    assert isinstance(proposed, ChangeProposed)
    assert (proposed.standing.kind, proposed.standing.holders, proposed.standing.ended) == (
        "filing_change", (), False)
    assert proposed.digest == view.digest != view.rests_on == scene.filing.digest
    scene.take()
    moved = scene.told_of()[-1]
    assert isinstance(moved, ChangeMoved)
    assert (moved.what, moved.standing.holders) == ("take_change", ("zhou",))
    assert refusal(lambda: scene.take(SECOND)) == "filing.change_taken"
    assert refusal(lambda: scene.approve(SECOND)) == "filing.change_not_yours"
    scene.approve()
    last = scene.told_of()[-1]
    assert isinstance(last, ChangeApproved)
    assert (last.version_of_filing, last.standing.ended, last.standing.subject_id) == (2, True, "zhao")


def test_who_has_a_part_decides_nothing() -> None:
    scene = Changing()
    scene.propose(who=COLLEAGUE)
    own = replace(REVIEWER, officer_id="qin", unit=HOUSING)
    assert refusal(lambda: scene.take(own)) == "filing.recused"
    assert "take_change" not in scene.seen(own).allowed
    scene.take()
    scene.step_back()
    assert refusal(scene.take) == "not_found"         # by the post alone it is not there any more
    assert "take_change" in scene.seen(SECOND).allowed
    moved = scene.told_of()[-1]
    assert isinstance(moved, ChangeMoved)
    assert (moved.standing.holders, moved.standing.apart) == ((), ("zhou",))


@pytest.mark.parametrize(("who", "code"), [
    (COLLEAGUE, ""), (STRANGER, "not_found"), (REVIEWER, "forbidden"), (LEAD, "forbidden"),
    (NEIGHBOUR, "not_found"), (CITY, "forbidden")])
def test_only_the_filers_unit_files_a_change(who, code) -> None:
    scene = Changing()
    assert refusal(lambda: scene.propose(who=who)) == code
    assert bool(scene.cabinet.changes) is (code == "")


@pytest.mark.parametrize(("what", "code"), [
    (ChangeContent(reasons="想改"), "filing.change_empty"),
    (ChangeContent(scope="364户购房群众等待入住。", reasons="一样"), "filing.change_empty"),
    (replace(WIDER, reasons=" "), "filing.reason_missing"),
    (ChangeContent(act_from=date(2026, 5, 31), reasons="提前"), "filing.act_before_filing"),
    (ChangeContent(act_until=date(2026, 5, 30), reasons="提前"), "filing.act_before_filing"),
    (ChangeContent(act_from=date(2027, 1, 1), reasons="推后"), "filing.period_reversed"),
    (ChangeContent(valid_until=date(2026, 5, 31), reasons="缩短"), "filing.validity_over"),
    (ChangeContent(valid_until=date(2040, 1, 1), reasons="延长"), "filing.validity_too_long")])
def test_what_cannot_be_filed_is_refused_where_it_is_typed(what: ChangeContent, code: str) -> None:
    scene = Changing()
    before = scene.cabinet.copy()
    assert refusal(lambda: scene.propose(what)) == code
    assert scene.cabinet == before


def test_one_change_at_a_time() -> None:
    scene = Changing()
    scene.propose()
    assert refusal(scene.propose) == "filing.change_open"
    scene.withdraw()
    assert scene.propose().number.endswith("-C2")
    assert [entry.note for entry in scene.filing.history if entry.what == "propose_change"] == [
        f"{scene.filing.number}-C1", f"{scene.filing.number}-C2"]


def voided(scene: Changing) -> None:
    usecases.take_determination(scene.at(now=JUNE_1), made(scene.filing.number, "private_gain"))


def expired(scene: Changing) -> None:
    assert scene.filing.valid_until
    usecases.expire_due(scene.at(now=JUNE_1 + 500 * DAY))


@pytest.mark.parametrize("ends", [voided, expired])
def test_a_filing_that_is_over_or_applies_no_more_cannot_be_changed_and_what_waits_lapses(ends) -> None:
    scene = Changing()
    scene.propose()
    ends(scene)
    assert scene.change().state is ChangeState.LAPSED
    assert isinstance(scene.told_of()[-1], ChangeLapsed)
    assert refusal(lambda: scene.propose(now=JUNE_1 + 501 * DAY if ends is expired else JUNE_1)) == (
        "filing.not_changeable")
    assert "propose_change" not in scene.page().allowed
    assert len(scene.page().versions) == 1


def test_on_the_day_after_its_last_nothing_is_approved_even_before_anybody_says_so() -> None:
    scene = Changing()
    scene.propose(replace(WIDER, valid_until=date(2027, 6, 1)))
    scene.take()
    assert scene.filing.valid_until
    late = JUNE_1 + ((scene.filing.valid_until - JUNE_1.date()).days + 1) * DAY
    assert refusal(lambda: scene.approve(now=late)) == "filing.not_changeable"
    assert scene.change().state is ChangeState.OPEN


def test_a_withdrawn_filing_cannot_be_changed() -> None:
    scene = Changing()
    scene.filing.state = type(scene.filing.state)("withdrawn")
    assert refusal(scene.propose) == "filing.not_changeable"


def test_a_declined_change_leaves_what_was_filed_and_is_objected_to_once_before_another_lead() -> None:
    scene = Changing()
    before = scene.page().versions
    scene.propose()
    scene.take(LEAD)
    scene.decline(LEAD)
    declined = scene.told_of()[-1]
    assert isinstance(declined, ChangeDeclined)
    assert declined.appeal_until == scene.seen().objection_until
    assert (scene.page().versions, scene.seen().reasons) == (before, "另行立项")
    scene.object()
    assert refusal(lambda: scene.answer_objection(False, LEAD)) == "filing.change_declined_before"
    assert "uphold_change" not in scene.seen(LEAD).allowed
    assert "uphold_change" in scene.seen(OTHER_LEAD).allowed
    assert refusal(lambda: scene.answer_objection(False, REVIEWER)) == "forbidden"
    scene.answer_objection(False, OTHER_LEAD)
    assert isinstance(scene.told_of()[-1], ChangeUpheld)
    assert refusal(scene.object) == "filing.objected_already"
    assert scene.page().versions == before


def test_an_objection_that_is_right_changes_the_filing_from_its_answer_on() -> None:
    scene = Changing()
    scene.propose()
    scene.take()
    scene.decline()
    scene.object(now=JUNE_1 + DAY)
    scene.answer_objection(True, now=JUNE_1 + 3 * DAY)
    assert [each.since for each in scene.page().versions] == [date(2026, 5, 7), date(2026, 6, 4)]


def test_an_objection_comes_in_time_and_while_nothing_else_has_changed() -> None:
    scene = Changing()
    scene.propose()
    scene.take()
    scene.decline()
    assert refusal(lambda: scene.object(now=JUNE_1 + 90 * DAY)) == "filing.objection_too_late"
    scene.propose()
    assert refusal(scene.object) == "filing.change_open"
    scene.take(number=2)
    scene.approve(number=2)
    assert refusal(scene.object) == "filing.change_overtaken"


def test_who_leaves_has_no_change_any_more() -> None:
    scene = Changing()
    scene.propose()
    scene.take()
    for _ in range(2):
        leaving.take_dismissal(scene.at(), OfficerDismissed(officer_id="zhou", organ_id=YILIANG))
    assert scene.change().reviewer is None
    assert [getattr(each, "what", "") for each in scene.told_of()] == ["", "take_change", "post_ended"]


def test_the_filer_decides_nothing_and_the_reviewer_withdraws_nothing() -> None:
    scene = Changing()
    scene.propose()
    assert refusal(lambda: scene.take(FILER)) == "forbidden"
    assert refusal(lambda: scene.withdraw(REVIEWER)) == "forbidden"
    assert refusal(lambda: scene.withdraw(STRANGER)) == "not_found"
    assert scene.seen(CITY).allowed == ()
