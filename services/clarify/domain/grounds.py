"""Grounds of not clearing that say something of the matter itself: it bears them out, or they are no ground.
The pack has all grounds, with their words."""

from typing import Final

from rongcuo.contracts.errors import CaseError

NOTHING_UNTRUE: Final = "nothing_untrue"
NOT_EXCLUDED: Final = "not_excluded"
CLOSED_ON_REPLY: Final = "closed_on_reply"
INTERVIEW_ONLY: Final = "interview_only"
PERSON_DECLINES: Final = "person_declines"


def require_borne_out(ground: str, borne_out: bool) -> None:
    """Raises `clarify.ground_not_borne_out`."""
    if not borne_out:
        raise CaseError("clarify.ground_not_borne_out", details={"code": ground})
