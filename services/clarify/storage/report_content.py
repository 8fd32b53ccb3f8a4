"""The mapping between a report and its row."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.casework.holding import held_by
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    ClearingAnswer,
    Disposition,
    Finding,
    ManagedBy,
    NoRemit,
    Origin,
    ReporterFeedback,
    ReportLink,
    ReportState,
    Retrospective,
    ShieldMatch,
    TakenRequest,
)
from rongcuo.contracts.serialisation import dump
from rongcuo.texts.folding import search_key
from services.clarify.access import reports as access
from services.clarify.domain import Report
from services.clarify.domain.counting import counted
from services.clarify.storage.content import (
    all_dumped,
    all_of,
    counted_out,
    dumped,
    maybe,
    moment_in,
    moment_out,
    people_in,
    people_out,
)

AS_CONTENT = ("given_by", "pseudonym", "signed", "reachable", "confirmed", "unconfirmed", "passed_to",
              "left_out")
AS_SETS = ("named", "kept_here", "units_named", "named_keys", "ever_open")
PEOPLE = ("finders", "ever_held")
LONGEST_ABOUT = 300     # characters
BEFORE = {"unconfirmed": ""}    # what rows of earlier do not say


def row_of(report: Report) -> dict[str, Any]:
    """The row that holds a report."""
    assignee = report.assignee.name if report.assignee else ""
    people = {each.person for each in report.allegations}
    return case_row(report) | {
        "overseen_from": access.overseen_from(report.organ_id), "reporter_ref": report.reporter_ref,
        "channel": report.channel.value, "origin": report.origin.value,
        "unseen": report.unseen, "untrue": report.clearing_asked, "about": about(report),
        "held_by": held_by(report).value, "assignee_id": report.assignee_id, "assignee_name": assignee,
        "sought": search_key(report.number, assignee, *sorted({each.name for each in people}),
                             *sorted({each.unit for each in people})),
        "counted": counted_out(counted(report)), "content": _content_of(report),
    }


def about(report: Report) -> str:
    """Whom it is about, in a few words."""
    people = (" ".join(filter(None, (each.person.name, each.person.unit))) for each in report.allegations)
    return "；".join(dict.fromkeys(people))[:LONGEST_ABOUT]


def _content_of(report: Report) -> dict[str, Any]:
    return case_content(report) | {name: getattr(report, name) for name in AS_CONTENT} | {
        name: sorted(getattr(report, name)) for name in AS_SETS} | {
        name: people_out(getattr(report, name)) for name in PEOPLE} | {
        "received_at": report.received_at.isoformat(),
        "allegations": all_dumped(report.allegations), "managed_by": report.managed_by.value,
        "links": all_dumped(report.links),
        "dispositions": all_dumped(report.dispositions),
        "findings": [dump(report.findings[number]) for number in sorted(report.findings)],
        "clearing": dumped(report.clearing),
        "feedbacks": all_dumped(report.feedbacks),
        "requests": all_dumped(report.requests),
        "wrote_at": moment_out(report.wrote_at),
        "matches": all_dumped(report.matches),
        "retrospective": dumped(report.retrospective),
        "refused_for": report.refused_for.value if report.refused_for else None,
    }


def report_of(row: RowMapping) -> Report:
    """The report that a row holds."""
    content, findings = BEFORE | row["content"], all_of(Finding, row["content"]["findings"])
    sets: dict[str, Any] = {name: frozenset(content[name]) for name in AS_SETS} | {
        name: people_in(content[name]) for name in PEOPLE}
    return Report(
        **case_of(row), **{name: content[name] for name in AS_CONTENT}, **sets,
        state=ReportState(row["state"]), channel=Channel(row["channel"]), origin=Origin(row["origin"]),
        reporter_ref=row["reporter_ref"], unseen=row["unseen"],
        received_at=datetime.fromisoformat(content["received_at"]),
        assignee=Holder(row["assignee_id"], row["assignee_name"]) if row["assignee_id"] else None,
        allegations=all_of(Allegation, content["allegations"]), managed_by=ManagedBy(content["managed_by"]),
        links=all_of(ReportLink, content["links"]), dispositions=all_of(Disposition, content["dispositions"]),
        findings={each.allegation: each for each in findings},
        clearing=maybe(ClearingAnswer, content["clearing"]),
        feedbacks=all_of(ReporterFeedback, content["feedbacks"]),
        requests=all_of(TakenRequest, content["requests"]), wrote_at=moment_in(content["wrote_at"]),
        matches=all_of(ShieldMatch, content["matches"]),
        retrospective=maybe(Retrospective, content["retrospective"]),
        refused_for=NoRemit(content["refused_for"]) if content["refused_for"] else None)
