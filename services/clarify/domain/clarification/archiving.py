"""归档: it is on file, and the personnel body of a person is told."""

from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ConcernedKind
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification import letters
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


class Archived(Facts, letters.Written, Protocol):
    """A `Clarification`."""


def archive(case: Archived, archive_number: str, personnel_body: str, integrity_file: bool,
            occasion: Occasion) -> None:
    """Of a person the personnel body is told, by a letter: the one of the plan, where no other is written;
    `clarify.personnel_body_missing`."""
    case.require(Verb.ARCHIVE, occasion)
    planned = case.plan if case.concerned.kind is ConcernedKind.PERSON else None
    personnel_body = personnel_body.strip() or (planned.personnel_body if planned else "")
    if case.concerned.kind is ConcernedKind.PERSON:
        given(personnel_body, Reader.ORGAN, "clarify.personnel_body_missing")
    case.archive_number, case.personnel_body = archive_number, personnel_body
    case.integrity_file = integrity_file
    case.go_on(Verb.ARCHIVE, occasion, archive_number, case.carried_out_at)
    case.record(letters.archived(case, occasion))
    if personnel_body:
        case.record(letters.copied(case, occasion))
