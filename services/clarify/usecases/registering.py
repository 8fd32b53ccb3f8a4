"""How a report comes in, who is kept from it, and how it goes to the level above."""

from collections.abc import Callable, Iterator
from typing import Any

from rongcuo.casework.asking import officers_upwards
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import (
    NoteMarkedSecret,
    PassReportUp,
    ReceiveReport,
    RegisterReport,
    ReportContent,
    ReportNumber,
    ReportRegistered,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICER
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import MayRegister
from rongcuo.contracts.vault.operations import MAY_REGISTER
from rongcuo.policy.calendar import ZONE
from rongcuo.texts.secrecy import marked_secret
from services.clarify.access import reports as access
from services.clarify.domain import Report, Verb, cataloguing
from services.clarify.domain.numbers import numbered
from services.clarify.ports import Kept
from services.clarify.presenters.reports import number_of
from services.clarify.usecases import marked_secrets
from services.clarify.usecases.fetching import fetch, occasion_in, occasion_of

NOT_THEIRS = "clarify.reporter_unknown"     # whichever of the reasons: no answer says who has a report
Asking = Callable[[Operation[OfficerQuery, OfficerView], OfficerQuery], OfficerView]


def register(context: ExecutionContext[Kept], command: RegisterReport) -> ReportNumber:
    """With the actor's own organ."""
    access.require_registrar(context.actor)
    return _register(context, command.content, context.actor.organ_id)


def receive(context: ExecutionContext[Kept], command: ReceiveReport) -> ReportNumber:
    """By the public form, from nobody in particular."""
    return _register(context, command.content, command.organ_id)


def note_marked_secret(context: ExecutionContext[Kept], _: NoteMarkedSecret) -> None:
    """Nothing of it came here."""
    whose, facts = marked_secrets.line(context)
    with context.unit() as unit:
        if facts is not None:
            unit.audit(marked_secrets.LINE, whose, **facts)
        unit.commit()


def open_report(context: ExecutionContext[Kept], event: ReportRegistered) -> None:
    """Whom to keep it from is asked of identity, as the platform itself; then somebody may see it."""
    with context.reading() as store:
        report = store.reports.read(event.report_id)
    named = [each for officer_id in sorted(report.named) for each in known(context.ask, officer_id)]
    officers = officers_upwards(context, report.organ_id)
    with context.unit() as unit:
        report = unit.store.reports.get(event.report_id)
        report.open(named, officers, occasion_of(context, report))
        unit.commit(report)


def pass_up(context: ExecutionContext[Kept], command: PassReportUp) -> ReportNumber:
    """With everything that came with it, it goes to the organ above, whose report it is from now on, in the
    same transaction."""
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.PASS_UP)
        continued_by = context.new_id()
        handover = report.pass_up(command.reason, continued_by, occasion)
        theirs = _registered(context, unit.store, continued_by, handover.content, report.passed_to)
        theirs.take_over(handover)
        others = tuple(unit.store.reports.get(each.report_id) for each in handover.links)
        for other in others:
            cataloguing.follow_up(other, report, theirs)
        return unit.commit(report, theirs, *others, answer=number_of(report))


def known(ask: Asking, officer_id: str) -> Iterator[OfficerView]:
    """Of somebody whom identity does not know, nothing is to be asked."""
    try:
        yield ask(OFFICER, OfficerQuery(officer_id=officer_id))
    except CaseError as error:
        if error.code != "not_found":
            raise


def _register(context: ExecutionContext[Kept], content: ReportContent, organ_id: str) -> ReportNumber:
    """Whose report it is, the vault says: the reference that is told proves nothing. One has one report.

    Raises `clarify.marked_secret`, `clarify.reporter_unknown`.
    """
    if marked_secret(*_texts(dump(content))):
        whose, facts = marked_secrets.line(context)
        if facts is not None:
            context.audit_read(marked_secrets.LINE, whose, **facts)
        raise CaseError("clarify.marked_secret")
    asked = MayRegister(reporter_ref=content.reporter_ref, pseudonym=content.pseudonym, organ_id=organ_id)
    if not context.ask(MAY_REGISTER, asked).may:
        raise CaseError(NOT_THEIRS)
    with context.unit() as unit:
        if unit.store.reports.of_reporter(content.reporter_ref):
            raise CaseError(NOT_THEIRS)
        report = _registered(context, unit.store, context.new_id(), content, organ_id)
        return unit.commit(report, answer=number_of(report))


def _registered(context: ExecutionContext[Kept], store: Kept, report_id: str, content: ReportContent,
                organ_id: str) -> Report:
    """Raises `policy.unknown_division` for an organ that there is not."""
    division_code = access.overseen_from(organ_id)
    occasion, year = occasion_in(context, division_code), context.now.astimezone(ZONE).year
    number = numbered(year, store.reports.next_number(organ_id, year))
    return Report.register(report_id, number, content, organ_id, division_code, occasion)


def _texts(written: Any) -> Iterator[str]:
    """All that was written, however deep it stands."""
    if isinstance(written, str):
        yield written
    parts = written.values() if isinstance(written, dict) else written if isinstance(written, list) else ()
    for each in parts:
        yield from _texts(each)
