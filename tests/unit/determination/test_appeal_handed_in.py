"""Somebody without an account appeals on paper: the organ enters it, in time by the day it was handed in."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.determination import DeterminationQuery, Initiation, LodgeAppeal, Outcome
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerDismissed, OfficerState
from rongcuo.contracts.review import RecusalGround
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.presenters import determinations
from services.determination.usecases import appeals, handing_up
from services.determination.usecases.determinations import subject_admitted
from services.determination.views import determinations as views
from tests.unit.casework.looking import last, refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    KIN,
    LEAD,
    PANEL,
    PERSON,
    SUBJECT,
    TERMS,
    WANG,
    by,
)
from tests.unit.review.scene import day, holder, view

PAPER = (AttachmentRef(name="申诉书.pdf", sha256="ab" * 32, size=2_048, media_type="application/pdf"),)
NOBODY = replace(PERSON, officer_id="")
ABOVE = scene.here("above", Role.LEAD, organ_id="532800")
IN_TIME, TOO_LATE, ENTERED = day(4, 1), day(4, 2), day(4, 20)


def told(make=scene.told):
    case = make()
    case.subject = NOBODY
    return case


def entered(case, who=LEAD, handed_in=IN_TIME, now=ENTERED) -> Appeal:
    on = handed_in.date() if handed_in else None
    return Appeal.lodge("a1", "容复〔2026〕1号", case, "处理过重", by(who, now), on, PAPER)


def test_it_is_in_time_by_the_day_it_was_handed_in():
    appeal = entered(told())
    assert (appeal.standing().parties, appeal.standing().apart) == (appeal.engaged, ())
    assert entered(told(), WANG).decision_id == "d1-1"
    refused("appeal.too_late", told(), lambda case: entered(case, handed_in=TOO_LATE))
    for wrong in (None, day(4, 21), day(3, 1)):
        refused("appeal.handed_in_wrong", told(), lambda case, on=wrong: entered(case, handed_in=on))
    entered(told(scene.decided), handed_in=TOO_LATE)     # not told yet: the period does not run out


@pytest.mark.parametrize(("who", "may"), [(LEAD, True), (WANG, True), (scene.QIAN, False), (KIN, False),
                                          (COLLEAGUE, False), (scene.MEMBER, False)])
def test_who_may_enter_it(who, may: bool):
    assert ("lodge_appeal" in determinations.allowed(told(), by(who, day(4, 20)))) is may
    assert "lodge_appeal" not in determinations.allowed(scene.told(), by(who))


def test_a_lead_above_enters_what_the_organ_does_not():
    """Of the case they see that it is there; nothing of what was said, found or decided in it."""
    context = jinghong()
    keep(context, told())
    context.files = {"above": {PAPER[0].sha256: PAPER[0]}}
    command = of(LodgeAppeal, grounds="处理过重", handed_in_on=scene.NOW.date(), attachments=PAPER)
    for other in (replace(ABOVE, roles=frozenset({Role.MEMBER})), replace(ABOVE, organ_id="530000")):
        assert code_of(lambda who=other: appeals.lodge(context.sit(who), command)) == "not_found"
    shown = views.determination(context.sit(ABOVE), DeterminationQuery(case_id="d1"))
    assert (shown.allowed, shown.withheld, shown.decisions) == (("lodge_appeal",), True, ())
    assert context.reads == [("review.determination_read", "d1")]
    appeals.lodge(context, command)
    [lodged] = context.store.appeals.rows.values()
    assert (lodged.history[0].actor_id, lodged.attachments) == ("above", PAPER)


@pytest.mark.parametrize("make", [scene.told, lambda: told(scene.verifying)], ids=["account", "undecided"])
def test_a_lead_above_sees_no_other_case(make):
    assert code_of(lambda: access.require_sight(ABOVE, make())) == "not_found"


def test_nor_one_from_which_they_are_recused():
    case = told()
    case.recuse(holder(ABOVE), RecusalGround.RELATIVE, "亲属", by(LEAD))
    assert not access.enters_from_above(ABOVE, case)


def test_nobody_appeals_in_the_name_of_somebody_who_can():
    refused("determination.not_the_subject", scene.told(), entered)


@pytest.mark.parametrize("make", [scene.told, scene.decided, scene.verifying])
def test_a_subject_whose_post_ended_has_no_account_any_more(make):
    context = jinghong()
    keep(context, make())
    context.actor = SYSTEM
    context.officers = (view(SUBJECT),)
    handing_up.take_dismissal(context,
        OfficerDismissed(officer_id=SUBJECT.officer_id, organ_id=SUBJECT.organ_id))
    case = context.store.determinations.read("d1")
    assert (case.subject, case.history[-1].what) == (NOBODY, "subject_post_ended")
    assert (case.holders, case.clock) == (make().holders, make().clock)
    handing_up.take_dismissal(context,
        OfficerDismissed(officer_id=SUBJECT.officer_id, organ_id=SUBJECT.organ_id))
    assert context.store.determinations.read("d1").history == case.history
    if case.current:
        assert "lodge_appeal" in determinations.allowed(case, by(LEAD))
        entered(case, handed_in=scene.NOW, now=scene.NOW)


def test_a_case_opened_about_somebody_whose_post_ended_is_of_somebody_without_an_account():
    context = jinghong().sit(scene.WANG)
    for state, known in ((OfficerState.ACTIVE, SUBJECT.officer_id), (OfficerState.DISMISSED, "")):
        context.officers = (replace(view(SUBJECT), state=state),)
        assert subject_admitted(context, Initiation.OWN_INITIATIVE, PERSON).officer_id == known


def test_it_is_heard_like_any_other_and_taken_back_by_nobody():
    case = told()
    appeal = entered(case)
    refused("determination.not_the_subject", appeal, lambda it: it.withdraw("算了", case, by(LEAD)))
    appeal.form_panel(tuple(view(member) for member in PANEL), case, by(scene.DEPUTY, day(4, 21)))
    scene.agreed(appeal, Outcome.MITIGATE, TERMS, case, by(PANEL[0], day(4, 22)))
    assert (case.current.outcome, last(appeal).upheld) == (Outcome.MITIGATE, False)


def test_what_is_entered_for_somebody_they_have_on_paper():
    """Nobody uses up an appeal with words of their own."""
    refused("appeal.paper_missing", told(), lambda case: Appeal.lodge(
        "a1", "容复〔2026〕1号", case, "处理过重", by(LEAD, ENTERED), IN_TIME.date()))
    assert entered(told()).history[0].actor_id == LEAD.officer_id


def test_the_command_says_the_day_and_brings_the_paper():
    context = jinghong()
    keep(context, told())
    context.files = {"wang": {PAPER[0].sha256: PAPER[0]}}
    command = of(LodgeAppeal, grounds="处理过重", handed_in_on=scene.NOW.date(), attachments=PAPER)
    answer = appeals.lodge(replace(context, actor=WANG), command)
    assert (answer.grounds, answer.attachments) == ("处理过重", PAPER)
