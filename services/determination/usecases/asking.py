"""What other services are asked, always before any transaction is open."""

from dataclasses import replace

from rongcuo.casework.files import file_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.determination import Consent
from rongcuo.contracts.filing import AttachmentRef, FilingQuery, FilingView
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.identity import UnitQuery, UnitView
from rongcuo.contracts.identity.operations import UNIT
from services.determination.ports import Cases


def unit_asked(context: ExecutionContext[Cases], organ_id: str, name: str) -> UnitView:
    """The organ's unit of that name, with all its other names; only the name where it is of none."""
    return context.ask(UNIT, UnitQuery(organ_id=organ_id, name=name))


def filing_asked(context: ExecutionContext[Cases], filing_id: str) -> FilingView:
    """A filing as the actor may see it. Raises `not_found` where they may not."""
    return context.ask(FILING, FilingQuery(filing_id=filing_id))


def files_asked(context: ExecutionContext[Cases], named: tuple[AttachmentRef, ...]) -> tuple[AttachmentRef,
                                                                                             ...]:
    """The actor's own uploads, as documents took them in: what a command says of a file is only a claim."""
    return tuple(file_asked(context, ref) for ref in named)


def consent_asked(context: ExecutionContext[Cases], consent: Consent | None) -> Consent | None:
    """With the files as documents took them in."""
    return replace(consent, attachments=files_asked(context, consent.attachments)) if consent else None
