"""What has followed from a report goes with it, in the same transaction."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rongcuo.casework.case import Case
from rongcuo.chassis.ports import ExecutionContext
from services.clarify.domain import Report, following
from services.clarify.ports import Kept
from services.clarify.usecases.fetching import occasion_of

NONE: Final[Mapping[str, Case]] = MappingProxyType({})


def going_along(context: ExecutionContext[Kept], store: Kept, report: Report,
                fetched: Mapping[str, Case] = NONE) -> tuple[Case, ...]:
    """Its inquiries and clearings, those that were changed by it: to where it is now, and away from whoever
    was recused from it. `fetched`, by their ids, are changed in place of copies of them."""
    led_to: tuple[Case, ...] = (*store.false_accusations.of_report(report.id),
                                *store.clarifications.of_report(report.id))
    cases = tuple(fetched.get(each.id, each) for each in led_to)
    for case in cases:
        following.go_along(case, report, occasion_of(context, case))
    return tuple(case for case in cases if case.happened)
