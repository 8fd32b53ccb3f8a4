"""A filing is checked where a report may be about the same matter, and nobody whom it concerns hears it."""

from dataclasses import fields, replace

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.apart import name_keys
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import ReportMoved, ReportPassedUp, ShieldJudged, ShieldVerdict
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.contracts.review import (
    AssignFilingCheck,
    ConcludeFilingCheck,
    FilingCheckEnded,
    FilingCheckMoved,
    FilingCheckNumber,
    FilingCheckOpened,
    FilingCheckState,
    FilingFault,
    RecusalGround,
    RecuseFromFilingCheck,
)
from services.review.access import filing_checks as access
from services.review.domain import CheckVerb, FilingCheck
from services.review.presenters import check_view
from services.review.storage import METADATA, CaseStorage
from services.review.storage.filing_checks import c, visible_to
from services.review.usecases import filing_checks
from tests.unit.casework.looking import last, refused
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import COLLEAGUE, FILED_AT, FILER, LEAD, PARTY, QIAN, SUPERVISOR, WANG, by, view

ASKS = Standing(
    kind="report", matter_id="r1", number="信访〔2026〕7号", title="检举控告件", organ_id=scene.ORGAN,
    division_code=scene.DIVISION, pack_id=scene.PACK.id, stage="disposal", parties=("party",),
    apart=("party", "qian"), units_apart=("安宁市水务局",),
    keys_apart=tuple(name_keys("钱有名")), due_at=FILED_AT)
PROOF = LedgerProof(seq=12, body="{}", salt="ab", payload="", tree_size=40, checkpoint="c")
JUDGED = ShieldJudged(
    standing=ASKS, filing_id="f1", filing_number=scene.FILING.number, digest="d" * 64,
    verdict=ShieldVerdict.COVERS, same_matter=True, submitted_at=FILED_AT, proof=PROOF, at=FILED_AT)
PUSHED_ASIDE = replace(JUDGED, verdict=ShieldVerdict.UNRELATED, same_matter=False)
WATER = scene.officer("water", Role.REVIEWER, unit="安宁市水务局")     # of a unit that the report names
NAMESAKE = replace(scene.officer("same", Role.REVIEWER), name="钱 有名")      # known there by name alone
KEPT_OUT = (FILER, COLLEAGUE, PARTY, QIAN, WATER, NAMESAKE, scene.ELSEWHERE, scene.OPERATOR)


@pytest.fixture
def context() -> FakeContext:
    context = FakeContext()
    context.store.put(scene.accepted())
    return context


def checks(context: FakeContext) -> list[FilingCheck]:
    return list(context.store.checks.rows.values())


def opened(judged: ShieldJudged = JUDGED) -> FilingCheck:
    return FilingCheck.open("k1", "备核〔2026〕1号", judged, scene.accepted(), by(SYSTEM))


def held() -> FilingCheck:
    check = opened()
    check.assign(view(WANG), by(LEAD))
    return check


def refusal(act) -> str:
    with pytest.raises(CaseError) as refused:
        act()
    return refused.value.code


def test_it_opens_by_itself_with_the_proof_of_when_the_filing_was_made(context):
    filing_checks.hear_judgement(context, JUDGED)
    [check] = checks(context)
    assert (check.number, check.filing_id, check.digest, check.submitted_at, check.proof) == (
        "备核〔2026〕1号", "f1", "d" * 64, FILED_AT, PROOF)
    assert check.due_at.date().isoformat() == "2026-03-12"     # 15 working days
    [told] = context.told
    assert isinstance(told, FilingCheckOpened)


@pytest.mark.parametrize("verdict", [each for each in ShieldVerdict if each is not ShieldVerdict.UNRELATED])
def test_it_opens_once_for_a_report_whatever_is_said_of_the_same_matter(context, verdict):
    for _ in range(2):
        filing_checks.hear_judgement(context, replace(JUDGED, verdict=verdict))
    assert len(checks(context)) == 1
    filing_checks.hear_judgement(context, replace(JUDGED, standing=replace(ASKS, matter_id="r2")))
    assert len(checks(context)) == 2


def test_what_is_not_the_same_matter_opens_none_and_sets_one_aside(context):
    filing_checks.hear_judgement(context, PUSHED_ASIDE)
    assert checks(context) == []
    filing_checks.hear_judgement(context, JUDGED)
    filing_checks.hear_judgement(context, PUSHED_ASIDE)
    [check] = checks(context)
    assert (check.state, check.ended) == (FilingCheckState.SET_ASIDE, True)
    assert context.told[-1].set_aside
    filing_checks.hear_judgement(context, JUDGED)
    assert [each.state for each in checks(context)] == [FilingCheckState.SET_ASIDE, FilingCheckState.OPEN]


@pytest.mark.parametrize("whose", [WANG, FILER])
def test_for_another_account_of_the_recused_or_the_filer_it_is_not_there_either(whose):
    check = held()
    check.recuse(scene.holder(WANG), RecusalGround.RELATIVE, "表弟", by(WANG))
    again = replace(scene.officer("again", Role.REVIEWER), name=f" {whose.name}")
    assert not access.sees(again, check)
    refused("review.recused", check, lambda case: case.assign(view(again), by(LEAD)))
    assert {*check.standing.keys_apart} >= name_keys(whose.name)


def test_neither_the_check_nor_its_events_say_what_report_it_was():
    check = held()
    check.recuse(scene.holder(WANG), RecusalGround.RELATIVE, "表弟", by(WANG))
    words = repr([each for _, each in check.happened]) + repr(check_view(check, by(LEAD)))
    for word in (ASKS.number, ASKS.title, "disposal", "covers"):
        assert word not in words, word
    assert "r1" not in repr(check_view(check, by(LEAD)))
    assert not {each.name for each in fields(FilingCheck)} & {"reporter_ref", "pseudonym", "allegations"}


def test_it_is_not_there_for_the_filer_nor_for_whom_the_report_names_nor_their_units():
    check = opened()
    assert not [each for each in KEPT_OUT if access.sees(each, check)]
    assert all(access.sees(each, check) for each in (LEAD, WANG, scene.ZHAO, SUPERVISOR))
    assert {*check.standing.apart} == {"filer", "party", "qian"}
    assert {*check.standing.units_apart} == {scene.FILERS_UNIT, "安宁市水务局"}
    assert check.standing.subject_id == ""
    for each in (PARTY, QIAN, WATER, NAMESAKE):
        refused("review.recused", check, lambda case, who=each: case.assign(view(who), by(LEAD)))


def test_whom_the_report_is_kept_from_later_holds_it_no_longer(context):
    filing_checks.hear_judgement(context, JUDGED)
    filing_checks.assign(context.sit(LEAD), AssignFilingCheck(
        command_id="c1", check_id="id1", officer_id="wang"))
    moved = ReportMoved(standing=replace(ASKS, apart=("party", "qian", "wang")), what="recuse",
                        actor_id="lead", at=FILED_AT)
    filing_checks.hear_report(context.sit(SYSTEM), moved)
    [check] = checks(context)
    assert (check.assignee, access.sees(WANG, check)) == (None, False)
    assert isinstance(context.told[-1], FilingCheckMoved)
    filing_checks.assign(context.sit(LEAD), AssignFilingCheck(
        command_id="c2", check_id="id1", officer_id="zhao"))
    by_name = replace(moved, standing=replace(ASKS, keys_apart=tuple(name_keys(scene.ZHAO.name))))
    filing_checks.hear_report(context.sit(SYSTEM), by_name)
    [check] = checks(context)
    assert (check.assignee, access.sees(scene.ZHAO, check)) == (None, False)
    heard = len(context.told)
    filing_checks.hear_report(context, moved)
    assert len(context.told) == heard


def test_it_goes_up_with_the_report(context):
    filing_checks.hear_judgement(context, JUDGED)
    filing_checks.assign(context.sit(LEAD), AssignFilingCheck(
        command_id="c1", check_id="id1", officer_id="wang"))
    moved = ReportMoved(standing=replace(ASKS, organ_id="530100"), what="hand_up", actor_id="", at=FILED_AT)
    filing_checks.hear_report(context.sit(SYSTEM), moved)
    [check] = checks(context)
    assert (check.organ_id, check.assignee, access.sees(WANG, check)) == ("530100", None, False)
    filing_checks.hear_report(context.sit(SYSTEM), replace(moved, standing=ASKS))     # told late
    assert checks(context)[0].organ_id == "530100"


def test_what_was_passed_up_is_for_the_level_above_to_judge_anew(context):
    filing_checks.hear_judgement(context, JUDGED)
    filing_checks.hear_report(context, ReportPassedUp(
        standing=replace(ASKS, ended=True), reporter_ref="x", passed_to="530100", continued_by="r9",
        at=FILED_AT))
    assert [each.state for each in checks(context)] == [FilingCheckState.SET_ASIDE]


def test_who_holds_it_concludes_with_reasons_and_exempts_nobody():
    check = held()
    refused("review.not_assigned", check, lambda case: case.conclude((), "属实", by(LEAD)))
    refused("review.reasons_missing", check, lambda case: case.conclude((), " ", by(WANG)))
    twice = (FilingFault.OTHERWISE, FilingFault.OTHERWISE)
    check.conclude(twice, "道路改线，没有变更报备", by(WANG))
    assert (check.state, check.faults) == (FilingCheckState.CONCLUDED, (FilingFault.OTHERWISE,))
    told = last(check)
    assert isinstance(told, FilingCheckEnded)
    assert (told.report_id, told.filing_id, told.faults, told.set_aside, told.standing.ended) == (
        "r1", "f1", (FilingFault.OTHERWISE,), False, True)
    assert "改线" not in repr(told)
    refused("review.move_not_allowed", check, lambda case: case.conclude((), "属实", by(WANG)))


def test_its_commands_answer_a_number_and_are_for_the_organ(context):
    filing_checks.hear_judgement(context, JUDGED)
    take = AssignFilingCheck(command_id="c1", check_id="id1", officer_id="wang")
    for each in KEPT_OUT:
        assert refusal(lambda who=each: filing_checks.assign(context.sit(who), take)) == "not_found"
    assert refusal(lambda: filing_checks.assign(context.sit(SUPERVISOR), take)) == "forbidden"
    assert refusal(lambda: filing_checks.assign(context.sit(scene.ZHAO), take)) == "forbidden"
    assert isinstance(filing_checks.assign(context.sit(WANG), take), FilingCheckNumber)
    told = filing_checks.conclude(context.sit(WANG), ConcludeFilingCheck(
        command_id="c2", check_id="id1", words="报备属实"))
    assert (told.check_id, told.number) == ("id1", "备核〔2026〕1号")


def test_where_the_last_one_steps_back_the_organ_above_has_it(context):
    filing_checks.hear_judgement(context, JUDGED)
    free = [LEAD, WANG, scene.ZHAO, scene.PARTY_LEAD]
    for number, each in enumerate(free):
        filing_checks.recuse(context.sit(each), RecuseFromFilingCheck(
            command_id=f"c{number}", check_id="id1", officer_id=each.officer_id,
            ground=RecusalGround.OTHER, reason="朋友"))
    [check] = checks(context)
    assert check.organ_id == "530100"
    assert not any(access.may(each, CheckVerb.ASSIGN, check) for each in free)


def test_it_comes_back_as_it_was_put_and_a_list_shows_what_is_shown_one_by_one():
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    people: tuple[Actor, ...] = (*KEPT_OUT, LEAD, WANG, scene.ZHAO, SUPERVISOR)
    with Session(engine) as session:
        store = CaseStorage(session)
        check = held()
        check.recuse(scene.holder(scene.ZHAO), RecusalGround.RELATIVE, "表弟", by(scene.ZHAO))
        check.conclude((FilingFault.UNTRUE,), "隐瞒了用地", by(WANG))
        store.put(check)
        check.take_events()
        back = store.checks.of_filing("r1", "f1")
        assert {name: value for name, value in vars(back).items() if not name.startswith("_")} == {
            name: value for name, value in vars(check).items() if not name.startswith("_")}
        assert store.checks.of_report("r1") == (back,)
        for actor in people:
            shown = set(session.scalars(select(c.id).where(visible_to(actor))))
            assert bool(shown) is access.sees(actor, check), actor
        assert store.checks.next_number(scene.ORGAN, 2026) == 1
    engine.dispose()
