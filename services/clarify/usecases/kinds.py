"""Cases that follow from a report: what is done about every kind of them, in one way."""

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from rongcuo.casework.asking import Officers, colleagues_asked, officer_asked
from rongcuo.casework.case import Case, CaseVerb
from rongcuo.casework.leaving import needs_the_organ_above
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import NOBODY_LEFT, organs_above
from rongcuo.casework.people import Holder
from rongcuo.casework.ports import OfCase
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import CaseNumber
from rongcuo.contracts.identity import OfficersQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain.apart import require_own_organ
from services.clarify.domain.clarification import Clarification
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.ports import Following, Kept
from services.clarify.usecases.fetching import occasion_of

A = TypeVar("A", bound=Case)
V = TypeVar("V", bound=StrEnum)
C = TypeVar("C", bound=OfCase)
A_contra = TypeVar("A_contra", contravariant=True)
V_contra = TypeVar("V_contra", contravariant=True)
Context = ExecutionContext[Kept]
Step = Callable[[Context, C], CaseNumber]     # a use case


class Access(Protocol[A_contra, V_contra]):
    """The rights of one kind, a module of `access`."""

    def require(self, actor: Actor, verb: V_contra, case: A_contra) -> None: ...

    def require_about(self, actor: Actor, verb: V_contra, case: A_contra, officer_id: str) -> None: ...


class AboutOfficer(OfCase, Protocol):
    """A command about one of its officers."""

    @property
    def officer_id(self) -> str: ...


class WithReason(OfCase, Protocol):
    """A command that says why."""

    @property
    def reason(self) -> str: ...


class Recusing(AboutOfficer, WithReason, Protocol):
    """回避."""

    @property
    def ground(self) -> RecusalGround: ...


class Kind(Generic[A, V]):
    """One kind: its verbs, who has them, and where it is kept. `look`: at what it follows from, before every
    step; `choosing`: whether giving it to somebody, or recusing them, would choose who decides it."""

    def __init__(self, verbs: type[V], access: Access[A, V], kept: Callable[[Kept], Following[A]],
                 look: Callable[[Kept, A, Occasion], None] = lambda _store, _case, _occasion: None,
                 choosing: Callable[[A, OfficerView, Actor, bool], None] = lambda *_: None) -> None:
        self._verbs, self._access, self._kept, self._look = verbs, access, kept, look
        self._choosing = choosing

    def fetch(self, context: Context, store: Kept, case_id: str, verb: V) -> tuple[A, Occasion]:
        """Locked, for somebody who has the verb."""
        case = self._kept(store).get(case_id)
        self._access.require(context.actor, verb, case)
        occasion = occasion_of(context, case)
        self._look(store, case, occasion)
        return case, occasion

    def step(self, verb: Callable[[C], V] | V, act: Callable[[A, C, Occasion], None]) -> Step[C]:
        """The use case of a verb for which nothing is asked of others before; which verb it is, the command
        may say."""
        def stepped(context: Context, command: C) -> CaseNumber:
            with context.unit() as unit:
                wanted = verb if isinstance(verb, StrEnum) else verb(command)
                case, occasion = self.fetch(context, unit.store, command.case_id, wanted)
                act(case, command, occasion)
                return unit.commit(case, answer=number_of(case, context.actor))
        return stepped

    def assign(self, context: Context, command: AboutOfficer) -> CaseNumber:
        """Give it to a reviewer, or take it."""
        officer = officer_asked(context, command.officer_id)
        with context.unit() as unit:
            case = self._kept(unit.store).get(command.case_id)
            self._access.require_about(
                context.actor, self._verbs(CaseVerb.ASSIGN), case, command.officer_id)
            self._choosing(case, officer, context.actor, True)
            case.assign(officer, occasion_of(context, case))
            return unit.commit(case, answer=number_of(case, context.actor))

    def recuse(self, context: Context, command: Recusing) -> CaseNumber:
        """Step back, or, as a lead, order it. Where nobody is left, the organ above has it."""
        known = officer_asked(context, command.officer_id)
        require_own_organ(known, context.actor)
        officer = Holder.of(known)
        colleagues, upwards = colleagues_asked(context), upwards_of(context, self._kept, command.case_id)
        with context.unit() as unit:
            case = self._kept(unit.store).get(command.case_id)
            self._access.require_about(
                context.actor, self._verbs(CaseVerb.RECUSE), case, command.officer_id)
            occasion = occasion_of(context, case)
            self._choosing(case, known, context.actor, False)
            case.recuse(officer, command.ground, command.reason, occasion)
            here = context.actor.organ_id == case.organ_id      # and not in the organ that is asked
            if here and case.transitions.allow(case.state, CaseVerb.HAND_UP) and needs_the_organ_above(
                    case, colleagues):
                case.hand_up(NOBODY_LEFT, occasion)
            if isinstance(case, FalseAccusation | Clarification):
                case.move_on(upwards, occasion)
            return unit.commit(case, answer=number_of(case, context.actor))

    def extend(self, context: Context, command: WithReason) -> CaseNumber:
        """The running stage, once."""
        with context.unit() as unit:
            case, occasion = self.fetch(
                context, unit.store, command.case_id, self._verbs(CaseVerb.EXTEND))
            case.extend(command.reason, occasion)
            return unit.commit(case, answer=number_of(case, context.actor))

    def hand_up(self, context: Context, command: WithReason) -> CaseNumber:
        """Nobody here is free to handle it."""
        with context.unit() as unit:
            case, occasion = self.fetch(
                context, unit.store, command.case_id, self._verbs(CaseVerb.HAND_UP))
            case.hand_up(command.reason, occasion)
            return unit.commit(case, answer=number_of(case, context.actor))


def upwards_of(context: Context, kept: Callable[[Kept], Following[Case]], case_id: str) -> Officers:
    """Who is in post in its organ and above, asked as the platform, before the transaction."""
    with context.reading() as store:
        organ_id = kept(store).read(case_id).organ_id
    return officers_upwards_itself(context, organ_id)


def officers_upwards_itself(context: Context, organ_id: str) -> Officers:
    """Whoever acts may see nobody of the organs above, and is told of none."""
    return {each: context.ask_itself(OFFICERS, OfficersQuery(organ_id=each)).officers
            for each in (organ_id, *organs_above(organ_id))}


def number_of(case: Case, actor: Actor) -> CaseNumber:
    """All that a command answers."""
    return CaseNumber(case_id=case.id, number=case.number, tag=case.tag_for(actor.officer_id))
