"""Who sits in a joint meeting, who is there, and who keeps away from which cases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from rongcuo.casework.apart import Somebody
from rongcuo.casework.people import MAY_SIT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_keys
from rongcuo.policy.pack import Quorum
from services.determination.domain.meeting.agenda import Agenda, MeetingCase
from services.determination.domain.meeting.quorum import voters_wanted

BY_RULE = "依规回避"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a meeting, with the unit they come from and all its names of that day."""

    officer_id: str
    name: str
    unit: str
    unit_names: tuple[str, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """The keys of every name of their unit."""
        return unit_keys(self.unit, *self.unit_names)

    @classmethod
    def of(cls, officer: OfficerView, organ_id: str) -> Self:
        """An active officer of that organ, or one of another unit who is entered with it; otherwise
        `meeting.not_a_member`."""
        sits = officer.active and officer.organ_id == organ_id and not MAY_SIT.isdisjoint(officer.roles)
        if not sits:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer.officer_id})
        return cls(officer.officer_id, officer.name, officer.unit, officer.unit_names)


@dataclass(frozen=True, slots=True)
class MemberRecusal:
    """回避: no part in the items of one case, in this meeting for good."""

    case_id: str
    officer_id: str
    ground: RecusalGround
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Attendance:
    """`members` in the order of the roll; `present` at the last one.

    `former_chairs`: whom a lead has replaced. `substitutes`: members called later, for those recused.
    `left`: members whose post has ended; they keep the votes that were revealed, and do nothing more.
    """

    members: tuple[Member, ...]
    recusals: tuple[MemberRecusal, ...] = ()
    present: frozenset[str] = frozenset()
    former_chairs: frozenset[str] = frozenset()
    substitutes: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    @property
    def member_ids(self) -> tuple[str, ...]:
        """In the order of the roll."""
        return tuple(member.officer_id for member in self.members)

    def member(self, officer_id: str) -> Member:
        """Raises `meeting.not_a_member`."""
        found = next((member for member in self.members if member.officer_id == officer_id), None)
        if found is None:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer_id})
        return found

    def still_member(self, officer_id: str) -> Member:
        """As `member`, of those whose post has not ended."""
        if officer_id in self.left:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer_id})
        return self.member(officer_id)

    def names(self, officer_ids: Iterable[str]) -> tuple[str, ...]:
        """Of members, in the order of the roll."""
        wanted = frozenset(officer_ids)
        return tuple(member.name for member in self.members if member.officer_id in wanted)

    def recused_from(self, case_id: str) -> frozenset[str]:
        """Who has no part in the items of a case."""
        return frozenset(each.officer_id for each in self.recusals if each.case_id == case_id)

    def entitled(self, case_id: str) -> tuple[str, ...]:
        """Who may vote on a case's items, present or not."""
        out = self.recused_from(case_id) | self.left
        return tuple(officer_id for officer_id in self.member_ids if officer_id not in out)

    def voters(self, case_id: str) -> tuple[str, ...]:
        """Who is present, of those entitled."""
        return tuple(officer_id for officer_id in self.entitled(case_id) if officer_id in self.present)

    def voters_wanted(self, quorum: Quorum) -> int:
        """How many decide on each item: nobody's recusal lowers it, and no substitute raises it."""
        return voters_wanted(len(self.members) - len(self.substitutes), quorum)

    def can_decide(self, case_id: str, quorum: Quorum) -> bool:
        """Whether enough may vote on a case for a joint decision."""
        return len(self.entitled(case_id)) >= self.voters_wanted(quorum)

    def kept_from(self, agenda: Agenda, somebody: Somebody) -> frozenset[str]:
        """The cases of which somebody hears nothing here: they have a part in them, are recused, or kept from
        what led to them."""
        return frozenset(each.case_id for each in agenda.cases if each.is_apart(somebody)
                         or somebody.officer_id in self.recused_from(each.case_id))

    def signing(self, agenda: Agenda) -> tuple[str, ...]:
        """Whom the minutes bind and who may read all that they say. So that a meeting can end: where that is
        nobody, those who are on no subject's side, and at the very last all of them."""
        bound = self.present | (agenda.voters(*agenda.open_case_ids) - self.former_chairs - self.left)
        there = [each for each in self.members if each.officer_id in bound]
        free = [each for each in there if not self.kept_from(agenda, each)]
        others = [each for each in there if not agenda.concerns(each.officer_id, each.units)]
        return tuple(each.officer_id for each in free or others or there)

    def barred_by_rule(self, cases: Sequence[MeetingCase], members: Iterable[Member], at: datetime) -> Self:
        """With everybody recused whom one of these cases bars."""
        barred = ((case.id, member.officer_id, case.bars(member))
                  for case in cases for member in members)
        return replace(self, recusals=(*self.recusals, *(
            MemberRecusal(case_id, officer_id, ground, BY_RULE, at)
            for case_id, officer_id, ground in barred if ground)))

    def with_recusal(self, recusal: MemberRecusal) -> Self:
        """With one more who has no part in the items of a case."""
        return replace(self, recusals=(*self.recusals, recusal))

    def with_substitutes(self, members: tuple[Member, ...]) -> Self:
        """With more members, who are there from the next roll on."""
        named = {member.officer_id for member in members}
        return replace(self, members=self.members + members, substitutes=self.substitutes | named)

    def without(self, officer_id: str) -> Self:
        """The post of a member has ended."""
        return replace(self, left=self.left | {officer_id}, present=self.present - {officer_id})
