"""A command takes effect once: its id is written in the effect's own transaction, with the answer it got."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rongcuo.chassis.occasions import Answered, Circumstance, Command
from rongcuo.chassis.storing import amend, insert_new
from rongcuo.chassis.tables import command_log
from rongcuo.contracts.errors import CaseError


def enter(session: Session, command: Command, circumstance: Circumstance) -> None:
    """Claim the command id. On PostgreSQL a concurrent twin waits here until the first has committed.

    Raises Answered for the same command again, CaseError `command_reused` for another under its id.
    """
    row = {"command_id": command.command_id, "digest": command.digest,
           "actor_id": circumstance.actor.officer_id, "at": circumstance.now}
    if not insert_new(session, command_log, row):
        _answer_again(session, command, circumstance.actor.officer_id)


def _answer_again(session: Session, command: Command, actor_id: str) -> None:
    known = session.execute(select(command_log).where(command_log.c.command_id == command.command_id)).one()
    if (known.digest, known.actor_id) != (command.digest, actor_id):
        raise CaseError("command_reused", command.command_id)
    raise Answered(known.answer)


def remember(session: Session, command: Command, answer: Any) -> None:
    """Keep the answer (JSON data) for whoever sends the same command again."""
    amend(session, command_log, {"command_id": command.command_id, "answer": answer})
