"""What a determination finds about a filed matter is known to the filing."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.determination import (
    Act,
    DecisionTerms,
    DeterminationMade,
    DeterminationRevoked,
    Initiation,
    Outcome,
    Standing,
    Subject,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, FilingVoided, WhitelistFiling
from services.filing import usecases
from services.filing.presenters import view_of
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import Cabinet
from tests.unit.filing.people import FILER, LEAD
from tests.unit.filing.test_deciding import MAY_7, accept, last

STANDS = Standing(
    kind="determination", matter_id="d1", number="容认〔2026〕1号", title="先行施工", organ_id="530125",
    division_code="530125", pack_id="p", stage="feedback", due_at=MAY_7)
OTHER = replace(STANDS, matter_id="d2", number="容认〔2026〕2号")


@pytest.fixture
def filing_id(submit: Submit) -> str:
    return submit().filing_id


def made(number: str, *items: str, by: Standing = STANDS) -> DeterminationMade:
    return DeterminationMade(
        standing=by, decision_id="d1-1", replaces="", basis="negative_list",
        subject=Subject(name="刘某", unit="住建局"),
        act=Act(what="先行施工", since=date(2026, 6, 1), until=date(2026, 6, 2)),
        initiation=Initiation.OWN_INITIATIVE, outcome=Outcome.DENIED, terms=DecisionTerms(reasons="谋取私利"),
        negative_items=items, filing_numbers=(number,), decided_at=MAY_7)


def test_a_hidden_interest_ends_what_the_filing_covers_and_its_numbers_stay(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    number = cabinet.filings[filing_id].number
    usecases.take_determination(context(), made(number, "private_gain"))
    told, view = last(cabinet, filing_id), view_of(cabinet.filings[filing_id], LEAD)
    assert isinstance(told, FilingVoided)
    assert (told.voided, told.determination) == (True, STANDS.number)
    assert (view.void_by, view.history[-1].what, view.history[-1].note) == (
        STANDS.number, "void", STANDS.number)
    assert view.register_number
    assert not view.whitelisted
    theirs = view_of(cabinet.filings[filing_id], FILER)
    assert (theirs.voided, theirs.void_because) == (True, "private_gain")
    assert STANDS.number not in str(theirs), "of it they may not know"
    before = cabinet.copy()
    usecases.take_determination(context(), made(number, "private_gain"))
    assert cabinet.events(filing_id) == before.events(filing_id)


@pytest.mark.parametrize("revoked", [True, False])
def test_it_applies_again_once_the_finding_is_gone(
        context: ContextOf, cabinet: Cabinet, filing_id: str, revoked: bool) -> None:
    accept(context, filing_id)
    number = cabinet.filings[filing_id].number
    usecases.take_determination(context(), made(number, "private_gain"))
    usecases.take_determination(context(), DeterminationRevoked(
        standing=STANDS, decision_id="d1-1", reasons="事实有误", at=MAY_7) if revoked else made(number))
    assert cabinet.filings[filing_id].voiding.by == ""


def revoked(by: Standing) -> DeterminationRevoked:
    return DeterminationRevoked(standing=by, decision_id=f"{by.matter_id}-1", reasons="事实有误", at=MAY_7)


@pytest.mark.parametrize(("first", "second"), [(STANDS, OTHER), (OTHER, STANDS)])
def test_what_two_determinations_void_applies_again_when_neither_does(
        context: ContextOf, cabinet: Cabinet, filing_id: str, first: Standing, second: Standing) -> None:
    accept(context, filing_id)
    number = cabinet.filings[filing_id].number
    usecases.take_determination(context(), made(number, "private_gain", by=STANDS))
    usecases.take_determination(context(), made(number, "concealed", "private_gain", by=OTHER))
    void = cabinet.filings[filing_id]
    assert (void.voiding.by, void.voiding.because) == (STANDS.number, "private_gain、concealed")
    usecases.take_determination(context(), revoked(first))
    left = cabinet.filings[filing_id]
    assert (left.voiding.by, left.voiding.because) == (
        second.number, "concealed、private_gain" if second is OTHER else "private_gain")
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingVoided)
    assert (told.voided, told.determination, told.reason) == (True, second.number, left.voiding.because)
    assert "restore" not in {entry.what for entry in left.history}
    usecases.take_determination(context(), revoked(second))
    applies, told = cabinet.filings[filing_id], last(cabinet, filing_id)
    assert isinstance(told, FilingVoided)
    assert (applies.voiding.by, applies.voiding.because, told.voided) == ("", "", False)
    assert applies.history[-1].what == "restore"


def test_what_is_void_keeps_nobody_from_filing_the_matter_anew_and_afterwards_both_stand(
        context: ContextOf, cabinet: Cabinet, submit: Submit, filing_id: str) -> None:
    accept(context, filing_id)
    number = cabinet.filings[filing_id].number
    usecases.take_determination(context(), made(number, "private_gain"))
    anew = submit()
    usecases.take_determination(context(), revoked(STANDS))
    first, second = (view_of(cabinet.filings[each], LEAD) for each in (filing_id, anew.filing_id))
    assert (first.void_by, first.state, second.state) == ("", FilingState.ACCEPTED, FilingState.SUBMITTED)
    assert (first.beside, second.beside) == ((anew.number,), (number,))
    accept(context, anew.filing_id)
    assert cabinet.filings[anew.filing_id].state is FilingState.ACCEPTED
    with pytest.raises(CaseError, match="duplicate_matter") as refusal:
        submit()
    assert refusal.value.details == {"number": anew.number}


def test_two_of_one_matter_that_were_void_apply_again_together(
        context: ContextOf, cabinet: Cabinet, submit: Submit, filing_id: str) -> None:
    numbers = []
    for each in (filing_id, ""):
        filed = each or submit().filing_id
        accept(context, filed)
        numbers.append(cabinet.filings[filed].number)
        usecases.take_determination(
            context(), replace(made("", "private_gain"), filing_numbers=tuple(numbers)))
    third = submit()
    usecases.take_determination(context(), revoked(STANDS))
    assert [each.voiding.by for each in cabinet.filings.values()] == ["", "", ""]
    assert view_of(cabinet.filings[third.filing_id], LEAD).beside == tuple(numbers)


def test_what_is_void_is_not_listed_on_the_whitelist_again_before_it_applies(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    assert cabinet.filings[filing_id].whitelisted
    usecases.take_determination(context(), made(cabinet.filings[filing_id].number, "private_gain"))
    listing = WhitelistFiling(command_id="c", filing_id=filing_id, listed=True)
    with pytest.raises(CaseError) as refusal:
        usecases.whitelist(context(LEAD), listing)
    assert refusal.value.code == "filing.void"
    assert "whitelist" not in view_of(cabinet.filings[filing_id], LEAD).allowed
    usecases.take_determination(context(), revoked(STANDS))
    assert usecases.whitelist(context(LEAD), listing).whitelisted


def test_a_determination_without_findings_changes_nothing(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    before = len(cabinet.events(filing_id))
    usecases.take_determination(context(), made(cabinet.filings[filing_id].number))
    assert len(cabinet.events(filing_id)) == before
