"""Looking at what a case recorded, and at what it refuses."""

from copy import deepcopy

import pytest

from rongcuo.casework.case import Case
from rongcuo.contracts.errors import CaseError


def kinds(case: Case) -> list[type]:
    return [type(happening) for _, happening in case.happened]


def last(case: Case):
    return case.happened[-1][1]


def refused(code: str, case: Case, act) -> None:
    """The act is refused with this code and leaves the case as it was."""
    before = deepcopy(vars(case))
    with pytest.raises(CaseError) as refusal:
        act(case)
    assert refusal.value.code == code
    assert vars(case) == before
