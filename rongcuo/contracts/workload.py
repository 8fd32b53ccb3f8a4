"""How much each officer of an organ has in hand: whoever assigns cases asks the service that keeps them."""

from dataclasses import dataclass

from rongcuo.contracts.operation import Query


@dataclass(frozen=True, kw_only=True)
class WorkloadQuery:
    """For reviewers and leads: of their organ's open cases, as far as they may see them."""


@dataclass(frozen=True, kw_only=True)
class Load:
    """What one officer holds, alone or in a team: how many `open` cases, and how many of them
    are `due_today` or overdue."""

    officer_id: str
    open: int
    due_today: int


@dataclass(frozen=True, kw_only=True)
class Workload:
    """Who holds nothing is not in it."""

    loads: tuple[Load, ...] = ()


def workload(service: str) -> Query[WorkloadQuery, Workload]:
    """Asks a service that has cases."""
    return Query(service, "workload", WorkloadQuery, Workload,
                 zh="本单位各人在办几件、今日到期和逾期几件",
                 en="How much each officer of one's organ has in hand")
