"""The rules of proposals (纪律检查建议, 监察建议, 纪检监察建议)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.pack.terms import Item
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class ProposalRule:
    """`series`: what stands in a number behind the organ's mark, by the kind of proposal.
    `acknowledged_within` and `replied_within` count from the delivery, `replied_at_longest` with an extension
    too; `planned_within` from the acknowledgement, both looks back from the closing. `reminders`: so many
    working days before the answer is due, the most first. `aspects`: on what a rectification is evaluated."""

    series: Mapping[str, str]
    prepared_within: Limit
    acknowledged_within: Limit
    planned_within: Limit
    replied_within: Limit
    replied_at_longest: Limit
    reminders: tuple[int, ...]
    evaluated_within: Limit
    returned_within: Limit
    superior_within: Limit
    first_look_back: Limit
    second_look_back: Limit
    recurs_within: Limit
    aspects: Mapping[str, Item]
    source: Source
