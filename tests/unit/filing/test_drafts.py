"""Drafts: what they may leave out, who goes on with them, and how they are put away."""

from datetime import datetime
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    DiscardDraft,
    DraftFiling,
    FilingContent,
    FilingState,
    ReviseFiling,
    SubmitFiling,
)
from services.filing import usecases
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import Cabinet
from tests.unit.filing.people import COLLEAGUE, FILER, MAY_6, REVIEWER, STRANGER, ZONE, content


def draft(context: ContextOf, what: FilingContent, now: datetime = MAY_6) -> str:
    return usecases.draft(context(FILER, now), DraftFiling(command_id="c", content=what)).filing_id


def test_a_draft_may_be_incomplete_and_nobody_is_told(context: ContextOf, cabinet: Cabinet) -> None:
    view = usecases.draft(context(FILER), DraftFiling(command_id="c", content=FilingContent(title="半成品")))
    assert (view.state, view.number, view.allowed) == (FilingState.DRAFT, "", ("revise", "discard", "submit"))
    assert cabinet.told == []
    assert cabinet.audits == [("filing.drafted", view.filing_id)]


def test_a_draft_without_a_name_is_put_away_for_good(context: ContextOf, cabinet: Cabinet) -> None:
    filing_id = draft(context, FilingContent(description="写了一半"))
    order = DiscardDraft(command_id="c", filing_id=filing_id)
    with pytest.raises(CaseError, match="forbidden"):
        usecases.discard(context(COLLEAGUE), order)
    view = usecases.discard(context(FILER), order)
    assert (view.state, view.allowed, view.content) == (FilingState.DISCARDED, (), FilingContent())
    assert [entry.what for entry in view.history] == ["discard"]
    assert cabinet.audits[-1] == ("filing.discarded", filing_id)
    assert cabinet.told == []
    for verb, command in (("submit", SubmitFiling(command_id="c", filing_id=filing_id, content=content())),
                          ("revise", ReviseFiling(command_id="c", filing_id=filing_id, content=content())),
                          ("discard", order)):
        with pytest.raises(CaseError, match=r"filing\.move_not_allowed"):
            getattr(usecases, verb)(context(FILER), command)


@pytest.mark.parametrize("wrong", [{"situation": "nonsense"}, {"colour": "purple"},
                                   {"negative_answers": {"nonsense": True}}])
def test_a_draft_may_not_choose_what_the_place_does_not_have(
        wrong: dict[str, Any], context: ContextOf, cabinet: Cabinet) -> None:
    with pytest.raises(CaseError, match=r"filing\.unknown_"):
        draft(context, FilingContent(**wrong))
    assert cabinet == Cabinet()
    filing_id = draft(context, FilingContent())
    before = cabinet.copy()
    with pytest.raises(CaseError, match=r"filing\.unknown_"):
        usecases.revise(context(FILER), ReviseFiling(command_id="c", filing_id=filing_id,
                                                     content=FilingContent(**wrong)))
    assert cabinet == before


def test_a_colleague_finishes_and_submits_the_draft(context: ContextOf, cabinet: Cabinet) -> None:
    filing_id = draft(context, FilingContent(title="半成品"))
    usecases.revise(context(COLLEAGUE), ReviseFiling(command_id="c", filing_id=filing_id, content=content()))
    receipt = usecases.submit(context(COLLEAGUE), SubmitFiling(command_id="d", filing_id=filing_id))
    assert receipt.filing_id == filing_id
    assert cabinet.filings[filing_id].filer_id == FILER.officer_id
    assert cabinet.filings[filing_id].history[-1].actor_id == COLLEAGUE.officer_id


def test_a_draft_is_submitted_with_the_content_that_comes_along(context: ContextOf, cabinet: Cabinet) -> None:
    filing_id = draft(context, content(title="旧题"))
    command = SubmitFiling(command_id="d", filing_id=filing_id, content=content(title="新题"))
    usecases.submit(context(FILER), command)
    assert cabinet.filings[filing_id].content.title == "新题"


def test_the_rules_are_those_of_the_day_of_submission(context: ContextOf) -> None:
    """The draft's planned act began before anybody pressed the button."""
    filing_id = draft(context, content(), now=MAY_6)
    too_late = datetime(2026, 5, 21, 9, 0, tzinfo=ZONE)
    with pytest.raises(CaseError, match=r"filing\.act_before_filing"):
        usecases.submit(context(FILER, too_late), SubmitFiling(command_id="d", filing_id=filing_id))


def test_no_pack_was_in_force_before_there_was_one(submit: Submit) -> None:
    with pytest.raises(CaseError, match=r"policy\.no_pack_in_force"):
        submit(now=datetime(2019, 1, 2, 9, 0, tzinfo=ZONE))


def test_reviewers_do_not_file_and_strangers_do_not_find(context: ContextOf) -> None:
    filing_id = draft(context, content())
    with pytest.raises(CaseError, match="forbidden"):
        usecases.submit(context(REVIEWER), SubmitFiling(command_id="c", content=content()))
    for verb in (SubmitFiling(command_id="c", filing_id=filing_id),
                 SubmitFiling(command_id="c", filing_id="no-such")):
        with pytest.raises(CaseError, match="not_found"):
            usecases.submit(context(STRANGER), verb)


def test_two_drafts_of_one_matter_do_not_stand_in_each_others_way(context: ContextOf) -> None:
    assert draft(context, content()) != draft(context, content())
