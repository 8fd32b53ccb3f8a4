"""What the vault tells of a reporter, whom nobody here knows."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import ReporterRequest
from rongcuo.contracts.errors import CaseError
from services.clarify.domain import Report
from services.clarify.ports import Kept
from services.clarify.usecases.fetching import occasion_of


class FromReporter(Protocol):
    """An event of the vault about one reporter."""

    @property
    def reporter_ref(self) -> str: ...

    @property
    def at(self) -> datetime: ...


class Wished(FromReporter, Protocol):
    """The reporter asks for something; why they do stands in their dialogue, and nowhere here."""

    @property
    def wish(self) -> StrEnum: ...


def take_request(context: ExecutionContext[Kept], event: Wished) -> None:
    """It is on the page of whoever handles the report."""
    kind, report_id = ReporterRequest(event.wish.value), _report_of(context, event)
    with context.unit() as unit:
        report = unit.store.reports.get(report_id)
        report.take_request(kind, "", event.at, occasion_of(context, report))
        unit.commit(report)


def take_receipt(context: ExecutionContext[Kept], event: FromReporter) -> None:
    """The reporter has read what they were told."""
    report_id = _report_of(context, event)
    with context.unit() as unit:
        report = unit.store.reports.get(report_id)
        report.take_receipt(event.at, occasion_of(context, report))
        unit.commit(report)


def _report_of(context: ExecutionContext[Kept], event: FromReporter) -> str:
    """Raises `not_found` where it is not registered yet: the event comes again."""
    with context.reading() as store:
        found: Report | None = store.reports.of_reporter(event.reporter_ref)
    if found is None:
        raise CaseError("not_found", details={"reporter_ref": event.reporter_ref})
    return found.id
