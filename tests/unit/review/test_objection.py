"""An objection to the refusal of a filing: looked at once, by others, and nothing becomes worse by it."""

from datetime import timedelta

from rongcuo.casework.case import Case
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.review import ObjectionDecided, ObjectionOpened
from rongcuo.contracts.review import ReviewState as State
from rongcuo.policy.clock import DeadlineClock
from services.review.presenters import allowed, view_of
from services.review.storage import case_of, row_of
from tests.unit.casework.looking import last, refused
from tests.unit.review import scene
from tests.unit.review.scene import FILER, LEAD, PACK, QIAN, WANG, ZHAO, by, day, view
from tests.unit.review.test_moves import declined, objected

LATER = day(3, 2)


def waiting():
    case = declined()
    case.object(scene.objection(LATER), by(SYSTEM, LATER))
    return case


def test_it_waits_for_somebody_else_with_a_date_of_its_own():
    case = waiting()
    assert (case.state, case.holders) == (State.OBJECTED, frozenset())
    told = last(case)
    assert isinstance(told, ObjectionOpened)
    assert told.due_at == case.due_at > LATER + timedelta(days=7)
    assert case.reasons == "不属于适用情形"


def test_nobody_who_refused_looks_at_it():
    case = waiting()
    refused("review.refused_before", case, lambda it: it.assign(view(WANG), by(LEAD, LATER)))
    case.assign(view(ZHAO), by(LEAD, LATER))
    assert {"take_up", "uphold_refusal"} <= set(allowed(case, by(ZHAO, LATER)))
    assert "take_up" not in allowed(case, by(WANG, LATER))


def test_a_whole_team_that_refused_is_kept_from_it():
    case = scene.verifying(WANG, ZHAO)
    case.report_verification("不属实", False, by(WANG))
    case.object(scene.objection(LATER), by(SYSTEM, LATER))
    for officer in (WANG, ZHAO):
        refused("review.refused_before", case, lambda it, who=officer: it.assign(view(who), by(LEAD, LATER)))
    case.assign(view(QIAN), by(LEAD, LATER))


def test_who_refused_is_not_counted_among_those_who_are_left():
    """Where nobody else is, it is handed up."""
    officers = (view(WANG), view(ZHAO))
    assert declined().judges_among(officers) == officers
    assert waiting().judges_among(officers) == (view(ZHAO),)


def test_the_refusal_stands_as_it_was():
    case = objected()
    before = (case.reasons, case.decided_at, case.decided_by)
    refused("review.reasons_missing", case, lambda it: it.uphold(" ", by(ZHAO)))
    case.uphold("没有新的理由", by(ZHAO))
    assert (case.state, case.reasons, case.decided_at, case.decided_by) == (State.DECLINED, *before)
    told = last(case)
    assert isinstance(told, ObjectionDecided)
    assert (told.taken_up, told.reasons, told.due_at) == (False, "没有新的理由", None)


def test_taken_up_it_begins_anew_by_others():
    case = objected()
    case.supplements, case.supplement_clock = 1, case.clock
    case.take_up("纪要足以说明", by(ZHAO, LATER))
    assert (case.state, case.stage) == (State.PRELIMINARY_REVIEW, "preliminary_review")
    assert not case.holders
    assert (case.reasons, case.decided_at) == ("", None)
    assert (case.supplements, case.supplement_clock) == (0, None)
    assert case.due_at > LATER
    assert not case.clock.stopped
    refused("review.refused_before", case, lambda it: it.assign(view(WANG), by(LEAD, LATER)))
    case.assign(view(ZHAO), by(LEAD, LATER))
    case.decline("现行规定不适用", by(ZHAO, LATER))
    events = len(case.happened)
    case.object(scene.objection(LATER), by(SYSTEM, LATER))
    assert (case.state, len(case.happened)) == (State.DECLINED, events)     # once


def test_a_refusal_says_until_when_it_can_be_objected_to_and_a_second_one_that_it_cannot():
    case = declined()
    clock = DeadlineClock(case.decided_at, PACK.objection.lodge_within)
    assert last(case).objection_until == clock.due(by(FILER).calendar, PACK.office_hours.close).date
    case.object(scene.objection(LATER), by(SYSTEM, LATER))
    case.assign(view(ZHAO), by(LEAD, LATER))
    case.take_up("纪要足以说明", by(ZHAO, LATER))
    case.assign(view(ZHAO), by(LEAD, LATER))
    case.decline("现行规定不适用", by(ZHAO, LATER))
    assert last(case).objection_until is None


def test_the_filer_may_leave_it():
    case = waiting()
    case.close("另行报备", LATER, by(SYSTEM, LATER))
    assert case.state is State.CLOSED


def test_it_is_kept_and_shown():
    case = objected()
    assert case_of(row_of(case)) == case
    assert view_of(case, by(FILER)).objection == "会议纪要已经交了"
    old = row_of(declined())
    del old["content"]["refusers"], old["content"]["objection"]
    assert case_of(old).objection == ""
    assert isinstance(case, Case)


def test_the_pack_s_periods_are_ours():
    assert PACK.objection.source.standing == "illustrative"
    assert "objection_decision" in PACK.letters
