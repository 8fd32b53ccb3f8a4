"""Grounds of not clearing that say something of the matter itself: it bears them out, or they are no ground,
at the report's door as at the clearing's. The pack has all grounds, with their words."""

from collections.abc import Collection
from typing import Final

from rongcuo.contracts.errors import CaseError

NOTHING_UNTRUE: Final = "nothing_untrue"
NO_HARM: Final = "no_harm"
NOT_EXCLUDED: Final = "not_excluded"
CLOSED_ON_REPLY: Final = "closed_on_reply"
INTERVIEW_ONLY: Final = "interview_only"
PERSON_DECLINES: Final = "person_declines"
OF_THE_REPORT: Final = frozenset({NOT_EXCLUDED, CLOSED_ON_REPLY, INTERVIEW_ONLY})


def borne_out(ground: str, *, untrue: bool, of_report: Collection[str], declined: bool,
              harmed: bool = False) -> bool:
    """`untrue`: something was found so; `of_report`: those of the report's own grounds that hold; `declined`:
    the person has said themselves that they do not want it; `harmed`: effects on them are on
    file. Without anything untrue there is one ground only, as any other would tell that there is a report."""
    if ground == NOTHING_UNTRUE or not untrue:
        return ground == NOTHING_UNTRUE and not untrue
    if ground == PERSON_DECLINES:
        return declined
    if ground == NO_HARM:
        return not harmed
    return ground not in OF_THE_REPORT or ground in of_report


def require_borne_out(ground: str, holds: bool) -> None:
    """Raises `clarify.ground_not_borne_out`."""
    if not holds:
        raise CaseError("clarify.ground_not_borne_out", details={"code": ground})
