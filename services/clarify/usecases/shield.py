"""Filings that were accepted, and what they are to allegations."""

from datetime import date

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import JudgeMatch, ReportNumber
from rongcuo.contracts.filing import (
    FiledVersion,
    FilingAccepted,
    FilingChanged,
    FilingQuery,
    FilingView,
    FilingVoided,
)
from rongcuo.contracts.filing.operations import FILING, RECEIPT
from rongcuo.contracts.review import FilingCheckEnded
from services.clarify.domain import FiledMatter, Verb
from services.clarify.domain.shield import FiledPart, folded
from services.clarify.ports import Kept
from services.clarify.presenters.reports import number_of
from services.clarify.usecases.fetching import fetch, occasion_of


def take_filing(context: ExecutionContext[Kept],
                event: FilingAccepted | FilingVoided | FilingChanged) -> None:
    """Kept as it is now, whichever event says so: of two that overtake each other both lead here."""
    filing = context.ask(FILING, FilingQuery(filing_id=event.filing_id))
    with context.unit() as unit:
        if matter := _matter_of(filing):
            unit.store.filings.keep(matter)
        unit.commit()


def judge_match(context: ExecutionContext[Kept], command: JudgeMatch) -> ReportNumber:
    """With the proof of when the filing was made, which filing is asked for by somebody who sees it."""
    proof = context.ask(RECEIPT, FilingQuery(filing_id=command.filing_id)).proof
    with context.unit() as unit:
        report, occasion = fetch(context, unit.store, command.report_id, Verb.JUDGE_MATCH)
        matter = unit.store.filings.read(command.filing_id)
        report.judge_match(command.allegation, command.verdict, command.outside, command.reasons, matter,
                           proof, occasion)
        return unit.commit(report, answer=number_of(report))


def take_check(context: ExecutionContext[Kept], event: FilingCheckEnded) -> None:
    """What review has found of a filing; without a conclusion there is nothing to say."""
    with context.unit() as unit:
        report = unit.store.reports.get(event.report_id)
        if not event.set_aside:
            report.take_check(event.filing_id, event.faults, event.at, occasion_of(context, report))
        unit.commit(report)


def _matter_of(filing: FilingView) -> FiledMatter | None:
    """None of one that holds for no days: it was never accepted."""
    content, since, until = filing.content, filing.valid_from, filing.valid_until
    if not (filing.submitted_at and filing.register_number and since and until):
        return None
    parts = tuple(_part_of(content.title, each, until) for each in filing.versions)
    now = parts[-1] if len(parts) > 1 else None
    return FiledMatter(
        filing_id=filing.filing_id, number=filing.number, register_number=filing.register_number,
        organ_id=filing.organ_id, division_code=filing.division_code, filer_id=filing.filer_id,
        filer_name=filing.filer_name, unit=filing.unit, title=content.title,
        seen=now.seen if now else folded(content.title, content.description),
        digest=now.digest if now else filing.digest,
        submitted_at=filing.submitted_at, valid_from=since, valid_until=until,
        act_from=now.act_from if now else content.act_from,
        act_until=now.act_until if now else content.act_until, voided=filing.voided,
        versions=parts if now else ())


def _part_of(title: str, version: FiledVersion, until: date) -> FiledPart:
    terms = version.terms
    return FiledPart(
        number=version.number, digest=version.digest, seen=folded(title, terms.scope, terms.way),
        since=version.since, until=version.until, valid_until=terms.valid_until or until,
        act_from=terms.act_from, act_until=terms.act_until)
