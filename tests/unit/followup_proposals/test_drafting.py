"""Before it goes out: three hands, a suggestion at least, and a day within the rules."""

from dataclasses import replace

import pytest

from rongcuo.contracts.followup import ProposalKind
from rongcuo.contracts.followup import ProposalState as State
from tests.unit.followup.scene import DEPUTY, LEAD, WANG, ZHAO
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import HEAD, TEXT, by, refused
from tests.unit.review.scene import view


def test_nobody_reviews_what_they_wrote_nor_approves_what_they_wrote_or_reviewed():
    proposal = scene.drafted()
    assert refused(lambda: proposal.review("同意", by(WANG))) == "followup.own_draft"
    proposal.review("同意", by(LEAD))
    assert refused(lambda: proposal.approve("1号", by(LEAD))) == "followup.own_review"
    assert refused(lambda: proposal.approve("1号", by(ZHAO))) == "followup.lead_wanted"
    proposal.approve("1号", by(HEAD))
    assert (proposal.number, proposal.approver.name) == ("1号", "head某")


def test_whoever_words_it_anew_has_written_it_and_what_was_agreed_to_is_reviewed_again():
    proposal = scene.reviewed()
    proposal.send_back("原因不清楚", by(DEPUTY))
    assert proposal.state is State.DRAFT
    assert refused(lambda: proposal.approve("1号", by(HEAD))) == "followup.proposal_not_allowed"
    proposal.assign(view(ZHAO), by(LEAD))
    proposal.revise(replace(TEXT, causes="没有明确由谁补报"), by(ZHAO))
    for author in (WANG, ZHAO):
        assert refused(lambda who=author: proposal.review("同意", by(who))) == "followup.own_draft"
    proposal.review("同意", by(DEPUTY))
    proposal.approve("1号", by(HEAD))
    assert proposal.content.causes == "没有明确由谁补报"


@pytest.mark.parametrize(("wording", "code"), [
    ({"suggestions": ()}, "followup.suggestions_missing"), ({"reply_days": 61}, "followup.answer_too_late")])
def test_a_letter_has_a_suggestion_and_a_day_within_the_rules(wording: dict[str, object], code: str):
    assert refused(lambda: scene.drafted(replace(TEXT, **wording))) == code
    proposal = scene.drafted()
    assert refused(lambda: proposal.revise(replace(TEXT, **wording), by(WANG))) == code
    assert proposal.content == TEXT


def test_what_is_left_out_is_the_packs_and_the_organs_own():
    proposal = scene.drafted(replace(TEXT, reply_days=0, addressee=replace(scene.TO, organ_id="")))
    assert (proposal.content.reply_days, proposal.content.addressee.organ_id) == (30, "532323")
    assert refused(lambda: proposal.revise(replace(TEXT, kind=ProposalKind.JOINT), by(WANG))) == (
        "followup.kind_is_kept")
