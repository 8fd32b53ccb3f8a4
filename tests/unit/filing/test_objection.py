"""An objection to non-acceptance: once, in time; then under review again, or refused as before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingDeclined, FilingObjected, FilingObjectionDecided, ObjectToRefusal
from rongcuo.contracts.filing import FilingState as State
from services.filing import usecases
from services.filing.domain import Filing
from services.filing.presenters import view_of
from tests.unit.filing.people import FILER, HOUSING, LEAD, MAY_6, declined, objection_decided
from tests.unit.filing.test_deciding import MAY_7, MAY_11, last

GROUNDS = "会议纪要在报备时已经交了"


@pytest.fixture
def refused_id(context, submit):
    filing_id = submit().filing_id
    usecases.take_refusal(context(now=MAY_7), declined(filing_id, MAY_7))
    return filing_id


def objecting(context, filing_id, now=MAY_11, actor=FILER, grounds=GROUNDS):
    command = ObjectToRefusal(command_id="c", filing_id=filing_id, grounds=grounds)
    return usecases.object_to_refusal(context(actor, now=now), command)


def test_the_filer_says_why_and_review_is_told(context, cabinet, refused_id):
    view = objecting(context, refused_id)
    told = last(cabinet, refused_id)
    assert isinstance(told, FilingObjected)
    assert (told.grounds, view.state, view.reasons) == (GROUNDS, State.OBJECTED, "已有明令禁止")
    assert view.allowed == ("withdraw",)


def test_once(context, cabinet, refused_id):
    objecting(context, refused_id)
    usecases.take_objection_decision(context(), objection_decided(refused_id, MAY_11, taken_up=False))
    filing = cabinet.filings[refused_id]
    assert (filing.state, filing.reasons, filing.decided_at) == (State.DECLINED, "已有明令禁止", MAY_7)
    assert view_of(filing, FILER).allowed == ()
    with pytest.raises(CaseError, match=r"filing\.objected_already"):
        objecting(context, refused_id)


def test_in_time_and_with_grounds_and_by_its_filer(context, refused_id):
    with pytest.raises(CaseError, match=r"filing\.reason_missing"):
        objecting(context, refused_id, grounds=" ")
    with pytest.raises(CaseError, match="forbidden"):
        objecting(context, refused_id, actor=LEAD)
    with pytest.raises(CaseError, match=r"filing\.objection_too_late"):
        objecting(context, refused_id, now=MAY_6 + timedelta(days=30))


def test_the_last_day_is_the_one_that_the_letter_says_to_its_end(context, cabinet, refused_id):
    told = last(cabinet, refused_id)
    assert isinstance(told, FilingDeclined)
    assert told.objection_until == view_of(cabinet.filings[refused_id], FILER).objection_until
    with pytest.raises(CaseError, match=r"filing\.objection_too_late"):
        objecting(context, refused_id, now=MAY_7 + timedelta(days=15))
    assert objecting(context, refused_id, now=MAY_7 + timedelta(days=14)).state is State.OBJECTED


def test_refused_again_after_an_objection_there_is_no_second_one(context, cabinet, refused_id):
    objecting(context, refused_id)
    usecases.take_objection_decision(context(), objection_decided(refused_id, MAY_11, taken_up=True))
    assert cabinet.filings[refused_id].objection_until is None
    usecases.take_refusal(context(now=MAY_11), declined(refused_id, MAY_11))
    assert last(cabinet, refused_id).objection_until is None


def test_not_while_the_unit_has_filed_the_matter_anew_under_another_of_its_names(context, submit, refused_id):
    renamed = replace(FILER, unit="县住建局", unit_names=("县住建局", HOUSING))
    again = submit(by=renamed)
    with pytest.raises(CaseError, match="duplicate_matter") as refused:
        objecting(context, refused_id, actor=renamed)
    assert refused.value.details == {"number": again.number}


def test_taken_up_it_is_under_review_again_as_it_was_filed(context, cabinet, refused_id):
    objecting(context, refused_id)
    decision = objection_decided(refused_id, MAY_11, taken_up=True)
    usecases.take_objection_decision(context(), decision)
    filing, told = cabinet.filings[refused_id], last(cabinet, refused_id)
    assert isinstance(told, FilingObjectionDecided)
    assert (filing.state, filing.reasons, filing.decided_at) == (State.SUBMITTED, "", None)
    assert filing.review_due_at == told.review_due_at == decision.due_at
    assert filing.submitted_at == MAY_6


def test_who_withdrew_meanwhile_hears_no_more(context, cabinet, refused_id):
    objecting(context, refused_id)
    filing: Filing = cabinet.filings[refused_id]
    filing.withdraw("另行报备", FILER, MAY_11)
    usecases.take_objection_decision(context(), objection_decided(refused_id, MAY_11, taken_up=True))
    assert cabinet.filings[refused_id].state is State.WITHDRAWN
