"""Operations are declared once: each is served by the service that it names, and routes lead to no others."""

import dataclasses
import typing
from collections import Counter
from typing import Any

import pytest

from rongcuo.contracts.operation import Command
from rongcuo.contracts.rehearsal import rehearsal_of
from services import EVERY, with_database
from services.gateway.api import every_part
from services.gateway.console.case.actions import Act, never
from services.gateway.console.determination.actions import CASE
from services.gateway.console.determination.appeal import APPEAL
from services.gateway.console.filing.pages import FILING
from services.gateway.console.meeting.actions import MEETING
from services.gateway.console.review.pages import REVIEW
from tests.chaos.forgeries import methods
from tests.contract.declared import declared

TABLE = [operation for _, operation in declared()]
SERVED = {name: method.operation for name, method in methods(with_database(EVERY))}
ROUTES = [route for part in every_part() for route in part.routes]
ACTS = [act for kind in (CASE, APPEAL, MEETING, FILING, REVIEW) for act in kind.acts.values()]


def test_each_is_declared_once_under_the_name_of_its_method() -> None:
    times = Counter(operation.name for operation in TABLE)
    assert {name for name, many in times.items() if many > 1} == set()
    assert [name for name, operation in declared() if name != operation.method.upper()] == []


def test_each_is_served_by_the_service_that_it_names() -> None:
    assert {operation.name: SERVED.get(operation.name) for operation in TABLE} == {
        operation.name: operation for operation in TABLE}


def test_nothing_else_is_served_but_rehearsals_of_them() -> None:
    rehearsals = {rehearsal_of(step) for step in TABLE if isinstance(step, Command)}
    assert {name for name, served in SERVED.items() if name != served.name} == set()
    assert set(SERVED.values()) - set(TABLE) - rehearsals == set()


def test_each_route_leads_to_one_of_them_and_says_what_it_does_in_both_languages() -> None:
    led_to = {route.operation for route in ROUTES if route.operation}
    assert led_to - set(TABLE) == set()
    assert len(led_to) > len(TABLE) / 2
    assert [route.address for route in ROUTES if not (route.zh and route.en)] == []
    assert [route.address for route in ROUTES if not (route.operation or route.does)] == []


def test_in_the_apis_document_one_name_is_one_shape() -> None:
    bodies = [each.gives for each in TABLE] + [each.takes for each in TABLE if isinstance(each, Command)]
    shapes = set().union(*map(within, bodies))
    times = Counter(shape.__name__ for shape in shapes)
    assert {name for name, many in times.items() if many > 1} == set()


def within(kind: Any) -> set[type]:
    """All dataclasses of which it is made."""
    found = {kind} if dataclasses.is_dataclass(kind) else set()
    below = typing.get_type_hints(kind).values() if found else typing.get_args(kind)
    return found.union(*map(within, below))


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.command.name)
def test_an_act_of_the_console_is_one_of_them_and_can_be_rehearsed_where_it_is_adverse(act: Act) -> None:
    assert SERVED[act.command.name] == act.command
    if act.adverse is not never and act.rehearsed:
        assert rehearsal_of(act.command).name in SERVED
