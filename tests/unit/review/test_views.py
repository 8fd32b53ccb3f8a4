"""What each asker is shown: rights, inside and outside, the explained deadline."""

from dataclasses import replace

import pytest

from rongcuo.casework.access import Scope
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.review import CaseQuery, CasesQuery, CaseView, RecusalGround
from rongcuo.contracts.serialisation import dump, load
from services.review import access, views
from services.review.domain import Verb
from services.review.presenters import allowed, view_of
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import (
    COLLEAGUE,
    ELSEWHERE,
    FILER,
    LEAD,
    OPERATOR,
    PARTY_LEAD,
    SUPERVISOR,
    WANG,
    ZHAO,
    by,
    day,
    holder,
)


@pytest.mark.parametrize(("actor", "seen"), [
    (LEAD, True), (WANG, True), (SUPERVISOR, True), (FILER, True), (SYSTEM, True), (ELSEWHERE, False),
    (OPERATOR, False), (scene.officer("other", Role.FILER, unit="别的单位"), False),
    (scene.officer("registrar", Role.REGISTRAR), False),
    (scene.officer("qujing", Role.SUPERVISOR, organ_id="530300"), False),
    (scene.officer("province", Role.SUPERVISOR, organ_id="530000"), True),
])
def test_who_sees_the_case(actor: Actor, seen: bool):
    context = FakeContext()
    context.store.put(scene.held())
    context.sit(actor)
    if seen:
        assert views.case(context, CaseQuery(case_id="f1")).case_id == "f1"
    else:
        with pytest.raises(CaseError, match="not_found"):
            views.case(context, CaseQuery(case_id="f1"))


def test_who_reads_from_outside_is_written_down():
    context = FakeContext()
    context.store.put(scene.held())
    for actor in (LEAD, WANG, FILER, SYSTEM, SUPERVISOR):
        views.case(context.sit(actor), CaseQuery(case_id="f1"))
    assert context.reads == [("review.case_read", "f1")]


def test_a_supervisor_without_a_division_sees_nothing():
    assert not access.within(Scope.DIVISIONS_BELOW, replace(SUPERVISOR, division_code=""), scene.opened())


@pytest.mark.parametrize(("actor", "verbs"), [
    (LEAD, ("assign", "recuse", "suspend", "hand_up")),
    (WANG, ("recuse", "accept", "request_supplement", "decline", "suspend")),
    (ZHAO, ("recuse",)),
    (PARTY_LEAD, ("assign", "recuse", "suspend", "hand_up")),
    (COLLEAGUE, ("recuse",)),
    (FILER, ()), (SUPERVISOR, ()), (ELSEWHERE, ()), (OPERATOR, ()),
])
def test_what_is_allowed_in_a_preliminary_review(actor: Actor, verbs: tuple[str, ...]):
    assert allowed(scene.held(), by(actor)) == verbs


def test_nothing_is_left_for_the_recused():
    case = scene.held()
    case.recuse(holder(WANG), RecusalGround.RELATIVE, "亲属", by(WANG))
    case.recuse(holder(LEAD), RecusalGround.RELATIVE, "亲属", by(LEAD))
    assert allowed(case, by(WANG)) == allowed(case, by(LEAD)) == ()


def test_what_is_allowed_in_verification():
    case = scene.verifying(WANG, ZHAO)
    assert allowed(case, by(LEAD)) == ("recuse", "form_team", "suspend", "extend", "hand_up")
    assert allowed(case, by(ZHAO)) == ("recuse", "report_verification", "suspend", "extend")


def test_what_is_offered_is_never_refused():
    for case in (scene.opened(), scene.held(), scene.awaiting(), scene.verifying(), scene.accepted()):
        for actor in scene.EVERYBODY:
            for verb in allowed(case, by(actor)):
                access.require(actor, Verb(verb), case)


def test_grounds_of_recusal_and_undecided_opinions_stay_inside():
    case = scene.verifying(WANG, ZHAO)
    case.recuse(holder(ZHAO), RecusalGround.RELATIVE, "亲属关系", by(ZHAO))
    for outside in (FILER, COLLEAGUE):
        seen = view_of(case, by(outside))
        assert (seen.recusals, seen.opinion) == ((), "")
        assert "亲属关系" not in str(dump(seen))
        assert "同意转核查" not in str(dump(seen))
    inside = view_of(case, by(LEAD))
    assert (inside.opinion, inside.recusals[0].reason) == ("同意转核查", "亲属关系")
    assert view_of(scene.accepted(), by(FILER)).opinion == "同意"


def test_a_view_survives_the_wire():
    for case in (scene.opened(), scene.awaiting(), scene.verifying(WANG, ZHAO), scene.accepted()):
        seen = view_of(case, by(LEAD))
        assert load(CaseView, dump(seen)) == seen


def test_the_deadline_is_explained_in_both_languages():
    deadline = view_of(scene.opened(), by(LEAD)).deadline
    assert deadline is not None
    assert (deadline.date, deadline.limit, deadline.late) == (day(2, 14).date(), "1 个工作日", False)
    assert [(each.why, each.why_en) for each in deadline.days] == [
        ("起算当日不计入", "the first day is not counted"),
        ("调休上班日，计第 1 天，共 1 天", "make-up working day, 1 of 1")]


def test_an_overdue_case_is_late_while_open_and_stays_so():
    case = scene.held()
    assert view_of(case, by(LEAD, day(2, 15))).late is True
    case.decline("材料不全", by(WANG, day(2, 15)))
    seen = view_of(case, by(LEAD, day(3, 1)))
    assert seen.deadline is not None
    assert (seen.late, seen.deadline.late) == (True, True)
    on_time = view_of(scene.accepted(), by(LEAD, day(3, 1)))
    assert on_time.deadline is not None
    assert (on_time.late, on_time.deadline.late) == (False, False)


def test_an_unknown_tab_is_named():
    with pytest.raises(CaseError) as refusal:
        views.page(FakeContext(actor=LEAD), CasesQuery(tab="everything"))
    assert (refusal.value.code, list(refusal.value.details["fields"])) == ("invalid", ["tab"])


def test_open_matters_are_for_watchdog_and_operator():
    with pytest.raises(CaseError, match="forbidden"):
        views.open_matters(FakeContext(actor=LEAD), OpenMattersQuery())
