"""What a pack says of filing beforehand: what is not to be filed, what is to be watched, and the review of a
change."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.terms import Item
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class NoFileClass:
    """不予报备: matters that are not to be filed. `instead`: what can be done in place of filing."""

    code: str
    name: str
    name_en: str
    instead: str
    instead_en: str
    source: Source


@dataclass(frozen=True, slots=True)
class ClassesRule:
    """Beside the positive list: what is refused with its class, and what is accepted with checkpoints."""

    no_file: Mapping[str, NoFileClass]
    watch: Mapping[str, Item]
    source: Source

    @property
    def codes(self) -> frozenset[str]:
        """Of all of them."""
        return frozenset((*self.no_file, *self.watch))


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """变更备案. `review_within`: from the day on which the change was filed."""

    review_within: Limit
    source: Source
