"""复核意见: how the members of a panel would decide, each with one opinion, their own or a colleague's."""

import hashlib
import json
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from rongcuo.contracts.determination import Opinion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump

WHOSE = ("stated_by", "stated_at")


def digest(opinion: Opinion) -> str:
    """What it says, whoever states it: by that a signature holds to the words that were read."""
    said = {name: value for name, value in dump(opinion).items() if name not in WHOSE}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Opinions:
    """`held`: officer id -> what they have said last. Nobody's word changes another's."""

    held: Mapping[str, Opinion] = field(default_factory=dict)

    def of(self, officer_id: str, read: str) -> Opinion:
        """A colleague's opinion, as somebody has read it; otherwise `appeal.opinion_changed`."""
        opinion = self.held.get(officer_id)
        if opinion is None or digest(opinion) != read:
            raise CaseError("appeal.opinion_changed", details={"officer_id": officer_id})
        return opinion

    def holding(self, officer_id: str, opinion: Opinion) -> "Opinions":
        """With what somebody says now, in place of what they have said before."""
        return Opinions({**self.held, officer_id: opinion})

    def among(self, officer_ids: Set[str]) -> "Opinions":
        """Who leaves takes their opinion with them, and the signatures under it."""
        return Opinions({each: opinion for each, opinion in self.held.items()
                         if {each, opinion.stated_by} <= officer_ids})

    def are_under_way(self, panel: Set[str]) -> bool:
        """Whether some have spoken, and others not."""
        return bool(self.held) and bool(panel - self.held.keys())

    def found(self, majority: int) -> Opinion | None:
        """What that many say."""
        return next((each for each in self.held.values() if len(self.agreeing(each)) >= majority), None)

    def agreeing(self, opinion: Opinion) -> frozenset[str]:
        """Who says so, in their own words or by their signature."""
        wanted = digest(opinion)
        return frozenset(each for each, held in self.held.items() if digest(held) == wanted)

    def to_sign(self, officer_id: str, majority: int) -> bool:
        """Whether there is anything for them to sign: what a colleague says and they don't, or what more than
        half say since somebody else has left."""
        own = self.held.get(officer_id)
        otherwise = (own is None or digest(each) != digest(own) for each in self.held.values())
        return any(otherwise) or self.found(majority) is not None


NOBODYS = Opinions()
