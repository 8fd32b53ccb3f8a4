"""A programme, fetched with the right to it, and committed with the answer."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from rongcuo.casework.asking import file_asked
from rongcuo.casework.case import Case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import ProgrammeNumber
from services.followup.access import programmes as access
from services.followup.domain.casebook import CasebookEntry
from services.followup.domain.programme import Programme
from services.followup.domain.programme import ProgrammeVerb as Verb
from services.followup.ports import Kept
from services.followup.presenters.programmes import number_of


class WithPapers(OfCase, Protocol):
    """A command that may bring papers."""

    @property
    def attachments(self) -> tuple[AttachmentRef, ...]: ...


C = TypeVar("C", bound=OfCase)
P = TypeVar("P", bound=WithPapers)
Files = tuple[AttachmentRef, ...]
Context = ExecutionContext[Kept]
Step = Callable[[Context, C], ProgrammeNumber]     # a use case


def step(verb: Verb, act: Callable[[Programme, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before."""
    def stepped(context: Context, command: C) -> ProgrammeNumber:
        with context.unit() as unit:
            programme, occasion = fetch(context, unit.store, command.case_id, verb)
            act(programme, command, occasion)
            return unit.commit(programme, answer=number_of(programme))
    return stepped


def step_with_papers(verb: Verb, act: Callable[[Programme, P, Files, Occasion], None]) -> Step[P]:
    """The use case of a verb that comes with papers, or may."""
    def stepped(context: Context, command: P) -> ProgrammeNumber:
        files = files_of(context, command.attachments)
        with context.unit() as unit:
            programme, occasion = fetch(context, unit.store, command.case_id, verb)
            act(programme, command, files, occasion)
            return unit.commit(programme, answer=number_of(programme))
    return stepped


def files_of(context: Context, named: Files) -> Files:
    """As documents took them in."""
    return tuple(file_asked(context, each) for each in named)


def fetch(context: Context, store: Kept, case_id: str, verb: Verb) -> tuple[Programme, Occasion]:
    """Locked, for somebody who has the verb."""
    programme = store.programmes.get(case_id)
    access.require(context.actor, verb, programme)
    return programme, occasion_of(context, programme)


def occasion_of(context: Context, case: Case | CasebookEntry) -> Occasion:
    """With the pack that it began under."""
    return Occasion.at(context, case.pack_id, case.division_code)


def occasion_in(context: Context, division_code: str) -> Occasion:
    """Of what is not there yet: with the pack and the calendar of today."""
    rules = context.rules
    return Occasion(context.actor, context.now, rules.pack(division_code, context.now.date()),
                    rules.calendar(division_code))
