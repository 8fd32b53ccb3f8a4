"""How often the same problem came up before a rule, and since."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rongcuo.contracts.followup import ProblemSource, Recurrence, RuleChange
from rongcuo.policy.limit import add_months
from rongcuo.policy.pack import Pack

STEPS: Final = 4


def recurrences(sources: tuple[ProblemSource, ...], rules: tuple[RuleChange, ...], pack: Pack,
                today: date) -> tuple[Recurrence, ...]:
    """One for every rule whose day has come."""
    limit = pack.problems.recurs_within
    days = tuple(each.on for each in sources)
    return tuple(Recurrence(
        rule=rule.place, step_months=limit.amount // STEPS,
        before=tuple(_counted(days, rule.in_force_on, limit.amount, -STEPS)),
        after=tuple(_counted(days, rule.in_force_on, limit.amount, 0)),
        whole=add_months(rule.in_force_on, limit.amount) <= today,
        illustrative=limit.source.illustrative)
        for rule in rules if rule.in_force_on <= today)


def _counted(days: tuple[date, ...], since: date, months: int, first: int) -> Iterator[int]:
    """The day of the rule itself counts as after it."""
    step = months // STEPS
    for number in range(first, first + STEPS):
        begins, ends = add_months(since, number * step), add_months(since, (number + 1) * step)
        yield sum(begins <= day < ends for day in days)
