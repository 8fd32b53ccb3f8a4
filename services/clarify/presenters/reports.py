"""A report as its contract's views. Pure: the use cases answer with them, and so do the questions."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from rongcuo.casework.apart import officer_keys
from rongcuo.casework.case import Case
from rongcuo.casework.holding import held_by
from rongcuo.casework.presenters import deadline_of, is_late, recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    CandidateView,
    ClueView,
    FeedbackStage,
    Followed,
    Handling,
    Origin,
    ReporterKind,
    ReportNumber,
    ReportOutcome,
    ReportState,
    ReportView,
    RetrospectiveView,
    WordsToReporter,
)
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.policy.clock import DeadlineClock
from services.clarify.access import reports as access
from services.clarify.domain import Occasion, Report, Verb
from services.clarify.domain.shield import Candidate
from services.clarify.domain.verbs import BECOMES
from services.clarify.presenters.reporter import of_reporter

OPEN_INQUIRY, OPEN_DETERMINATION = "open_inquiry", "open_determination"     # what begins beside the report


def number_of(report: Report) -> ReportNumber:
    """All that a command answers: answers are kept, and what is passed up leaves no copy."""
    return ReportNumber(report_id=report.id, number=report.number, tag=report.tag)


def view_of(report: Report, occasion: Occasion, seen: Collection[str], *, talks: bool,
            clearings: Iterable[Case] = (), inquiries: Iterable[Case] = ()) -> ReportView:
    """A report as those see it for whom it is there, with what the actor may do now. `seen`: the reports that
    they see of those it is linked with; of any other, not even the number is there. `clearings`, `inquiries`:
    those of it that they see. `talks`: whether they may talk with the reporter."""
    unseen = {each.number for each in report.links if each.report_id not in seen}
    gone = bool(report.passed_to)
    return of_reporter(ReportView(
        report_id=report.id, number=report.number, organ_id=report.organ_id,
        first_organ_id=report.first_organ_id, division_code=report.division_code, pack_id=report.pack_id,
        channel=None if gone else report.channel, origin=None if gone else report.origin,
        kind=None if gone else report.kind, given_by=report.given_by,
        reporter_ref=report.reporter_ref, pseudonym=report.pseudonym,
        state=report.state, stage=report.stage, held_by=held_by(report), tag=report.tag,
        allegations=report.allegations,
        findings=tuple(report.findings[number] for number in sorted(report.findings)),
        outcome=report.outcome, dispositions=report.dispositions, clearing_asked=report.clearing_asked,
        clearing=report.clearing, links=tuple(each for each in report.links if each.report_id in seen),
        repeats=bool(report.repeats), clarifications=_followed(clearings),
        false_accusations=_followed(inquiries), feedbacks=report.feedbacks, requests=report.requests,
        wrote_at=report.wrote_at, matches=report.matches,
        retrospective=report.retrospective, refused_for=report.refused_for, passed_to=report.passed_to,
        assignee_id=report.assignee_id, assignee_name=report.assignee.name if report.assignee else "",
        team=tuple(holder.officer_id for holder in report.team), recusals=recusal_views(report),
        deadline=deadline_of(report, occasion), late=is_late(report, occasion),
        acceptance_due_on=_acceptance_due(report, occasion), assigned_due_on=_assigned_due(report, occasion),
        history=tuple(_told(each, unseen) for each in report.history),
        allowed=allowed(report, occasion), received_at=report.received_at, opened_at=report.opened_at,
        decided_at=report.decided_at), talks=talks, now=occasion.now)


def _followed(cases: Iterable[Case]) -> tuple[Followed, ...]:
    return tuple(Followed(case_id=each.id, number=each.number) for each in cases)


def _told(step: HistoryEntry, unseen: Collection[str]) -> HistoryEntry:
    """Without the number of a report that is not there for the reader."""
    return replace(step, note="") if step.what == Verb.LINK and step.note in unseen else step


def allowed(report: Report, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the report itself; and what they may begin
    beside it."""
    theirs = (verb for verb in Verb if access.may(occasion.actor, verb, report))
    return (*(verb.value for verb in theirs if any(
        holds(report.require, each, occasion.knowing()) for each in BECOMES.get(verb, (verb,)))),
            *_begins(report, occasion.actor))


def _begins(report: Report, actor: Actor) -> tuple[str, ...]:
    """Of a suspected report an inquiry; of one whose last disposal says that the tolerance question arises, a
    determination. Of what was passed up, nothing is left to begin with."""
    if not access.handles(actor, report) or report.state is ReportState.PASSED_UP:
        return ()
    suspected = report.outcome is ReportOutcome.SUSPECTED_MALICIOUS
    arises = bool(report.dispositions) and report.dispositions[-1].tolerance_arises
    return (*([OPEN_INQUIRY] if suspected else []), *([OPEN_DETERMINATION] if arises else []))


def candidate_view(candidate: Candidate) -> CandidateView:
    """For whoever judges it."""
    matter = candidate.matter
    return CandidateView(
        allegation=candidate.allegation, filing_id=matter.filing_id, filing_number=matter.number,
        register_number=matter.register_number, title=matter.title, unit=matter.unit,
        filer_name=matter.filer_name, alike=candidate.alike, speaks_for=candidate.speaks_for,
        speaks_against=candidate.speaks_against, act_from=matter.act_from, act_until=matter.act_until,
        valid_from=matter.valid_from, valid_until=matter.valid_until, submitted_at=matter.submitted_at,
        shares=candidate.shares)


def handling(report: Report | None, handles: bool, reads: bool = False) -> Handling:
    """What the vault is told of who may come near a reporter."""
    if report is None or not report.seen_by_any:
        return Handling(known=False)
    return Handling(
        known=True, handles=handles, reads=reads, organ_id=report.organ_id,
        named=tuple(sorted(report.named | report.kept_here | report.recused)),
        units_named=tuple(sorted(report.units_named)),
        names=tuple(sorted({each.person.name for each in report.allegations} - {""})),
        keys=tuple(sorted(report.kept_from)))


def clue_view(report: Report, actor: Actor) -> ClueView:
    """With the keys of whoever is called as somebody named in the organ, too."""
    return ClueView(
        report_id=report.id, number=report.number, organ_id=report.first_organ_id,
        division_code=report.division_code, dispositions=report.dispositions,
        keys_apart=tuple(sorted(report.kept_from | officer_keys(*report.kept_here))),
        opens_determination=OPEN_DETERMINATION in _begins(report, actor))


def retrospective_view(report: Report) -> RetrospectiveView:
    """What was learned."""
    return RetrospectiveView(report_id=report.id, number=report.number, organ_id=report.organ_id,
                             division_code=report.division_code, retrospective=report.retrospective)


def words_to_reporter(report: Report) -> WordsToReporter:
    """What officers have written for the reporter to read."""
    refusal = next((each.note for each in report.history if each.what == Verb.REFUSE), "")
    told = {each.stage: each.words for each in report.feedbacks}
    return WordsToReporter(refusal=refusal, acceptance=told.get(FeedbackStage.ACCEPTANCE, ""),
                           result=told.get(FeedbackStage.RESULT, ""))


def _acceptance_due(report: Report, occasion: Occasion) -> date | None:
    """By when the reporter is told that it was accepted; None once they are, or where nobody is owed it."""
    owed = report.kind is ReporterKind.REAL_NAME and not report.ended
    if not owed or report.was_told(FeedbackStage.ACCEPTANCE):
        return None
    return occasion.due(DeadlineClock(report.received_at, occasion.pack.reports.acceptance_told)).date


def _assigned_due(report: Report, occasion: Occasion) -> date | None:
    if report.origin is not Origin.ASSIGNED or report.ended:
        return None
    return occasion.due(DeadlineClock(report.received_at, occasion.pack.reports.assigned)).date
