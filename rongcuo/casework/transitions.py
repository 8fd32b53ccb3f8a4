"""Which verb leads a case from which state to which, and what must hold before. What is not in the table
cannot happen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, ParamSpec, TypeVar

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError

S = TypeVar("S", bound=StrEnum)
V = TypeVar("V", bound=StrEnum)
P = ParamSpec("P")
Guard = Callable[[Any, Occasion], None]    # raises CaseError, and changes nothing


@dataclass(frozen=True, slots=True)
class Transitions(Generic[S, V]):
    """The transitions of one kind of case. `refused`: the code of the error for a verb that its state does
    not allow; `guards`: what must hold besides, for each verb."""

    table: Mapping[tuple[S, V], S]
    refused: str
    guards: Mapping[V, tuple[Guard, ...]] = field(default_factory=dict)

    def allow(self, state: S, verb: V) -> bool:
        """Whether the state allows the verb, whoever asks."""
        return (state, verb) in self.table

    def after(self, state: S, verb: V) -> S:
        """Where the verb leads. Raises the error `refused`."""
        try:
            return self.table[state, verb]
        except KeyError:
            raise CaseError(self.refused, f"{verb} in {state}",
                            {"state": state.value, "verb": str(verb)}) from None

    def require(self, case: Any, verb: V, occasion: Occasion) -> None:
        """Raises the error `refused`, or that of the first guard that says no."""
        self.after(case.state, verb)
        for guard in self.guards.get(verb, ()):
            guard(case, occasion)


def holds(rule: Callable[P, None], *about: P.args, **also: P.kwargs) -> bool:
    """Whether a rule that raises CaseError where it is broken, raises none."""
    try:
        rule(*about, **also)
    except CaseError:
        return False
    return True
