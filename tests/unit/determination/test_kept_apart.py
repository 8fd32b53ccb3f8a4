"""What a clue led to is not there for whomever it is about before they are told, nor for whom the clue is
kept from; neither are its appeals and meetings, whenever somebody is named."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.casework.apart import keys_of, name_keys, officer_keys, unit_names_keys
from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import AppealMoved, Initiation, MeetingMoved, MeetingState, Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.opening import OpeningQuery
from rongcuo.contracts.review import RecusalGround
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.clue import ClueDisposal
from services.determination.domain.determination import Determination
from services.determination.domain.meeting import JointMeeting
from services.determination.presenters.determinations import view_of
from services.determination.usecases import clues, determinations, reported
from services.documents.domain.of_determinations import Rulebook, wanted_of_case
from tests.unit.casework.looking import last
from tests.unit.determination import determination_scene as scene
from tests.unit.determination import test_from_report as from_report
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep
from tests.unit.determination.determination_scene import COLLEAGUE, LEAD, SUBJECT, WANG, by
from tests.unit.determination.meeting import scene as meetings
from tests.unit.determination.test_appeal_usecases import CLUE
from tests.unit.determination.test_determination_usecases import OPEN
from tests.unit.review.scene import view

NAME = "尚未来"
LATER = replace(WANG, officer_id="later", name=NAME)      # enrolled, or called so, after all of it
KEYS = name_keys(NAME)


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def of_a_clue(**changes: Any) -> Determination:
    return scene.opened(initiation=Initiation.CLUE, clue_number="线-1", **changes)


def test_whomever_it_is_about_and_their_unit_hear_of_it_once_it_is_accepted() -> None:
    case = of_a_clue(report_id="r7")
    assert not any(access.sees(each, case) for each in (SUBJECT, COLLEAGUE))
    assert not any(access.may(SUBJECT, verb, case) for verb in access.OF_THE_SUBJECT)
    case.assign(view(WANG), by(LEAD))
    case.accept("属于容错情形，受理", by(WANG))
    assert (access.sees(SUBJECT, case), access.reads(SUBJECT, case)) == (True, True)
    assert access.may(SUBJECT, access.Verb.RECORD_STATEMENT, case)
    assert not access.sees(COLLEAGUE, case), "what a clue led to is their subject's alone"
    seen = view_of(case, (), by(SUBJECT))
    assert (seen.initiation, seen.report_id, seen.clue_number) == (None, "", "")
    assert view_of(case, (), by(WANG)).initiation is Initiation.CLUE


def test_what_was_applied_for_is_theirs_from_the_first() -> None:
    case = scene.opened()
    assert (access.sees(SUBJECT, case), access.sees(COLLEAGUE, case)) == (True, True)
    assert view_of(case, (), by(SUBJECT)).initiation is Initiation.APPLICATION


def test_what_was_never_told_is_not_there_after_its_refusal_either() -> None:
    case = of_a_clue()
    case.assign(view(WANG), by(LEAD))
    case.refuse("不属于容错情形", by(WANG))
    assert not access.sees(SUBJECT, case)
    told = last(case)
    letter = wanted_of_case(told, Rulebook(scene.PACK, scene.PACK))
    assert (told.standing.subject_id, letter and letter.recipients) == ("", ())


def test_a_clue_from_elsewhere_is_kept_from_whoever_is_called_so(context: FakeContext) -> None:
    """Without an account to know them by."""
    about = contract.Subject(name=LATER.name, unit="某局")
    disposal = ClueDisposal(
        id="c", clue_number="1", organ_id=scene.ORGAN, division_code=scene.DIVISION, case_id="",
        disposal=ReportDisposal.INQUIRY, tolerance_arises=False, reasons="", received_at=scene.NOW,
        disposed_by="x", disposed_by_name="x", disposed_at=scene.NOW, subject=about)
    assert disposal.concerns(LATER)
    assert not disposal.concerns(WANG)
    opened = clues.dispose(context.sit(LEAD), replace(CLUE, subject=about, tolerance_arises=True))
    case = context.store.determinations.get(opened.case_id)
    assert (case.is_apart(LATER), case.is_apart(WANG)) == (True, False)
    assert code_of(lambda: clues.dispose(context.sit(LATER), replace(
        CLUE, clue_number="2", subject=about))) == "review.recused"


def test_an_appeal_inherits_whom_its_case_is_kept_from() -> None:
    case = scene.decided()
    case.keys_apart = KEYS
    appeal = Appeal.lodge("a1", "容复〔2026〕1号", case, "处理过重", by(SUBJECT))
    assert {*last(appeal).standing.keys_apart} == KEYS
    assert appeal.is_apart(LATER)


def met(case_id: str, meeting_id: str) -> JointMeeting:
    meeting = meetings.convened(meetings.MadeUpCase(id=case_id), named=meeting_id)
    meeting.take_events()
    return meeting


def reported_case(context: FakeContext, case: Determination, *keys: str) -> None:
    case.report_id = "r7"
    keep(context, case)
    for each in {*case.meeting_ids} - context.store.meetings.rows.keys():
        context.store.meetings.put(met(case.id, each))
    context.reports = {"r7": from_report.report("zhao", keys=frozenset(keys))}
    context.told.clear()
    reported.heed_report(context.sit(SYSTEM), from_report.told())


def test_whom_the_report_names_later_leaves_the_panel_and_hears_no_more(context: FakeContext) -> None:
    appeal, case = scene.heard()
    sits = appeal.team[0]
    appeal.take_events()
    context.store.appeals.put(appeal)
    reported_case(context, case, *keys_of(sits))
    after = context.store.appeals.get(appeal.id)
    assert sits.officer_id not in after.holders
    [told] = [each for each in context.told if isinstance(each, AppealMoved)]
    assert {*told.standing.keys_apart} >= keys_of(sits)
    assert sits.officer_id not in told.standing.readers


def test_a_namesake_of_later_has_no_vote() -> None:
    case = scene.before_meeting()
    case.keys_apart = KEYS
    assert case.bars(view(LATER)) is RecusalGround.OTHER
    assert case.bars(view(WANG)) is not None, "who holds it"
    member = replace(meetings.FOUR, name=NAME)
    made_up = meetings.MadeUpCase(keys_apart=KEYS)
    meeting = meetings.convened(made_up, members=(*meetings.FIVE[:4], member))
    assert meeting.attendance.recused_from("case1") == {member.officer_id}
    assert {*last(meeting).standing.keys_apart} == KEYS
    assert member.officer_id not in last(meeting).members


def test_who_is_named_while_votes_are_cast_casts_none() -> None:
    meeting = meetings.voting()
    meeting.keep_from("case1", name_keys(meetings.FOUR.name), meetings.by(SYSTEM))
    told = last(meeting)
    assert (type(told), told.what) == (MeetingMoved, "keep_from")
    item = meetings.item(meeting).id
    assert code_of(lambda: meeting.cast_vote(
        item, Outcome.EXEMPT, "", meetings.SALT, meetings.by(meetings.FOUR))) == "meeting.recused"
    assert meetings.FOUR.officer_id not in meeting.signers


def test_the_minutes_of_a_meeting_are_kept_from_whom_the_report_names_later(context: FakeContext) -> None:
    case = scene.resolved()
    [meeting_id] = case.meeting_ids
    meeting = met(case.id, meeting_id)
    meeting.state, case.on_agenda = MeetingState.SIGNED, ""
    context.store.meetings.put(meeting)
    reported_case(context, case, *KEYS)
    [told] = [each for each in context.told if isinstance(each, MeetingMoved)]
    assert (told.what, told.standing.ended, {*told.standing.keys_apart}) == ("keep_from", True, KEYS)
    assert context.store.meetings.get(meeting_id).kept_from(LATER) == {case.id}


def decided(context: FakeContext) -> Determination:
    case = scene.decided()
    case.keys_apart = officer_keys(LEAD.officer_id) | unit_names_keys("别处")
    keep(context, case)
    return case


def opening(context: FakeContext, actor: Actor, case: Determination) -> tuple[str, ...]:
    asked = OpeningQuery(initiation=Initiation.OWN_INITIATIVE, subject=case.subject, act=case.act)
    return tuple(each.about for each in determinations.opening(context.sit(actor), asked).missing)


def test_an_opening_tells_no_number_of_what_is_kept_from_who_opens_it(context: FakeContext) -> None:
    case = decided(context)
    deputy = replace(LEAD, officer_id="another", roles=frozenset({Role.LEAD}))
    assert opening(context, deputy, case) == (case.number,)
    assert opening(context, LEAD, case) == ()
    again = replace(OPEN, initiation=Initiation.OWN_INITIATIVE, subject=case.subject, act=case.act)
    for actor, known in ((deputy, {"number": case.number}), (LEAD, {})):
        with pytest.raises(CaseError, match="decided_before") as refused:
            determinations.open_determination(context.sit(actor), again)
        assert refused.value.details == known


def test_whoever_held_it_and_is_kept_from_it_had_a_hand_in_it_for_good(context: FakeContext) -> None:
    case = of_a_clue()
    case.assign(view(WANG), by(LEAD))
    reported_case(context, case, *officer_keys(WANG.officer_id))
    after = context.store.determinations.get(case.id)
    assert (after.assignee, WANG.officer_id in after.engaged) == (None, True)
