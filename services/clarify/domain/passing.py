"""报上级: what the level above manages goes there with everything, and leaves nothing here."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organ_above
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Recusal
from rongcuo.contracts.clarify import Channel, Origin, ReportContent, ReportLink, TakenRequest
from rongcuo.contracts.readers import Reader
from services.clarify.domain import events
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb

STAYS: Final = frozenset({
    "id", "version", "edits", "happened", "number", "title", "organ_id", "first_organ_id", "division_code",
    "pack_id", "clock", "opened_at", "since", "due_at", "provisional", "edition", "state", "stage", "late",
    "history", "received_at", "decided_at", "passed_to", "refused_for", "named_keys", "left_out"})
"""Of what a report is: which it is, its days, where it went, and digests of whom it is kept from. Whatever
else there is, or will be, is emptied."""
STEPS: Final = frozenset({Verb.REGISTER, Verb.OPEN, Verb.ACCEPT, Verb.PASS_UP, "new_calendar"})
"""And of its history; what else was done would tell who reported, or of whom."""
EMPTY: Final[Mapping[str, Any]] = {     # the same of all, and shown of none
    "channel": Channel.LETTER, "origin": Origin.OWN_LEVEL, "given_by": "", "reporter_ref": "",
    "pseudonym": "", "signed": False, "reachable": False, "allegations": ()}


@dataclass(frozen=True, kw_only=True)
class Handover:
    """With what the report there begins. Beside its content: what the reporter asked for and when they wrote,
    that they were confirmed, who stepped back, who had a hand in it, and of whom it was kept from the keys,
    accounts (`kept`) and units."""

    content: ReportContent
    requests: tuple[TakenRequest, ...]
    wrote_at: datetime | None
    confirmed: bool
    recusals: tuple[Recusal, ...]
    links: tuple[ReportLink, ...]
    hands: frozenset[Holder]
    kept: frozenset[str]
    units_named: frozenset[str]
    named_keys: frozenset[str]


def pass_up(report: Facts, reason: str, continued_by: str, occasion: Occasion) -> Handover:
    """What stays are its number, the days of it, and where it went. Days count on from when it was received
    first."""
    report.require(Verb.PASS_UP, occasion)
    given(reason, Reader.ORGAN_ABOVE)
    above, reporter_ref, theirs = organ_above(report.organ_id), report.reporter_ref, _all_of(report)
    report.go_on(Verb.PASS_UP, "", occasion)
    report.passed_to, report.decided_at = above, occasion.now
    _leave_nothing(report)
    report.record(events.passed_up(report, reporter_ref, above, continued_by, occasion))
    return theirs


def take_over(report: Facts, handover: Handover) -> None:
    """What came with its content. Whom it was kept from before, it is kept from here, too."""
    report.requests, report.wrote_at = handover.requests, handover.wrote_at
    report.confirmed, report.recusals = handover.confirmed, handover.recusals
    report.links = handover.links
    report.ever_held |= handover.hands
    report.kept_here |= handover.kept
    report.units_named |= handover.units_named
    report.named_keys |= handover.named_keys


def _leave_nothing(report: Facts) -> None:
    report.named_keys = report.kept_from
    for each in fields(report):
        if each.name not in STAYS:
            setattr(report, each.name, _empty(each))
    report.history = tuple(replace(each, note="") for each in report.history if each.what in STEPS)
    report.clock = replace(report.clock, happenings=tuple(
        replace(each, reason="") for each in report.clock.happenings))


def _empty(field: Field[Any]) -> Any:
    """As it is of a report of which nothing is known yet."""
    if field.name in EMPTY:
        return EMPTY[field.name]
    return field.default if field.default_factory is MISSING else field.default_factory()


def _all_of(report: Facts) -> Handover:
    content = ReportContent(
        channel=report.channel, origin=report.origin, given_by=report.organ_id,
        reporter_ref=report.reporter_ref, pseudonym=report.pseudonym, signed=report.signed,
        reachable=report.reachable, allegations=report.allegations, received_at=report.received_at)
    return Handover(
        content=content, requests=report.requests, wrote_at=report.wrote_at, confirmed=report.confirmed,
        recusals=report.recusals, hands=report.hands, kept=report.named | report.kept_here,
        units_named=report.units_named, named_keys=report.named_keys, links=report.links)
