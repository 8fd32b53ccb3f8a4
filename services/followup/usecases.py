"""What can be done with programmes: fetch, tell, commit."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import followup as contract
from services.followup import access, domain
from services.followup.ports import Programmes


def open_programme(
        context: ExecutionContext[Programmes], command: contract.OpenProgramme
) -> contract.ProgrammeView:
    access.require(context.actor, domain.Verb.OPEN)
    with context.unit() as unit:
        programme = domain.Programme.open(context.new_id(), command.content, context.actor, context.now)
        return unit.commit(programme, answer=view_of(programme))


def take_note(context: ExecutionContext[Programmes], event: contract.ProgrammeOpened) -> None:
    """Put here what follows from the event, or let another service hear it: what nobody hears is not sent."""
    with context.unit() as unit:
        programme = unit.store.get(event.programme_id)
        programme.note(context.now)
        unit.commit(programme)


def view_of(programme: domain.Programme) -> contract.ProgrammeView:
    """As commands and questions answer it."""
    return contract.ProgrammeView(
        programme_id=programme.id, organ_id=programme.organ_id, content=programme.content,
        opened_by_name=programme.opened_by_name, opened_at=programme.opened_at,
        noted_at=programme.noted_at)
