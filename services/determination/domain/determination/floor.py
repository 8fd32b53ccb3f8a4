"""What was found for somebody, and binds whoever decides later on the same facts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Consent, DecisionTerms, Evidence, Outcome
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination.decision import Decision, local_day, today
from services.determination.domain.determination.severity import (
    MILDEST_FIRST,
    Said,
    plain,
    require_no_heavier,
)

REACHED, REVOKED = "determination.heavier_than_reached", "determination.heavier_than_revoked"
ELSEWHERE, UNNAMED = "determination.heavier_than_elsewhere", "determination.new_evidence_unnamed"

QUOTES = str.maketrans(dict.fromkeys("〈“「『‘", "《") | dict.fromkeys("〉”」』’", "》"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What a meeting found, from the moment at which its votes were open, whatever has become of it since:
    an outcome, or that an `item` of the negative list does not apply. `evidence`: how many pieces there
    were. `anew`: the votes were thrown away since, and are cast anew; what they found binds still."""

    meeting_id: str
    found: str
    voters: frozenset[str]
    evidence: int
    at: datetime
    item: str = ""
    anew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """`terms`: None where a meeting has voted, and nobody decided. `files`: digests of what was known then,
    beside the first pieces of `evidence`. `holds`: a decision that is changed where it was made, whatever
    came to light. `code`: what a heavier one is refused with."""

    code: str
    number: str
    on: date
    evidence: int
    files: frozenset[str]
    outcome: Outcome | None = None
    terms: DecisionTerms | None = None
    item: str = ""
    holds: bool = False

    @classmethod
    def of_votes(cls, reached: Reached, number: str, evidence: tuple[Evidence, ...]) -> "Floor":
        """Of what a meeting found."""
        return cls(code=REACHED, number=number, on=local_day(reached.at), item=reached.item,
                   outcome=None if reached.item else Outcome(reached.found), evidence=reached.evidence,
                   files=digests(evidence[:reached.evidence]))

    @classmethod
    def of_decision(cls, decision: Decision, number: str, evidence: tuple[Evidence, ...]) -> "Floor":
        """Of a decision. `evidence`: what there was before it."""
        return cls(code=REVOKED, number=number, on=local_day(decision.decided_at), outcome=decision.outcome,
                   terms=decision.terms, evidence=len(evidence), files=digests(evidence),
                   holds=decision.current)

    def is_passed_by(self, outcome: Outcome, items: Collection[str]) -> bool:
        """Whether an outcome is heavier, or rests on an item that was found not to apply."""
        if self.outcome is None:
            return outcome is Outcome.DENIED and self.item in items
        return MILDEST_FIRST.index(outcome) > MILDEST_FIRST.index(self.outcome)

    def is_new(self, item: Evidence) -> bool:
        """Said to have been obtained since, with a file, and none that was there before."""
        later, files = item.obtained_on is not None and item.obtained_on >= self.on, digests((item,))
        return later and not self.holds and bool(files) and not self.files & files

    def require_no_heavier(self, said: Said, items: Collection[str], consent: Consent | None, code: str,
                           occasion: Occasion) -> None:
        """Raises `code`; where somebody would have to judge, as any other comparison of terms."""
        if self.outcome and self.terms is not None:
            former = Said(self.outcome, self.terms, self.on)
            return require_no_heavier(former, said, occasion.pack, consent, code, today(occasion))
        if self.is_passed_by(said.outcome, items):
            raise CaseError(code, details={
                "number": self.number, "on": self.on.isoformat(), "item": self.item,
                "former": self.outcome.value if self.outcome else "", "outcome": said.outcome.value})
        return None


def is_named(item: Evidence, words: str) -> bool:
    """Whether words tell of a piece of evidence by its title, between 《》 or quotation marks: a short one
    stands in nearly any words."""
    title, said = (plain(each).translate(QUOTES) for each in (item.title, words))
    name = title.strip("《》")
    return bool(name) and f"《{name}》" in said


def digests(evidence: Collection[Evidence]) -> frozenset[str]:
    """Of all their files."""
    return frozenset(file.sha256 for item in evidence for file in item.attachments)
