"""Looking at what a case recorded, and at what it refuses."""

from copy import deepcopy

import pytest

from rongcuo.contracts.errors import CaseError
from services.review.domain import ReviewCase


def kinds(case: ReviewCase) -> list[type]:
    return [type(happening) for _, happening in case.happened]


def last(case: ReviewCase):
    return case.happened[-1][1]


def refused(code: str, case: ReviewCase, act) -> None:
    """The act is refused with this code and leaves the case as it was."""
    before = deepcopy(vars(case))
    with pytest.raises(CaseError) as refusal:
        act(case)
    assert refusal.value.code == code
    assert vars(case) == before
