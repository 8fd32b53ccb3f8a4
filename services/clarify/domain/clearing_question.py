"""是否澄清: the question before the end of a report, and what a no has to stand on."""

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import ClearingAnswer, ReportDisposal, ReportedPerson, ReportOutcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key
from services.clarify.domain import events, grounds
from services.clarify.domain.apart import is_one_of
from services.clarify.domain.facts import Facts
from services.clarify.domain.outcomes import UNTRUE
from services.clarify.domain.verbs import Verb


def answer_clearing(report: Facts, clear: bool, ground: str, words: str, occasion: Occasion) -> None:
    """A no names its ground, as the pack lists them, and why it holds here, in words for whoever is not
    cleared: of several who hear it, each is answered in a clearing of their own."""
    report.require(Verb.ANSWER_CLEARING, occasion)
    known = occasion.pack.clarification.refusals
    if clear is bool(ground) or (ground and ground not in known):
        raise CaseError("clarify.clearing_ground", details={"known": list(known)})
    if not clear:
        grounds.require_borne_out(ground, grounds.borne_out(
            ground, untrue=True, of_report=grounds_of(report), declined=False))
        _require_one_reader(report)
        if report.disposal is ReportDisposal.VERIFY and is_one_of(occasion.actor, report.finders):
            raise CaseError("clarify.closes_own_finding")     # of a team: none of it says no alone
    report.clearing = ClearingAnswer(
        clear=clear, ground=ground, words=given(words, Reader.SUBJECT), by=occasion.actor.officer_id,
        by_name=occasion.actor.name, at=occasion.now)
    report.turn(Verb.ANSWER_CLEARING, occasion)
    report.record(events.clearing_answered(report, clear, ground, occasion))


def grounds_of(report: Facts) -> frozenset[str]:
    """Those of its own grounds of not clearing that hold. That the person declines, no report can say: only
    they can, once they are asked."""
    holds = {
        grounds.NOT_EXCLUDED: ReportOutcome.NOT_RESOLVED in {
            each.outcome for each in report.findings.values()},
        grounds.CLOSED_ON_REPLY: report.was_disposed(ReportDisposal.CLOSED_ON_REPLY),
        grounds.INTERVIEW_ONLY: report.was_disposed(ReportDisposal.INQUIRY)}
    return frozenset(code for code, held in holds.items() if held)


def _require_one_reader(report: Facts) -> None:
    """Whoever was asked in an inquiry reads the reasons; those of one say nothing of another. Raises
    `clarify.answered_each`."""
    people = {_who(report.allegations[number - 1].person) for number, found in report.findings.items()
              if found.outcome in UNTRUE}
    if len(people) > 1 and report.was_disposed(ReportDisposal.INQUIRY):
        raise CaseError("clarify.answered_each", details={"people": len(people)})


def _who(person: ReportedPerson) -> tuple[str, str]:
    return (person.officer_id, "") if person.officer_id else (name_key(person.name), unit_key(person.unit))
