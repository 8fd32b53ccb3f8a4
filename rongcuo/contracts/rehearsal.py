"""Asking what a step would tell, and to whom, before it is taken."""

from typing import Any

from rongcuo.contracts.determination import Rehearsal
from rongcuo.contracts.operation import Command, Query, Taken


def rehearsal_of(step: Command[Taken, Any]) -> Query[Taken, Rehearsal]:
    """Asks the step's own service for what it would tell. Refused with what the step would be refused for."""
    return Query(step.service, f"rehearse_{step.method}", step.takes, Rehearsal)
