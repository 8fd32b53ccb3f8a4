"""How the console asks the services: as the person who is signed in, within the request's time."""

import json
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar, cast
from uuid import NAMESPACE_URL, uuid4, uuid5

from flask import current_app, g, request

from rongcuo.chassis.threads import begin
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OrganView
from rongcuo.contracts.identity.operations import OFFICER, ORGANS
from rongcuo.contracts.operation import Command, Given, Operation, Query
from rongcuo.policy.pack import Pack
from rongcuo.policy.rules import Rules
from services.gateway import cookies, rpc
from services.gateway.session import actor_of, sessions

Answer = dict[str, Any]
T = TypeVar("T")
LOOKS_BY_ITSELF = "console.meeting_now"   # a page's own question, again and again
NOT_FOR_US = frozenset({"not_found", "forbidden"})
AWAY = frozenset({"service_unavailable", "answer_late", "busy"})


def ask(operation: Operation[Any, Any], expected: str = "", **question: Any) -> Answer:
    """Ask a service as the person signed in. Raises the service's CaseError. `expected`: as in `do`."""
    return rpc.ask(operation, question, _actor(), expected)


def view(operation: Operation[Any, Given], **question: Any) -> Given:
    """The same, read as what the operation gives."""
    return rpc.view(operation, question, _actor())


def _actor() -> Actor | None:
    person = g.get("person")
    return actor_of(person) if person else None


def do(command: Command[Any, Any], expected: str = "", **content: Any) -> Answer:
    """Have a service do something, once: a form sent twice with the same content is one command.

    `expected`: the tag of the view from which the form was made; raises `changed_meanwhile` where that is no
    longer what stands.
    """
    told = json.dumps([command.service, command.method, content], sort_keys=True, default=str)
    name = uuid5(NAMESPACE_URL, request.form.get("form_id", uuid4().hex) + told)
    try:
        return ask(command, expected, command_id=name.hex, **content)
    finally:
        if g.get("person"):
            no_longer()


def ask_if_visible(query: Query[Any, Any], **question: Any) -> Answer | None:
    """The answer, or None where the person may not see it or it isn't there yet."""
    return _unless(NOT_FOR_US, lambda: ask(query, **question))


def view_if_visible(query: Query[Any, Given], **question: Any) -> Given | None:
    """The same, read as what the query gives."""
    return _unless(NOT_FOR_US, lambda: view(query, **question))


def unless_away(asked: Callable[[], T]) -> T | None:
    """The answer, or None while the service does not give one."""
    return _unless(AWAY, asked)


def _unless(codes: frozenset[str], asked: Callable[[], T]) -> T | None:
    try:
        return asked()
    except CaseError as refusal:
        if refusal.code not in codes:
            raise
    return None


def aside(what: str, asked: Callable[[], T]) -> Callable[[], T]:
    """What stands beside a page, such as how much waits elsewhere: asked beside the page's own question, and
    remembered for a moment, so that not every page costs as much as five; until the person does something."""
    known, me = sessions(), actor_of(g.person)
    at, told = known.aside.get((me, what), (0.0, None))
    if told is not None and at > known.changed.get(me.officer_id, 0.0):
        return lambda: cast(T, told)

    def ask_and_remember() -> T:
        begun, answer = monotonic(), asked()
        known.aside[me, what] = begun, answer
        return answer

    return begin(ask_and_remember)


def no_longer() -> None:
    """The person has done something, so what stands beside their pages may be different."""
    sessions().changed[g.person["officer_id"]] = monotonic()


def load_person() -> None:
    """Before each page: whose cookie is it? A token that has run out is no one's."""
    token, unattended = cookies.read(request, cookies.SESSION), request.endpoint == LOOKS_BY_ITSELF
    try:
        g.person = sessions().holder(token, unattended=unattended) if token else None
    except CaseError as refusal:
        if refusal.code not in ("sign_in_required", "invalid"):
            raise
        g.person = None


def rules() -> Rules:
    """Policy packs and calendars."""
    here: Rules = current_app.extensions["settings"].rules
    return here


def pack_in_force() -> Pack:
    """The pack for a filing made now by the person."""
    return rules().pack(g.person["division_code"], g.now.date())


def pack_of(filing: Answer) -> Pack:
    """The filing's own pack; a draft has the one in force where it will be filed."""
    if filing["pack_id"]:
        return rules().pack_by_id(filing["pack_id"])
    return rules().pack(filing["division_code"], g.now.date())


def organ_name(organ_id: str) -> str:
    """An organ's name."""
    organ = _organ(organ_id)
    return organ.name if organ else organ_id


def organ_to_ask(organ_id: str) -> OrganView | None:
    """The organ, with whom to ask there; None where that can't be told now: no page fails for it."""
    try:
        return _organ(organ_id)
    except CaseError:
        return None


def _organ(organ_id: str) -> OrganView | None:
    organs = view(ORGANS, division_code=organ_id[:6]).organs
    return next((organ for organ in organs if organ.organ_id == organ_id), None)


def officer_name(officer_id: str) -> str:
    """An officer's name, where the person may know it."""
    try:
        found = view_if_visible(OFFICER, officer_id=officer_id)
    except CaseError:
        return officer_id
    return found.name if found else officer_id
