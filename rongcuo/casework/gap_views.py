"""What is missing before steps, as the contracts' view of it."""

from collections.abc import Iterable

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.gaps import GapView
from rongcuo.policy.gaps import Gap
from rongcuo.policy.source import Standing


def gap_views(gaps: Iterable[Gap], occasion: Occasion, about: str = "") -> tuple[GapView, ...]:
    """Each with what the pack does about it."""
    rule = occasion.pack.gaps
    return tuple(GapView(gap=gap.value, step=gap.step, force=rule.force(gap).value, about=about,
                         illustrative=rule.source.standing is Standing.ILLUSTRATIVE) for gap in gaps)
