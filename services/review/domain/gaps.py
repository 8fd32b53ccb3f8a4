"""What the review of a filing may lack when a step is taken."""

from collections.abc import Mapping

from rongcuo.casework.gaps import Check, Checks
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.review import ReviewState as State
from rongcuo.policy.gaps import Gap
from services.review.domain.asked import Asked


def supplement_is_open(case: Asked, _: Occasion) -> bool:
    """The filer was asked for something and has not answered."""
    return case.awaits_supplement


def supplement_could_be_asked(case: Asked, occasion: Occasion) -> bool:
    """Nobody told the filer what is missing before it is held against them."""
    return (case.state is State.PRELIMINARY_REVIEW and not case.supplements
            and occasion.pack.filing.supplements_allowed > 0)


def somebody_is_in_doubt(case: Asked, _: Occasion) -> bool:
    """The filer names somebody, and the organ has not said yet what of it."""
    return bool(case.in_doubt)


ACCEPTING: Mapping[Gap, Check] = {
    Gap.ACCEPT_SUPPLEMENT_OPEN: supplement_is_open, Gap.ACCEPT_NAMED: somebody_is_in_doubt}
VERIFYING: Mapping[Gap, Check] = {Gap.VERIFICATION_NAMED: somebody_is_in_doubt}
DECLINING: Mapping[Gap, Check] = {
    Gap.DECLINE_SUPPLEMENT_OPEN: supplement_is_open,
    Gap.DECLINE_SUPPLEMENT_NOT_ASKED: supplement_could_be_asked,
    Gap.DECLINE_NAMED: somebody_is_in_doubt}

GAPS: Checks = {"accept": ACCEPTING, "verify": ACCEPTING, "decline": DECLINING,
                "report_verification": VERIFYING, "refute": VERIFYING}
