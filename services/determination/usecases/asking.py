"""What other services are asked, always before any transaction is open: about units, files and subjects."""

from dataclasses import replace

from rongcuo.casework.asking import file_asked, officer_asked, officers_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import Consent, Initiation, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerState, OfficerView, UnitQuery, UnitView
from rongcuo.contracts.identity.operations import UNIT
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import seen_as
from services.determination.access import determinations as access
from services.determination.ports import Cases


def unit_asked(context: ExecutionContext[Cases], organ_id: str, name: str) -> UnitView:
    """The organ's unit of that name, with all its other names; only the name where it is of none."""
    return context.ask(UNIT, UnitQuery(organ_id=organ_id, name=name))


def files_asked(context: ExecutionContext[Cases],
                named: tuple[AttachmentRef, ...]) -> tuple[AttachmentRef, ...]:
    """The actor's own uploads, as documents took them in: what a command says of a file is only a claim."""
    return tuple(file_asked(context, ref) for ref in named)


def consent_asked(context: ExecutionContext[Cases], consent: Consent | None) -> Consent | None:
    """With the files as documents took them in."""
    return replace(consent, attachments=files_asked(context, consent.attachments)) if consent else None


def subject_admitted(context: ExecutionContext[Cases], initiation: Initiation, said: Subject) -> Subject:
    """Of whom the actor may open a case: with the name and unit that identity knows; a subject without an
    account is taken as described, of the unit that is called so. Whose post has ended has none any more."""
    if said.officer_id:
        officer = officer_asked(context, said.officer_id, "determination.unknown_subject")
        gone = officer.state is OfficerState.DISMISSED
        subject = replace(said, name=officer.name, unit=officer.unit or said.unit,
                          officer_id="" if gone else said.officer_id)
        known_at: tuple[str, ...] = (officer.organ_id,)
    else:
        unit = unit_asked(context, context.actor.organ_id, said.unit)
        subject, known_at = replace(said, unit=unit.name), unit.elsewhere
    access.require_opening(context.actor, initiation, subject, known_at)
    for organ_id in () if said.officer_id else dict.fromkeys((context.actor.organ_id, *known_at)):
        _require_without_account(subject, officers_asked(context, organ_id))
    return subject


def _require_without_account(subject: Subject, officers: tuple[OfficerView, ...]) -> None:
    """Who has an account reads, speaks and appeals by it: nobody in post is judged as if they had none."""
    for each in officers:
        if seen_as(each.name) == seen_as(subject.name) and unit_key(subject.unit) in each.units:
            raise CaseError("determination.subject_has_account", details={"officer_id": each.officer_id})
