"""A fake context in 景洪, and what its tests say over and over."""

import pytest

from rongcuo.contracts.errors import CaseError
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_scene import EVERYBODY, NOW
from tests.unit.review.scene import view


def jinghong() -> FakeContext:
    context = FakeContext(now=NOW, officers=tuple(view(each) for each in EVERYBODY))
    context.filings = {"f1": scene.filing()}
    return context


def keep(context: FakeContext, case) -> None:
    case.take_events()
    context.store.put(case)


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def of(kind: type, **rest):
    return kind(command_id="c", case_id="d1", **rest)
