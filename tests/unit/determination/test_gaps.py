"""Before a step it is said what is missing; the policy pack says whether that stops anybody."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import LinkedFiling, NegativeAnswer
from rongcuo.contracts.filing import FilingVoided
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.gaps import Force, Gap
from rongcuo.policy.pack import GapRule
from services.determination.domain.determination.appeal_of_case import drop_appeal, lodge_appeal
from services.determination.domain.meeting import missing_before_convening
from services.determination.presenters import determinations
from services.determination.usecases import verification
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.determination_scene import DENIAL, LEAD, MEMBERS, PACK, SUBJECT, WANG, by
from tests.unit.review.scene import RULES, day, holder, view


def told(case, actor, step):
    view = determinations.view_of(case, (), by(actor))
    return {gap.gap: gap.force for gap in view.missing if gap.step == step}


def heard(case):
    case.record_statement("当时大雨将至", (), by(SUBJECT))
    return case


def shown(case):
    case.write_facts_material("事实", "建议容错", by(WANG))
    return case


def knowing(actor, **forces):
    """An occasion under a pack that says what a gap does."""
    rule = GapRule({Gap(name): force for name, force in forces.items()}, PACK.gaps.source)
    return replace(by(actor), pack=replace(PACK, gaps=rule))


def test_a_report_without_the_subject_s_side_is_said_to_lack_it():
    case = scene.verifying()
    assert told(case, WANG, "report") == {"report.facts_not_shown": "warn", "report.not_heard": "warn"}
    assert told(shown(heard(case)), WANG, "report") == {}


def test_what_came_after_the_facts_were_shown_was_not_shown_nor_heard():
    """A hit that is found afterwards, new evidence, and a statement from before the facts were known."""
    later = day(3, 3)
    for add in (lambda case: case.add_evidence("e2", scene.EVIDENCE, by(WANG, later)),
                lambda case: case.answer_negative_item(
                    scene.finding("private_gain", NegativeAnswer.HIT, at=later), by(WANG, later))):
        case = shown(heard(scene.verifying()))
        add(case)
        assert Gap.REPORT_FACTS_NOT_SHOWN in case.missing("deny", by(WANG, later))
        case.write_facts_material("新的事实", "不予容错", by(WANG, later))
        assert case.missing("deny", by(WANG, later)) == (Gap.REPORT_NOT_HEARD,)
        case.record_statement("并非如此", (), by(SUBJECT, later))
        assert case.missing("deny", by(WANG, later)) == ()


def test_a_view_says_whether_the_subject_has_seen_and_said_all():
    case, later = scene.verifying(), day(3, 3)

    def said():
        told = determinations.view_of(case, (), by(WANG))
        return told.facts_shown, told.heard

    assert said() == (False, False)
    shown(heard(case))
    assert said() == (True, True)
    case.add_evidence("e2", scene.EVIDENCE, by(WANG, later))
    assert said() == (False, True)
    case.write_facts_material("新的事实", "不予容错", by(WANG, later))
    assert said() == (True, False)


def test_a_denial_is_a_report_too():
    case = scene.verifying()
    scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    assert Gap.REPORT_FACTS_NOT_SHOWN in case.missing("deny", by(WANG))


def test_a_pack_can_ask_for_the_tick_or_keep_the_step():
    ticked = knowing(WANG, **{"report.facts_not_shown": Force.ACKNOWLEDGE})
    case = scene.assessed(scene.verifying())
    scene.clear_list(case)
    refused("review.gaps_unacknowledged", case, lambda it: it.write_report("属实", None, ticked))
    assert "report" in determinations.allowed(case, ticked)
    stopped = knowing(WANG, **{"report.facts_not_shown": Force.REFUSE}).knowing()
    refused("review.gaps", case, lambda it: it.write_report("属实", None, stopped))
    assert "report" not in determinations.allowed(case, stopped)
    case.write_report("属实", None, ticked.knowing())
    assert case.report == "属实"


def test_who_took_a_step_in_spite_of_what_stands_in_the_history_for_those_inside():
    case = scene.assessed(scene.verifying())
    scene.clear_list(case)
    ticked = knowing(WANG, **{"report.facts_not_shown": Force.ACKNOWLEDGE}).knowing()
    case.write_report("属实", None, ticked)
    before, step = case.history[-2:]
    assert (before.what, before.note, before.actor_id, step.what) == (
        "acknowledged", "report.facts_not_shown report.not_heard", "wang", "report")
    inside = determinations.view_of(case, (), by(LEAD)).history
    outside = determinations.view_of(case, (), by(SUBJECT)).history
    assert before in inside
    assert "acknowledged" not in {entry.what for entry in outside}


def test_a_step_that_lacks_nothing_leaves_no_such_line():
    case = shown(heard(scene.assessed(scene.verifying())))
    scene.clear_list(case)
    case.write_report("属实", None, by(WANG).knowing())
    assert "acknowledged" not in {entry.what for entry in case.history}


def test_who_convenes_in_spite_of_something_stands_in_the_case():
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD).knowing())
    assert [entry.what for entry in case.history][-2:] == ["acknowledged", "put_on_agenda"]


def test_a_denial_without_the_tick_changes_nothing():
    case = scene.verifying()
    scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    ticked = knowing(WANG, **{"report.not_heard": Force.ACKNOWLEDGE})
    refused("review.gaps_unacknowledged", case, lambda it: it.write_report("属实", DENIAL, ticked))


def test_the_shipped_pack_asks_for_the_tick_from_its_day_on():
    later = RULES.pack(scene.DIVISION, day(3, 2).replace(year=2027).date())
    assert later.gaps.force(Gap.REPORT_FACTS_NOT_SHOWN) is Force.ACKNOWLEDGE
    assert later.gaps.source.standing == "illustrative"
    assert later.gaps.force(Gap.RECORD_APPEAL_POSSIBLE) is Force.WARN


def test_a_case_before_its_meeting_says_what_the_members_would_miss():
    case = scene.before_meeting()
    assert told(case, LEAD, "convene") == {"convene.facts_not_shown": "warn", "convene.not_heard": "warn"}
    assert told(case, WANG, "convene") == {}
    case.put_on_agenda("m1", by(LEAD))
    assert told(case, LEAD, "convene") == {}
    stopped = knowing(LEAD, **{"convene.not_heard": Force.ACKNOWLEDGE})
    case.take_off_agenda("m1", by(LEAD))
    refused("review.gaps_unacknowledged", case, lambda it: it.require_for_meeting(stopped))


def test_a_decision_says_what_it_lacks():
    assert told(scene.before_meeting(), LEAD, "make") == {
        "make.minutes_unsigned": "refuse", "make.facts_not_shown": "warn", "make.not_heard": "warn"}
    assert "make.minutes_unsigned" not in told(scene.resolved(), LEAD, "make")


def test_a_subject_without_an_account_is_to_be_told_by_hand():
    case = scene.decided()
    assert set(told(case, WANG, "give_feedback")) == {"give_feedback.not_heard"}
    case.subject = replace(case.subject, officer_id="")
    assert "give_feedback.no_account" in told(case, WANG, "give_feedback")


def test_a_case_is_not_closed_unseen_while_an_appeal_is_possible():
    case = scene.told()
    lodge_appeal(case, "a1", by(SUBJECT))
    drop_appeal(case, frozenset(), False, by(SUBJECT))       # what comes after it, does not make it untold
    assert told(case, WANG, "file_for_record") == {"file_for_record.appeal_possible": "warn"}
    told_of = next(each for each in case.history if each.what == "give_feedback")
    case.history = (told_of, *(each for each in case.history if each is not told_of))     # of one before
    assert set(told(case, WANG, "file_for_record")) == {
        "file_for_record.appeal_possible", "file_for_record.not_told"}


@pytest.mark.parametrize("who", [SUBJECT, scene.COLLEAGUE, scene.SUPERVISOR, scene.KIN])
def test_whoever_takes_no_step_is_told_nothing(who):
    """Nor a lead of the subject's own unit, who sees nothing of the inside."""
    assert determinations.view_of(scene.verifying(), (), by(who)).missing == ()


def test_too_few_members_and_those_who_must_step_back_are_named():
    case, members = scene.before_meeting(), [view(each) for each in MEMBERS]
    assert list(missing_before_convening([case], members, by(LEAD))) == []
    gaps = dict(missing_before_convening([case], [view(WANG), members[0]], by(LEAD)))
    assert gaps[Gap.CONVENE_MEMBER_BARRED] == f"wang某（{case.title}）"
    assert Gap.CONVENE_TOO_FEW_MEMBERS in gaps
    assert gaps[Gap.CONVENE_TOO_FEW_VOTERS] == case.title
    for each in MEMBERS[:3]:
        case.recuse(holder(each), RecusalGround.RELATIVE, "亲属", by(LEAD))
    gaps = dict(missing_before_convening([case], members, by(LEAD)))
    assert gaps.keys() == {Gap.CONVENE_MEMBER_BARRED, Gap.CONVENE_TOO_FEW_VOTERS}


def test_a_linked_filing_that_applies_no_more_is_said_before_the_meeting_and_the_decision():
    voided = FilingVoided(filing_id="f1", number="n", organ_id=scene.ORGAN, filer_id="subject", voided=True,
                          determination="容认〔2026〕9号", at=scene.NOW)
    for make, step in ((scene.before_meeting, "convene"), (scene.resolved, "make")):
        context, case = jinghong(), make()
        case.filings = (LinkedFiling(filing_id="f1", number="n", title="t", register_number="r",
                                     linked_by="wang某", filed_at=scene.NOW),)
        assert f"{step}.filing_void" not in told(case, LEAD, step)
        keep(context, case)
        verification.heed_void(context, voided)
        after, tag = context.store.determinations.read("d1"), case.tag
        assert told(after, LEAD, step)[f"{step}.filing_void"] == "warn"
        view = determinations.view_of(after, (), by(LEAD))
        assert (view.filings[0].void_by, view.history[-1].what) == ("容认〔2026〕9号", "filing_voided")
        assert after.tag != tag
        verification.heed_void(context, replace(voided, voided=False))
        assert f"{step}.filing_void" not in told(context.store.determinations.read("d1"), LEAD, step)
