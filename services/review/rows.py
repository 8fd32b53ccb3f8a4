"""A case as a row, and back."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.message import dump, load
from rongcuo.contracts.review import CaseLine, RecusalGround, ReviewState
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import Clock
from services.review.domain import Holder, Recusal, ReviewCase

PLAIN = ("id", "version", "number", "title", "situation", "organ_id", "division_code", "unit", "filer_id",
         "pack_id", "since", "due_at", "provisional", "edition", "late", "opened_at", "decided_at")
IN_CONTENT = ("colour", "filer_name", "stage", "supplements", "opinion", "reasons", "decided_by")


def row_of(case: ReviewCase) -> dict[str, Any]:
    """All columns."""
    return {
        **{name: getattr(case, name) for name in PLAIN},
        "state": case.state.value, "ended": case.ended, "suspended": case.clock.suspended,
        "assignee_id": case.assignee_id, "assignee_name": case.assignee.name if case.assignee else "",
        "content": _content(case),
    }


def _content(case: ReviewCase) -> dict[str, Any]:
    return {
        **{name: getattr(case, name) for name in IN_CONTENT},
        "parties": sorted(case.parties),
        "clock": case.clock.to_dict(),
        "supplement_clock": case.supplement_clock.to_dict() if case.supplement_clock else None,
        "team": [[holder.officer_id, holder.name] for holder in case.team],
        "recusals": [_recusal_out(recusal) for recusal in case.recusals],
        "history": [dump(entry) for entry in case.history],
    }


def case_of(row: Row[Any]) -> ReviewCase:
    """The inverse of `row_of`."""
    content, filers = row.content, row.content["supplement_clock"]
    return ReviewCase(
        **{name: row._mapping[name] for name in PLAIN}, **{name: content[name] for name in IN_CONTENT},
        state=ReviewState(row.state), parties=frozenset(content["parties"]),
        clock=Clock.from_dict(content["clock"]),
        supplement_clock=Clock.from_dict(filers) if filers else None,
        assignee=Holder(row.assignee_id, row.assignee_name) if row.assignee_id else None,
        team=tuple(Holder(*each) for each in content["team"]),
        recusals=tuple(_recusal_in(each) for each in content["recusals"]),
        history=tuple(load(HistoryEntry, entry) for entry in content["history"]))


def _recusal_out(recusal: Recusal) -> dict[str, str]:
    return {"officer_id": recusal.officer_id, "name": recusal.name, "ground": recusal.ground.value,
            "reason": recusal.reason, "at": recusal.at.isoformat()}


def _recusal_in(record: dict[str, str]) -> Recusal:
    return Recusal(record["officer_id"], record["name"], RecusalGround(record["ground"]), record["reason"],
                   datetime.fromisoformat(record["at"]))


def line_of(row: Row[Any], now: datetime) -> CaseLine:
    """A line of the work list, from the columns alone: no clock is counted for a list."""
    passed = now.astimezone(ZONE).date() > row.due_at.date()
    overdue = passed and not row.ended and not row.suspended
    return CaseLine(
        case_id=row.id, number=row.number, title=row.title, situation=row.situation, unit=row.unit,
        assignee_id=row.assignee_id, assignee_name=row.assignee_name, organ_id=row.organ_id,
        provisional=row.provisional, suspended=row.suspended, late=row.late or overdue,
        state=ReviewState(row.state), due_at=row.due_at, opened_at=row.opened_at, decided_at=row.decided_at)
