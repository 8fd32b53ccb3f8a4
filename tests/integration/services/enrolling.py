"""Somebody in a post, by two registrars where it takes two, asked of a running identity."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.identity import ConfirmOfficer, EnrolOfficer, OfficerState, OfficerView

Ask = Callable[[Actor, str, Any, type[Any]], Any]
REGISTRARS = tuple(Actor(name, name, "530000", "530000", "", frozenset({Role.REGISTRAR}))
                   for name in ("first.registrar", "second.registrar"))


def enrolled(ask: Ask, username: str, name: str, organ_id: str, roles: tuple[Role, ...], unit: str = "",
             email: str = "") -> OfficerView:
    """`ask(actor, "identity.method", question, answer)`."""
    first, second = REGISTRARS
    seen: OfficerView = ask(first, "identity.enrol_officer", EnrolOfficer(
        command_id=uuid4().hex, username=username, name=name, organ_id=organ_id, roles=roles, unit=unit,
        email=email), OfficerView)
    if seen.state is OfficerState.PROPOSED:
        seen = ask(second, "identity.confirm_officer", ConfirmOfficer(
            command_id=uuid4().hex, officer_id=seen.officer_id), OfficerView)
    return seen
