"""What a pack says of reports (检举控告): stages, what the reporter is told by when, and the lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.terms import Item, Stage
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of problem (问题类别) with its finer ones (问题细类)."""

    code: str
    name: str
    name_en: str
    kinds: Mapping[str, Item]
    source: Source


@dataclass(frozen=True, slots=True)
class ReportRules:
    """`acceptance_told` counts from the receipt, to real-name reporters; `assigned` too, until what was
    assigned by the level above is closed. `unregistered`: how long it is kept who reported, where no report
    was registered of them. `turn_to`: where a reporter is sent whose matter is not ours, by
    the reason."""

    stages: tuple[Stage, ...]
    acceptance_told: Limit
    assigned: Limit
    unregistered: Limit
    categories: Mapping[str, Category]
    turn_to: Mapping[str, Item]
    source: Source

    def stage(self, code: str) -> Stage:
        """Raises `policy.unknown_stage`."""
        found = next((stage for stage in self.stages if stage.code == code), None)
        if found is None:
            raise CaseError("policy.unknown_stage", details={
                "stage": code, "known": [stage.code for stage in self.stages]})
        return found

    def knows(self, category: str) -> bool:
        """A category such as `integrity`, or a finer one such as `integrity.gifts`."""
        code, _, kind = category.partition(".")
        found = self.categories.get(code)
        return found is not None and (not kind or kind in found.kinds)

    def called(self, category: str) -> Category | Item:
        """What has the names of one that it knows."""
        code, _, kind = category.partition(".")
        return self.categories[code].kinds[kind] if kind else self.categories[code]
