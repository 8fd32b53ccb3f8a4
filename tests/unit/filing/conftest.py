"""The county of Yiliang at its contexts, with nothing filed yet."""

from collections.abc import Callable
from datetime import datetime

import pytest

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.filing import FilingContent, Receipt, SubmitFiling
from services.filing import usecases
from tests.unit.filing.fakes import Cabinet, FakeContext
from tests.unit.filing.people import FILER, MAY_6, content

ContextOf = Callable[..., FakeContext]
Submit = Callable[..., Receipt]


@pytest.fixture
def cabinet() -> Cabinet:
    return Cabinet()


@pytest.fixture
def context(cabinet: Cabinet) -> ContextOf:
    def sit(actor: Actor = SYSTEM, now: datetime = MAY_6) -> FakeContext:
        return FakeContext(cabinet, now, actor)

    return sit


@pytest.fixture
def submit(context: ContextOf) -> Submit:
    def file(what: FilingContent | None = None, by: Actor = FILER, now: datetime = MAY_6) -> Receipt:
        return usecases.submit(context(by, now), SubmitFiling(command_id="c", content=what or content()))

    return file
