"""What a pack says of the later life of a filing: checkpoints, colours by progress, and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.terms import Item
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class CheckpointRule:
    """检查节点, with the papers that are looked at there."""

    code: str
    name: str
    name_en: str
    papers: Mapping[str, Item]
    source: Source


@dataclass(frozen=True, slots=True)
class ProgressRule:
    """三色 by progress, in points behind the plan: from `yellow_points` on yellow, above `red_points` red.
    Not begun in the month that was planned, yellow; `red_months` months later, red."""

    yellow_points: int
    red_points: int
    red_months: int
    source: Source


@dataclass(frozen=True, slots=True)
class StandardGroup:
    """An item (项目) of a category of the evaluation, with its standards."""

    code: str
    name: str
    name_en: str
    category: str
    category_en: str
    standards: Mapping[str, Item]
    source: Source


@dataclass(frozen=True, slots=True)
class EvaluationRule:
    """事后评估 of the matter. With `second_look_from` standards not met, a second look; with
    `improvement_from` not wholly met, improvement; else regular supervision."""

    groups: Mapping[str, StandardGroup]
    improvement_from: int
    second_look_from: int
    source: Source

    @property
    def standards(self) -> Mapping[str, Item]:
        """All of them, in order."""
        return {code: item for group in self.groups.values() for code, item in group.standards.items()}


@dataclass(frozen=True, slots=True)
class OversightRule:
    """事中监督 and 事后评估. `plan_within`: for the plan of checkpoints, from the acceptance or since it is
    needed; `guide_within`: from a deviation, and from what the filer says against it; `correct_at_least`:
    what the filer is left to put it right; `evaluate_within`: from the end of the filing's validity;
    `second_look_within`: from the evaluation that asks for it."""

    plan_within: Limit
    guide_within: Limit
    correct_at_least: Limit
    evaluate_within: Limit
    second_look_within: Limit
    checkpoints: Mapping[str, CheckpointRule]
    progress: ProgressRule
    evaluation: EvaluationRule
    source: Source
