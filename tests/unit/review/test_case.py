"""Who holds a case, who may not, and how it is decided."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.review import (
    RecusalGround,
    ReviewAccepted,
    ReviewAssigned,
    ReviewerRecused,
    ReviewOpened,
    VerificationStarted,
    VerificationTeamFormed,
)
from rongcuo.contracts.review import ReviewState as State
from services.review.domain import ReviewCase, Verb
from tests.unit.casework.looking import kinds, last, refused
from tests.unit.review import scene
from tests.unit.review.scene import COLLEAGUE, ELSEWHERE, LEAD, QIAN, WANG, ZHAO, by, day, holder, view


def test_a_filing_of_friday_is_due_on_the_worked_saturday():
    case = scene.opened()
    told = last(case)
    assert isinstance(told, ReviewOpened)
    assert (told.case_id, told.due_at, told.provisional) == ("f1", day(2, 14, 17).replace(minute=30), False)


def test_every_event_takes_the_next_version():
    case = scene.verifying(WANG, ZHAO)
    case.report_verification("属实", True, by(WANG))
    assert kinds(case) == [
        ReviewOpened, ReviewAssigned, VerificationStarted, VerificationTeamFormed, ReviewAccepted]
    assert [version for version, _ in case.happened] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("who", "code"), [
    (view(COLLEAGUE), "review.recused"),
    (view(scene.officer("filer", Role.REVIEWER)), "review.recused"),
    (view(ELSEWHERE), "review.not_a_reviewer"),
    (view(scene.FILER), "review.not_a_reviewer"),
    (view(WANG, active=False), "review.not_a_reviewer"),
])
def test_who_may_not_be_assigned_nor_verify(who, code):
    refused(code, scene.opened(), lambda case: case.assign(who, by(LEAD)))
    refused(code, scene.verifying(), lambda case: case.form_team((view(ZHAO), who), by(LEAD)))


def test_a_lead_of_the_filers_unit_steers_nothing_but_may_step_back():
    lead = scene.officer("partylead", Role.LEAD, unit=scene.FILERS_UNIT)
    case, verification = scene.held(), scene.verifying(WANG, ZHAO)
    refused("review.recused", case, lambda it: it.assign(view(ZHAO), by(lead)))
    refused("review.recused", case, lambda it: it.suspend("等等", by(lead)))
    refused("review.recused", verification, lambda it: it.extend("复杂", by(lead)))
    refused("review.recused", verification, lambda it: it.form_team((view(QIAN), view(ZHAO)), by(lead)))
    refused("review.recused", case, lambda it: it.recuse(
        holder(WANG), RecusalGround.OTHER, "换一个人", by(lead)))
    case.recuse(holder(lead), RecusalGround.SELF, "本人参加了集体决策", by(lead))
    assert case.assignee == holder(WANG)
    assert last(case).unassigned is False


def test_a_recused_lead_steers_nothing_either():
    case = scene.held()
    case.recuse(holder(LEAD), RecusalGround.RELATIVE, "亲属", by(LEAD))
    refused("review.recused", case, lambda it: it.assign(view(ZHAO), by(LEAD)))
    refused("review.recused", case, lambda it: it.recuse(holder(WANG), RecusalGround.OTHER, "换人", by(LEAD)))


def test_a_recused_reviewer_stays_barred_and_the_case_returns_to_the_queue():
    case = scene.held()
    case.recuse(holder(WANG), RecusalGround.RELATIVE, "与报备人是亲属", by(WANG))
    assert isinstance(last(case), ReviewerRecused)
    assert (last(case).unassigned, case.assignee) == (True, None)
    case.recuse(holder(COLLEAGUE), RecusalGround.RELATIVE, "亲属", by(COLLEAGUE))
    assert (last(case).unassigned, case.assignee) == (False, None)     # nobody's hands were emptied by it
    refused("review.recused", case, lambda it: it.assign(view(WANG), by(LEAD)))
    refused("review.recused", case, lambda it: it.recuse(holder(WANG), RecusalGround.OTHER, "再次", by(LEAD)))
    case.assign(view(ZHAO), by(LEAD))
    refused("review.recused", case, lambda it: it.accept("同意", by(WANG)))


def test_a_recusal_needs_its_reason():
    refused("review.recusal_reason_missing", scene.held(), lambda case: case.recuse(
        holder(WANG), RecusalGround.OTHER, "  ", by(WANG)))


def test_the_filer_has_a_part_even_where_nobody_lists_them():
    case = ReviewCase.open(replace(scene.FILING, parties=(), named=(), unit=""), by(SYSTEM))
    filer = view(scene.officer("filer", Role.REVIEWER))
    refused("review.recused", case, lambda it: it.assign(filer, by(LEAD)))
    case.assign(view(replace(WANG, unit="")), by(LEAD))  # two who name no unit are not of the same unit


def test_only_the_assignee_decides():
    for act in (lambda case: case.accept("", by(LEAD)), lambda case: case.decline("理由", by(ZHAO)),
                lambda case: case.request_supplement("缺件", by(LEAD))):
        refused("review.not_assigned", scene.held(), act)
        refused("review.not_assigned", scene.opened(), act)
    case = scene.held(LEAD)
    case.accept("", by(LEAD))
    assert (case.state, case.decided_by) == (State.ACCEPTED, "lead")


def test_an_assignee_whose_unit_became_the_filers_does_not_decide():
    moved = replace(WANG, unit=scene.FILERS_UNIT)
    refused("review.recused", scene.held(), lambda case: case.accept("", by(moved)))


@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_adverse_steps_need_words(blank):
    refused("review.reasons_missing", scene.held(), lambda case: case.decline(blank, by(WANG)))
    refused("review.reasons_missing", scene.held(), lambda case: case.request_supplement(blank, by(WANG)))
    refused("review.reasons_missing", scene.held(), lambda case: case.suspend(blank, by(WANG)))
    team = scene.verifying(WANG, ZHAO)
    refused("review.reasons_missing", team, lambda case: case.report_verification(blank, True, by(WANG)))
    refused("review.reasons_missing", team, lambda case: case.report_verification(blank, False, by(WANG)))
    refused("review.reasons_missing", team, lambda case: case.extend(blank, by(WANG)))


@pytest.mark.parametrize(("at", "late"), [(day(2, 14, 23), False), (day(2, 15, 0), True)])
def test_late_is_a_matter_of_local_dates(at, late):
    case = scene.held()
    case.accept("同意", by(WANG, at))
    assert last(case) == ReviewAccepted(
        case_id="f1", organ_id=scene.ORGAN, decided_by="wang", decided_by_name="wang某", opinion="同意",
        late=late, decided_at=at)


def test_a_late_preliminary_review_is_not_forgotten_in_verification():
    case = scene.held(colour="yellow")
    case.accept("同意", by(WANG, day(2, 24)))
    case.form_team((view(ZHAO), view(QIAN)), by(LEAD, day(2, 24)))
    case.report_verification("属实", True, by(ZHAO, day(2, 25)))
    assert last(case).late is True


def test_a_step_of_which_it_has_nothing_to_tell_is_a_mistake():
    with pytest.raises(NotImplementedError, match=Verb.TAKE_UP):
        scene.opened().tell(Verb.TAKE_UP, by(LEAD))
