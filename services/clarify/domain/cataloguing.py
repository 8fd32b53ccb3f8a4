"""Under which categories an allegation stands, and which other reports a report has to do with."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Allegation, LinkKind, PersonLevel, ReportLink
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.facts import Facts
from services.clarify.domain.management import manager
from services.clarify.domain.verbs import Verb


def link(report: Facts, other: Facts, kind: LinkKind, occasion: Occasion) -> None:
    """Each report once; the other one has to do with this one, too. Raises `clarify.linked_already`."""
    report.require(Verb.LINK, occasion)
    if report.id == other.id or _is_linked(report, other):
        raise CaseError("clarify.linked_already", details={"number": other.number})
    report.links += (ReportLink(report_id=other.id, number=other.number, kind=kind),)
    if not _is_linked(other, report):
        other.links += (ReportLink(report_id=report.id, number=report.number, kind=LinkKind.RELATED),)
        other.edits += 1
    report.step(Verb.LINK, occasion, other.number)


def follow_up(other: Facts, report: Facts, continued: Facts) -> None:
    """What had to do with a report that was passed up has to do with the one that continues it."""
    other.links = tuple(replace(each, report_id=continued.id, number=continued.number)
                        if each.report_id == report.id else each for each in other.links)
    other.edits += 1


def _is_linked(report: Facts, other: Facts) -> bool:
    return any(each.report_id == other.id for each in report.links)


def classify(report: Facts, allegation: int, categories: tuple[str, ...], level: PersonLevel | None,
             occasion: Occasion, act_from: date | None = None, act_until: date | None = None) -> None:
    """问题类别: as many as fit; 级别 of the person, which may only be written higher, and the days of the act
    as they were verified, where they are given. What filings are to an act of other days, is judged anew.

    Raises `clarify.act_ends_early`, `clarify.level_lowered`."""
    report.require(Verb.CLASSIFY, occasion)
    before = report.allegation(allegation)
    if level and before.person.level and manager(level) < manager(before.person.level):
        raise CaseError("clarify.level_lowered")
    person = replace(before.person, level=level or before.person.level)
    put = replace(before, categories=tuple(dict.fromkeys(categories)), person=person,
                  act_from=act_from or before.act_from, act_until=act_until or before.act_until)
    require_categories((put,), occasion)
    if put.act_from and put.act_until and put.act_until < put.act_from:
        raise CaseError("clarify.act_ends_early")
    report.allegations = (*report.allegations[:allegation - 1], put, *report.allegations[allegation:])
    other_days = _days(put) != _days(before)
    if other_days:
        report.matches = tuple(each for each in report.matches if each.allegation != allegation)
    report.step(Verb.CLASSIFY, occasion, f"{_days(before)} → {_days(put)}" if other_days else "")


def _days(allegation: Allegation) -> str:
    """As the history has them: what was changed, stays to be read."""
    return "—".join(each.isoformat() if each else "?" for each in (allegation.act_from, allegation.act_until))


def require_categories(allegations: Iterable[Allegation], occasion: Occasion) -> None:
    """Raises `clarify.unknown_category`."""
    for each in (code for allegation in allegations for code in allegation.categories):
        if not occasion.pack.reports.knows(each):
            raise CaseError("clarify.unknown_category", details={
                "category": each, "known": list(occasion.pack.reports.categories)})
