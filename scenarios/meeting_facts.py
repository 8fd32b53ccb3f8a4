"""What a scenario says of a joint meeting: who stays away, who is recused, how they vote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.outcomes import outcome_code
from scenarios.wording import NotUnderstood, number_of

ABSTAIN = "abstain"


@dataclass(frozen=True)
class MeetingFacts:
    """`absent`, `recused`: how many members. `votes`: as they were told, one for each member who casts one;
    without any, all vote for what the scenario ends in."""

    absent: int = 0
    recused: int = 0
    votes: tuple[str, ...] = ()


def meeting_of(said: Any) -> MeetingFacts:
    """Raises NotUnderstood, which names the key."""
    told = said or {}
    if not isinstance(told, Mapping):
        raise NotUnderstood(f"meeting: 应为键值 · must be keys and values, not {told!r:.60}")
    return MeetingFacts(_members(told, "absent"), _members(told, "recused"), _votes(told.get("votes") or {}))


def _members(told: Mapping[str, Any], key: str) -> int:
    """How many members: as a number, or by their names."""
    said = told.get(key) or 0
    return len(said) if isinstance(said, list) else number_of(f"meeting.{key}", said)


def _votes(told: Any) -> tuple[str, ...]:
    if not isinstance(told, Mapping):
        raise NotUnderstood(f"meeting.votes: 应为各意见的票数 · must be votes by choice, not {told!r:.60}")
    return tuple(_choice(choice) for choice, count in told.items()
                 for _ in range(number_of(f"meeting.votes.{choice}", count)))


def _choice(said: str) -> str:
    return ABSTAIN if said in {ABSTAIN, "弃权"} else outcome_code(said)
