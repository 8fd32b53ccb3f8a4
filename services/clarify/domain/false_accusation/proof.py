"""What is proven, of fabrication and of intent: each is weighed along the five factors, and no item of
evidence is left out."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from typing import Self

from rongcuo.contracts.clarify import AccusationEvidence, Bearing, Element, Factor, Weighing
from rongcuo.contracts.errors import CaseError


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence of the inquiry, and what the factors say."""

    evidence: tuple[AccusationEvidence, ...] = ()
    weighings: tuple[Weighing, ...] = ()

    def adding(self, evidence: AccusationEvidence) -> Self:
        """With one item more, which then has to be weighed."""
        return replace(self, evidence=(*self.evidence, evidence))

    def weighed(self, weighing: Weighing) -> Self:
        """With what a factor says of an element, in place of what was said before. Raises
        `clarify.evidence_unknown`, and `clarify.evidence_missing` where it proves without any."""
        known = {each.evidence_id for each in self.evidence}
        if strange := set(weighing.evidence) - known:
            raise CaseError("clarify.evidence_unknown", details={"evidence": sorted(strange)})
        if weighing.bearing is Bearing.PROVES and not weighing.evidence:
            raise CaseError("clarify.evidence_missing")
        same = (weighing.element, weighing.factor)
        others = (each for each in self.weighings if (each.element, each.factor) != same)
        return replace(self, weighings=(*others, weighing))

    def proves(self, element: Element) -> bool:
        """More factors prove it than deny it, of those that were weighed."""
        found = Counter(each.bearing for each in self.weighings if each.element is element)
        return found[Bearing.PROVES] > found[Bearing.DENIES]

    @property
    def lacking(self) -> tuple[str, ...]:
        """What keeps it from being whole: factors still to be weighed, evidence that nobody has cited, and
        elements that are weighed and not proven."""
        weighed = {(each.element, each.factor) for each in self.weighings}
        cited = {evidence for each in self.weighings for evidence in each.evidence}
        unweighed = [f"{element}.{factor}" for element, factor in product(Element, Factor)
                     if (element, factor) not in weighed]
        left_out = [f"evidence.{each.evidence_id}" for each in self.evidence if each.evidence_id not in cited]
        return (*unweighed, *left_out, *(f"{each}.proven" for each in Element if not self.proves(each)))
