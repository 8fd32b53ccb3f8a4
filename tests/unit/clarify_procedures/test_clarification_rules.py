"""Written always, of the allegations alone, asked before it is approved, refused only for a coded reason, and
visited after."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from rongcuo.contracts.actor import Actor, Role, queue
from rongcuo.contracts.clarify import (
    Audience,
    ClarificationApproved,
    ClarificationArchived,
    ClarificationCarriedOut,
    ClarificationMode,
    ClarificationObjectionAnswered,
    ClarificationOpinionAsked,
    ClarificationRefused,
    ClarificationWritten,
    UnitAnswer,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.apart import Apart, officer_keys
from services.clarify.domain.clarification import Clarification, is_unwilling
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    ABOVE,
    AGREED,
    CITY,
    COLLEAGUE,
    DEPUTY,
    LEAD,
    MEETING,
    NOW,
    PLAN,
    SUBJECT,
    WANG,
    WRITTEN,
    ZHAO,
    by,
)
from tests.unit.review.scene import officer, view


def told(case: Clarification, kind: type) -> list:
    return [event for _, event in case.happened if isinstance(event, kind)]


@pytest.mark.parametrize("allegations", [(), ("a3",), ("a1", "a3"), ("a1", "x")])
def test_only_what_was_found_untrue_or_mistaken_can_be_cleared(allegations: tuple[str, ...]):
    case = scene.assessing()
    with pytest.raises(CaseError, match=r"clarify\.beyond_allegations"):
        case.make_plan(replace(PLAN, allegations=allegations), by(WANG))
    assert case.plan is None


@pytest.mark.parametrize("audiences", [(), (MEETING,), (WRITTEN, WRITTEN), (WRITTEN, MEETING, MEETING)])
def test_written_is_always_among_the_modes_and_each_is_there_once(audiences: tuple[Audience, ...]):
    with pytest.raises(CaseError, match=r"clarify\.written_always"):
        scene.assessing().make_plan(replace(PLAN, audiences=audiences), by(WANG))


def test_nothing_is_proposed_where_nothing_was_found_untrue():
    none = replace(scene.REPORT, untrue={})
    with pytest.raises(CaseError, match=r"clarify\.nothing_to_clear"):
        Clarification.propose("k", "n", scene.PERSON, none, scene.ORGAN, scene.DIVISION, by(WANG))


@pytest.mark.parametrize("words", [scene.WORDS, scene.WORDS[:1], ()])
def test_there_are_words_for_what_was_found_untrue_and_for_nothing_else(words):
    case = scene.assessing()
    beyond = replace(scene.WORDS[0], allegation_id="a3")
    with pytest.raises(CaseError, match=r"clarify\.beyond_allegations"):
        case.assess(("career",), "受到影响", (*words, beyond), by(WANG))
    case.assess(("career",), "受到影响", words, by(WANG))
    assert [each.outcome for each in case.allegations] == [
        scene.UNTRUE[each.allegation_id] for each in words]


def test_of_other_words_the_person_is_asked_anew():
    case = scene.answered()
    case.assess(("career",), "受到影响", scene.WORDS, by(WANG))
    assert case.opinion is not None
    case.assess(("career",), "受到影响", scene.WORDS[:1], by(WANG))
    assert (case.plan, case.opinion, case.opinion_clock) == (None, None, None)


def test_of_a_report_that_is_not_over_nobody_is_told():
    unsettled = replace(scene.REPORT, settled=False)
    case = Clarification.propose("k", "n", scene.PERSON, unsettled, scene.ORGAN, scene.DIVISION, by(WANG))
    case.assign(view(WANG), by(LEAD))
    case.assess(("career",), "受到影响", scene.WORDS, by(WANG))
    case.make_plan(PLAN, by(WANG))
    for act in (lambda: case.ask_opinion(by(WANG)), lambda: case.propose_refusal("no_harm", "没有", by(WANG)),
                lambda: case.request_approval("建议", "同意", False, by(WANG))):
        with pytest.raises(CaseError, match=r"clarify\.report_open"):
            act()
    case.heed_report(True, by(LEAD))
    case.ask_opinion(by(WANG))
    case.heed_report(False, by(LEAD))       # what stands, stands
    assert case.state is State.ASSESSMENT


def test_what_was_found_otherwise_before_the_end_ends_the_clearing_unheard():
    case = Clarification.propose("k", "n", scene.PERSON, replace(scene.REPORT, settled=False), scene.ORGAN,
                                 scene.DIVISION, by(WANG))
    case.heed_report(False, by(WANG))
    assert (case.state, case.ended) == (State.WITHDRAWN, True)
    assert not any(event.subject_told for _, event in case.happened)


def test_an_application_is_linked_with_a_report_that_is_over():
    case = scene.applied()
    case.assign(view(WANG), by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.report_open"):
        case.link_report(replace(scene.REPORT, settled=False), by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.nothing_to_clear"):
        case.link_report(replace(scene.REPORT, untrue={}), by(WANG))


def test_whoever_is_kept_from_the_report_is_kept_from_the_clearing():
    other = replace(scene.REPORT, apart=Apart(frozenset({"zhao"}), frozenset(), officer_keys("zhao")))
    case = scene.applied()
    case.assign(view(WANG), by(LEAD))
    case.link_report(other, by(WANG))
    assert case.is_apart(ZHAO)
    with pytest.raises(CaseError, match=r"review\.recused"):
        case.assign(view(ZHAO), by(LEAD))


def test_the_preview_says_the_allegation_the_finding_and_no_overall_verdict():
    written, meeting = scene.planned().preview
    assert (written.to, meeting.to) == (WRITTEN.who, MEETING.who)
    assert written.lines == meeting.lines
    text = "\n".join(written.lines)
    assert "反映：反映问题1 经查：结论1 现予以澄清。" in text
    assert "不是对刘某的全面评价" in text
    assert "反映问题2" not in text


def test_an_allegation_is_one_line_however_it_was_written():
    case = scene.planned()
    case.allegations = (replace(case.allegations[0], words="收受礼金。\n另有其他"), *case.allegations[1:])
    assert case.preview[0].lines[1] == "反映：收受礼金。 另有其他 经查：结论1 现予以澄清。"


def test_the_record_says_which_words_were_spoken():
    case = scene.carried_out()
    lines = case.preview[0].lines
    assert {each.digest for each in case.acts} == {sha256("\n".join(lines).encode()).hexdigest()}
    case.finish(by(WANG))
    [record] = told(case, ClarificationCarriedOut)
    acts = record.acts.splitlines()
    assert [each[:2] for each in acts] == ["书面", "会议"]
    assert all(each.digest in line for each, line in zip(case.acts, acts, strict=True))
    assert record.reach == 72


@pytest.mark.parametrize("start", [scene.assessing, scene.planned])
def test_nothing_goes_to_the_head_before_the_person_was_asked(start):
    expected = "plan_missing" if start is scene.assessing else "opinion_not_asked"
    with pytest.raises(CaseError, match=rf"clarify\.{expected}"):
        start().request_approval("建议澄清", "同意", False, by(WANG))


def test_a_person_who_says_nothing_has_three_working_days():
    case = scene.asked()
    [asked] = told(case, ClarificationOpinionAsked)
    assert asked.appeal_until == case.opinion_until(by(WANG)) == NOW.date() + timedelta(days=3)
    assert asked.subject_told
    last = NOW + timedelta(days=3)
    with pytest.raises(CaseError, match=r"clarify\.opinion_awaited"):
        case.request_approval("建议澄清", "同意", False, by(WANG, last))
    case.request_approval("建议澄清", "同意", False, by(WANG, last + timedelta(days=1)))
    assert case.state is State.APPROVAL


def test_about_another_plan_the_person_is_asked_anew():
    case = scene.answered()
    case.make_plan(replace(PLAN, allegations=("a1", "a2")), by(WANG))
    assert (case.opinion, case.opinion_clock) == (None, None)
    with pytest.raises(CaseError, match=r"clarify\.opinion_not_asked"):
        case.request_approval("建议澄清", "同意", False, by(WANG))


@pytest.mark.parametrize("opinion", [replace(AGREED, modes=()), replace(AGREED, agrees=False)])
def test_going_further_than_the_person_wishes_takes_a_reason(opinion):
    case = scene.asked()
    case.give_opinion(opinion, by(SUBJECT))
    with pytest.raises(CaseError, match=r"clarify\.against_opinion"):
        case.request_approval("建议澄清", "同意", False, by(WANG))
    case = scene.planned(plan=replace(PLAN, despite="谣言已在全局流传"))
    case.ask_opinion(by(WANG))
    case.give_opinion(opinion, by(SUBJECT))
    case.request_approval("建议澄清", "同意", False, by(WANG))
    assert case.state is State.APPROVAL


def test_an_opinion_is_the_persons_own_or_on_paper():
    with pytest.raises(CaseError, match=r"review\.not_assigned"):
        scene.asked().give_opinion(AGREED, by(ZHAO))
    with pytest.raises(CaseError, match=r"review\.recused"):
        scene.asked().give_opinion(AGREED, by(COLLEAGUE))
    case = scene.asked()
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        case.give_opinion(AGREED, by(WANG))
    case.give_opinion(replace(AGREED, attachments=(scene.PAPER,)), by(WANG))
    assert case.opinion is not None
    assert case.opinion.entered_by == "wang"


@pytest.mark.parametrize("actor", [WANG, ZHAO, CITY, ABOVE])
def test_only_a_lead_of_the_organ_approves_or_refuses(actor: Actor):
    for act in (lambda case: case.approve("同意", by(actor)),
                lambda case: case.refuse("no_harm", "没有", by(actor)),
                lambda case: case.send_back("再议", by(actor))):
        with pytest.raises(CaseError, match=r"clarify\.head_wanted"):
            act(scene.before_the_head())


def test_nobody_approves_what_they_proposed():
    both = officer("both", Role.REVIEWER, Role.LEAD)
    case = scene.answered()
    case.assign(view(both), by(LEAD))
    case.request_approval("建议澄清", "同意", False, by(both))
    case.assign(view(WANG), by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.own_proposal"):
        case.approve("同意", by(both))
    case.approve("同意", by(LEAD))
    [form] = told(case, ClarificationApproved)
    assert (form.approved_by_name, form.source_number) == ("lead某", "信访〔2026〕7号")
    assert form.opinion.startswith("同意（会议）")


def test_a_refusal_has_a_code_of_the_packs_is_told_and_can_be_objected_to():
    case = scene.refusable()
    with pytest.raises(CaseError, match=r"clarify\.refusal_unknown"):
        case.refuse("not_convenient", "不方便", by(LEAD))
    with pytest.raises(CaseError, match=r"review\.reasons_missing"):
        case.refuse("no_harm", " ", by(LEAD))
    case.refuse("no_harm", "没有造成影响", by(LEAD))
    [refusal] = told(case, ClarificationRefused)
    assert (refusal.ground_code, refusal.ground) == ("no_harm", "没有造成影响")
    assert refusal.reasons == "没有造成影响"
    assert refusal.subject_told
    assert refusal.standing.subject_id == "subject"
    assert refusal.appeal_until == case.object_until(by(SUBJECT)) == NOW.date() + timedelta(days=14)


def test_an_objection_comes_from_the_person_in_time_once_and_goes_to_the_next_level():
    case = scene.refused()
    for actor in (WANG, COLLEAGUE, LEAD):
        with pytest.raises(CaseError, match=r"clarify\.not_concerned"):
            case.object("有影响", (scene.PAPER,), by(actor))
    with pytest.raises(CaseError, match=r"clarify\.objection_late"):
        case.object("有影响", (), by(SUBJECT, NOW + timedelta(days=15)))
    case.object("有影响", (), by(SUBJECT, NOW + timedelta(days=14)))
    assert case.standing().holders == (queue("530100", Role.LEAD),)
    later = NOW + timedelta(days=15)
    for actor in (LEAD, DEPUTY, ABOVE):
        with pytest.raises(CaseError, match=r"clarify\.approver_wanted"):
            case.answer_objection(False, "维持", by(actor, later))
    case.answer_objection(False, "维持", by(CITY, later))
    [answer] = told(case, ClarificationObjectionAnswered)
    assert (answer.cleared, answer.result, answer.subject_told != "") == (False, "维持不予澄清", True)
    with pytest.raises(CaseError, match=r"clarify\.objected_already"):
        case.object("还有影响", (), by(SUBJECT, later))


def test_what_the_next_level_wants_cleared_is_not_refused_again():
    case = scene.objected()
    case.answer_objection(True, "确有影响", by(CITY))
    assert (case.state, case.directed, case.refusal) == (State.ASSESSMENT, True, "")
    with pytest.raises(CaseError, match=r"clarify\.must_clear"):
        case.propose_refusal("no_harm", "没有", by(WANG))
    case.make_plan(PLAN, by(WANG))
    case.ask_opinion(by(WANG))
    case.give_opinion(AGREED, by(SUBJECT))
    case.request_approval("建议澄清", "同意", False, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.must_clear"):
        case.refuse("no_harm", "没有", by(LEAD))


def test_for_somebody_without_an_account_it_is_on_paper():
    with pytest.raises(CaseError, match=r"clarify\.paper_missing"):
        scene.applied(scene.NO_ACCOUNT, WANG)
    case = Clarification.apply("k1", "澄清〔2026〕1号", scene.NO_ACCOUNT, replace(
        scene.APPLICATION, attachments=(scene.PAPER,)), scene.ORGAN, scene.DIVISION, by(WANG))
    assert case.application is not None
    assert case.application.entered_by == "wang"
    assert case.standing().subject_id == ""


def test_an_application_waits_for_its_report():
    case = scene.applied()
    case.assign(view(WANG), by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.report_missing"):
        case.make_plan(PLAN, by(WANG))
    case.link_report(scene.REPORT, by(WANG))
    case.assess(("career",), "受到影响", scene.WORDS, by(WANG))
    case.make_plan(PLAN, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.not_an_application"):
        scene.assessing().link_report(scene.REPORT, by(WANG))
    assert case.plan == PLAN


def test_an_organisation_is_cleared_as_well_and_its_people_keep_out():
    case = scene.planned(scene.ORGANISATION)
    assert case.preview[0].lines[0] == "关于反映某街道办事处有关问题的核查情况"
    insider = officer("insider", Role.REVIEWER, unit="某街道办事处")
    assert case.bars(insider.officer_id, insider.units) is not None
    assert case.standing().units_apart == ("某街道办事处",)


def test_the_letter_is_called_for_by_the_written_mode_and_each_mode_comes_once():
    case = scene.carrying_out()
    assert told(case, ClarificationWritten) == []
    case.record_act(scene.act(), by(WANG))
    [letter] = told(case, ClarificationWritten)
    assert (letter.head, letter.said) == (PLAN.head, "反映：反映问题1 经查：结论1 现予以澄清。")
    for mode in (ClarificationMode.WRITTEN, ClarificationMode.CIRCULAR):
        with pytest.raises(CaseError, match=r"clarify\.mode_not_planned"):
            case.record_act(scene.act(mode), by(WANG))
    for moment in (NOW - timedelta(hours=1), NOW + timedelta(hours=1)):
        with pytest.raises(CaseError, match=r"clarify\.not_then"):
            case.record_act(scene.act(ClarificationMode.MEETING, moment), by(WANG))


def test_nobody_is_cleared_before_every_mode_was_carried_out_or_dropped_for_a_reason():
    case = scene.carrying_out()
    case.record_act(scene.act(), by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.modes_left"):
        case.finish(by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.written_always"):
        case.drop_mode(ClarificationMode.WRITTEN, "不必", by(WANG))
    case.drop_mode(ClarificationMode.MEETING, "本人改变意见", by(WANG))
    case.finish(by(WANG))
    [record] = told(case, ClarificationCarriedOut)
    assert record.dropped == "会议未实施：本人改变意见"


def test_the_personnel_body_is_told_of_a_person():
    case = scene.finished()
    with pytest.raises(CaseError, match=r"clarify\.personnel_body_missing"):
        case.archive("档1", " ", True, by(WANG))
    case.archive("档1", "安宁市委组织部", True, by(WANG))
    [archived] = told(case, ClarificationArchived)
    assert (archived.personnel_body, archived.integrity_file) == ("安宁市委组织部", True)


@pytest.mark.parametrize("after", [0, 29, 30, 90, 95])
def test_a_visit_is_made_thirty_days_after_or_later(after: int):
    case, day = scene.to_visit(), NOW + timedelta(days=after)
    if after < 30:
        with pytest.raises(CaseError, match=r"clarify\.visit_too_early"):
            case.record_visit(scene.visit(day.date()), by(WANG, day))
        return
    case.record_visit(scene.visit(day.date()), by(WANG, day))
    assert case.late is (after > 91)     # the ninetieth day is a Sunday
    assert case.state is State.FEEDBACK


def test_a_visit_that_has_not_happened_is_not_recorded_and_what_troubles_is_met():
    case = scene.to_visit()
    with pytest.raises(CaseError, match=r"clarify\.day_ahead"):
        case.record_visit(scene.visit(), by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.measures_missing"):
        case.record_visit(scene.visit(troubled=True), by(WANG, scene.IN_TIME))
    case.record_visit(scene.visit(troubled=True, measures="商请恢复考察"), by(WANG, scene.IN_TIME))
    assert case.visit is not None


def test_units_that_were_asked_and_did_not_are_known():
    case, until = scene.finished(), NOW.date() + timedelta(days=5)
    with pytest.raises(CaseError, match=r"clarify\.day_over"):
        case.ask_unit("u0", scene.UNIT, "宣读", NOW.date() - timedelta(days=1), by(WANG))
    for name in ("u1", "u2", "u3"):
        case.ask_unit(name, scene.UNIT, "宣读", until, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.unit_reason_missing"):
        case.answer_unit("u1", False, "", by(WANG))
    case.answer_unit("u1", False, "怕再引起议论", by(WANG))
    case.answer_unit("u2", True, "", by(WANG))
    assert [each.answer for each in case.asks] == [UnitAnswer.DECLINED, UnitAnswer.DONE, UnitAnswer.OPEN]
    assert [is_unwilling(each, until) for each in case.asks] == [True, False, False]
    assert [is_unwilling(each, until + timedelta(days=1)) for each in case.asks] == [True, False, True]


def test_nothing_of_a_clarification_knows_who_reported():
    for case in (make() for make in scene.CASES.values()):
        assert "reporter" not in repr(vars(case)).lower()
        for _, event in case.happened:
            assert not hasattr(event, "reporter_ref")
            assert not hasattr(event, "pseudonym")
