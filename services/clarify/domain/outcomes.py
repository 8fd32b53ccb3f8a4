"""What is found of allegations, and what follows from it. Unproven is not false: what was once neither proved
nor excluded never becomes a suspicion against the reporter."""

from collections.abc import Iterable, Mapping
from typing import Final

from rongcuo.contracts.clarify import Finding, ReportDisposal
from rongcuo.contracts.clarify import ReportOutcome as Outcome
from rongcuo.contracts.errors import CaseError

UNTRUE: Final = frozenset({Outcome.UNSUBSTANTIATED, Outcome.MISTAKEN, Outcome.SUSPECTED_MALICIOUS})
"""After these somebody's name may have to be cleared."""

# Of a report with several allegations, the first of these that was found of one is found of the whole: a
# suspicion comes last, so that it stands only where nothing was true, open or mistaken.
OF_THE_WHOLE: Final = (Outcome.SUBSTANTIATED, Outcome.NOT_RESOLVED, Outcome.MISTAKEN, Outcome.UNSUBSTANTIATED,
                       Outcome.SUSPECTED_MALICIOUS)


def whole(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The outcome of a report; None while nothing was found."""
    found = set(outcomes)
    return next((each for each in OF_THE_WHOLE if each in found), None)


def clearing_asked(outcomes: Iterable[Outcome]) -> bool:
    """Whether the question is to be answered whether a name is to be cleared."""
    return not UNTRUE.isdisjoint(outcomes)


def require_sound(findings: Iterable[Finding], allegations: int, ever_open: frozenset[int],
                  spoken_in_earnest: bool, disposal: ReportDisposal | None) -> Mapping[int, Finding]:
    """The findings by allegation. `ever_open`: allegations that were neither proved nor excluded before;
    `spoken_in_earnest`: something of a report to which it is linked was, or is true, or a mistake, or an
    inquiry found no malice;
    `disposal`: the last one, after which a team has verified, or nobody has.

    Raises `clarify.unknown_allegation`, `clarify.not_resolved_is_not_false`, `clarify.not_verified`.
    """
    found = {each.allegation: each for each in findings}
    if strange := [each for each in found if not 1 <= each <= allegations]:
        raise CaseError("clarify.unknown_allegation", details={"allegation": strange[0], "of": allegations})
    suspected = {number for number, each in found.items() if each.outcome is Outcome.SUSPECTED_MALICIOUS}
    if left_open := suspected if spoken_in_earnest else suspected & ever_open:
        raise CaseError("clarify.not_resolved_is_not_false", details={"allegation": min(left_open)})
    if suspected and disposal is not ReportDisposal.VERIFY:
        raise CaseError("clarify.not_verified", details={"allegation": min(suspected)})
    return found
