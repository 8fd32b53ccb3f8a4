"""Whose unit a matter is of, is told by any of the unit's names: an alias and a former name bar as well."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Initiation, OpenDetermination, Outcome, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.access import determinations as access
from services.determination.access import meetings as meeting_access
from services.determination.domain.clue import ClueDisposal
from services.determination.domain.determination.verification import require_coverage
from services.determination.domain.meeting import JointMeeting, Member
from services.determination.usecases import determinations, verification
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as cases
from tests.unit.determination.determination_context import code_of, jinghong, keep
from tests.unit.determination.meeting import scene as meetings
from tests.unit.review import scene
from tests.unit.review.scene import view

NEW, ALIAS = "园林绿化局", "园林局"


def called_anew(actor: Actor, former: str) -> Actor:
    """Of the unit that had that name, and is called differently now."""
    return replace(actor, unit=NEW, unit_names=(NEW, ALIAS, former))


def test_nobody_of_the_subjects_renamed_unit_judges_the_subject():
    case, actor = cases.held(), called_anew(cases.here("he", Role.REVIEWER, Role.LEAD), cases.UNIT)
    assert case.bars(Known("he", units=actor.units)) is RecusalGround.INTEREST
    assert code_of(lambda: case.assign(view(actor), cases.by(cases.LEAD))) == "review.recused"
    assert not access.sees_inside(actor, case)
    assert code_of(lambda: access.require_opening(actor, Initiation.OWN_INITIATIVE, cases.PERSON)) \
        == "review.recused"
    filer = replace(actor, roles=frozenset({Role.FILER}))
    assert access.within(access.Scope.OWN_UNIT, filer, case)


def test_nor_sits_on_a_panel():
    appeal, case = cases.appealed()
    panel = (*map(view, cases.PANEL[:2]), view(called_anew(cases.PANEL[2], cases.UNIT)))
    assert code_of(lambda: appeal.form_panel(panel, case, cases.by(cases.DEPUTY))) == "review.recused"


def test_a_member_of_the_renamed_unit_is_kept_from_the_case_of_a_meeting():
    member = called_anew(meetings.FOUR, meetings.SUBJECT_UNIT)
    assert Member.of(view(member), meetings.ORGAN).units == member.units
    meeting = meetings.convened(members=(*meetings.FIVE[:4], member))
    assert meeting.attendance.recused_from("case1") == {"m4"}
    assert not meeting_access.sees(member, meeting, meeting_access.scopes(member))
    lead = called_anew(scene.LEAD, meetings.SUBJECT_UNIT)
    case, members = meetings.MadeUpCase(), tuple(map(view, meetings.FIVE))
    assert code_of(lambda: JointMeeting.convene(
        "mt", "1", meetings.call(), (case,), members, meetings.by(lead))) == "meeting.recused"


def test_who_is_of_the_subjects_unit_by_an_alias_of_today_has_no_vote_either():
    """The unit got its alias after the meeting was convened."""
    meeting = meetings.voting()
    member = called_anew(meetings.FOUR, meetings.SUBJECT_UNIT)

    def cast(by_whom: Actor) -> None:
        meeting.cast_vote(meetings.item(meeting).id, Outcome.EXEMPT, "", meetings.SALT, meetings.by(by_whom))

    assert code_of(lambda: cast(member)) == "meeting.recused"
    cast(meetings.FOUR)


def test_nobody_reads_a_clue_about_their_renamed_unit():
    disposal = ClueDisposal(
        id="c", clue_number="1", organ_id=cases.ORGAN, division_code=cases.DIVISION, disposal="", reasons="",
        tolerance_arises=False, received_at=cases.NOW, disposed_by="x", disposed_by_name="x",
        disposed_at=cases.NOW, subject=Subject(name="某", unit=cases.UNIT))
    actor = called_anew(cases.WANG, cases.UNIT)
    assert disposal.concerns(Known("he", units=actor.units))
    assert not disposal.concerns(Known("he", units=cases.WANG.units))


def test_a_filing_under_another_name_of_the_subjects_unit_covers():
    context = jinghong()
    keep(context, cases.verifying())
    context.filings["f1"] = cases.filing(filer_id="x", unit=ALIAS)
    link = verification.LinkFiling(command_id="c", case_id="d1", filing_id="f1")
    with pytest.raises(CaseError, match="does_not_cover") as refused:
        verification.link_filing(context.sit(cases.WANG), link)
    assert refused.value.details == {"reasons": ["not_of_the_subject"]}
    context.unit_names = (cases.UNIT, ALIAS)
    assert verification.link_filing(context, link).filings[0].number == "532801-2025-000001"
    assert require_coverage(cases.filing(filer_id="x"), cases.PERSON, cases.ACT, frozenset())


def test_a_subject_without_an_account_is_of_the_unit_that_is_called_so():
    context = jinghong()
    context.unit_names = (NEW, ALIAS)
    opening = OpenDetermination(
        command_id="c", initiation=Initiation.OWN_INITIATIVE, subject=Subject(name="某", unit=ALIAS),
        act=cases.ACT, title="某事", situation="project_construction", grounds="抢修")
    assert determinations.open_determination(context.sit(cases.WANG), opening).subject.unit == NEW
    context.unit_names = ()
    assert determinations.open_determination(context, opening).subject.unit == ALIAS
