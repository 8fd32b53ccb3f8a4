"""How a joint meeting is written into its row, and read again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from rongcuo.contracts.determination import ItemState, MeetingState, Question
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump, load
from rongcuo.texts.folding import search_key
from services.determination.domain.meeting import (
    Agenda,
    AgendaCase,
    AgendaItem,
    AgendaQuestion,
    Attendance,
    Ballot,
    JointMeeting,
    Member,
    MemberRecusal,
    SealedBallot,
)

AS_THEY_ARE = (
    "id", "version", "number", "title", "organ_id", "division_code", "pack_id", "since", "meets_at",
    "convened_at")
AS_CONTENT = ("place", "convener_id", "chair_id", "minutes")


def row_of(meeting: JointMeeting) -> dict[str, Any]:
    """The row that holds a meeting, sealed votes among it."""
    return {name: getattr(meeting, name) for name in AS_THEY_ARE} | {
        "state": meeting.state.value,
        "ended": meeting.over,
        "cases": len(meeting.agenda.cases),
        "sought": search_key(meeting.number, meeting.title, meeting.place),
        "content": _content_of(meeting),
    }


def _content_of(meeting: JointMeeting) -> dict[str, Any]:
    attendance = meeting.attendance
    return {name: getattr(meeting, name) for name in AS_CONTENT} | {
        "members": [[each.officer_id, each.name, each.unit, list(each.unit_names)]
                    for each in attendance.members],
        "cases": [[each.case_id, each.title, each.subject_id, each.subject_unit, each.withdrawn,
                   list(each.recused), list(each.keys)]
                    for each in meeting.agenda.cases],
        "items": [_plain_item(item) for item in meeting.agenda.items],
        "recusals": [[each.case_id, each.officer_id, each.ground.value, each.reason, each.at.isoformat()]
                     for each in attendance.recusals],
        "present": sorted(attendance.present),
        "gone": sorted(attendance.former_chairs),
        "substitutes": sorted(attendance.substitutes),
        "left": sorted(attendance.left),
        "signatures": list(meeting.signatures),
        "met_at": meeting.met_at.isoformat() if meeting.met_at else None,
        "history": [dump(entry) for entry in meeting.history],
    }


def _plain_item(item: AgendaItem) -> dict[str, Any]:
    asked = item.asked
    return {
        "id": item.id, "case_id": item.case_id, "state": item.state.value, "result": item.result,
        "asked": [asked.question.value, list(asked.choices), asked.negative_item, asked.name],
        "ballots": [[each.member_id, each.choice, each.reason, each.salt] for each in item.ballots],
        "sealed": [[each.member_id, each.algorithm, each.key_id, each.text] for each in item.sealed],
        "round": item.round,
    }


def meeting_of(row: RowMapping) -> JointMeeting:
    """The meeting that a row holds."""
    content = row["content"]
    return JointMeeting(
        **{name: row[name] for name in AS_THEY_ARE},
        **{name: content[name] for name in AS_CONTENT},
        state=MeetingState(row["state"]),
        attendance=_attendance_of(content),
        agenda=Agenda(tuple(_case_of(*each) for each in content["cases"]),
                      tuple(_item_of(each) for each in content["items"])),
        signatures=tuple(content["signatures"]),
        met_at=datetime.fromisoformat(content["met_at"]) if content["met_at"] else None,
        history=tuple(load(HistoryEntry, entry, tolerant=True) for entry in content["history"]),
    )


def _attendance_of(content: Mapping[str, Any]) -> Attendance:
    """Rows of before know no former chairs, and nobody who has left."""
    return Attendance(
        members=tuple(_member_of(*each) for each in content["members"]),
        recusals=tuple(_recusal_of(*each) for each in content["recusals"]),
        present=frozenset(content["present"]), former_chairs=frozenset(content.get("gone", ())),
        substitutes=frozenset(content["substitutes"]), left=frozenset(content.get("left", ())))


def _member_of(officer_id: str, name: str, unit: str, unit_names: Sequence[str] = ()) -> Member:
    """An earlier edition kept one name."""
    return Member(officer_id, name, unit, tuple(unit_names))


def _case_of(case_id: str, title: str, subject_id: str, unit: str, withdrawn: bool,
             recused: Sequence[str] = (), keys: Sequence[str] = ()) -> AgendaCase:
    """An earlier edition kept nobody recused, and no keys."""
    return AgendaCase(case_id, title, subject_id, unit, withdrawn, tuple(recused), tuple(keys))


def _item_of(plain: Mapping[str, Any]) -> AgendaItem:
    question, choices, negative_item, name = plain["asked"]
    asked = AgendaQuestion(Question(question), tuple(choices), negative_item, name)
    return AgendaItem(
        plain["id"], plain["case_id"], asked,
        ItemState(plain["state"]), tuple(Ballot(*each) for each in plain["ballots"]), plain["result"],
        tuple(SealedBallot(*each) for each in plain["sealed"]), plain["round"])


def _recusal_of(case_id: str, officer_id: str, ground: str, reason: str, at: str) -> MemberRecusal:
    return MemberRecusal(case_id, officer_id, RecusalGround(ground), reason, datetime.fromisoformat(at))
