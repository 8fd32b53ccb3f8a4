"""An answer of the person stands until their next one, and says of what it is; a ground has to hold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClarificationQuery,
    ClarificationState,
    ClearingOpinion,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import SATURDAY, SpecialDay
from rongcuo.policy.provenance import Source, Standing
from services.clarify.usecases import clarifications, heeding
from services.clarify.views import clarifications as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LIU, WANG
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER, SUBJECT, by
from tests.unit.clarify_procedures.desk import UNTRUE, Desk

State, MEETING = ClarificationState, ClarificationMode.MEETING


def seen(desk: Desk) -> contract.ClarificationView:
    return questions.clarification(desk.sit(LIU), ClarificationQuery(case_id=desk.clearing.id))


def gave(desk: Desk, **rest) -> ClearingOpinion:
    opinion = replace(ClearingOpinion(agrees=True, modes=(MEETING,), given_on=desk.now.date()), **rest)
    desk.give(LIU, clarifications.give_opinion, contract.GiveOpinion, desk.clearing.id, opinion=opinion)
    return opinion


def asked(desk: Desk) -> str:
    case_id = at.planned(desk).clearing.id
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    return case_id


def requested(desk: Desk) -> None:
    desk.give(WANG, clarifications.request_approval, contract.RequestApproval, desk.clearing.id,
              recommendation="建议", review_opinion="同意")


def planned_again(desk: Desk, **rest) -> None:
    desk.give(WANG, clarifications.plan, contract.PlanClarification, desk.clearing.id,
              plan=replace(at.PLAN, **rest))


def test_an_answer_stands_until_their_next_whoever_asks_again(desk: Desk):
    case_id = asked(desk)
    gave(desk, agrees=False, words="不要开会")
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    desk.now += timedelta(days=10)
    refused("clarify.against_opinion", lambda: requested(desk))
    planned_again(desk, head="县住建局党委")
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    desk.give(LIU, clarifications.read, contract.ReadClarification, case_id)
    desk.now += timedelta(days=10)
    refused("clarify.against_opinion", lambda: requested(desk))
    assert desk.clearing.opinion.words == "不要开会"


def test_why_a_plan_is_so_is_nothing_to_ask_them_about_again(desk: Desk):
    asked(desk)
    gave(desk, agrees=False, words="不要开会")
    planned_again(desk, despite="反映在会上传开")
    requested(desk)
    assert desk.clearing.state is State.APPROVAL


def test_an_answer_is_of_the_plan_that_they_read(desk: Desk):
    case_id = asked(desk)
    read = seen(desk).plan_digest
    planned_again(desk, audiences=(*at.PLAN.audiences, contract.Audience(
        mode=ClarificationMode.CIRCULAR, who="全县")))
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    refused("clarify.opinion_of_another_plan", lambda: gave(desk, plan=read))
    refused("clarify.opinion_of_which_plan", lambda: gave(desk))
    gave(desk, plan=seen(desk).plan_digest)
    assert (desk.clearing.opinion.plan, desk.clearing.opinion_awaited) == (desk.clearing.plan_digest, False)


def test_less_than_they_wish_says_why(desk: Desk):
    asked(desk)
    gave(desk, modes=(MEETING, ClarificationMode.CIRCULAR))
    refused("clarify.against_opinion", lambda: requested(desk))


@pytest.mark.parametrize(("declines", "stands"), [(False, False), (True, True)])
def test_only_who_says_so_declines(desk: Desk, declines: bool, stands: bool):
    case_id = asked(desk)
    gave(desk, agrees=False, declines=declines, modes=(MEETING, ClarificationMode.CIRCULAR), words="范围太小")
    said = {"ground": "person_declines", "reasons": "本人不愿"}
    if not stands:
        refused("clarify.ground_not_borne_out", lambda: desk.give(
            WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **said))
        return
    desk.give(WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, **said)


def test_no_report_says_that_the_person_declines(desk: Desk):
    at.found(desk, UNTRUE, UNTRUE)
    refused("clarify.ground_not_borne_out", lambda: desk.give(
        LEAD, heeding.answer_clearing, contract.AnswerClearing, report_id="r1", clear=False,
        ground="person_declines", words="本人不愿"))


@pytest.mark.parametrize("ground", ["not_excluded", "closed_on_reply", "interview_only"])
def test_the_reports_own_grounds_hold_at_the_clearing_as_at_the_report(desk: Desk, ground: str):
    report = scene.verified()
    report.find(tuple(scene.finding(number, UNTRUE) for number in (1, 2)), scene.by(WANG))
    desk.put(report)
    at.answered(desk)
    at.closed(desk)
    case_id = desk.clearing.id
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, case_id, officer_id="wang")
    refused("clarify.ground_not_borne_out", lambda: desk.give(
        WANG, clarifications.propose_refusal, contract.ProposeRefusal, case_id, ground=ground, reasons="x"))


def test_no_new_calendar_ends_their_time_before_the_day_they_were_told():
    case = cleared.refused()
    case.read(by(SUBJECT))
    told = case.object_until(by(SUBJECT))
    calendar = scene.RULES.calendar(cleared.DIVISION)
    year, source = calendar.national[2026], Source("测试", Standing.VERIFIED)
    worked = {day: SpecialDay("调休", source) for day in (
        cleared.NOW.date() + timedelta(days=days) for days in range(14)) if day.weekday() >= SATURDAY}
    shorter = replace(year, workdays={**year.workdays, **worked})
    early = by(SUBJECT, cleared.NOW + (told - cleared.NOW.date()),
               replace(calendar, national={**calendar.national, 2026: shorter}))
    assert early.due(case.object_clock).date < told
    case.object("不服", (), early)
    assert case.state is State.OBJECTED


def test_a_paper_that_was_handed_in_in_time_is_in_time_and_their_own_form_is_of_today():
    case = cleared.refusable(cleared.NO_ACCOUNT)
    case.refuse("no_harm", "没有造成影响", by(cleared.LEAD))
    for actor in (cleared.LEAD, cleared.WANG):
        case.serve("当面送达", (replace(PAPER, sha256="e9" * 32),), by(actor))
    late = cleared.NOW + timedelta(days=25)
    with pytest.raises(CaseError, match=r"clarify\.objection_late"):
        case.object("不服", (PAPER,), by(cleared.LEAD, late))
    case.object("不服", (PAPER,), by(cleared.LEAD, late), cleared.NOW.date() + timedelta(days=5))
    assert case.state is State.OBJECTED
    read = cleared.refused()
    read.read(by(SUBJECT))
    with pytest.raises(CaseError, match=r"clarify\.objection_late"):
        read.object("不服", (), by(SUBJECT, late), cleared.NOW.date())
