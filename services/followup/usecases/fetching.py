"""A case of the follow-up, fetched with the right to it, and committed with the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rongcuo.casework.asking import colleagues_asked, file_asked, officer_asked
from rongcuo.casework.case import Case
from rongcuo.casework.leaving import needs_the_organ_above
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.casework.people import Holder
from rongcuo.casework.ports import Dated, OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.review import RecusalGround
from services.followup.domain.casebook import CasebookEntry
from services.followup.ports import Kept


class WithPapers(OfCase, Protocol):
    """A command that may bring papers."""

    @property
    def attachments(self) -> tuple[AttachmentRef, ...]: ...


class OfRecusal(OfCase, Protocol):
    """A command by which somebody is recused."""

    @property
    def officer_id(self) -> str: ...

    @property
    def ground(self) -> RecusalGround: ...

    @property
    def reason(self) -> str: ...


A = TypeVar("A", bound=Case)
V = TypeVar("V", bound=str)     # its verbs
N = TypeVar("N")                # its answer
C = TypeVar("C", bound=OfCase)
P = TypeVar("P", bound=WithPapers)
R = TypeVar("R", bound=OfRecusal)
Files = tuple[AttachmentRef, ...]
Context = ExecutionContext[Kept]


@dataclass(frozen=True, kw_only=True)
class Steps(Generic[A, V, N]):
    """The use cases of one kind of case: where it is kept, who has which verb, and what is answered."""

    kept: Callable[[Kept], Dated[A]]
    require: Callable[[Actor, V, A], None]
    require_about: Callable[[Actor, V, A, str], None]
    number_of: Callable[[A], N]

    def fetch(self, context: Context, store: Kept, case_id: str, verb: V) -> tuple[A, Occasion]:
        """Locked, for somebody who has the verb."""
        case = self.kept(store).get(case_id)
        self.require(context.actor, verb, case)
        return case, occasion_of(context, case)

    def step(self, verb: V, act: Callable[[A, C, Occasion], None]) -> Callable[[Context, C], N]:
        """The use case of a verb for which nothing is asked of others before."""
        def stepped(context: Context, command: C) -> N:
            with context.unit() as unit:
                case, occasion = self.fetch(context, unit.store, command.case_id, verb)
                act(case, command, occasion)
                return unit.commit(case, answer=self.number_of(case))
        return stepped

    def step_with_papers(self, verb: V,
                         act: Callable[[A, P, Files, Occasion], None]) -> Callable[[Context, P], N]:
        """The use case of a verb that comes with papers, or may."""
        def stepped(context: Context, command: P) -> N:
            files = files_of(context, command.attachments)
            with context.unit() as unit:
                case, occasion = self.fetch(context, unit.store, command.case_id, verb)
                act(case, command, files, occasion)
                return unit.commit(case, answer=self.number_of(case))
        return stepped

    def recusal(self, verb: V, *, goes_up: bool = True) -> Callable[[Context, R], N]:
        """The use case by which somebody steps back, or a lead orders it. `goes_up`: where too few are left,
        the organ above has it; else it stays the organ's own."""
        def recused(context: Context, command: R) -> N:
            officer = Holder.of(officer_asked(context, command.officer_id))
            colleagues = colleagues_asked(context) if goes_up else ()
            with context.unit() as unit:
                case = self.kept(unit.store).get(command.case_id)
                self.require_about(context.actor, verb, case, command.officer_id)
                occasion = occasion_of(context, case)
                case.recuse(officer, command.ground, command.reason, occasion)
                if goes_up and needs_the_organ_above(case, colleagues):
                    case.hand_up(NOBODY_LEFT, occasion)
                return unit.commit(case, answer=self.number_of(case))
        return recused


def files_of(context: Context, named: Files) -> Files:
    """As documents took them in."""
    return tuple(file_asked(context, each) for each in named)


def occasion_of(context: Context, case: Case | CasebookEntry) -> Occasion:
    """With the pack that it began under."""
    return Occasion.at(context, case.pack_id, case.division_code)


def occasion_in(context: Context, division_code: str) -> Occasion:
    """Of what is not there yet: with the pack and the calendar of today."""
    rules = context.rules
    return Occasion(context.actor, context.now, rules.pack(division_code, context.now.date()),
                    rules.calendar(division_code))
