"""What is not to be filed is refused with its class, what is to be watched is accepted with a plan;
without an answer everything goes as before."""

from dataclasses import replace

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingDeclined, OversightOpened
from services.filing import presenters, usecases
from services.filing.domain import matter
from services.review.storage.cases import case_of, row_of
from tests.unit.casework.looking import last, refused
from tests.unit.filing.people import FILER, MAY_6, YILIANG, accepted, content, declined
from tests.unit.filing_change.scene import DAY, refusal
from tests.unit.filing_oversight.scene import RULES
from tests.unit.review import scene as review
from tests.unit.review.scene import by

CLASSES = RULES.pack(YILIANG, on=MAY_6.date()).classes


def test_there_are_four_that_are_not_filed_and_two_that_are_watched_all_illustrative() -> None:
    assert (len(CLASSES.no_file), len(CLASSES.watch)) == (4, 2)
    for each in (*CLASSES.no_file.values(), *CLASSES.watch.values()):
        assert each.source.standing == "illustrative"
    assert all(each.instead and each.instead_en for each in CLASSES.no_file.values())


@pytest.mark.parametrize("code", CLASSES.no_file)
def test_what_its_filer_says_is_not_to_be_filed_is_refused_with_what_to_do_instead(
        submit, cabinet, code) -> None:
    with pytest.raises(CaseError) as refusal_:
        submit(content(class_answers={code: True}))
    assert refusal_.value.code == "filing.no_file_class"
    [failure] = refusal_.value.details["failures"]
    assert failure["details"]["items"] == [code]
    assert failure["details"]["instead"] == [CLASSES.no_file[code].instead]
    assert cabinet.filings == {}


def test_a_class_that_the_pack_does_not_have_is_refused_already_in_a_draft(submit) -> None:
    assert refusal(lambda: submit(content(class_answers={"strange": False}))) == "filing.unknown_class"
    pack = RULES.pack(YILIANG, on=MAY_6.date())
    with pytest.raises(CaseError, match="unknown_class"):
        matter.check_draft(content(class_answers={"strange": True}), pack, MAY_6)


def test_no_answer_is_none_and_changes_no_digest() -> None:
    answered = content(class_answers=dict.fromkeys(CLASSES.codes, False))
    assert matter.digest(content()) == matter.digest(content(class_answers={})) != matter.digest(answered)


@pytest.mark.parametrize(("said", "by_review", "watched"), [
    ({}, (), ()), ({"public_funds": True}, (), ("public_funds",)), ({"public_funds": False}, (), ()),
    ({}, ("public_safety",), ("public_safety",)),
    ({"public_funds": True}, ("public_safety", "public_funds"), ("public_funds", "public_safety"))])
def test_what_is_watched_waits_for_its_plan_whoever_said_so(
        submit, context, cabinet, said, by_review, watched) -> None:
    filing_id = submit(content(situation="emergency", class_answers=said)).filing_id    # not on the whitelist
    usecases.take_acceptance(context(now=MAY_6 + DAY), replace(
        accepted(filing_id, MAY_6 + DAY), watch=by_review))
    filing, overseen = cabinet.filings[filing_id], cabinet.oversights[f"{filing_id}.o"]
    assert not filing.whitelisted
    assert filing.watched == watched == presenters.view_of(filing, FILER).watched
    assert overseen.planned is bool(watched)
    told = cabinet.events(overseen.id)
    assert any(isinstance(each, OversightOpened) for each in told) is bool(watched)


def test_a_refusal_names_the_class_that_is_its_ground(submit, context, cabinet) -> None:
    receipt = submit()
    usecases.take_refusal(context(now=MAY_6 + DAY), replace(
        declined(receipt.filing_id, MAY_6 + DAY), no_file_class="routine"))
    assert presenters.view_of(cabinet.filings[receipt.filing_id], FILER).no_file_class == "routine"
    told = cabinet.events(receipt.filing_id)[-1]
    assert isinstance(told, FilingDeclined)
    assert told.no_file_class == "routine"


def test_review_takes_classes_of_the_right_list_only_and_keeps_them_over_a_verification() -> None:
    case = review.held()
    refused("filing.unknown_class", case, lambda it: it.accept("同意", by(review.WANG), ("routine",)))
    refused("filing.unknown_class", case, lambda it: it.decline(
        "无需报备", by(review.WANG).knowing(), "public_funds"))
    case.accept("同意", by(review.WANG), ("public_funds", "public_funds"))
    assert last(case).watch == ("public_funds",)
    declined_one = review.held()
    declined_one.decline("无需报备", by(review.WANG).knowing(), "routine")
    assert last(declined_one).no_file_class == "routine"
    sent_on = review.held(colour="yellow")
    sent_on.accept("同意", by(review.WANG), ("public_safety",))
    kept = case_of(row_of(sent_on))     # type: ignore[arg-type]
    kept.form_team((review.view(review.ZHAO), review.view(review.QIAN)), by(review.LEAD))
    kept.report_verification("属实", True, by(review.ZHAO))
    assert last(kept).watch == ("public_safety",)
