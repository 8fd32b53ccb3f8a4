"""Once accepted: the whitelist, and the end of validity."""

from datetime import date, datetime, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingExpired, FilingState, FilingWhitelisted, WhitelistFiling
from rongcuo.contracts.review import ReviewerRecused
from services.filing import usecases
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import Cabinet
from tests.unit.filing.people import FILER, LEAD, REVIEWER, YILIANG, ZONE, content, officer
from tests.unit.filing.test_deciding import MAY_6, MAY_7, MAY_11, accept, last


@pytest.fixture
def filing_id(submit: Submit) -> str:
    return submit().filing_id


def whitelist(context: ContextOf, filing_id: str, listed: bool, reason: str = "") -> None:
    usecases.whitelist(context(LEAD, MAY_11), WhitelistFiling(
        command_id="w", filing_id=filing_id, listed=listed, reason=reason))


def test_a_lead_takes_a_filing_off_for_a_reason_and_puts_it_back(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    with pytest.raises(CaseError, match=r"filing\.reason_missing"):
        whitelist(context, filing_id, listed=False, reason=" ")
    whitelist(context, filing_id, listed=False, reason="项目调整")
    assert last(cabinet, filing_id) == FilingWhitelisted(
        filing_id=filing_id, number="530125-2026-000001", listed=False, reason="项目调整", organ_id=YILIANG,
        filer_id="zhao", at=MAY_11)
    assert cabinet.filings[filing_id].history[-1].what == "whitelist_removed"
    whitelist(context, filing_id, listed=True)
    assert cabinet.filings[filing_id].whitelisted
    assert cabinet.filings[filing_id].state_since == MAY_7


def test_saying_it_twice_is_refused(context: ContextOf, filing_id: str) -> None:
    accept(context, filing_id)
    with pytest.raises(CaseError, match=r"filing\.move_not_allowed"):
        whitelist(context, filing_id, listed=True)


def test_only_a_lead_whitelists(context: ContextOf, filing_id: str) -> None:
    accept(context, filing_id)
    recused = officer("jiang", *LEAD.roles)
    usecases.take_recusal(context(), ReviewerRecused(
        case_id=filing_id, organ_id=LEAD.organ_id, number="", title="", stage="", officer_id="jiang",
        unassigned=False))
    for who, code in ((FILER, "forbidden"), (REVIEWER, "forbidden"), (recused, "not_found")):
        with pytest.raises(CaseError, match=code):
            usecases.whitelist(context(who), WhitelistFiling(
                command_id="w", filing_id=filing_id, listed=False, reason="x"))


# ---------------------------------------------------------------------- expiry

@pytest.mark.parametrize(("today", "expired"), [(date(2027, 5, 7), False), (date(2027, 5, 8), True)])
def test_a_filing_holds_to_the_end_of_its_last_day(
        today: date, expired: bool, context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    usecases.expire_due(context(now=datetime(today.year, today.month, today.day, 0, 0, 1, tzinfo=ZONE)))
    assert (cabinet.filings[filing_id].state is FilingState.EXPIRED) == expired
    assert isinstance(last(cabinet, filing_id), FilingExpired) == expired


def test_expiry_goes_on_where_it_stopped_and_tells_once(
        context: ContextOf, cabinet: Cabinet, submit: Submit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usecases, "AT_ONCE", 2)
    for title in ("一", "二", "三"):
        accept(context, submit(content(title=title)).filing_id)
    for _ in range(3):
        usecases.expire_due(context(now=MAY_6 + timedelta(days=800)))
    assert [event.kind for _, _, event in cabinet.told].count("filing_expired") == 3
