"""Joint meetings as rows: tables, repository, and row scope in SQL."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    and_,
    delete,
    exists,
    insert,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.case_rows import number_order
from rongcuo.casework.counters import next_number
from rongcuo.casework.open_cases import open_since
from rongcuo.casework.repository import AggregateRepository
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.gram_tables import found_by_grams
from rongcuo.chassis.database.search import key_column
from rongcuo.chassis.database.types import Json, Moment
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.unit_names import LONGEST_KEY, unit_key
from services.determination.access import meetings as access
from services.determination.domain.meeting import JointMeeting
from services.determination.storage.determinations import open_to
from services.determination.storage.meeting_content import meeting_of, row_of
from services.determination.storage.metadata import COUNTERS, METADATA

meetings: Final = Table(
    "joint_meeting", METADATA,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("number", String(96), nullable=False),
    Column("title", String(200), nullable=False),
    Column("organ_id", String(64), nullable=False),
    Column("division_code", String(6), nullable=False),
    Column("pack_id", String(64), nullable=False, index=True),
    Column("state", String(30), nullable=False),
    Column("since", Moment, nullable=False),
    Column("meets_at", Moment, nullable=False),
    Column("convened_at", Moment, nullable=False),
    Column("content", Json, nullable=False),
    # What follows from the above, for the database to search and sort.
    Column("ended", Boolean, nullable=False),
    Column("cases", Integer, nullable=False),
    number_order(),
    key_column(),
)
found_by_grams(meetings)
m: Final = meetings.c
OWNERSHIP: Final = Ownership(m.organ_id, m.division_code)
Index("joint_meeting_of_organ", m.organ_id, m.meets_at, m.id)
Index("joint_meeting_of_division", m.division_code, m.meets_at, m.id)
Index("joint_meeting_open", m.ended, m.id)
open_since(meetings)

members: Final = Table(
    "joint_meeting_member", METADATA,
    Column("meeting_id", String(64), ForeignKey("joint_meeting.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Column("signs", Boolean, nullable=False),
    Index("joint_meeting_member_officer", "officer_id"),
)

recusals: Final = Table(
    "joint_meeting_recusal", METADATA,
    Column("meeting_id", String(64), ForeignKey("joint_meeting.id"), primary_key=True),
    Column("case_id", String(64), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
)

subjects: Final = Table(
    "joint_meeting_case", METADATA,
    Column("meeting_id", String(64), ForeignKey("joint_meeting.id"), primary_key=True),
    Column("case_id", String(64), primary_key=True),
    Column("subject_id", String(64), nullable=False),
    Column("subject_unit", String(LONGEST_KEY), nullable=False),   # written plainly, for comparing
)


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """What `access.sees` says of one meeting, said of all rows at once."""
    by_post = shown(access.scopes(actor), actor, OWNERSHIP)
    member = and_(members.c.meeting_id == m.id, members.c.officer_id == actor.officer_id)
    open_to_them = and_(subjects.c.meeting_id == m.id, not_(_kept(actor)))
    as_member = and_(exists().where(member), or_(exists().where(member, members.c.signs),
                                                 exists().where(open_to_them)))
    outside = and_(by_post, ~exists().where(member))
    return or_(as_member, and_(outside, ~exists().where(subjects.c.meeting_id == m.id, _kept(actor))))


def _kept(actor: Actor) -> ColumnElement[bool]:
    """Whether a case of an agenda is kept from the actor: a part in it, recused here, or closed to them."""
    here = exists().where(recusals.c.meeting_id == subjects.c.meeting_id,
                          recusals.c.case_id == subjects.c.case_id,
                          recusals.c.officer_id == actor.officer_id)
    return or_(_part(actor), here, not_(open_to(actor, subjects.c.case_id)))


def _part(actor: Actor) -> ColumnElement[bool]:
    themselves = and_(subjects.c.subject_id == actor.officer_id, subjects.c.subject_id != "")
    return or_(themselves, subjects.c.subject_unit.in_(actor.units))


People = tuple[tuple[str, ...], frozenset[str], frozenset[tuple[str, str]]]   # members, signers, recusals


class MeetingRepository(AggregateRepository[JointMeeting]):
    """The repository of joint meetings (ports.Meetings) on one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, meetings, row_of, meeting_of)
        self._people: dict[str, People] = {}   # as read here: written only where changed

    def with_officer(self, officer_id: str) -> tuple[str, ...]:
        sits = select(m.id).join(members).where(members.c.officer_id == officer_id, ~m.ended)
        return tuple(self.session.scalars(sits))

    def next_number(self, organ_id: str, year: int) -> int:
        return next_number(self.session, COUNTERS, "meeting", organ_id, year)

    def met(self, row: RowMapping) -> JointMeeting:
        meeting = super().met(row)
        self._people[meeting.id] = _people_of(meeting)
        return meeting

    def put(self, aggregate: JointMeeting) -> None:
        super().put(aggregate)
        if not self.as_read(aggregate):
            self._write_subjects(aggregate)
        self._write_people(aggregate)

    def _write_people(self, meeting: JointMeeting) -> None:
        """Members and recusals, where they are not as they were read."""
        there = _people_of(meeting)
        if self._people.get(meeting.id) == there:
            return
        for table in (members, recusals):
            self.session.execute(delete(table).where(table.c.meeting_id == meeting.id))
        _, signs, kept = there
        self.session.execute(insert(members), [
            {"meeting_id": meeting.id, "officer_id": each, "signs": each in signs}
            for each in meeting.attendance.member_ids])
        if kept:
            self.session.execute(insert(recusals), [
                {"meeting_id": meeting.id, "case_id": case_id, "officer_id": officer_id}
                for case_id, officer_id in sorted(kept)])
        self._people[meeting.id] = there

    def _write_subjects(self, meeting: JointMeeting) -> None:
        """They do not change as long as the meeting lives."""
        self.session.execute(insert(subjects), [
            {"meeting_id": meeting.id, "case_id": each.case_id, "subject_id": each.subject_id,
             "subject_unit": unit_key(each.subject_unit)} for each in meeting.agenda.cases])


def _people_of(meeting: JointMeeting) -> People:
    recused = ((each.case_id, each.officer_id) for each in meeting.attendance.recusals)
    return meeting.attendance.member_ids, frozenset(meeting.signers), frozenset(recused)
