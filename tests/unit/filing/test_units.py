"""A unit files one matter once, and reads its own filings, whichever of its names it bears."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState, SubmitFiling, SupplementFiling
from services.filing import access, usecases
from services.filing.domain import Verb
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.people import FILER, HOUSING, MAY_6, STRANGER, content, officer, supplement_requested
from tests.unit.filing.test_moves import filing_in

NEW = "县住建局"
RENAMED = replace(officer("he", Role.FILER, unit=NEW), unit_names=(NEW, HOUSING.replace("局", " 局")))


def test_what_was_filed_under_another_name_of_the_unit_is_not_filed_again(submit: Submit) -> None:
    first = submit()
    with pytest.raises(CaseError) as refused:
        submit(by=RENAMED)
    assert (refused.value.code, refused.value.details) == (
        "filing.duplicate_matter", {"number": first.number})
    assert submit(by=STRANGER).number != first.number


def test_nor_a_draft_of_before_nor_a_supplement_that_makes_it_the_same(submit: Submit,
                                                                       context: ContextOf) -> None:
    first = submit(by=RENAMED)
    knows_now = replace(FILER, unit=NEW, unit_names=RENAMED.unit_names)
    other = submit(content(title="另一事项"))
    usecases.take_supplement_request(
        context(), supplement_requested(other.filing_id, MAY_6, MAY_6 + timedelta(days=5)))
    for act, command in (
            (usecases.submit, SubmitFiling(command_id="c", content=content())),
            (usecases.supplement, SupplementFiling(command_id="c", filing_id=other.filing_id, note="已补",
                                                   content=content()))):
        with pytest.raises(CaseError, match="duplicate_matter") as refused:
            act(context(knows_now, MAY_6 + timedelta(days=1)), command)
        assert refused.value.details == {"number": first.number}


@pytest.mark.parametrize("state", FilingState)
def test_a_filing_under_the_former_name_stays_the_units_own(state: FilingState) -> None:
    filing = filing_in(state)
    assert access.within(access.Scope.OWN_UNIT, RENAMED, filing)
    access.require(RENAMED, Verb.WITHDRAW, filing)
    elsewhere = replace(RENAMED, organ_id="530127")
    assert not access.within(access.Scope.OWN_UNIT, elsewhere, filing)
    assert not access.within(access.Scope.OWN_UNIT, replace(RENAMED, unit_names=(NEW,)), filing)


def test_the_lead_of_the_renamed_unit_does_not_whitelist_what_it_filed() -> None:
    lead = replace(RENAMED, roles=frozenset({Role.LEAD}))
    with pytest.raises(CaseError, match=r"filing\.recused"):
        access.require(lead, Verb.WHITELIST, filing_in(FilingState.ACCEPTED))
