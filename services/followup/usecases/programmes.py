"""What can be done with programmes: fetch, tell, commit."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import followup as contract
from services.followup.access import programmes as access
from services.followup.domain.programme import Programme, Verb
from services.followup.ports import Kept
from services.followup.presenters.programmes import view_of

Context = ExecutionContext[Kept]


def open_one(context: Context, command: contract.OpenProgramme) -> contract.ProgrammeView:
    """In the actor's own organ."""
    access.require(context.actor, Verb.OPEN)
    with context.unit() as unit:
        programme = Programme.open(context.new_id(), command.content, context.actor, context.now)
        return unit.commit(programme, answer=view_of(programme))


def take_note(context: Context, event: contract.ProgrammeOpened) -> None:
    """Put here what follows from the event, or let another service hear it: what nobody hears is not sent."""
    with context.unit() as unit:
        programme = unit.store.programmes.get(event.programme_id)
        programme.note(context.now)
        unit.commit(programme)
