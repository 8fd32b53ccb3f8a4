"""The place of an attempt is taken before anything is hashed, so that many at once are no more than one after
another."""

from datetime import datetime

from rongcuo.contracts.errors import CaseError
from services.identity.domain.attempts import SPRAYING, Attempt, Budget
from services.identity.domain.officer import Officer
from services.identity.ports import Guard


def guess(guard: Guard, attempt: Attempt, officer: Officer | None, password: str, now: datetime) -> bool:
    """Whether it is the officer's password; counted, unless it is.

    Raises `too_many_attempts`, or `busy_signing_in`, which costs nothing.
    """
    _take_place(guard, attempt, officer, now)
    hashed = officer.password_hash if officer and officer.active and officer.password_hash else None
    try:
        right = guard.passwords.match(hashed, password, known=attempt.known)
    except CaseError:
        _give_back(guard, attempt)
        raise
    if right:
        _give_back(guard, attempt)
        guard.budgets.clear(Budget.PAIR, attempt.account, attempt.address)
    return right


def _take_place(guard: Guard, attempt: Attempt, officer: Officer | None, now: datetime) -> None:
    """Operators are told once of each budget that is used up; by no unit of work, for the command is refused
    and leaves nothing done under its id."""
    officer_id = officer.id if officer else ""
    for budget, names in attempt.costs():
        if guard.budgets.spend(budget, *names):
            continue
        guard.watch.write("held_off", budget=budget.value, address=attempt.address, officer=officer_id)
        about = {Budget.ADDRESS: attempt.address, Budget.ACCOUNT: officer_id}.get(budget, "")
        if budget in SPRAYING and guard.budgets.spend(Budget.ALARM, budget.value, about):
            guard.watch.write("spraying", budget=budget.value, subject=about)
            guard.budgets.raise_alarm(budget, about, now)
        raise CaseError("too_many_attempts", details={"seconds": guard.budgets.seconds(budget, *names)})


def _give_back(guard: Guard, attempt: Attempt) -> None:
    for budget, names in attempt.costs():
        guard.budgets.give_back(budget, *names)
