"""In whose hands the review of a filing is, in every state of it."""

from collections.abc import Mapping
from typing import Final

from rongcuo.casework.holding import Holding, at_work, in_verification
from rongcuo.contracts.review import HeldBy, ReviewState

HELD: Final[Mapping[ReviewState, Holding]] = {
    ReviewState.PRELIMINARY_REVIEW: at_work,
    ReviewState.AWAITING_SUPPLEMENT: HeldBy.FILER,
    ReviewState.VERIFICATION: in_verification,
    ReviewState.ACCEPTED: HeldBy.NOBODY,     # the filer's own, in the register
    ReviewState.DECLINED: HeldBy.NOBODY,
    ReviewState.OBJECTED: at_work,
    ReviewState.CLOSED: HeldBy.NOBODY,
}
