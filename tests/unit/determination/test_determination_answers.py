"""What each asker is shown of a determination: the subject, an assessor, a member, a supervisor."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import AppealQuery, DeterminationQuery, Initiation, Leaning
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump, load
from services.determination.access import determinations as access
from services.determination.domain.determination import Determination
from services.determination.presenters.determinations import view_of
from services.determination.views import appeals, determinations
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    ELSEWHERE,
    KIN,
    LEAD,
    MEMBER,
    OPERATOR,
    PANEL,
    QIAN,
    STRANGER,
    SUBJECT,
    SUPERVISOR,
    WANG,
    ZHAO,
    by,
)
from tests.unit.review.scene import holder

INSIDE = ("evidence", "negative_findings", "assessments", "disagreements", "recusals", "report", "opinion",
          "resolved", "meeting_ids", "assessors_wanted", "assessors_counted")


def seen(case: Determination, actor: Actor):
    return view_of(case, (), by(actor))


def told() -> Determination:
    case = scene.before_meeting()
    case.recuse(holder(PANEL[0]), RecusalGround.RELATIVE, "亲属", by(LEAD))
    case.record_statement("事前报备过", (), by(SUBJECT))
    case.record_statement("情况紧急", (), by(SUBJECT))
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM))
    return case


WORDS = ("grounds", "statement", "statements", "heard", "facts_material", "decisions", "reasons")


def test_the_subject_sees_the_outside():
    case = told()
    case.facts_material = scene.MATERIAL
    view = seen(case, SUBJECT)
    assert view.withheld
    assert not any(getattr(view, name) for name in INSIDE)
    assert (view.statement.words, view.facts_material) == ("情况紧急", scene.MATERIAL)
    assert [each.words for each in view.statements] == ["事前报备过", "情况紧急"]
    assert [each.officer_id for each in view.team] == ["wang", "zhao"]
    steps = {entry.what for entry in view.history}
    assert {"open", "assign", "accept", "report", "record_statement"} <= steps
    assert not steps & {"assess", "recuse", "answer_negative_item", "add_evidence", "put_on_agenda",
                        "resolve"}
    assert not any(entry.note for entry in view.history if entry.what != "open")


@pytest.mark.parametrize("actor", [COLLEAGUE, KIN, replace(SUPERVISOR, unit=SUBJECT.unit)])
@pytest.mark.parametrize("make_case", scene.CASES.values())
def test_the_subjects_unit_sees_that_there_is_a_matter_and_nobodys_words(actor: Actor, make_case):
    case = make_case()
    case.statements = told().statements
    case.facts_material, case.reasons = scene.MATERIAL, "不属于受理范围"
    view = seen(case, actor)
    assert (view.withheld, view.number, view.state) == (True, case.number, case.state)
    assert not any(getattr(view, name) for name in (*INSIDE, *WORDS))
    assert not any(entry.note for entry in view.history)


@pytest.mark.parametrize(("actor", "why"), [(SUBJECT, "等待鉴定"), (COLLEAGUE, ""), (KIN, "")])
def test_that_a_clock_stands_still_all_of_them_see_and_why_the_subject(actor: Actor, why: str):
    case = scene.verifying()
    case.suspend("等待鉴定", by(WANG))
    deadline = seen(case, actor).deadline
    assert (deadline.suspended, deadline.suspended_because) == (True, why)


@pytest.mark.parametrize("actor", [COLLEAGUE, KIN])
def test_an_appeals_words_are_not_for_the_subjects_unit(actor: Actor):
    appeal, case = scene.heard()
    appeal.reasons, appeal.upheld = "事实不清", False
    context: FakeContext = jinghong()
    keep(context, case)
    keep(context, appeal)
    alone = appeals.appeal(context.sit(actor), AppealQuery(appeal_id="a1"))
    within = determinations.determination(context, DeterminationQuery(case_id="d1")).appeals[0]
    for view in (alone, within):
        assert (view.number, view.grounds, view.reasons, view.upheld) == (appeal.number, "", "", None)
        assert not any(entry.note for entry in view.history)
    assert appeals.appeal(context.sit(SUBJECT), AppealQuery(appeal_id="a1")).grounds == appeal.grounds


def test_what_led_the_organ_to_ask_is_not_the_subjects_to_read():
    case = scene.opened(initiation=Initiation.CLUE, clue_number="线-1", clue_handlers=frozenset({"wang"}))
    outside, inside = seen(case, SUBJECT), seen(case, WANG)
    assert (outside.grounds, outside.clue_number) == ("", "")
    assert (inside.grounds, inside.clue_number) == (case.grounds, "线-1")
    assert seen(scene.opened(), SUBJECT).grounds == case.grounds


@pytest.mark.parametrize("actor", [LEAD, WANG, QIAN, SUPERVISOR])
def test_who_works_on_it_sees_the_inside(actor: Actor):
    view = seen(told(), actor)
    assert all(getattr(view, name) for name in INSIDE if name != "disagreements")
    assert load(type(view), dump(view)) == view


def test_whoever_was_recused_sees_the_outside_only():
    case = scene.before_meeting()
    assert seen(case, QIAN).evidence
    assert not seen(case, QIAN).withheld
    case.recuse(holder(QIAN), RecusalGround.RELATIVE, "亲属", by(LEAD))
    assert not seen(case, QIAN).evidence
    assert seen(case, QIAN).withheld


def test_colleagues_answers_are_seen_only_after_ones_own():
    case = scene.verifying()
    against = scene.answers_to(case, "three_factors", Leaning.AGAINST)
    case.assess("three_factors", against, by(QIAN))
    case.assess("three_distinctions", scene.answers_to(case, "three_distinctions"), by(QIAN))
    for actor in (WANG, LEAD, MEMBER, SUPERVISOR):
        assert seen(case, actor).assessments == ()
    assert seen(case, LEAD).assessors_counted == {"three_distinctions": 1, "three_factors": 1}
    assert {each.criteria_set for each in seen(case, QIAN).assessments} == {
        "three_distinctions", "three_factors"}
    case.assess("three_factors", scene.answers_to(case, "three_factors"), by(WANG))
    view = seen(case, WANG)
    assert [(each.criteria_set, each.assessor_id) for each in view.assessments] == [
        ("three_factors", "qian"), ("three_factors", "wang")]
    assert [each.answers for each in view.disagreements] == [
        {"qian某": "against", "wang某": "tolerate"}] * 3
    assert seen(case, ZHAO).disagreements == ()


def test_before_a_meeting_and_after_it_all_answers_are_seen():
    case = scene.before_meeting()
    assert seen(case, MEMBER).withheld
    case.put_on_agenda("m1", by(LEAD), frozenset({MEMBER.officer_id}))
    assert len(seen(case, MEMBER).assessments) == 4


def test_in_a_new_round_colleagues_new_answers_are_seen_only_after_ones_own():
    case, later = scene.before_meeting(), scene.NOW + timedelta(days=1)
    case.send_back("补充证据", by(LEAD, later))
    assert len(seen(case, WANG).assessments) == 4
    case.assess("three_factors", scene.answers_to(case, "three_factors", Leaning.AGAINST), by(QIAN, later))
    assert len(seen(case, WANG).assessments) == 3
    case.assess("three_factors", scene.answers_to(case, "three_factors"), by(WANG, later))
    assert len(seen(case, WANG).assessments) == len(seen(case, QIAN).assessments) == 4


def test_two_assessors_of_one_name_are_told_apart():
    case = scene.verifying()
    case.assess("three_factors", scene.answers_to(case, "three_factors", Leaning.AGAINST), by(QIAN))
    namesake = replace(WANG, name=QIAN.name)
    case.assess("three_factors", scene.answers_to(case, "three_factors"), by(namesake))
    assert seen(case, WANG).disagreements[0].answers == {"qian某": "against", "qian某(wang)": "tolerate"}


@pytest.mark.parametrize(("actor", "visible", "noted"), [
    (LEAD, True, False), (MEMBER, False, False), (SUBJECT, True, False), (COLLEAGUE, True, False),
    (SUPERVISOR, True, True), (replace(SUPERVISOR, division_code="530000"), True, True),
    (replace(SUPERVISOR, division_code="530100"), False, False), (STRANGER, False, False),
    (ELSEWHERE, False, False), (OPERATOR, False, False),
    (scene.here("subject", Role.REGISTRAR), True, False),
    (replace(SUPERVISOR, division_code=""), False, False)])
def test_who_sees_it_and_whose_reading_is_written_down(actor: Actor, visible: bool, noted: bool):
    context = jinghong()
    keep(context, scene.decided())
    context.sit(actor)
    if visible:
        assert determinations.determination(context, DeterminationQuery(case_id="d1")).case_id == "d1"
    else:
        with pytest.raises(CaseError, match="not_found"):
            determinations.determination(context, DeterminationQuery(case_id="d1"))
    assert context.reads == ([("review.determination_read", "d1")] if noted else [])


def test_a_member_from_elsewhere_reads_the_case_of_their_meeting():
    case = scene.before_meeting()
    guest = scene.here("guest", Role.MEMBER, organ_id="532900")
    assert not access.sees(guest, case)
    case.put_on_agenda("m1", by(LEAD), frozenset({"guest"}))
    assert access.sees(guest, case)
    assert access.sees_inside(guest, case)
    assert not access.from_outside(guest, case)


def test_stages_stand_as_the_pack_has_them():
    steps = [(step.code, step.standing) for step in seen(scene.before_meeting(), SUBJECT).stages]
    assert steps == [("application", "passed"), ("acceptance", "passed"), ("verification", "passed"),
                     ("determination", "running"), ("feedback", "to_come"), ("record_filing", "to_come")]
    ended = [step.standing for step in seen(scene.withdrawn(), SUBJECT).stages]
    assert ended == ["passed", "passed", "to_come", "to_come", "to_come", "to_come"]


@pytest.mark.parametrize(("actor", "verbs"), [
    (SUBJECT, ("ask_recusal", "lodge_appeal")), (COLLEAGUE, ()), (KIN, ()), (MEMBER, ()),
    (WANG, ("recuse", "suspend", "give_feedback")), (QIAN, ("recuse",)), (SUPERVISOR, ()),
    (LEAD, ("assign", "recuse", "suspend", "hand_up", "give_feedback", "correct", "revoke"))])
def test_the_verbs_one_may_use_after_the_decision(actor: Actor, verbs: tuple[str, ...]):
    allowed = seen(scene.decided(), actor).allowed
    assert allowed == (("recuse", "hand_up") if actor is KIN else verbs)


def test_what_is_allowed_is_what_is_not_refused():
    for make_case in scene.CASES.values():
        case = make_case()
        for actor in (LEAD, WANG, MEMBER, SUBJECT, KIN, STRANGER):
            for verb in seen(case, actor).allowed:
                access.require(actor, verb, case)
                case.require(verb, by(actor))


def test_an_appeal_is_there_for_whoever_sees_the_case():
    context: FakeContext = jinghong()
    appeal, case = scene.heard()
    keep(context, case)
    keep(context, appeal)
    for actor in (SUBJECT, LEAD, PANEL[0]):
        view = appeals.appeal(context.sit(actor), AppealQuery(appeal_id="a1"))
        assert [each.officer_id for each in view.panel] == ["panel1", "panel2", "panel3"]
    assert view.allowed == ("decide",)
    with pytest.raises(CaseError, match="not_found"):
        appeals.appeal(context.sit(STRANGER), AppealQuery(appeal_id="a1"))
    appeals.appeal(context.sit(SUPERVISOR), AppealQuery(appeal_id="a1"))
    assert context.reads == [("review.appeal_read", "a1")]
    assert determinations.determination(
        context.sit(SUBJECT), DeterminationQuery(case_id="d1")).appeals[0].appeal_id == "a1"
