"""People who sign in at the same moment wait for each other, for passwords are slow to hash on purpose. More
than can be served in time are told to come again in a few seconds; strangers wait behind everybody else."""

from typing import Any

from flask import current_app

from rongcuo.chassis.hosting.lanes import Lanes
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import KNOWN_AT, SIGN_IN
from rongcuo.contracts.operation import Command
from services.gateway.rpc import Answer, ask, view

AT_ONCE = 4        # of this gateway on their way to identity
MOST_WAITING = 80  # in each lane
PATIENCE = 6.0     # seconds; what is left of the request's time is the answer's


def queue() -> Lanes:
    """Everybody's turn to have a password hashed."""
    return Lanes(AT_ONCE, MOST_WAITING, PATIENCE, later=5)


def ask_in_turn(command: Command[Any, Any], payload: Answer, actor: Actor | None = None) -> Answer:
    """Ask identity for what takes a hash. Raises `busy_signing_in` where it would take too long. A session
    that began too late to be told is nobody's; of a password, whether it was set is not hidden."""
    lanes: Lanes = current_app.extensions["queue"]
    with lanes.turn(lambda: actor is not None or _known(payload)):
        try:
            return ask(command, payload, actor)
        except CaseError as refusal:
            if command == SIGN_IN and refusal.code == "answer_late":
                raise lanes.busy() from refusal
            raise


def _known(payload: Answer) -> bool:
    """Whether the account was signed in to from this address before."""
    if "username" not in payload:
        return False
    where = {name: payload[name] for name in ("username", "address")}
    return view(KNOWN_AT, where, None).known
