"""报上级: what the level above manages goes there with everything, and leaves nothing here."""

from dataclasses import dataclass, replace
from datetime import datetime

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organ_above
from rongcuo.casework.recusal import Recusal
from rongcuo.contracts.clarify import ManagedBy, ReportContent, ReportLink, TakenRequest
from rongcuo.contracts.readers import Reader
from services.clarify.domain import events
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb


@dataclass(frozen=True, kw_only=True)
class Handover:
    """With what the report there begins. Beside its content: what the reporter asked for and when they wrote,
    that they were confirmed, and who stepped back."""

    content: ReportContent
    requests: tuple[TakenRequest, ...]
    wrote_at: datetime | None
    confirmed: bool
    recusals: tuple[Recusal, ...]
    links: tuple[ReportLink, ...]


def pass_up(report: Facts, reason: str, continued_by: str, occasion: Occasion) -> Handover:
    """What stays are its number, the steps that were taken, and where it went. Days count on from when it
    was received first."""
    report.require(Verb.PASS_UP, occasion)
    given(reason, Reader.ORGAN_ABOVE)
    above, reporter_ref, theirs = organ_above(report.organ_id), report.reporter_ref, _all_of(report)
    report.go_on(Verb.PASS_UP, "", occasion)
    report.passed_to, report.decided_at = above, occasion.now
    report.reporter_ref = report.pseudonym = report.given_by = report.unconfirmed = ""
    report.allegations, report.named, report.units_named = (), frozenset(), frozenset()
    report.kept_here, report.managed_by = frozenset(), ManagedBy.COUNTY
    report.links, report.matches, report.requests, report.feedbacks = (), (), (), ()
    report.wrote_at = None
    report.assignee, report.team = None, ()
    report.recusals = tuple(replace(each, reason="") for each in report.recusals)
    report.history = tuple(replace(each, note="") for each in report.history)
    report.clock = replace(report.clock, happenings=tuple(
        replace(each, reason="") for each in report.clock.happenings))
    report.record(events.passed_up(report, reporter_ref, above, continued_by, occasion))
    return theirs


def take_over(report: Facts, handover: Handover) -> None:
    """What came with its content."""
    report.requests, report.wrote_at = handover.requests, handover.wrote_at
    report.confirmed, report.recusals = handover.confirmed, handover.recusals
    report.links = handover.links


def _all_of(report: Facts) -> Handover:
    content = ReportContent(
        channel=report.channel, origin=report.origin, given_by=report.organ_id,
        reporter_ref=report.reporter_ref, pseudonym=report.pseudonym, signed=report.signed,
        reachable=report.reachable, allegations=report.allegations, received_at=report.received_at)
    return Handover(content=content, requests=report.requests, wrote_at=report.wrote_at,
                    confirmed=report.confirmed, recusals=report.recusals, links=report.links)
