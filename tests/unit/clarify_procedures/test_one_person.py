"""Who had a hand in something is one person by whichever account, and so is whoever stepped back."""

from sqlalchemy import select

from rongcuo.casework.people import Holder
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import false_accusations as access
from services.clarify.domain.clarification import ClarificationVerb
from services.clarify.storage.content import people_in, people_out
from services.clarify.storage.false_accusations import table
from services.clarify.usecases import clarifications, false_accusations
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LIU, SECOND, WANG, ZHAO, officer
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import Desk

TWIN_ABOVE = officer("wang-above", Role.LEAD, organ_id=scene.ABOVE, unit="昆明市纪委监委", name=WANG.name)
BEGIN = {"answer": contract.Answer.APPROVED, "reasons": "同意"}


def asked(desk: Desk) -> str:
    at.suspected(desk)
    case_id = desk.inquiry.id
    desk.give(ZHAO, false_accusations.request_beginning, contract.RequestBeginning, case_id, grounds="截图")
    return case_id


def test_no_second_account_of_whoever_handled_the_report_approves():
    with at.opened() as desk:
        case_id = asked(desk)
        refused("clarify.had_a_hand", lambda: desk.give(
            TWIN_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **BEGIN))


def test_of_rows_of_before_the_accounts_are_known():
    with at.opened() as desk:
        case_id = asked(desk)
        content = dict(desk.store.session.scalar(select(table.c.content)))
        content["engaged"] = ["above", "wang"]
        desk.store.session.execute(table.update().values(content=content))
        desk.store.session.commit()
        assert Holder("above", "") in desk.store.false_accusations.read(case_id).engaged
        refused("clarify.had_a_hand", lambda: desk.give(
            scene.LEAD_ABOVE, false_accusations.answer_beginning, contract.AnswerBeginning, case_id, **BEGIN))
    assert people_in(people_out({Holder("a", "甲")})) == {Holder("a", "甲")}


def test_nor_does_one_head_what_they_proposed_nor_answer_the_objection():
    with at.opened() as desk:
        at.before_the_head(desk)
        refused("clarify.own_proposal", lambda: desk.give(
            officer("wang2", Role.LEAD, name=WANG.name), clarifications.approve,
            contract.ApproveClarification, desk.clearing.id))
        desk.give(SECOND, clarifications.approve, contract.ApproveClarification, desk.clearing.id)
    with at.opened() as desk:
        at.refused(desk)
        case_id = desk.clearing.id
        desk.give(LIU, clarifications.object_to_it, contract.ObjectToNoClarification, case_id, words="不服")
        twin = officer("s2", Role.LEAD, organ_id=scene.ABOVE, unit="昆明市纪委监委", name=SECOND.name)
        refused("clarify.had_a_hand", lambda: desk.give(
            twin, clarifications.answer_objection, contract.AnswerObjection, case_id, clear=False,
            reasons="维持"))


def test_what_follows_is_not_there_for_another_account_of_the_recused():
    with at.opened() as desk:
        at.suspected(desk)
        case_id = desk.inquiry.id
        desk.give(ZHAO, false_accusations.recuse, contract.RecuseFromFalseAccusation, case_id,
                  officer_id="zhao", ground=RecusalGround.RELATIVE, reason="亲属")
        twin = officer("zhao2", Role.LEAD, name=ZHAO.name)
        assert not access.sees(twin, desk.inquiry)
        refused("review.recused", lambda: desk.inquiry.assign(scene.view(twin), scene.by(LEAD)))


def test_the_person_is_told_by_a_tag_of_what_they_see():
    """A number of all steps would say that something went on inside."""
    with at.opened() as desk:
        at.to_clear(desk)
        case = desk.clearing
        before, inside = case.tag_for("liu"), case.tag_for("wang")
        case.recuse(Holder("qian", "钱某"), RecusalGround.OTHER, "同学", scene.by(LEAD))
        assert case.tag_for("liu") == before
        assert case.tag_for("wang") != inside
        case.note(ClarificationVerb.PLAN, scene.by(WANG))
        assert case.tag_for("liu") != before


def test_by_which_what_they_do_is_held_against_what_they_have_read():
    with at.opened() as desk:
        at.before_the_head(desk)
        case = desk.clearing
        read = case.tag_for("liu")
        assert case.was_read_as(read)
        assert case.was_read_as(case.tag)
        case.send_back("再核", scene.by(SECOND))
        assert case.was_read_as(read), "what was read here, not what it becomes"
        desk.put(case)
        assert desk.clearing.was_read_as(read), "the return is not theirs to know of"
        assert not desk.clearing.was_read_as(f"{case.id}:{case.version - 1}.0")
