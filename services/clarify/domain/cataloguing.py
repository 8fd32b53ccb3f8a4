"""Under which categories an allegation stands, and which other reports a report has to do with."""

from collections.abc import Iterable
from dataclasses import replace

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Allegation, LinkKind, PersonLevel, ReportLink
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb


def link(report: Facts, other: Facts, kind: LinkKind, occasion: Occasion) -> None:
    """Each report once. Raises `clarify.linked_already`."""
    report.require(Verb.LINK, occasion)
    if report.id == other.id or any(each.report_id == other.id for each in report.links):
        raise CaseError("clarify.linked_already", details={"number": other.number})
    report.links += (ReportLink(report_id=other.id, number=other.number, kind=kind),)
    report.step(Verb.LINK, occasion, other.number)


def classify(report: Facts, allegation: int, categories: tuple[str, ...], level: PersonLevel | None,
             occasion: Occasion) -> None:
    """问题类别: as many as fit; and 级别 of the person, where it is given."""
    report.require(Verb.CLASSIFY, occasion)
    before = report.allegation(allegation)
    person = replace(before.person, level=level or before.person.level)
    put = replace(before, categories=tuple(dict.fromkeys(categories)), person=person)
    require_categories((put,), occasion)
    report.allegations = (*report.allegations[:allegation - 1], put, *report.allegations[allegation:])
    report.step(Verb.CLASSIFY, occasion)


def require_categories(allegations: Iterable[Allegation], occasion: Occasion) -> None:
    """Raises `clarify.unknown_category`."""
    for each in (code for allegation in allegations for code in allegation.categories):
        if not occasion.pack.reports.knows(each):
            raise CaseError("clarify.unknown_category", details={
                "category": each, "known": list(occasion.pack.reports.categories)})
