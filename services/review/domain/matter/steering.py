"""The verbs by which every matter is steered. What is told of them, each kind says in its own events."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from services.review.domain.matter.matter import Matter, given
from services.review.domain.occasion import Occasion
from services.review.domain.people import LEAST_TEAM, Holder, Recusal, organ_above, require_reviewer

WAITS = "任职结束，退回待分派"
GO_ON = "任职结束，由其余人员继续办理"


class Steering(StrEnum):
    """Verbs that each kind of matter has among its own, by the same codes."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    FORM_TEAM = "form_team"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"   # nobody's verb: it happens to whoever held the matter


@dataclass(kw_only=True)
class Steered(Matter):
    """Every verb asks its guards first: a refused one changes nothing. `party`: whose matter it is, who reads
    why its clock stands or runs longer."""

    party: ClassVar[Reader]

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Give the case to a reviewer of the organ who has no part in the matter."""
        self.require(Steering.ASSIGN, occasion)
        self._require_eligible(officer, occasion)
        self.assignee = Holder.of(officer)
        self._turn(Steering.ASSIGN, occasion, officer.name)
        self._tell_assignment(Holder.of(officer), occasion)

    def recuse(self, officer: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Bar an officer for good. Whoever has a part may step back, but not push others aside."""
        self.require(Steering.RECUSE, occasion)
        if officer.officer_id != occasion.actor.officer_id:
            self.require_free(occasion.actor.officer_id, occasion.actor.units)
        if officer.officer_id in self.recused:
            raise CaseError("review.recused", details={"officer_id": officer.officer_id})
        why = given(reason, Reader.ORGAN, "review.recusal_reason_missing")
        self._turn(Steering.RECUSE, occasion, f"{officer.name}:{why}")
        self._bar(Recusal(officer.officer_id, officer.name, ground, reason.strip(), occasion.now), occasion)

    def form_team(self, officers: tuple[OfficerView, ...], occasion: Occasion) -> None:
        """Name who verifies. The first named leads the team and holds the case."""
        self.require(Steering.FORM_TEAM, occasion)
        team = tuple({officer.officer_id: Holder.of(officer) for officer in officers}.values())
        if len(team) < LEAST_TEAM:
            raise CaseError("review.team_too_small")
        for officer in officers:
            self._require_eligible(officer, occasion)
        self.team, self.assignee = team, team[0]
        self._turn(Steering.FORM_TEAM, occasion, "、".join(holder.name for holder in team))
        self._tell_team(occasion)

    def suspend(self, reason: str, occasion: Occasion) -> None:
        """Stop the clock. A pause after the due date cures no lateness."""
        self.require(Steering.SUSPEND, occasion)
        clock = self.clock.suspend(occasion.now, given(reason, self.party))
        self.late = self.late or occasion.is_late(self.clock)
        self._turn(Steering.SUSPEND, occasion, reason.strip(), clock)
        self._tell_suspension(reason.strip(), occasion)

    def resume(self, occasion: Occasion) -> None:
        """Let the clock run again."""
        self.require(Steering.RESUME, occasion)
        self._turn(Steering.RESUME, occasion, clock=self.clock.resume(occasion.now))
        self._tell_resumption(occasion)

    def extend(self, reason: str, occasion: Occasion) -> None:
        """Extend the stage once, by the pack's amount."""
        self.require(Steering.EXTEND, occasion)
        clock = self.clock.extend(occasion.now, self.rule(occasion).extend_once or 0,
                                  given(reason, self.party))
        self.follow_calendar(occasion)
        former = self.due_at
        self._turn(Steering.EXTEND, occasion, reason.strip(), clock)
        self._tell_move(former, reason.strip(), occasion)

    def hand_up(self, reason: str, occasion: Occasion) -> None:
        """移送上级机关: the organ above has the matter from now on. Its clock runs on."""
        self.require(Steering.HAND_UP, occasion)
        why, above, former = given(reason, Reader.ORGAN_ABOVE), organ_above(self.organ_id), self.organ_id
        self._turn(Steering.HAND_UP, occasion, why)
        self.organ_id, self.assignee, self.team = above, None, ()
        self._tell_handing_up(former, why, occasion)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """The post of somebody who held it has ended: those left of a team go on where they are enough,
        otherwise the matter waits to be given to others. Nobody is blamed, and the clock runs on."""
        if (self.state, Steering.POST_ENDED) not in self.moves or officer_id not in self.holders:
            return
        name = next(each.name for each in (*self.team, *filter(None, [self.assignee]))
                    if each.officer_id == officer_id)
        self._part_with(officer_id)
        self._turn(Steering.POST_ENDED, occasion, name + (WAITS if self.assignee is None else GO_ON))
        self._tell_leaving(officer_id, occasion)

    def lacks_judges(self, officers: tuple[OfficerView, ...]) -> bool:
        """Whether too few of the organ's officers are left who may lead and decide it."""
        free = self.judges_among(officers)
        return len(free) < self.judges_wanted or not (
            self.held_without_lead or any(Role.LEAD in each.roles for each in free))

    def judges_among(self, officers: tuple[OfficerView, ...]) -> tuple[OfficerView, ...]:
        """Who of them may lead or decide it."""
        return tuple(each for each in officers if self._may_judge(each))

    @property
    def judges_wanted(self) -> int:
        """How many have to be free for the matter to go on."""
        return 1

    @property
    def held_without_lead(self) -> bool:
        """Whether reviewers can bring it to its end by themselves."""
        return False

    def _may_judge(self, officer: OfficerView) -> bool:
        try:
            require_reviewer(officer, self.organ_id)
            self.require_free(officer.officer_id, officer.units)
        except CaseError:
            return False
        return True

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:  # noqa: ARG002
        require_reviewer(officer, self.organ_id)
        self.require_free(officer.officer_id, officer.units)

    def _bar(self, recusal: Recusal, occasion: Occasion) -> None:
        held = recusal.officer_id in self.holders
        self.recusals += (recusal,)
        self._part_with(recusal.officer_id)
        self._tell_recusal(recusal, held and self.assignee is None, occasion)

    def _part_with(self, officer_id: str) -> None:
        """Whoever holds the case keeps it, unless it is they, or for a team that is none any more."""
        for_the_team = self.assignee in self.team
        left = tuple(holder for holder in self.team if holder.officer_id != officer_id)
        self.team = left if len(left) >= LEAST_TEAM else ()
        if officer_id == self.assignee_id or (for_the_team and not self.team):
            self.assignee = next(iter(self.team), None)

    def _tell_assignment(self, officer: Holder, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_recusal(self, recusal: Recusal, unassigned: bool, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_leaving(self, officer_id: str, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_team(self, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_suspension(self, reason: str, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_resumption(self, occasion: Occasion) -> None:
        raise NotImplementedError

    def _tell_handing_up(self, former: str, reason: str, occasion: Occasion) -> None:
        raise NotImplementedError
