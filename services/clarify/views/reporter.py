"""What the vault asks: who may come near a reporter, and what was written for them."""

from rongcuo.casework.asking import officer_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import Handling, MayHandle, ReportQuery, WordsToReporter
from rongcuo.contracts.errors import CaseError
from services.clarify import access, presenters
from services.clarify.storage import ReportStorage


def may_handle(context: ExecutionContext[ReportStorage], query: MayHandle) -> Handling:
    """Of the officer as identity knows them now, whoever asks."""
    officer = officer_asked(context, query.officer_id, unknown="not_found")
    actor = Actor(officer.officer_id, officer.name, officer.organ_id, officer.division_code, officer.unit,
                  frozenset(officer.roles), officer.unit_names)
    with context.reading() as store:
        found = store.reports.of_reporter(query.reporter_ref)
    handles = officer.active and found is not None and access.handles(actor, found)
    return presenters.handling(found, handles)


def words_to_reporter(context: ExecutionContext[ReportStorage], query: ReportQuery) -> WordsToReporter:
    """For the platform itself: the vault asks where an event says that there are any."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        return presenters.words_to_reporter(store.reports.read(query.report_id))
