"""Where notify keeps matters, messages, deliveries and the directory."""

from services.notify.domain import Delivery, Message, Officer, TrackedCase
from services.notify.storage.cases import CaseRows
from services.notify.storage.posts import PostRows
from services.notify.storage.tables import METADATA

__all__ = ["METADATA", "NoticeStorage"]


class NoticeStorage(CaseRows, PostRows):
    """The repository of `ports.Notices`."""

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer) -> None:
        """Two who begin the same matter, or tell the same thing, at one moment: the second tries again."""
        for aggregate in aggregates:
            self._put(aggregate)

    def _put(self, aggregate: TrackedCase | Message | Delivery | Officer) -> None:
        match aggregate:
            case TrackedCase():
                self.put_case(aggregate)
            case Message():
                self.put_message(aggregate)
            case Delivery():
                self.put_delivery(aggregate)
            case Officer():
                self.put_officer(aggregate)
