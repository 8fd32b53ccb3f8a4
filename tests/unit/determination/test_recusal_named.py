"""Whom the subject means: by whom they chose, otherwise by whole names in their words."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import AnswerRecusal, Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.usecases import determinations
from tests.unit.casework.looking import refused
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import code_of, jinghong, keep
from tests.unit.determination.determination_scene import DEPUTY, EVERYBODY, LEAD, QIAN, SUBJECT, WANG, by
from tests.unit.determination.recusal_scene import ASK, NO, YES, asked
from tests.unit.review.scene import holder, view


def test_who_is_chosen_is_meant_by_their_id_and_not_by_what_others_are_called():
    """A lead of the same name answers; the one who is meant does not, whatever they are called."""
    namesake = replace(LEAD, name="wang某")
    case = asked(name="谁", officer_id="wang")
    assert (case.recusals_asked[0].name, case.recusals_asked[0].officer_id) == ("wang某", "wang")
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        None, replace(NO, officer_id=""), by(replace(WANG, roles=LEAD.roles))))
    refused("determination.not_at_work_here", case, lambda it: it.ask_recusal(
        "r2", replace(ASK, officer_id="lead"), by(SUBJECT)))
    refused("determination.recusal_asked_already", case, lambda it: it.ask_recusal("r2", ASK, by(SUBJECT)))
    refused("determination.recusal_of_another", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(YES, officer_id="qian"), by(LEAD)))
    case.answer_recusal(None, replace(YES, officer_id=""), by(namesake))
    assert case.recused == {"wang"}


def test_part_of_another_s_name_bars_nobody_from_answering():
    case = asked(name="lead某安")
    case.answer_recusal(None, replace(NO, officer_id=""), by(LEAD))
    assert case.recusals_open == ()


def test_on_the_ground_that_says_least_an_open_vote_falls_only_before_the_organ_above():
    case = scene.resolved(Outcome.EXEMPT)
    case.ask_recusal("r1", replace(ASK, name="member1某", ground=RecusalGround.OTHER), by(SUBJECT))
    grant, above = replace(YES, officer_id="member1"), replace(LEAD, organ_id="532800")
    refused("determination.vote_counted", case,
            lambda it: it.answer_recusal(holder(scene.MEMBER), grant, by(LEAD)))
    case.hand_up("由上级机关答复", by(LEAD))
    refused("determination.vote_counted", case,      # by nobody's own will
            lambda it: it.recuse(holder(scene.MEMBER), RecusalGround.OTHER, "同学", by(above)))
    case.answer_recusal(holder(scene.MEMBER), grant, by(above))
    assert case.recused == {"member1"}


def test_who_was_a_witness_in_the_case_takes_no_part_in_it():
    case = scene.resolved(Outcome.EXEMPT)
    case.recuse(holder(scene.MEMBER), RecusalGround.WITNESS, "作过证", by(LEAD))
    assert case.bars(Known("member1")) is RecusalGround.WITNESS


@pytest.mark.parametrize("called", ["lead某", "lead某书记", "负责人lead某"])
def test_who_is_asked_to_step_back_does_not_answer_by_whatever_name_they_are_called(called: str):
    case = asked(name=called)
    refused("determination.recusal_of_oneself", case, lambda it: it.answer_recusal(
        holder(QIAN), replace(NO, officer_id="qian"), by(LEAD)))
    refused("determination.recusal_of_oneself", asked(), lambda it: it.answer_recusal(
        holder(LEAD), replace(NO, officer_id="lead"), by(LEAD)))
    case.answer_recusal(holder(LEAD), replace(YES, officer_id="lead"), by(DEPUTY))
    assert case.recused == {"lead"}


def test_who_entered_it_for_somebody_without_an_account_does_not_answer_it() -> None:
    """One lead put words into the person's mouth, and took a member off the panel by them."""
    _, case = scene.heard()
    case.subject = replace(case.subject, officer_id="")
    application = replace(ASK, name="panel1某", attachments=(scene.FILE,))
    case.ask_recusal("r1", application, by(scene.DEPUTY))
    grant = replace(YES, officer_id="panel1")
    other = scene.here("other", Role.LEAD)
    refused("determination.recusal_entered_by_you", case,
            lambda it: it.answer_recusal(holder(scene.PANEL[0]), grant, by(scene.DEPUTY)))
    assert case.lacks_an_answerer((view(scene.DEPUTY),))
    assert not case.lacks_an_answerer((view(scene.DEPUTY), view(other)))
    case.answer_recusal(holder(scene.PANEL[0]), grant, by(other))


def entered() -> tuple[Determination, AnswerRecusal]:
    """By `deputy`, for somebody without an account, about one of the panel."""
    _, case = scene.heard()
    case.subject = replace(case.subject, officer_id="")
    case.ask_recusal("r1", replace(ASK, name="panel1某", attachments=(scene.FILE,)), by(DEPUTY))
    return case, replace(YES, officer_id="panel1")


def test_who_is_called_like_the_one_who_entered_it_answers_it() -> None:
    case, grant = entered()
    namesake = replace(scene.here("other", Role.LEAD), name=DEPUTY.name)
    assert not case.lacks_an_answerer((view(namesake),))
    case.answer_recusal(holder(scene.PANEL[0]), grant, by(namesake))
    assert case.recused == {"panel1"}


def test_who_entered_it_does_not_answer_it_under_another_name() -> None:
    case, grant = entered()
    renamed = replace(DEPUTY, name="改了名")
    assert case.lacks_an_answerer((view(renamed),))
    refused("determination.recusal_entered_by_you", case,
            lambda it: it.answer_recusal(holder(scene.PANEL[0]), grant, by(renamed)))


HERE = tuple(view(each) for each in EVERYBODY if each.organ_id == scene.ORGAN)


def test_whose_whole_name_the_words_hold_is_answered_about_and_nobody_else() -> None:
    """A lead found that another was meant, and declined about nobody: the named one stayed."""
    case = asked(name="承办人qian某")
    for officer, answer in ((holder(WANG), YES), (holder(WANG), NO), (None, replace(NO, officer_id=""))):
        refused("determination.recusal_names_somebody", case,
                lambda it, officer=officer, answer=answer: it.answer_recusal(officer, answer, by(LEAD), HERE))
    case.answer_recusal(holder(QIAN), NO, by(LEAD), HERE)
    assert case.recusals_asked[0].about == "qian某"


def test_of_several_whom_the_words_name_one_is_answered_about() -> None:
    case = asked(name="wang某、qian某")
    refused("determination.recusal_names_somebody", case,
            lambda it: it.answer_recusal(holder(scene.ZHAO), YES, by(LEAD), HERE))
    case.answer_recusal(holder(QIAN), YES, by(LEAD), HERE)
    assert case.recused == {"qian"}


def test_who_judges_nothing_is_nobody_whom_the_words_name() -> None:
    """The subject themselves, and officers of units whose posts judge nothing."""
    for words in ("subject某", "stranger某"):
        case = asked(name=words)
        case.answer_recusal(holder(WANG), NO, by(LEAD), HERE)
        assert case.recusals_open == ()


def test_who_sits_on_the_panel_from_the_organ_above_is_named_and_answered_about() -> None:
    """The lead doesn't see the officers of the organ above; identity knows nobody of that id for them."""
    above = scene.here("above", Role.LEAD, organ_id="532800")
    context = jinghong()
    appeal, case = scene.appealed()
    appeal.form_panel((*map(view, scene.PANEL[:2]), replace(view(above), division_code="532800")),
                      case, by(DEPUTY))
    case.ask_recusal("r1", replace(ASK, name="above某"), by(SUBJECT))
    keep(context, case)
    keep(context, appeal)
    decline = replace(NO, officer_id="")
    assert code_of(lambda: determinations.answer_recusal(context.sit(DEPUTY), decline)) == (
        "determination.recusal_names_somebody")
    determinations.answer_recusal(context.sit(DEPUTY), replace(YES, officer_id="above"))
    assert context.store.appeals.read("a1").holders == {"panel1", "panel2"}
