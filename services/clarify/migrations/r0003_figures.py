"""What figures need of reports and clarifications stands beside their content, and when a finding took
effect; a retrospective has its three weak points apart."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from alembic import op
from sqlalchemy import Column, String, TableClause, column, select, table

from rongcuo.chassis.database.types import Json, Moment

revision, down_revision = "clarify_0003", "clarify_0002"
REPORT = table("clarify_report", column("id", String), column("state", String), column("channel", String),
               column("origin", String), column("content", Json), column("counted", Json))
CLEARING = table("clarify_clarification", column("id", String), column("state", String),
                 column("report_id", String), column("content", Json), column("counted", Json))
ACCUSATION = table("clarify_false_accusation", column("id", String), column("content", Json),
                   column("effective_at", Moment))
PORTION = 1_000


def upgrade() -> None:
    op.add_column("clarify_report", Column("counted", Json))
    op.add_column("clarify_clarification", Column("counted", Json))
    op.add_column("clarify_false_accusation", Column("effective_at", Moment))
    op.create_index("clarify_report_came_in", "clarify_report", ["organ_id", "opened_at"])
    op.create_index("clarify_report_found_untrue", "clarify_report", ["organ_id", "untrue", "decided_at"])
    op.create_index("clarify_false_accusation_effective", "clarify_false_accusation", ["effective_at"])
    op.create_index("clarify_false_accusation_decided", "clarify_false_accusation", ["decided_at"])
    _fill(REPORT, _of_report)
    _fill(CLEARING, _of_clearing)
    _fill(ACCUSATION, _of_accusation)


def _fill(rows: TableClause, values: Callable[[Any], dict[str, Any]]) -> None:
    bind = op.get_bind()
    for row in _rows(rows):
        bind.execute(rows.update().where(rows.c.id == row.id).values(values(row)))


def _rows(rows: TableClause) -> Iterator[Any]:
    page = select(rows).order_by(rows.c.id).limit(PORTION)
    found = op.get_bind().execute(page).all()
    while found:
        yield from found
        found = op.get_bind().execute(page.where(rows.c.id > found[-1].id)).all()


def _of_report(row: Any) -> dict[str, Any]:
    """Of those of before it is not known whether somebody who reads figures is named: they are counted."""
    content = {**row.content, "left_out": False, "managed_by": "county"}
    if learned := content["retrospective"]:
        gaps = learned.pop("weak_points", "")
        content["retrospective"] = {**learned, "rule_gaps": "", "power_risks": "", "oversight_gaps": gaps}
    named = all(content[each] for each in ("signed", "reachable", "confirmed"))
    codes = {code for each in content["allegations"] for code in each["categories"] or ["unsorted"]}
    counted = {
        "channel": row.channel, "origin": row.origin, "kind": "real_name" if named else "anonymous",
        "turn": "repeated" if any(each["kind"] == "repeats" for each in content["links"]) else "first",
        "categories": sorted(codes | {each.partition(".")[0] for each in codes}),
        "levels": sorted({_level(each["person"]) for each in content["allegations"]})}
    return {"content": content, "counted": None if row.state == "registered" else counted}


def _level(person: dict[str, str]) -> str:
    return "unknown" if person["name"] or person["officer_id"] else "unit"


def _of_clearing(row: Any) -> dict[str, Any]:
    """How long its stages took before, nobody has noted."""
    content, concerned = {**row.content, "passed": []}, row.content["concerned"]
    standing = row.state in ("refused", "objected")
    return {"content": content, "counted": {
        "matter": row.report_id or row.id, "kind": concerned["kind"],
        "whom": concerned["officer_id"] or f"{concerned['name']} {concerned['unit']}",
        "approved": bool(content["approved_at"]), "cleared": bool(content["carried_out_at"]),
        "visited": bool(content["visit"]), "refusal": content["refusal"] if standing else "",
        "modes": [each["mode"] for each in content["acts"]], "passed": []}}


def _of_accusation(row: Any) -> dict[str, Any]:
    at = next((each["at"] for each in row.content["history"] if each["what"] == "take_effect"), None)
    return {"content": {**row.content, "effective_at": at},
            "effective_at": None if at is None else datetime.fromisoformat(at)}
