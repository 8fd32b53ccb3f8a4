"""Written always, of the allegations alone, asked before it is approved, refused only for a coded reason, and
visited after."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    Audience,
    ClarificationApproved,
    ClarificationCarriedOut,
    ClarificationOpinionAsked,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.apart import Apart, officer_keys
from services.clarify.domain.clarification import Clarification
from tests.unit.clarify_procedures import clarification_scene as scene
from tests.unit.clarify_procedures.clarification_scene import (
    ABOVE,
    AGREED,
    CITY,
    COLLEAGUE,
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


@pytest.mark.parametrize("allegations", [("a3",), ("a1", "a3"), ("a1", "a2", "x")])
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
    assert (case.plan, case.opinion_clock, case.opinion_awaited) == (None, None, False)


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
    for number in (1, 2):
        assert f"反映：反映问题{number} 经查：结论{number} 现予以澄清。" in text
    assert "不是对刘某的全面评价" in text


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
    case.read(by(SUBJECT))
    assert asked.appeal_until == case.opinion_until(by(WANG)) == NOW.date() + timedelta(days=3)
    assert asked.subject_told
    last = NOW + timedelta(days=3)
    with pytest.raises(CaseError, match=r"clarify\.opinion_awaited"):
        case.request_approval("建议澄清", "同意", False, by(WANG, last))
    case.request_approval("建议澄清", "同意", False, by(WANG, last + timedelta(days=1)))
    assert case.state is State.APPROVAL


def test_about_another_plan_the_person_is_asked_anew():
    case = scene.answered()
    case.make_plan(replace(PLAN, audiences=(WRITTEN,)), by(WANG))
    assert (case.opinion_clock, case.opinion.agrees) == (None, True)      # which stands until their next
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


def test_without_an_account_an_opinion_is_on_paper():
    with pytest.raises(CaseError, match=r"review\.not_assigned"):
        scene.asked(scene.NO_ACCOUNT).give_opinion(AGREED, by(ZHAO))
    with pytest.raises(CaseError, match=r"review\.recused"):
        scene.asked(scene.NO_ACCOUNT).give_opinion(AGREED, by(COLLEAGUE))
    case = scene.asked(scene.NO_ACCOUNT)
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
    with pytest.raises(CaseError, match=r"clarify\.move_not_allowed"):     # or any head could be knocked out
        case.assign(view(WANG), by(LEAD))
    with pytest.raises(CaseError, match=r"clarify\.own_proposal"):
        case.approve("同意", by(both))
    case.approve("同意", by(LEAD))
    [form] = told(case, ClarificationApproved)
    assert (form.approved_by_name, form.source_number) == ("lead某", "信访〔2026〕7号")
    assert form.opinion.startswith("同意（会议）")
