"""Somebody in a post, by two registrars where it takes two, asked of a running identity."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.identity import ConfirmOfficer, EnrolOfficer, OfficerState, OfficerView
from rongcuo.contracts.identity.operations import CONFIRM_OFFICER, ENROL_OFFICER
from rongcuo.contracts.operation import Operation

Ask = Callable[[Actor, Operation[Any, Any], Any], Any]
REGISTRARS = tuple(Actor(name, name, "530000", "530000", "", frozenset({Role.REGISTRAR}))
                   for name in ("first.registrar", "second.registrar"))


def enrolled(ask: Ask, username: str, name: str, organ_id: str, roles: tuple[Role, ...], unit: str = "",
             email: str = "") -> OfficerView:
    first, second = REGISTRARS
    seen: OfficerView = ask(first, ENROL_OFFICER, EnrolOfficer(
        command_id=uuid4().hex, username=username, name=name, organ_id=organ_id, roles=roles, unit=unit,
        email=email))
    if seen.state is OfficerState.PROPOSED:
        seen = ask(second, CONFIRM_OFFICER, ConfirmOfficer(
            command_id=uuid4().hex, officer_id=seen.officer_id))
    return seen
