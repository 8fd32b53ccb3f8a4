"""The rules of problems (问题清单) and of what comes of them."""

from dataclasses import dataclass

from rongcuo.policy.limit import Limit
from rongcuo.policy.provenance import Source


@dataclass(frozen=True, slots=True)
class ProblemRule:
    """`described_within`: from when it was raised until it is put in words, or found to be none;
    `planned_within`: until it has a measure, or, with all of them settled, is closed; `recurs_within`: how
    long before and after a rule it is counted how often the same problem came up."""

    described_within: Limit
    planned_within: Limit
    recurs_within: Limit
    source: Source
