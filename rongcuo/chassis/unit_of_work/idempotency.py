"""A command takes effect once: its id is written in the effect's own transaction, with the answer it got."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert, update
from rongcuo.chassis.database.tables import command_log
from rongcuo.chassis.database.types import Canonical
from rongcuo.chassis.triggers import AlreadyAnswered, Command, Invocation
from rongcuo.contracts.errors import CaseError

_KNOWN = select(command_log).where(command_log.c.command_id == bindparam("this"))


def enter(session: Session, command: Command, invocation: Invocation) -> None:
    """Claim the command id.

    On PostgreSQL the claim goes with the next statement: there a concurrent twin waits until the first has
    committed, and there a command that was done before fails. `answer_again` then tells.
    """
    insert(session, command_log, {
        "command_id": command.command_id, "digest": command.digest,
        "actor_id": invocation.actor.officer_id, "at": invocation.now})


def answer_again(session: Session, command: Command, invocation: Invocation) -> None:
    """Where the command was done before, raises Answered, or CaseError `command_reused` where that was
    another one under its id."""
    known = session.execute(_KNOWN, {"this": command.command_id}).one_or_none()
    if known is None:
        return
    if (known.digest, known.actor_id) != (command.digest, invocation.actor.officer_id):
        raise CaseError("command_reused")
    raise AlreadyAnswered(known.answer)


def remember(session: Session, command: Command, answer: Canonical) -> None:
    """Keep the answer for whoever sends the same command again."""
    update(session, command_log, {"command_id": command.command_id, "answer": answer})
