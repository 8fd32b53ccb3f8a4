"""What the vault asks: who may come near a reporter, and what was written for them."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import Handling, MayHandle, ReportQuery, WordsToReporter
from rongcuo.contracts.errors import CaseError
from services.clarify.access import false_accusations as inquiring
from services.clarify.presenters import reports as presenters
from services.clarify.storage import ReportStorage
from services.clarify.usecases.registering import known


def may_handle(context: ExecutionContext[ReportStorage], query: MayHandle) -> Handling:
    """Of the officer as identity knows them now: asked as the platform, for whoever consents from above may
    see no officer of the organ, and is told of none here. Who inquires into it handles it, too, and who
    decides an inquiry reads along."""
    officer = next(known(context.ask_itself, query.officer_id), None)
    with context.reading() as store:
        found = store.reports.of_reporter(query.reporter_ref)
        inquiries = store.false_accusations.read_of_report(found.id) if found else ()
    if found is None or officer is None or not officer.active:
        return presenters.handling(found, False)
    actor = Actor(officer.officer_id, officer.name, officer.organ_id, officer.division_code, officer.unit,
                  frozenset(officer.roles), officer.unit_names)
    return presenters.handling(found, inquiring.talks(actor, found, inquiries), reads=any(
        inquiring.reads_along(actor, each) for each in inquiries))


def words_to_reporter(context: ExecutionContext[ReportStorage], query: ReportQuery) -> WordsToReporter:
    """For the platform itself: the vault asks where an event says that there are any."""
    if not context.actor.has(Role.SYSTEM):
        raise CaseError("forbidden")
    with context.reading() as store:
        return presenters.words_to_reporter(store.reports.read(query.report_id))
