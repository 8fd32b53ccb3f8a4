"""Whose approval a false accusation's finding needs: a county can't find it alone (检举控告规则 art. 39)."""

from rongcuo.contracts.clarify import ManagedBy
from rongcuo.policy.divisions import PROVINCE, organ_above, prefecture_of


def approving_organ(organ_id: str, division_code: str, managed_by: ManagedBy) -> str:
    """The prefecture's; the province's where it manages a post, or inquires itself."""
    if organ_id == PROVINCE or managed_by is ManagedBy.PROVINCE:
        return PROVINCE
    return prefecture_of(division_code) or PROVINCE


def complaint_organ(approver_id: str) -> str:
    """Who looks at a complaint: the organ above the one that found; above the province there is none, and
    others of the same organ do."""
    return organ_above(approver_id) or approver_id
