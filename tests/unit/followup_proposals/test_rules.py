"""Who may not do what, and what must be there: each refused with its own code, and nothing changed."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import ProposalMark, ProposalReferred, SignedBy
from rongcuo.contracts.followup import ProposalState as State
from services.followup.domain.proposal import Proposal
from services.followup.domain.proposal.letters import limit_words
from services.followup.domain.proposal.telling import reply_by
from tests.unit.followup.scene import LEAD, PAPER, WANG, ZHAO
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import (
    ELSEWHERE,
    MEASURES,
    MOVED_ON,
    OTHER_COUNTY,
    RULE,
    UNIT_PERSON,
    at,
    by,
    refused,
)

PASSED, BASIC, FAILED = ProposalMark


def test_whoever_takes_it_up_by_account_has_signed_for_it():
    proposal = scene.acknowledged()
    receipt = proposal.receipt
    assert (receipt.name, receipt.how, receipt.entered_by) == ("shui某", SignedBy.ACCOUNT, "")
    assert receipt.on == at(1).date()


def test_on_paper_it_is_signed_for_first_by_somebody_on_a_day_that_was():
    proposal = scene.delivered(scene.on_paper())
    late = by(WANG, at(2))
    day = at(1).date()
    assert refused(lambda: proposal.acknowledge("李某", (PAPER,), late)) == "followup.not_signed_for"
    assert refused(lambda: proposal.sign_for("李某", day, (), late)) == "followup.paper_missing"
    assert refused(lambda: proposal.sign_for("", day, (PAPER,), late)) == "followup.receipt_incomplete"
    for wrong in (at(-1).date(), at(3).date()):
        assert refused(lambda on=wrong: proposal.sign_for("李某", on, (PAPER,), late)) == (
            "followup.receipt_day_wrong")
    proposal.sign_for("李某", day, (PAPER,), late)
    assert (proposal.receipt.how, proposal.receipt.entered_by, proposal.receipt.on) == (
        SignedBy.PAPER, "wang", day)
    assert refused(lambda: proposal.sign_for("李某", day, (PAPER,), late)) == "followup.signed_for_already"
    proposal.acknowledge("李某", (PAPER,), late)
    proposal.plan(MEASURES, (PAPER,), late)
    proposal.reply("已整改", (), (PAPER,), late)
    assert proposal.replies[0].by == scene.UNIT


@pytest.mark.parametrize(("actor", "code"), [
    (ELSEWHERE, "review.not_assigned"), (ZHAO, "review.not_assigned"), (OTHER_COUNTY, "review.recused")])
def test_nobody_but_the_unit_and_whoever_holds_it_answers(actor: Actor, code: str):
    """A unit of another organ with the same name is not the addressee, and handles it as little."""
    proposal = scene.planned()
    assert refused(lambda: proposal.reply("已整改", (), (PAPER,), by(actor, at(5)))) == code


def test_a_unit_that_was_renamed_or_merged_stays_the_addressee():
    proposal = scene.planned()
    proposal.heed_name(scene.RENAMED, (scene.UNIT,), by(WANG, at(5)))
    assert proposal.unit_now == scene.RENAMED
    version = proposal.version
    proposal.heed_name("牟定县林草局", ("牟定县林业局",), by(WANG, at(5)))
    assert (proposal.unit_now, proposal.version) == (scene.RENAMED, version)
    proposal.reply("已整改", (), (), by(MOVED_ON, at(6)))
    assert proposal.state is State.REPLIED


def test_every_suggestion_has_a_measure_and_none_answers_what_was_not_suggested():
    proposal = scene.acknowledged()
    unit = by(UNIT_PERSON, at(2))
    assert refused(lambda: proposal.plan(MEASURES[:1], (), unit)) == "followup.suggestion_without_measure"
    strange = replace(MEASURES[0], suggestion=3)
    assert refused(lambda: proposal.plan((*MEASURES, strange), (), unit)) == "followup.no_such_suggestion"
    assert proposal.plans == ()


def test_a_rule_that_is_not_in_force_yet_is_no_rule_change():
    proposal = scene.planned()
    ahead = replace(RULE, on=date(2026, 4, 1))
    assert refused(lambda: proposal.reply("已整改", (ahead,), (), by(UNIT_PERSON, at(20)))) == (
        "followup.rule_not_in_force")
    scene.answer(proposal, at(20))
    assert proposal.replies[0].rules == (RULE,)


def test_it_is_extended_once_within_the_rules_and_before_its_day():
    proposal = scene.planned()
    before = reply_by(proposal, by(LEAD))
    assert before == date(2026, 4, 1)
    assert refused(lambda: proposal.extend_reply(31, "开会", by(LEAD, at(5)))) == (
        "followup.extension_too_long")
    assert refused(lambda: scene.planned().extend_reply(5, "开会", by(LEAD, at(31)))) == (
        "followup.extended_too_late")
    proposal.extend_reply(30, "要开党组会", by(LEAD, at(5)))
    assert reply_by(proposal, by(LEAD)) == date(2026, 5, 6)     # the fifth days of May off are rolled over
    assert refused(lambda: proposal.extend_reply(1, "再延", by(LEAD, at(6)))) == "followup.extended_already"


@pytest.mark.parametrize(("first", "whole", "held"), [
    (PASSED, PASSED, True), (PASSED, BASIC, True), (PASSED, FAILED, False), (BASIC, PASSED, True),
    (BASIC, BASIC, True), (BASIC, FAILED, False), (FAILED, PASSED, False), (FAILED, BASIC, True),
    (FAILED, FAILED, True)])
def test_the_whole_follows_from_the_aspects(first: ProposalMark, whole: ProposalMark, held: bool):
    proposal = scene.replied()

    def evaluate() -> None:
        proposal.evaluate(scene.marks(first), whole, "看法", by(WANG, at(22)))

    if held:
        evaluate()
        assert proposal.evaluations[-1].mark is whole
    else:
        assert refused(evaluate) == "followup.marks_disagree"


@pytest.mark.parametrize("those", [slice(1, None), slice(0, 4), slice(0, 0)])
def test_every_aspect_is_evaluated_once(those: slice):
    proposal = scene.replied()
    assert refused(lambda: proposal.evaluate(scene.marks()[those], PASSED, "看法", by(WANG, at(22)))) == (
        "followup.aspects_not_whole")
    twice = (*scene.marks()[:4], scene.marks()[0])
    assert refused(lambda: proposal.evaluate(twice, PASSED, "看法", by(WANG, at(22)))) == (
        "followup.aspects_not_whole")


def test_what_passed_is_closed_what_failed_is_returned_once_and_then_its_superior_is_asked():
    failed, lead = scene.evaluated(FAILED), by(LEAD, at(23))
    assert refused(lambda: failed.close("好", lead)) == "followup.rectification_failed"
    assert refused(lambda: failed.refer("县政府", "不合格", lead)) == "followup.not_returned_yet"
    passed = scene.evaluated()
    assert refused(lambda: passed.send_again("再改", lead)) == "followup.rectification_passed"
    assert refused(lambda: passed.refer("县政府", "不合格", lead)) == "followup.rectification_passed"
    again, lead = scene.failed_again(), by(LEAD, at(32))
    assert refused(lambda: again.send_again("再改", lead)) == "followup.returned_already"
    again.refer("牟定县人民政府", "两次不合格", lead)
    assert isinstance(again.happened[-1][1], ProposalReferred)
    assert refused(lambda: again.record_superior("已责令改正", (), by(WANG, at(40)))) == (
        "followup.paper_missing")
    again.record_superior("已责令改正", (PAPER,), by(WANG, at(40)))
    assert (again.state, again.closed_at) == (State.CLOSED, at(40))


def test_a_return_gives_a_new_day_once():
    proposal = scene.returned()
    assert reply_by(proposal, by(LEAD)) == date(2026, 4, 24)     # thirty days after the 25th of March
    assert proposal.due_at.date() == date(2026, 4, 24)
    assert refused(lambda: proposal.extend_reply(5, "开会", by(LEAD, at(24)))) == (
        "followup.proposal_not_allowed")


def test_who_never_answers_is_referred_once_the_day_is_over():
    proposal = scene.planned()
    assert refused(lambda: proposal.refer("县政府", "不答复", by(LEAD, at(30)))) == (
        "followup.answer_not_late")
    proposal.refer("县政府", "不答复", by(LEAD, at(31)))
    assert proposal.state is State.REFERRED


def test_it_is_looked_back_at_after_three_and_after_twelve_months():
    proposal = scene.closed()
    assert proposal.due_at.date() == date(2026, 6, 25)
    proposal.look_back("没有反弹", (), by(WANG, at(110)))
    assert proposal.due_at.date() == date(2027, 3, 25)
    proposal.look_back("仍在执行", (), by(WANG, at(380)))
    assert proposal.ended


@pytest.mark.parametrize(("now", "recurs"), [(at(23 + 730), True), (at(23 + 733), False)])
def test_the_same_problem_recurs_within_twenty_four_months(now, recurs: bool):
    by_hand, by_a_later_one = scene.looked_back(), scene.looked_back()
    by_a_later_one.heed_later("监建〔2028〕1号", by(WANG, now))
    assert (by_a_later_one.state is State.RECURRED) is recurs
    if recurs:
        by_hand.recur("又发生", by(WANG, now))
        assert by_a_later_one.recurrence.number == "监建〔2028〕1号"
    else:
        assert refused(lambda: by_hand.recur("又发生", by(WANG, now))) == "followup.recurred_too_late"


def test_what_the_addressee_did_after_its_day_stays_late():
    proposal = scene.planned()
    assert not proposal.late
    scene.answer(proposal, at(40))
    assert proposal.late
    assert not scene.replied().late


def test_limits_are_said_as_letters_write_them():
    rule = scene.PACK.proposals
    said = [limit_words(each) for each in (rule.acknowledged_within, rule.replied_within,
                                           rule.first_look_back)]
    assert said == ["3个工作日", "30日", "3个月"]


def test_a_proposal_is_a_case_of_its_own_kind():
    standing = scene.delivered().standing()
    assert (standing.kind, standing.parties, standing.holders) == ("proposal", ("shui",), ("wang",))
    assert isinstance(scene.delivered(), Proposal)
