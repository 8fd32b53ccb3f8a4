"""With what a clarification begins: an unfounded report, or an application."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import (
    AllegationWords,
    ClearedAllegation,
    Concerned,
    ConcernedKind,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.readers import Reader
from services.clarify.domain import grounds
from services.clarify.domain.apart import Apart, name_keys, officer_keys, unit_names_keys

TITLE = "澄清件"     # in tasks and notices: of whom, nobody reads there


@dataclass(frozen=True, kw_only=True)
class Unfounded:
    """A report as a clarification knows it: nothing of who made it, nor what they wrote. `untrue`: what was
    found of its allegations about the person, by their numbers; `settled`: the report is over, and what was
    found stands; `namesakes`: the accounts that may be theirs, where none surely is; `hands`:
    whoever had one in it; `of_report`: its own grounds of not clearing that hold."""

    report_id: str
    report_number: str
    untrue: Mapping[str, ReportOutcome]
    settled: bool
    apart: Apart
    namesakes: frozenset[str] = frozenset()
    hands: frozenset[Holder] = frozenset()
    of_report: frozenset[str] = grounds.OF_THE_REPORT


@dataclass(frozen=True, kw_only=True)
class Application:
    """本人（单位）书面申请. `entered_by` is empty where they wrote it themselves."""

    situation: str
    reported: str
    wish: str
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = ()


def apart_from(concerned: Concerned) -> Apart:
    """The person, and everybody of their unit; of an organisation, its own people."""
    person = concerned.kind is ConcernedKind.PERSON
    units = {concerned.unit, "" if person else concerned.name} - {""}
    names = (concerned.name,) if person else ()
    return Apart(frozenset({concerned.officer_id} - {""}), frozenset(units),
                 officer_keys(concerned.officer_id) | name_keys(*names) | unit_names_keys(*units))


def require_clearable(untrue: Mapping[str, ReportOutcome]) -> None:
    """Something about the person was found untrue; otherwise `clarify.nothing_to_clear`."""
    if not untrue:
        raise CaseError("clarify.nothing_to_clear")


def worded(words: Iterable[AllegationWords],
           untrue: Mapping[str, ReportOutcome]) -> tuple[ClearedAllegation, ...]:
    """The allegations in words that may be spoken. Only of what was found untrue:
    `clarify.beyond_allegations`."""
    told = {each.allegation_id: each for each in words}
    if beyond := told.keys() - untrue.keys():
        raise CaseError("clarify.beyond_allegations", details={"allegations": sorted(beyond)})
    return tuple(ClearedAllegation(
        allegation_id=number, words=given(each.words, Reader.SUBJECT),
        conclusion=given(each.conclusion, Reader.SUBJECT), outcome=untrue[number])
        for number, each in told.items())


def require_grounds(codes: tuple[str, ...], occasion: Occasion) -> None:
    """Each is one of the pack's; otherwise `clarify.ground_unknown`."""
    if strange := set(codes) - occasion.pack.clarification.grounds.keys():
        raise CaseError("clarify.ground_unknown", details={"codes": sorted(strange)})
