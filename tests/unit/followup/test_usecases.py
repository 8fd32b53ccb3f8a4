"""What is done about a programme on a database, and how it begins by what others tell."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts import clarify, determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import Concerned, ConcernedKind
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    EndTold,
    PeriodOver,
    PersonChange,
    ProgrammeOpened,
    ProgrammeQuery,
    ProgrammesQuery,
    ProgrammeState,
    TalkWith,
    VisitKind,
    VisitPlace,
)
from rongcuo.contracts.identity import OfficerDismissed
from services.followup.usecases import opening, programmes, settling
from services.followup.views import programmes as views
from tests.unit.followup import scene
from tests.unit.followup.desk import Desk, made, registered, standing
from tests.unit.followup.scene import KIN, LEAD, NOW, PAPER, PERSON, SANCTION, WANG, WATCH, WEN, ZHAO, at


def archived(kind: ConcernedKind = ConcernedKind.PERSON) -> clarify.ClarificationArchived:
    return clarify.ClarificationArchived(
        standing=standing("k1"), report_id="r1", archive_number="1", at=NOW,
        concerned=Concerned(name="温某", unit=scene.UNIT, officer_id="wen", kind=kind))


@pytest.mark.parametrize("outcome", [Outcome.EXEMPT, Outcome.MITIGATE, Outcome.LIGHTEN])
def test_a_determination_with_tolerance_opens_one_programme_however_often_it_is_told(
        desk: Desk, outcome: Outcome):
    for _ in range(2):
        opening.take_determination(desk.sit(SYSTEM), made(outcome))
    assert [type(each) for each in desk.told] == [ProgrammeOpened]
    assert desk.programme.basis.source_id == "d1"
    assert desk.programme.ends_on == date(2026, 9, 2)


def test_a_denial_opens_none_and_what_is_denied_or_revoked_later_ends_it(desk: Desk):
    opening.take_determination(desk.sit(SYSTEM), made(Outcome.DENIED))
    assert desk.store.programmes.of_person("wen") == ()
    opening.take_determination(desk, made(Outcome.EXEMPT))
    opening.take_determination(desk, made(Outcome.MITIGATE))
    assert desk.programme.basis.words == "容错认定：减轻"
    opening.take_determination(desk, made(Outcome.DENIED))
    assert desk.programme.state is ProgrammeState.ENDED
    opening.take_determination(desk, made(Outcome.EXEMPT, "d2"))
    for _ in range(2):
        opening.take_revocation(desk, determination.DeterminationRevoked(
            standing=standing("d2"), decision_id="d2-1", reasons="有新证据", at=NOW))
    assert {each.state for each in desk.store.programmes.of_person("wen")} == {ProgrammeState.ENDED}


def test_a_person_who_was_cleared_is_accompanied_and_an_organisation_is_not(desk: Desk):
    opening.take_clearing(desk.sit(SYSTEM), archived(ConcernedKind.ORGANISATION))
    assert not desk.told
    for _ in range(2):
        opening.take_clearing(desk, archived())
    assert len(desk.told) == 1
    assert desk.programme.basis.words == "澄清正名"


def test_a_sanction_is_registered_once_and_whoever_is_of_the_persons_unit_registers_none(desk: Desk):
    registered(desk)
    with pytest.raises(CaseError, match=r"followup\.already_open"):
        desk.give(LEAD, opening.register_sanction, contract.RegisterSanction, person=PERSON,
                  attachments=(PAPER,),
                  sanction=replace(SANCTION, number=" 牟监处〔2026〕3号"))
    for actor, code in ((WEN, "forbidden"), (KIN, r"review\.recused")):
        with pytest.raises(CaseError, match=code):
            desk.give(actor, opening.register_sanction, contract.RegisterSanction, person=PERSON,
                      attachments=(PAPER,),
                      sanction=replace(SANCTION, number="另一件"))
    with pytest.raises(CaseError, match=r"followup\.day_ahead"):
        desk.give(LEAD, opening.register_sanction, contract.RegisterSanction, person=PERSON,
                  attachments=(PAPER,),
                  sanction=replace(SANCTION, number="另", effective_on=date(2026, 3, 3)))


def test_people_without_account_are_told_apart_by_name_and_unit(desk: Desk):
    for name, unit in (("杨某", scene.UNIT), ("杨某", "牟定县林草局")):
        desk.give(WANG, opening.register_sanction, contract.RegisterSanction, sanction=SANCTION,
                  attachments=(PAPER,), person=replace(scene.NO_ACCOUNT, name=name, unit=unit))
    page = views.page(desk.sit(LEAD), ProgrammesQuery(tab="unassigned"))
    assert [each.about for each in page.lines] == [f"杨某 {scene.UNIT}", "杨某 牟定县林草局"]
    with pytest.raises(CaseError, match=r"followup\.already_open"):
        desk.give(ZHAO, opening.register_sanction, contract.RegisterSanction, attachments=(PAPER,),
                  person=scene.NO_ACCOUNT, sanction=SANCTION)


def test_a_sanction_comes_with_its_decision_and_another_lead_than_who_registers_gives_it(desk: Desk):
    with pytest.raises(CaseError, match=r"followup\.paper_missing"):
        desk.give(WANG, opening.register_sanction, contract.RegisterSanction, person=PERSON,
                  sanction=SANCTION)
    desk.give(LEAD, opening.register_sanction, contract.RegisterSanction, attachments=(PAPER,),
              person=PERSON, sanction=SANCTION)
    assert desk.programme.assignee is None
    with pytest.raises(CaseError, match=r"followup\.second_person"):
        desk.give(LEAD, programmes.assign, contract.AssignProgramme, desk.programme.id, officer_id="wang")
    desk.give(scene.DEPUTY, programmes.assign, contract.AssignProgramme, desk.programme.id,
              officer_id="wang")
    assert desk.programme.basis.attachments == (PAPER,)


@pytest.mark.parametrize("written", [
    {"number": "牟监处[2026]3"}, {"decided_by": "牟定县监委"},
    {"number": "牟监处（2026）3号", "degree": contract.SanctionDegree.SERIOUS_DEMERIT, "effect_months": 18}])
def test_the_same_sanction_is_registered_once_however_it_is_written_and_also_when_it_is_over(
        desk: Desk, written: dict):
    done = scene.completed()
    desk.put(done)
    named = replace(PERSON, name="wen某", officer_id="")     # whose account identity knows
    for person in (PERSON, named):
        with pytest.raises(CaseError, match=r"followup\.already_open"):
            desk.give(WANG, opening.register_sanction, contract.RegisterSanction, attachments=(PAPER,),
                      person=person, sanction=replace(SANCTION, **written))


def test_who_has_an_account_signs_themselves_also_where_it_was_not_named(desk: Desk):
    desk.give(WANG, opening.register_sanction, contract.RegisterSanction, attachments=(PAPER,),
              person=replace(PERSON, name=" wen某", officer_id=""), sanction=SANCTION)
    assert desk.programme.person.officer_id == "wen"


def test_who_moves_into_the_visitors_own_unit_is_visited_from_above(desk: Desk):
    desk.put(scene.counselling())
    desk.officers = tuple(each for each in desk.officers if each.officer_id != "kin")
    desk.give(LEAD, programmes.change_person, contract.ChangePerson, "p1", what=PersonChange.MOVED,
              on=NOW.date(), unit="牟定县纪委监委", words="调入本委")
    assert desk.programme.organ_id == scene.PREFECTURE
    assert desk.programme.assignee is None


def test_formal_visits_are_counted_over_all_programmes_of_the_person(desk: Desk):
    registered(desk)
    opening.take_determination(desk.sit(SYSTEM), made(Outcome.EXEMPT))
    first, second = desk.store.programmes.of_person("wen")
    desk.give(LEAD, programmes.assign, contract.AssignProgramme,
              (second if first.assignee else first).id, officer_id="wang")
    ids = [first.id, second.id]
    visit = {"kind": VisitKind.FORMAL, "on": NOW.date(), "place": VisitPlace.OFFICE, "outline": "谈谈",
             "visitors": ("wang", "zhao")}
    for case_id in ids:
        desk.give(WANG, programmes.plan_visit, contract.PlanVisit, case_id, **visit)
    with pytest.raises(CaseError, match=r"followup\.visits_enough"):
        desk.give(WANG, programmes.plan_visit, contract.PlanVisit, ids[0], **visit)
    with pytest.raises(CaseError, match=r"followup\.visitor_unknown"):
        desk.give(WANG, programmes.plan_visit, contract.PlanVisit, ids[0],
                  **visit | {"visitors": ("wang", "nobody")})


def test_what_others_said_and_how_the_help_went_is_not_for_the_person(desk: Desk):
    programme = scene.concluding()
    scene.done(programme)
    desk.put(programme)
    own = views.programme(desk.sit(WEN), ProgrammeQuery(case_id="p1"))
    inside = views.programme(desk.sit(WANG), ProgrammeQuery(case_id="p1"))
    assert [each.with_whom for each in own.visits[0].talks] == [TalkWith.PERSON]
    assert len(inside.visits[0].talks) == 2
    assert (own.gathered, own.evaluation) == (None, None)
    assert own.unit_evaluation is not None     # what their unit says of them is theirs to read
    assert own.unit_evaluation.words == "表现好"
    assert own.visits[0].outline == ""
    assert inside.evaluation is not None
    assert "仍认真" not in str(own)
    assert "evaluate" not in {each.what for each in own.history}
    assert own.theirs
    assert desk.reads == []
    views.programme(desk.sit(WATCH), ProgrammeQuery(case_id="p1"))
    assert desk.reads == [("followup.programme_read", "p1")]
    for actor in (ZHAO, KIN):
        with pytest.raises(CaseError, match="not_found"):
            views.programme(desk.sit(actor), ProgrammeQuery(case_id="p1"))


def test_the_end_is_told_by_itself_once(desk: Desk):
    desk.put(scene.counselling())
    for day in (4, 5, 6, 12, 13):
        programmes.tell_ends(desk.sit(SYSTEM, at(1, day, 2027)))
    assert [type(each) for each in desk.told] == [EndTold, PeriodOver]


def test_who_is_dismissed_gives_it_back_and_who_is_recused_sees_it_no_more(desk: Desk):
    desk.put(scene.counselling())
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(
        officer_id="wang", organ_id=scene.ORGAN))
    assert desk.programme.assignee is None
    assert [each.case_id for each in views.page(desk.sit(LEAD), ProgrammesQuery(tab="unassigned")).lines] == [
        "p1"]


def test_whom_nobody_of_the_organ_may_visit_goes_up_by_itself(desk: Desk):
    own = replace(PERSON, unit="牟定县纪委监委", officer_id="")
    programme = scene.sanctioned(own)
    desk.put(programme)
    desk.officers = tuple(each for each in desk.officers if each.officer_id != "kin")
    opening.find_an_organ(desk.sit(SYSTEM), ProgrammeOpened(
        standing=programme.standing(), basis=programme.basis.kind, basis_number="1", ends_on=scene.UNTIL,
        at=NOW))
    assert desk.store.programmes.read("p1").organ_id == scene.PREFECTURE


def test_papers_are_as_documents_took_them_in(desk: Desk):
    programme = scene.counselling(scene.NO_ACCOUNT)
    scene.visit(programme)
    programme.write_step("谈话", scene.by(WANG))
    desk.put(programme)
    with pytest.raises(CaseError, match=r"attachment\.unknown"):
        desk.give(WANG, programmes.sign_step, contract.SignStep, "p1",
                  attachments=(replace(PAPER, sha256="cd" * 32),))
    desk.give(WANG, programmes.sign_step, contract.SignStep, "p1", attachments=(PAPER,),
              digest=programme.records[-1].digest)
    assert desk.store.programmes.read("p1").state is ProgrammeState.ASSISTANCE
