"""Handlers talk with a reporter whom they know by a pseudonym; and what came of the report is told."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from rongcuo.contracts.vault import ReporterStatus
from services.vault import access
from services.vault.domain import Verb
from services.vault.ports import Strongroom, Vault
from services.vault.usecases.handling import named_in

Context = ExecutionContext[Vault]


def write(context: Context, command: contract.WriteToReporter) -> contract.Written:
    """Raises `not_found` for whoever does not handle the report, `vault.destroyed`."""
    access.require(context.actor, Verb.TALK)
    named_in(context, command.reporter_ref, context.actor.officer_id)
    with context.unit() as unit:
        reporter = unit.store.reporter(command.reporter_ref)
        reporter.answer(command.text, context.now)
        unit.audit("reporter_written_to", reporter.id)
        answer = contract.Written(reporter_ref=reporter.id, at=context.now)
        return unit.commit(reporter, answer=answer)


def tell(context: Context, reporter_ref: str, status: ReporterStatus, words: str, room: Strongroom) -> None:
    """What clarify's events say of the report. Who came by letter has no code, and is told by letter."""
    with context.unit() as unit:
        reporter = unit.store.reporter_if_there(reporter_ref)
        if reporter is not None:
            reporter.tell(status, words, context.now, room.retention)
        unit.commit(*filter(None, [reporter]))
