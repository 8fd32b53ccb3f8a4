"""What was unsealed (ports.OpenViews): in this process alone. The vault runs as one; a restart ends it."""

from collections.abc import Mapping
from datetime import datetime

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part

Parts = Mapping[Part, Mapping[str, str]]


class ViewsInMemory:
    """The adapter. `now` is the caller's, so a clock that is set ends views too."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[str, Parts, datetime]] = {}

    def __repr__(self) -> str:
        return f"ViewsInMemory({len(self._shown)})"

    def show(self, order_id: str, reader: str, parts: Parts, until: datetime) -> None:
        self._shown[order_id] = reader, parts, until

    def shown(self, order_id: str, reader: str, now: datetime) -> Parts:
        whose, parts, until = self._shown.get(order_id, ("", {}, now))
        if now >= until:
            self.hide(order_id)
        if now >= until or whose != reader:
            raise CaseError("vault.not_open")
        return parts

    def shows(self, order_id: str) -> bool:
        return order_id in self._shown

    def hide(self, order_id: str) -> None:
        self._shown.pop(order_id, None)

    def run_out(self, now: datetime) -> None:
        for order_id in [each for each, (*_, until) in self._shown.items() if now >= until]:
            self.hide(order_id)
