"""What a meeting has found for somebody is not undone: neither by who unmakes it, nor by who decides next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import APPLIES, APPLIES_NOT, NO_MAJORITY, NegativeAnswer, Outcome
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.domain.determination.earlier_findings import floors, new_since
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    DENIAL,
    LEAD,
    MEMBERS,
    SUBJECT,
    TERMS,
    VOTERS,
    WANG,
    by,
)
from tests.unit.review.scene import holder, view

NEW = replace(scene.EVIDENCE, title="银行流水", obtained_on=scene.NOW.date(), attachments=(scene.FILE,))
NAMED = replace(TERMS, reasons="新取得的《银行流水》表明谋取私利")
signed = partial(scene.resolved, Outcome.EXEMPT)    # by all


def hear(case: Determination) -> None:
    case.write_facts_material("事实", "意见", by(WANG))
    case.record_statement("无异议", (), by(SUBJECT))


def meet(case: Determination, outcome: str, **items: bool) -> None:
    case.write_report("重新核查", None, by(WANG))
    case.put_on_agenda("m2", by(LEAD))
    case.resolve("m2", outcome, items, VOTERS - case.recused, by(SYSTEM))


def revealed(outcome: str = Outcome.EXEMPT.value, item: str = "", **answers: NegativeAnswer) -> Determination:
    """The votes are open, and nobody has signed."""
    case = scene.before_meeting(**answers)
    case.put_on_agenda("m1", by(LEAD))
    case.heed_result("m1", outcome, item, VOTERS, by(SYSTEM))
    return case


def a_voter_is_recused(case: Determination, ground: RecusalGround = RecusalGround.INTEREST) -> None:
    case.recuse(holder(MEMBERS[0]), ground, "与当事人有利害关系", by(LEAD))


def signed_and_returned() -> Determination:
    case = signed()
    a_voter_is_recused(case)
    case.send_back("有成员回避，另行表决", by(LEAD))
    return case


def revealed_and_called_off() -> Determination:
    case = revealed()
    a_voter_is_recused(case)
    case.take_off_agenda("m1", by(LEAD))
    case.send_back("补充核查", by(LEAD))
    return case


def revealed_and_handed_up() -> Determination:
    case = revealed()
    case.hand_up("请上级办理", by(LEAD))
    case.take_off_agenda("m1", by(LEAD))
    case.organ_id = scene.ORGAN
    case.send_back("补充核查", by(LEAD))
    case.form_team((view(WANG), view(scene.ZHAO)), by(LEAD))
    return case


def decided_and_revoked() -> Determination:
    case = scene.decided(Outcome.EXEMPT)
    case.revoke("重来", by(LEAD))
    return case


UNMADE = [signed_and_returned, revealed_and_called_off, revealed_and_handed_up]
unmade = pytest.mark.parametrize("made", UNMADE)


@unmade
def test_what_was_unmade_is_the_floor_of_the_next_meeting(made: Callable[[], Determination]):
    case = made()
    hear(case)
    meet(case, Outcome.DENIED.value)
    refused("determination.heavier_than_reached", case, lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    case.send_back("并无新证据", by(LEAD))          # the way on
    meet(case, Outcome.EXEMPT.value)
    case.make(Outcome.EXEMPT, TERMS, by(WANG))
    assert case.current.outcome is Outcome.EXEMPT


@pytest.mark.parametrize("made", [*UNMADE, decided_and_revoked])
def test_nor_does_a_hit_on_what_the_meeting_knew_go_round_it(made: Callable[[], Determination]):
    case = made()
    scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    hear(case)
    with pytest.raises(Exception, match="heavier_than"):
        case.write_report("查明", replace(DENIAL, reasons=NAMED.reasons), by(WANG))


@unmade
def test_new_evidence_opens_the_question_where_it_was_shown_answered_and_is_named(made):
    case = made()
    case.add_evidence("e9", NEW, by(WANG))
    hear(case)
    meet(case, Outcome.DENIED.value)
    refused("determination.new_evidence_unnamed", case, lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    case.make(Outcome.DENIED, NAMED, by(WANG))
    assert case.current.outcome is Outcome.DENIED


@pytest.mark.parametrize("obtained_on", [None, date(2026, 3, 1)])
def test_evidence_of_which_nobody_says_that_it_came_later_is_not_new(obtained_on):
    case = signed_and_returned()
    case.add_evidence("e9", replace(NEW, obtained_on=obtained_on), by(WANG))
    hear(case)
    meet(case, Outcome.DENIED.value)
    refused("determination.heavier_than_reached", case, lambda it: it.make(Outcome.DENIED, NAMED, by(WANG)))


def test_a_title_without_a_file_is_no_new_evidence():
    case = signed_and_returned()
    case.add_evidence("e9", replace(NEW, attachments=()), by(WANG))
    hear(case)
    meet(case, Outcome.DENIED.value)
    refused("determination.heavier_than_reached", case, lambda it: it.make(Outcome.DENIED, NAMED, by(WANG)))


def test_what_the_team_says_that_the_person_answered_is_no_answer_without_its_paper():
    case = signed_and_returned()
    case.add_evidence("e9", NEW, by(WANG))
    case.record_statement("尚未看到", (), by(SUBJECT))
    case.write_facts_material("事实", "意见", by(WANG))
    case.record_statement("本人无异议", (), by(WANG))
    assert [new_since(case, floor) for floor in floors(case)] == [()]
    case.record_statement("见谈话笔录", (scene.FILE,), by(WANG))
    assert [[each.evidence_id for each in new_since(case, floor)] for floor in floors(case)] == [["e9"]]


def test_a_file_that_was_there_before_is_not_new():
    old = replace(scene.EVIDENCE, attachments=(scene.FILE,))
    case = scene.verifying()
    case.add_evidence("e2", old, by(WANG))
    scene.clear_list(scene.assessed(case))
    case.write_report("清楚", None, by(WANG))
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", Outcome.EXEMPT.value, {}, VOTERS, by(SYSTEM))
    a_voter_is_recused(case)
    case.send_back("另行表决", by(LEAD))
    case.add_evidence("e9", replace(NEW, attachments=(replace(scene.FILE, name="又一份.pdf"),)), by(WANG))
    hear(case)
    meet(case, Outcome.DENIED.value)
    refused("determination.heavier_than_reached", case, lambda it: it.make(Outcome.DENIED, NAMED, by(WANG)))


def test_an_item_that_a_meeting_cleared_denies_nothing_later():
    case = revealed(APPLIES_NOT, "private_gain", private_gain=NegativeAnswer.DISPUTED)
    case.send_back("补充核查", by(LEAD))            # before the outcome was voted on
    hear(case)
    meet(case, Outcome.DENIED.value, private_gain=True)
    refused("determination.heavier_than_reached", case, lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    case.send_back("并无新证据", by(LEAD))
    scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    hear(case)
    refused("determination.heavier_than_reached", case, lambda it: it.write_report("查明", DENIAL, by(WANG)))


def test_what_found_no_majority_binds_nobody():
    case = revealed(NO_MAJORITY)
    case.send_back("补充核查", by(LEAD))
    meet(case, Outcome.DENIED.value)
    case.make(Outcome.DENIED, TERMS, by(WANG))
    assert case.current.outcome is Outcome.DENIED


@pytest.mark.parametrize("made", [signed, revealed])
def test_one_person_s_other_reason_takes_away_no_vote_that_was_opened(made):
    """Neither a lead's, nor the voter's own."""
    for actor in (LEAD, MEMBERS[0]):
        refused("determination.vote_counted", made(), lambda it, actor=actor: it.recuse(
            holder(MEMBERS[0]), RecusalGround.OTHER, "不便", by(actor)))
    a_voter_is_recused(made())


def test_who_has_not_voted_or_whose_vote_counts_no_more_steps_back_for_any_reason():
    case = revealed()
    case.recuse(holder(scene.QIAN), RecusalGround.OTHER, "不便", by(LEAD))
    a_voter_is_recused(case)      # votes begin anew
    case.recuse(holder(MEMBERS[1]), RecusalGround.OTHER, "不便", by(LEAD))
    decided = scene.decided()
    decided.recuse(holder(MEMBERS[1]), RecusalGround.OTHER, "不便", by(LEAD))


def test_nor_is_a_vote_taken_away_by_giving_its_voter_the_case_or_its_clue():
    case = revealed()
    voter = replace(view(WANG), officer_id=MEMBERS[0].officer_id)
    refused("determination.vote_counted", case, lambda it: it.assign(voter, by(LEAD)))
    refused("determination.vote_counted", case, lambda it: it.take_clue_handler(by(MEMBERS[0])))


def test_what_was_voted_on_waits_for_its_signatures_and_is_not_sent_back():
    refused("determination.resolved_already", revealed(), lambda it: it.send_back("再查", by(LEAD)))


def test_another_case_on_the_same_act_is_held_to_what_this_one_found():
    first = scene.decided(Outcome.LIGHTEN)
    second = replace(scene.before_meeting(), id="d2", number="容认〔2026〕2号")
    second.look_beside((first, second))
    second.put_on_agenda("m9", by(LEAD))
    second.resolve("m9", Outcome.DENIED.value, {}, VOTERS, by(SYSTEM))
    refused("determination.heavier_than_elsewhere", second,
            lambda it: it.make(Outcome.DENIED, TERMS, by(WANG)))
    second.send_back("不得重于原认定", by(LEAD))
    second.add_evidence("e9", NEW, by(WANG))
    hear(second)
    meet(second, Outcome.DENIED.value)
    refused("determination.heavier_than_elsewhere", second,       # what holds there is revoked there
            lambda it: it.make(Outcome.DENIED, NAMED, by(WANG)))
    first.revoke("有新证据", by(LEAD))
    second.look_beside((first,))
    second.make(Outcome.DENIED, NAMED, by(WANG))
    assert second.current.outcome is Outcome.DENIED


@pytest.mark.parametrize("voted_on", [
    signed, decided_and_revoked, *UNMADE, revealed, partial(revealed, Outcome.DENIED.value),
    partial(revealed, NO_MAJORITY),
    *(partial(revealed, found, "private_gain", private_gain=NegativeAnswer.DISPUTED)
      for found in (APPLIES, APPLIES_NOT))])
def test_nobody_withdraws_and_applies_anew_until_a_meeting_is_mild(voted_on: Callable[[], Determination]):
    case = voted_on()
    assert case.state is not State.WITHDRAWN
    refused("determination.voted_on", case, lambda it: it.withdraw("不再申请", by(SUBJECT)))


def test_before_a_vote_is_open_the_subject_withdraws_at_a_meeting_too():
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    case.withdraw("不再申请", by(SUBJECT))
    assert case.state is State.WITHDRAWN


def test_what_was_withdrawn_after_the_votes_were_open_while_that_could_be_binds_the_next_case():
    first = replace(signed(), state=State.WITHDRAWN)
    second = replace(scene.verifying(), id="d2", number="容认〔2026〕2号")
    scene.clear_list(second, private_gain=NegativeAnswer.HIT)
    second.look_beside((first,))
    refused("determination.heavier_than_elsewhere", second,
            lambda it: it.write_report("查明", DENIAL, by(WANG)))
    elsewhere = replace(scene.verifying(), id="d3", act=replace(scene.ACT, what="另一件事"))
    scene.clear_list(elsewhere, private_gain=NegativeAnswer.HIT)
    elsewhere.look_beside((first,))
    elsewhere.write_report("查明", DENIAL, by(WANG))
    assert elsewhere.current.outcome is Outcome.DENIED
