"""What other services are asked, always before any transaction is open."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingQuery, FilingView
from rongcuo.contracts.identity import OfficerQuery, OfficerView
from services.review.ports import Cases


def officer_asked(desk: Desk[Cases], officer_id: str, unknown: str = "review.not_a_reviewer") -> OfficerView:
    """An officer as identity knows them. One whom nobody knows is no reviewer."""
    try:
        return desk.ask("identity", "officer", OfficerQuery(officer_id=officer_id), OfficerView)
    except CaseError as error:
        if error.code != "not_found":
            raise
        raise CaseError(unknown, details={"officer_id": officer_id}) from None


def filing_asked(desk: Desk[Cases], filing_id: str) -> FilingView:
    """A filing as the actor may see it. Raises `not_found` where they may not."""
    return desk.ask("filing", "filing", FilingQuery(filing_id=filing_id), FilingView)
