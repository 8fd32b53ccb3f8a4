"""启封申请: what is told of an order to unseal, a matter without tasks; never of whom."""

from collections.abc import Mapping
from typing import Final

from rongcuo.contracts.notify import MatterKind
from rongcuo.contracts.vault import OrderState, UnsealingMoved
from services.notify.domain.notifications import Notification, counted, notification
from services.notify.domain.tracked_case import Facts, TrackedCase

TITLE: Final = "启封申请"
WORDS: Final[Mapping[OrderState, str]] = {
    **dict.fromkeys((OrderState.ASKED, OrderState.CONSENTED, OrderState.ONCE_APPROVED),
                    "vault.unsealing_waits"),
    OrderState.OPEN: "vault.unsealing_open",
    **dict.fromkeys((OrderState.ENDED, OrderState.REFUSED, OrderState.LAPSED), "vault.unsealing_over")}


def told_of_order(case: TrackedCase, event: UnsealingMoved, to: tuple[str, ...]) -> list[Notification]:
    """To those whom the vault names."""
    case.facts = Facts(event.number, TITLE, event.organ_id, event.organ_id.partition(".")[0], "", "", "",
                       kind=MatterKind.UNSEALING)
    return counted(case, event, [notification(case, WORDS[event.state], to)])
