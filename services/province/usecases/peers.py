"""Which streams a frame writes into, known before any is locked: two frames must not wait for each other."""

from collections.abc import Iterable

from rongcuo.contracts.province import Up
from rongcuo.policy.divisions import organs_over
from services.province.domain import Told
from services.province.domain.approval import asked_of
from services.province.domain.entries import home_of


def peers_of(code: str, told: Iterable[Told]) -> set[str]:
    """Besides the node itself: whom it asks, and whose question it answers."""
    peers: set[str] = set()
    for each in told:
        if each.code:
            continue
        if each.kind == Up.APPROVAL_ASKED and home_of(each.body.division_code, {code}) == code:
            peers.add(asked_of(each.body))
        elif each.kind == Up.APPROVAL_WITHDRAWN:
            peers.update(organs_over(code))
        elif each.kind == Up.APPROVAL_GIVEN:
            peers.add(each.body.request_id.partition(":")[0])
    return peers
