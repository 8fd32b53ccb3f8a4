"""Which filings may be about the same matter as a report."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import Candidates, ReportQuery
from services.clarify.access import reports as access
from services.clarify.domain.shield import compare
from services.clarify.presenters.reports import candidate_view
from services.clarify.storage import ReportStorage


def candidates(context: ExecutionContext[ReportStorage], query: ReportQuery) -> Candidates:
    """For whoever sees the report, with what speaks for and against each."""
    with context.reading() as store:
        found = store.reports.read(query.report_id)
        access.require_sight(context.actor, found)
        beside = [compare(number, allegation, matter)
                  for number, allegation in enumerate(found.allegations, start=1)
                  for matter in store.filings.near(found.division_code, allegation)]
    shown = (each for each in beside if each.speaks_for)
    ordered = sorted(shown, key=lambda each: (each.allegation, -each.weight, each.matter.number))
    return Candidates(candidates=tuple(map(candidate_view, ordered)))
