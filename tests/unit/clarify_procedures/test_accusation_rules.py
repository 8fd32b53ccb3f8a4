"""Due process: two approvals from above, a hearing, both fabrication and intent, and time to complain."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Actor, Role, queue
from rongcuo.contracts.clarify import (
    Address,
    Answer,
    Bearing,
    Element,
    Factor,
    ManagedBy,
    ReporterAddressed,
    ReportOutcome,
    Unheard,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation import FalseAccusation, approving_organ
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CITY,
    ELSEWHERE,
    HANDLER,
    LEAD,
    NOW,
    PREFECTURE,
    PROVINCE,
    WANG,
    by,
)
from tests.unit.review.scene import officer, view


def told(case: FalseAccusation, kind: type) -> list:
    return [event for _, event in case.happened if isinstance(event, kind)]


@pytest.mark.parametrize("outcome", [each for each in ReportOutcome
                                     if each is not ReportOutcome.SUSPECTED_MALICIOUS])
def test_only_a_suspected_report_enters(outcome: ReportOutcome):
    with pytest.raises(CaseError, match=r"clarify\.not_suspected"):
        scene.opened(outcome)


def test_the_prefecture_approves_and_the_province_for_a_post_it_manages():
    assert approving_organ("530181", "530181", ManagedBy.COUNTY) == PREFECTURE
    assert approving_organ("530100", "530100", ManagedBy.PREFECTURE) == PREFECTURE
    assert approving_organ("530181", "530181", ManagedBy.PROVINCE) == PROVINCE
    assert approving_organ(PROVINCE, "530181", ManagedBy.COUNTY) == PROVINCE
    assert scene.requested(scene.OF_THE_PROVINCE).standing().holders == (queue(PROVINCE, Role.LEAD),)
    assert scene.requested().standing().holders == (queue(PREFECTURE, Role.LEAD),)


@pytest.mark.parametrize("actor", [LEAD, WANG, HANDLER, scene.CITY_REVIEWER, ABOVE, ELSEWHERE])
@pytest.mark.parametrize("answer", Answer)
def test_nobody_but_a_lead_of_the_prefecture_answers_either_gate(actor: Actor, answer: Answer):
    for case, ask in ((scene.requested(), FalseAccusation.answer_beginning),
                      (scene.sent_up(), FalseAccusation.answer_finding)):
        with pytest.raises(CaseError, match=r"clarify\.approver_wanted"):
            ask(case, answer, "同意", by(actor))


def test_the_province_answers_where_it_manages_the_post_and_the_prefecture_does_not():
    case = scene.requested(scene.OF_THE_PROVINCE)
    with pytest.raises(CaseError, match=r"clarify\.approver_wanted"):
        case.answer_beginning(Answer.APPROVED, "同意", by(CITY))
    case.answer_beginning(Answer.APPROVED, "同意", by(ABOVE))
    assert case.state is State.INQUIRY


def test_who_had_a_hand_in_it_approves_nothing():
    both = officer("both", Role.REVIEWER, Role.LEAD, organ_id=PREFECTURE)
    case = scene.opened(organ_id=PREFECTURE, division=PREFECTURE)
    case.assign(view(both), by(LEAD))
    case.request_beginning("可疑", by(both))
    with pytest.raises(CaseError, match=r"clarify\.had_a_hand"):
        case.answer_beginning(Answer.APPROVED, "同意", by(both))
    handler = officer("handler", Role.LEAD, organ_id=PREFECTURE)     # who handled the report
    with pytest.raises(CaseError, match=r"clarify\.had_a_hand"):
        case.answer_beginning(Answer.APPROVED, "同意", by(handler))
    case.answer_beginning(Answer.APPROVED, "同意", by(CITY))
    assert case.state is State.INQUIRY


def test_every_factor_of_both_elements_is_weighed_and_no_evidence_is_left_out():
    case = scene.heard(scene.weighed(scene.inquiring()))
    case.add_evidence("e2", *scene.EVIDENCE, by(WANG))
    with pytest.raises(CaseError) as refused:
        case.serve_draft(scene.DRAFT, by(WANG))
    assert (refused.value.code, refused.value.details) == ("clarify.not_proven", {"lacking": ["evidence.e2"]})
    case.weigh(scene.weighing(Element.INTENT, Factor.MOMENT, Bearing.UNCLEAR, "e2"), by(WANG))
    case.serve_draft(scene.DRAFT, by(WANG))
    assert case.state is State.DRAFT


@pytest.mark.parametrize("element", Element)
def test_one_of_both_alone_is_no_false_accusation(element: Element):
    case = scene.heard(scene.weighed(scene.inquiring()))
    for factor in Factor:
        case.weigh(scene.weighing(element, factor, Bearing.UNCLEAR), by(WANG))
    with pytest.raises(CaseError) as refused:
        case.serve_draft(scene.DRAFT, by(WANG))
    assert refused.value.details == {"lacking": [f"{element}.proven"]}


def test_factors_that_deny_as_often_as_they_prove_prove_nothing():
    case = scene.weighed(scene.inquiring())
    for factor, bearing in zip(Factor, (Bearing.PROVES, Bearing.PROVES, Bearing.DENIES, Bearing.DENIES,
                                        Bearing.UNCLEAR), strict=True):
        case.weigh(scene.weighing(Element.INTENT, factor, bearing), by(WANG))
    assert not case.proof.proves(Element.INTENT)
    assert case.proof.proves(Element.FABRICATION)


def test_what_proves_rests_on_evidence_that_is_there():
    case = scene.inquiring()
    bare = scene.weighing(Element.INTENT, Factor.WAY)
    with pytest.raises(CaseError, match=r"clarify\.evidence_unknown"):
        case.weigh(bare, by(WANG))
    case.add_evidence("e1", *scene.EVIDENCE, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.evidence_missing"):
        case.weigh(replace(bare, evidence=()), by(WANG))
    assert case.proof.weighings == ()


def test_nothing_is_drafted_before_the_reporter_was_heard():
    case = scene.weighed(scene.inquiring())
    with pytest.raises(CaseError, match=r"clarify\.reporter_not_heard"):
        case.serve_draft(scene.DRAFT, by(WANG))
    case.ask_reporter("来源和依据", by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.reporter_not_heard"):
        case.serve_draft(scene.DRAFT, by(WANG))
    scene.read(case)
    with pytest.raises(CaseError, match=r"clarify\.reporter_wrote_nothing"):
        case.record_unheard(Unheard.DECLINED, "两次询问，不愿说明", (), by(WANG, scene.LATER))
    case.record_unheard(Unheard.DECLINED, "两次询问，不愿说明", scene.PAPERS, by(WANG, scene.LATER))
    with pytest.raises(CaseError, match=r"clarify\.entry_unconfirmed"):
        case.serve_draft(scene.DRAFT, by(WANG, scene.LATER))
    case.confirm_entry(1, by(scene.ZHAO, scene.LATER))
    case.serve_draft(scene.DRAFT, by(WANG, scene.LATER))
    assert case.state is State.DRAFT


@pytest.mark.parametrize("why", Unheard)
def test_nobody_is_past_hearing_before_the_time_to_answer_is_up(why: Unheard):
    case, papers = scene.inquiring(), scene.PAPERS if why is Unheard.DECLINED else ()
    with pytest.raises(CaseError, match=r"clarify\.reporter_not_asked"):
        case.record_unheard(why, "没有回复", papers, by(WANG))
    case.ask_reporter("来源和依据", by(WANG))
    [event], [asked] = told(case, ReporterAddressed), case.addressed
    assert (event.about, event.reporter_ref, event.place) == (Address.ASKED, "ref7", 1)
    assert asked.answer_until == NOW.date().replace(day=16)
    assert asked.words.splitlines()[0] == "来源和依据"
    assert "2026年3月16日前" in asked.words
    if why in (Unheard.NO_ANSWER, Unheard.DECLINED):
        with pytest.raises(CaseError, match=r"clarify\.not_served"):     # they have not read the question
            case.record_unheard(why, "没有回复", papers, by(WANG, scene.LATER))
        scene.read(case)
    last = NOW + timedelta(days=14)
    with pytest.raises(CaseError, match=r"clarify\.reporter_has_time"):
        case.record_unheard(why, "没有回复", papers, by(WANG, last))
    case.record_unheard(why, "没有回复", papers, by(WANG, last + timedelta(days=1)))
    assert case.hearings[-1].unheard is why
