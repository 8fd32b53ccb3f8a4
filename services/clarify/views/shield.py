"""Which filings may be about the same matter as a report, and who may come near its reporter."""

from rongcuo.casework.asking import officer_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import Candidates, Handling, MayHandle, ReportQuery
from services.clarify.access import false_accusations as inquiring
from services.clarify.access import reports as access
from services.clarify.domain.shield import compare
from services.clarify.presenters.reports import candidate_view, handling
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


def may_handle(context: ExecutionContext[ReportStorage], query: MayHandle) -> Handling:
    """Of the officer as identity knows them now, whoever asks."""
    officer = officer_asked(context, query.officer_id, unknown="not_found")
    actor = Actor(officer.officer_id, officer.name, officer.organ_id, officer.division_code, officer.unit,
                  frozenset(officer.roles), officer.unit_names)
    with context.reading() as store:
        found = store.reports.of_reporter(query.reporter_ref)
        inquiries = store.false_accusations.read_of_report(found.id) if found else ()
    theirs = found is not None and (access.handles(actor, found) or any(
        inquiring.handles(actor, each) for each in inquiries))
    return handling(found, officer.active and theirs)
