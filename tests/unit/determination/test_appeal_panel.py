"""Nobody who had a hand in the decision names, replaces or unmakes the panel that hears an appeal;
where no other lead of the organ is left, the organ above does."""

from dataclasses import replace

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.review import RecusalGround
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Verb
from services.determination.domain.determination.agenda_of_case import admit
from services.determination.presenters import determinations as answers
from services.determination.presenters.appeals import allowed
from services.determination.usecases import determinations, handing_up
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import DEPUTY, LEAD, PANEL, QIAN, SUBJECT, WANG, by
from tests.unit.review.scene import holder, view

HANDED = scene.here("handed", Role.LEAD)       # who has everything that a lead can have done
NOT_THEIRS = "appeal.not_yours_to_arrange"
ABOVE = scene.here("above", Role.LEAD, organ_id="532800")


def _convened() -> tuple[Appeal, scene.Determination]:
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(HANDED))
    case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM))
    return _appealed(case)


def _called_more() -> tuple[Appeal, scene.Determination]:
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    admit(case, "m1", frozenset({"member6"}), by(HANDED))
    case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM))
    return _appealed(case)


def _signed() -> tuple[Appeal, scene.Determination]:
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM), frozenset({"handed"}))
    return _appealed(case)


def _made() -> tuple[Appeal, scene.Determination]:
    return _appealed(scene.resolved(), HANDED)


def _corrected() -> tuple[Appeal, scene.Determination]:
    case = scene.decided()
    case.correct(case.current.outcome, replace(scene.TERMS, reasons="改正笔误"), "笔误", by(HANDED))
    return _lodged(case)


def _revoked() -> tuple[Appeal, scene.Determination]:
    """It was decided anew by others: whoever revoked what was better for the person, has had their say."""
    case = scene.decided(contract.Outcome.EXEMPT)
    case.revoke("事实有误", by(HANDED))
    case.form_team((view(WANG), view(scene.ZHAO)), by(LEAD))
    case.write_report("重新核查", None, by(WANG))
    case.put_on_agenda("m2", by(LEAD))
    case.resolve("m2", "exempt", {}, scene.VOTERS, by(SYSTEM))
    case.make(contract.Outcome.EXEMPT, scene.TERMS, by(WANG))
    return _lodged(case)


def _led() -> tuple[Appeal, scene.Determination]:
    case = scene.held()
    case.assign(view(HANDED), by(LEAD))
    case.accept("予以受理", by(HANDED))
    case.form_team((view(WANG), view(scene.ZHAO)), by(LEAD))
    case.add_evidence("e1", scene.EVIDENCE, by(WANG))
    scene.clear_list(case)
    scene.assessed(case)
    case.write_report("事实清楚", None, by(WANG))
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "lighten", {}, scene.VOTERS, by(SYSTEM))
    return _appealed(case)


def _appealed(case, maker=WANG) -> tuple[Appeal, scene.Determination]:
    case.make(contract.Outcome.LIGHTEN, scene.TERMS, by(maker))
    return _lodged(case)


def _lodged(case) -> tuple[Appeal, scene.Determination]:
    return Appeal.lodge("a1", "n", case, "处理过重", by(SUBJECT)), case


@pytest.mark.parametrize("make", [_convened, _called_more, _signed, _made, _corrected, _revoked, _led])
def test_who_had_a_hand_in_the_decision_neither_names_nor_changes_the_panel(make):
    appeal, case = make()
    panel = tuple(map(view, PANEL))
    refused(NOT_THEIRS, appeal, lambda it: it.form_panel(panel, case, by(HANDED)))
    assert "form_panel" not in allowed(appeal, case, by(HANDED))
    more = (*panel, view(HANDED))
    refused("appeal.first_decider", appeal, lambda it: it.form_panel(more, case, by(DEPUTY)))
    appeal.form_panel(panel, case, by(DEPUTY))
    refused(NOT_THEIRS, appeal, lambda it: it.form_panel(panel, case, by(HANDED)))
    refused(NOT_THEIRS, case, lambda it: it.recuse(holder(PANEL[0]), RecusalGround.OTHER, "换人", by(HANDED)))
    refused(NOT_THEIRS, case, lambda it: it.recuse(holder(DEPUTY), RecusalGround.OTHER, "换人", by(HANDED)))
    assert "hand_up" not in answers.allowed(case, by(HANDED))
    assert "hand_up" in answers.allowed(case, by(DEPUTY))
    case.recuse(holder(PANEL[0]), RecusalGround.OTHER, "是亲属", by(DEPUTY))
    case.recuse(holder(HANDED), RecusalGround.OTHER, "自行回避", by(HANDED))


def test_nor_does_a_lead_above_draw_up_what_they_are_kept_from():
    """With the case its panel would go."""
    _, case = scene.heard()
    access.require(ABOVE, Verb.HAND_UP, case)
    colleague = replace(ABOVE, unit=case.subject.unit)
    assert code_of(lambda: access.require(colleague, Verb.HAND_UP, case)) in {"not_found", "forbidden"}
    case.recuse(holder(ABOVE), RecusalGround.RELATIVE, "亲属", by(DEPUTY))
    assert code_of(lambda: access.require(ABOVE, Verb.HAND_UP, case)) == "not_found"


def test_without_an_appeal_a_lead_who_decided_still_orders_a_recusal():
    case = scene.decided()
    case.recuse(holder(QIAN), RecusalGround.RELATIVE, "亲属", by(LEAD))
    assert "qian" in case.recused
    assert "hand_up" in answers.allowed(case, by(LEAD))


@pytest.fixture
def context() -> FakeContext:
    context = jinghong()
    for each in scene.heard()[::-1]:
        keep(context, each)
    context.officers = (*context.officers, view(ABOVE))
    return context


def test_nobody_of_the_panel_is_given_the_case_and_so_off_the_panel(context: FakeContext):
    reviewer = scene.here("panel1", Role.REVIEWER)
    context.officers = (*(each for each in context.officers if each.officer_id != "panel1"), view(reviewer))
    give = of(contract.AssignDetermination, officer_id="panel1")
    for who in (LEAD, DEPUTY):
        assert code_of(lambda who=who: determinations.assign(context.sit(who), give)) == "appeal.hears_it"
    determinations.assign(context.sit(LEAD), replace(give, officer_id="qian"))


def _waiting(context: FakeContext, *gone: str) -> FakeContext:
    appeal, case = scene.appealed()
    keep(context, case)
    keep(context, appeal)
    context.officers = tuple(each for each in context.officers if each.officer_id not in {"kin", *gone})
    handing_up.find_leads(context.sit(SYSTEM))
    return context


def test_with_another_lead_the_appeal_waits_for_them(context: FakeContext):
    _waiting(context)
    assert (context.store.appeals.read("a1").organ_id, context.told) == (scene.ORGAN, [])


def test_where_no_other_lead_is_left_the_organ_above_names_the_panel(context: FakeContext):
    _waiting(context, "deputy")
    appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
    assert (appeal.organ_id, case.organ_id, appeal.due_at) == ("532800", "532800", scene.appealed()[0].due_at)
    assert [each.standing.holders for each in context.told if isinstance(each, contract.AppealMoved)] == [
        ("532800/lead",)]
    told = len(context.told)
    handing_up.find_leads(context)
    assert len(context.told) == told
    panel = tuple(view(replace(each, organ_id="532800", division_code="532800")) for each in PANEL)
    appeal.form_panel(panel, case, by(ABOVE))
    assert appeal.holders == {each.officer_id for each in PANEL}


def test_the_last_lead_unmakes_no_panel_by_stepping_back_and_the_case_goes_up_after_it(context: FakeContext):
    """Whoever decided could drop the panel by that. What is left to do afterwards needs a lead again."""
    context.officers = tuple(each for each in context.officers if each.officer_id not in ("kin", "deputy",
                                                                                          "wang"))
    determinations.recuse(context.sit(LEAD), of(
        contract.RecuseFromDetermination, officer_id="lead", ground=RecusalGround.RELATIVE, reason="亲属"))
    for _ in range(2):
        appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
        assert (case.organ_id, len(appeal.team)) == (scene.ORGAN, 3)
        handing_up.find_leads(context.sit(SYSTEM))
    scene.agreed(appeal, contract.Outcome.MITIGATE, scene.TERMS, case, by(PANEL[0]))
    keep(context, case)
    keep(context, appeal)
    handing_up.find_leads(context)
    assert context.store.determinations.read("d1").organ_id == "532800"


def test_a_panel_that_hears_it_stays_though_the_lead_who_named_it_left(context: FakeContext):
    context.officers = tuple(each for each in context.officers if each.officer_id not in ("kin", "deputy"))
    handing_up.find_leads(context.sit(SYSTEM))
    assert (context.store.appeals.read("a1").organ_id, context.told) == (scene.ORGAN, [])


def test_where_nobody_is_left_to_answer_for_whom_the_subject_asks_it_goes_up_too(context: FakeContext):
    case = context.store.determinations.read("d1")
    application = contract.AskForRecusal(command_id="c", case_id="d1", name="panel1某",
                                  ground=RecusalGround.RELATIVE, reason="是亲属")
    case.ask_recusal("r1", application, by(SUBJECT))
    keep(context, case)
    context.officers = tuple(each for each in context.officers if each.officer_id not in ("kin", "deputy"))
    handing_up.find_leads(context.sit(SYSTEM))
    assert context.store.determinations.read("d1").organ_id == "532800"


def test_whoever_sits_is_not_exchanged_and_others_may_join():
    appeal, case = scene.heard()
    fourth = replace(PANEL[0], officer_id="panel4")
    for named in ((*PANEL[1:], fourth), (fourth, replace(fourth, officer_id="panel5"), PANEL[2])):
        refused("appeal.panel_sits", appeal,
                lambda it, named=named: it.form_panel(tuple(map(view, named)), case, by(DEPUTY)))
    appeal.form_panel(tuple(map(view, (*PANEL, fourth))), case, by(DEPUTY))
    assert len(appeal.team) == 4
