"""The rules of two procedures: the finding of a false accusation, and clarification."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.terms import Item, Stage
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class FalseAccusationRule:
    """诬告陷害认定. The limit of the stage `found` is the time for complaint, before whose end nothing takes
    effect. `answer_within`: for the reporter, asked for source and basis. `heavier`, `lighter`:
    circumstances.
    """

    stages: Mapping[str, Stage]
    answer_within: Limit
    heavier: Mapping[str, Item]
    lighter: Mapping[str, Item]
    source: Source

    def stage(self, code: str) -> Stage:
        """Raises `policy.unknown_stage`."""
        return _stage(self.stages, code)


@dataclass(frozen=True, slots=True)
class ClarificationRule:
    """澄清正名. `opinion_within`: for the person, asked about mode and audience; `object_within`: from a
    refusal; both run from when it has reached them, and whoever can read it here and does not, has read it
    after `read_within`. A visit is made after `visit_not_before` and within the limit of the stage `visit`,
    both from the day on which the clearing was carried out. `grounds`: what calls for it; `refusals`: for
    what it is not done; `guidance`: for units that dare not or will not."""

    stages: Mapping[str, Stage]
    opinion_within: Limit
    object_within: Limit
    read_within: Limit
    visit_not_before: Limit
    grounds: Mapping[str, Item]
    refusals: Mapping[str, Item]
    guidance: Mapping[str, Item]
    source: Source

    def stage(self, code: str) -> Stage:
        """Raises `policy.unknown_stage`."""
        return _stage(self.stages, code)


def _stage(stages: Mapping[str, Stage], code: str) -> Stage:
    if code not in stages:
        raise CaseError("policy.unknown_stage", details={"stage": code, "known": sorted(stages)})
    return stages[code]
