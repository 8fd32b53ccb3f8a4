"""The arithmetic of the figures: medians, 99th percentiles, ratios and goals."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil
from statistics import median
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Goal:
    """`at_most`: the figure should stay below the limit; otherwise it should reach it."""

    limit: float
    at_most: bool

    def met_by(self, figure: float) -> bool:
        """Whether the figure is where it should be."""
        return figure <= self.limit if self.at_most else figure >= self.limit


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the result. `floor` is what the same work costs without the platform, in the same unit.

    `judged`: which of the numbers the goal is about.
    """

    unit: str
    n: int
    median: float
    p99: float
    floor: float | None = None
    floor_p99: float | None = None
    ratio: float | None = None
    goal: Goal | None = None
    judged: str = "ratio"
    more: dict[str, Any] | None = None

    @property
    def met(self) -> bool | None:
        """None where there is no goal."""
        return self.goal.met_by(getattr(self, self.judged)) if self.goal else None

    def told(self) -> dict[str, Any]:
        """As it stands in the result file."""
        plain = {key: value for key, value in asdict(self).items() if key not in {"goal", "more"}}
        goal = {"limit": self.goal.limit, "at_most": self.goal.at_most} if self.goal else None
        return {key: _rounded(value) for key, value in plain.items()} | {
            "goal": goal, "met": self.met, **(self.more or {})}


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that `share` (0 to 1) of all samples do not exceed."""
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    return ordered[max(ceil(share * len(ordered)), 1) - 1]


def beside(ours: Sequence[float], floor: Sequence[float], unit: str, goal: Goal | None = None,
           **more: Any) -> Figure:
    """A figure over its floor. The ratio is that of the medians."""
    middle, ground = median(ours), median(floor)
    return Figure(unit=unit, n=len(ours), median=middle, p99=percentile(ours, 0.99), floor=ground,
                  floor_p99=percentile(floor, 0.99), ratio=middle / ground, goal=goal, more=more or None)


def _rounded(value: Any) -> Any:
    return float(f"{value:.4g}") if isinstance(value, float) else value
