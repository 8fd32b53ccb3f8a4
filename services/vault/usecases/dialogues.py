"""Handlers talk with a reporter whom they know by a pseudonym."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import vault as contract
from services.vault import access
from services.vault.domain import Verb
from services.vault.ports import Vault
from services.vault.usecases.handling import handled

Context = ExecutionContext[Vault]


def write(context: Context, command: contract.WriteToReporter) -> contract.Written:
    """Raises `not_found` for whoever does not handle the report, `vault.destroyed`."""
    access.require(context.actor, Verb.TALK)
    handled(context, command.reporter_ref, context.actor.officer_id)
    with context.unit() as unit:
        reporter = unit.store.reporter(command.reporter_ref)
        reporter.answer(command.text, context.now)
        unit.audit("reporter_written_to", reporter.id)
        answer = contract.Written(reporter_ref=reporter.id, at=context.now)
        return unit.commit(reporter, answer=answer)
