"""Determinations on both databases, in the chassis' own execution context."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.chassis.config import Config
from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import ReportDisposal
from rongcuo.contracts.determination import (
    DecisionStanding,
    DeterminationState,
    Initiation,
    Outcome,
)
from services.determination.storage import CaseStorage
from services.determination.usecases import appeals, decisions
from services.determination.views import clues
from tests.integration.services.determination_office import Office, at_once, refusal
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    CASES,
    DEPUTY,
    ELSEWHERE,
    KIN,
    LEAD,
    MEMBERS,
    PANEL,
    QIAN,
    SUBJECT,
    TERMS,
    WANG,
    ZHAO,
)
from tests.unit.determination.recusal_scene import ASK
from tests.unit.review.scene import without


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


@pytest.mark.parametrize("state", DeterminationState)
def test_a_case_is_kept_whole_in_every_state(office: Office, state: DeterminationState):
    case = CASES[state]()
    if case.state is DeterminationState.VERIFICATION:
        case.link_filing(scene.filing(), scene.by(WANG))
        case.ask_recusal("r1", ASK, scene.by(SUBJECT))
        case.record_statement("情况紧急", (), scene.by(SUBJECT))
        case.write_facts_material("事实", "建议容错", scene.by(WANG))
    case.put_on_agenda("m9", scene.by(LEAD), frozenset({"guest"}))
    office.keep(case)
    kept = office.read()
    assert kept == case
    assert type(kept.current) is type(case.current)


def test_an_appeal_and_its_case_are_kept_and_decided_together(office: Office):
    office.keep(scene.decided())
    lodged = office.do(SUBJECT, contract.LodgeAppeal, case_id="d1", grounds="处理过重")
    office.do(DEPUTY, contract.FormAppealPanel, appeal_id=lodged.appeal_id,
              officer_ids=tuple(each.officer_id for each in PANEL))
    with office.shop.database.reading() as session:
        kept = CaseStorage(session).appeals.read(lodged.appeal_id)
    assert (kept.number, kept.subject, len(kept.holders)) == ("容复〔2026〕1号", scene.PERSON, 3)
    said = office.do(PANEL[0], contract.DecideAppeal, appeal_id=lodged.appeal_id, outcome=Outcome.EXEMPT,
                     terms=TERMS).opinions[0]
    signed = {"appeal_id": lodged.appeal_id, "officer_id": "panel1", "digest": said.digest}
    office.do(PANEL[1], contract.SignAppealOpinion, **signed)
    assert [each.standing for each in office.read().decisions] == [
        DecisionStanding.SUPERSEDED, DecisionStanding.CURRENT]
    assert [name for _, name in office.told(lodged.appeal_id)] == [
        "appeal_lodged", "appeal_moved", "appeal_moved", "appeal_decided"]
    assert office.case(actor=SUBJECT).appeals[0].state.value == "decided"


def test_every_event_of_a_case_takes_the_next_version(office: Office):
    case = scene.concluded()
    office.keep(case)
    assert [sequence for sequence, _ in office.told()] == list(range(1, case.version + 1))
    office.do(LEAD, contract.RevokeDetermination, case_id="d1", reasons="事实有误")
    assert office.told()[-1] == (case.version + 1, "determination_revoked")


def test_a_refused_command_leaves_nothing(office: Office):
    office.keep(scene.verifying())
    before, told = office.read(), office.told()
    for actor, code in ((KIN, "review.recused"), (QIAN, "review.not_assigned"), (SUBJECT, "forbidden")):
        assert refusal(lambda actor=actor: office.do(
            actor, contract.LinkFiling, case_id="d1", filing_id="f9")) == "not_found"
        assert refusal(lambda actor=actor: office.do(
            actor, contract.AddEvidence, case_id="d1", kind=scene.EVIDENCE.kind, title="证据")) == code
    assert (office.read(), office.told()) == (before, told)


def _rehearsed(office: Office, act: Any, step: Any, actor: Actor) -> contract.Rehearsal:
    return office.look(lambda context, question: rehearsed(context, act, question), step, actor)


def test_a_rehearsal_tells_what_the_step_tells_and_changes_nothing(office: Office):
    office.keep(scene.resolved())
    before, told = office.read(), office.told()
    step = contract.MakeDetermination(command_id="rehearsal", case_id="d1", outcome=Outcome.LIGHTEN,
                                      terms=TERMS)
    rehearsal = _rehearsed(office, decisions.make, step, WANG)
    assert (office.read(), office.told()) == (before, told)
    office.do(WANG, contract.MakeDetermination, case_id="d1", outcome=Outcome.LIGHTEN, terms=TERMS)
    assert [name for _, name in office.told()[len(told):]] == [
        each.type_name.split(".")[1] for each in rehearsal.told]
    assert rehearsal.told[0].data["terms"]["reasons"] == TERMS.reasons


def test_what_a_step_is_refused_for_its_rehearsal_is_refused_for(office: Office):
    office.keep(scene.resolved())
    step = contract.MakeDetermination(command_id="rehearsal", case_id="d1", outcome=Outcome.DENIED,
                                      terms=TERMS)
    for actor in (WANG, KIN, SUBJECT, ELSEWHERE):
        assert refusal(lambda actor=actor: _rehearsed(office, decisions.make, step, actor)) == refusal(
            lambda actor=actor: office.do(actor, contract.MakeDetermination, case_id="d1",
                                          outcome=Outcome.DENIED, terms=TERMS))


def test_a_panel_s_decision_is_rehearsed_with_its_case(office: Office):
    office.keep(scene.decided())
    lodged = office.do(SUBJECT, contract.LodgeAppeal, case_id="d1", grounds="处理过重")
    office.do(DEPUTY, contract.FormAppealPanel, appeal_id=lodged.appeal_id,
              officer_ids=tuple(each.officer_id for each in PANEL))
    step = contract.DecideAppeal(command_id="rehearsal", appeal_id=lodged.appeal_id, outcome=Outcome.EXEMPT,
                                 terms=TERMS)
    rehearsal = _rehearsed(office, appeals.foresee_decision, step, PANEL[0])
    assert {each.type_name.split(".")[1] for each in rehearsal.told} >= {
        "determination_made", "appeal_decided"}
    assert len(office.read().decisions) == 1


def test_assessors_who_assess_at_the_same_moment_all_count(office: Office):
    case = scene.verifying()
    case.readers = frozenset(each.officer_id for each in MEMBERS)   # whose meeting gave it back
    office.keep(case)
    answers = scene.answers_to(case, "three_factors")
    outcomes = at_once(
        lambda who=who: office.do(who, contract.Assess, case_id="d1", criteria_set="three_factors",
                                  answers=answers) for who in (WANG, ZHAO, QIAN, *MEMBERS))
    assert {outcome.case_id for outcome in outcomes} == {"d1"}
    assert len(office.read().assessments) == 8


def test_of_a_decision_and_a_withdrawal_at_the_same_moment_the_decision_counts(office: Office):
    for number in range(4):
        case_id = office.keep(scene.resolved(), f"d{number}")
        outcomes = at_once((
            lambda case_id=case_id: office.do(WANG, contract.MakeDetermination, case_id=case_id,
                                              outcome=Outcome.LIGHTEN, terms=TERMS).state.value,
            lambda case_id=case_id: office.do(SUBJECT, contract.WithdrawDetermination, case_id=case_id,
                                              reason="不再申请").state.value))
        assert sorted(outcomes) in (["determination.voted_on", "feedback"],
                                    ["feedback", "review.move_not_allowed"])
        sequences = [sequence for sequence, _ in office.told(case_id)]
        assert sequences == list(range(sequences[0], sequences[0] + len(sequences)))


def test_numbers_have_neither_gaps_nor_doubles(office: Office):
    opened = at_once(lambda: office.open() for _ in range(12))
    refusal(lambda: office.open(title=" "))
    opened.append(office.open())
    assert sorted(view.number for view in opened) == sorted(f"容认〔2026〕{n}号" for n in range(1, 14))


def test_an_act_that_was_decided_on_is_found_by_account_and_by_name(office: Office):
    office.keep(scene.concluded())
    bare = replace(scene.PERSON, officer_id="", unit=f" {scene.UNIT}")
    for subject, code in ((scene.PERSON, "determination.decided_before"),
                          (bare, "determination.subject_has_account"), (replace(bare, name="别人"), "")):
        act = partial(office.open, WANG, initiation=Initiation.OWN_INITIATIVE, subject=subject)
        assert refusal(act) == code if code else act()


def test_a_clue_leads_to_one_case(office: Office):
    facts = {"clue_number": "线-7", "subject": scene.PERSON, "act": scene.ACT, "title": "先行施工",
             "disposal": ReportDisposal.VERIFY, "reasons": "属于先行先试", "received_at": scene.NOW}
    first = office.do(WANG, contract.DisposeClue, tolerance_arises=True, **facts)
    again = office.do(WANG, contract.DisposeClue, tolerance_arises=True, **facts)
    assert again.case_id == first.case_id
    case = office.read(first.case_id)
    assert (case.initiation, case.clue_number, case.grounds) == (Initiation.CLUE, "线-7", "属于先行先试")
    assert office.told(first.clue_id) == [(1, "clue_disposed")]


def test_a_clue_is_the_same_and_is_found_however_its_number_is_typed(office: Office):
    facts = {"subject": scene.PERSON, "act": scene.ACT, "title": "先行施工", "situation": "livelihood",
             "disposal": ReportDisposal.VERIFY, "tolerance_arises": True, "reasons": "属于先行先试",
             "received_at": scene.NOW}
    cases = [office.do(WANG, contract.DisposeClue, clue_number=number, **facts).case_id
             for number in ("线（2026）-17", "线(2026) - １７", "线（2026）-1-7")]
    assert cases[0] == cases[1] != cases[2]

    def found(typed: str) -> set[str]:
        query = contract.ClueDisposalsQuery(clue_number=typed)
        return {each.case_id for each in office.look(clues.clue_disposals, query, WANG).disposals}

    for typed in ("线（2026）-17", "編號：線〔2026〕－１７", "线2026 17", "线（2026）-17号"):
        assert cases[0] in found(typed), typed
    assert not found("线2026")


def test_of_two_who_dispose_of_a_clue_at_the_same_moment_one_opens_its_case(office: Office):
    facts = {"subject": scene.PERSON, "act": scene.ACT, "title": "先行施工", "received_at": scene.NOW,
             "disposal": ReportDisposal.VERIFY, "tolerance_arises": True, "reasons": "属于先行先试"}
    for number in range(6):
        disposals = at_once(lambda who=who, clue=f"线-{number}": office.do(
            who, contract.DisposeClue, clue_number=clue, **facts) for who in (WANG, ZHAO))
        case_id, = {each.case_id for each in disposals}
        assert office.read(case_id).clue_handlers == {"wang", "zhao"}


def test_a_new_calendar_edition_moves_open_cases_once(office: Office):
    office.keep(scene.concluded(), "ended")
    for number in range(3):
        office.keep(scene.held(), f"d{number}")
    appeal, case = scene.appealed()
    office.keep(case, "appealed")
    office.keep(appeal, case_id="a1")
    office.rules.newest = without(office.rules.newest, scene.held().due_at, appeal.due_at)
    for _ in range(2):
        office.tick()
    assert [name for _, name in office.told("d1")].count("determination_moved") == 2
    assert [name for _, name in office.told("a1")][-1] == "appeal_moved"
    assert len(office.told("ended")) == scene.concluded().version
    assert office.read("d1").edition == office.rules.newest.edition


def test_holders_and_readers_are_kept_for_the_lists(office: Office):
    case = scene.before_meeting()
    case.put_on_agenda("m1", scene.by(LEAD), frozenset({"guest", "wang"}))
    office.keep(case)
    guest = scene.here("guest", organ_id="532900")
    assert office.case(actor=guest).evidence
    assert [line.case_id for line in office.page(guest).lines] == ["d1"]
    assert office.page(guest).counts["mine"] == 0
    assert office.page(WANG).counts["mine"] == 1
    office.keep(scene.withdrawn(), "d2")
    assert office.page(SYSTEM).counts == {"due_today": 0, "mine": 0, "organ": 1, "unassigned": 0, "closed": 1}
