"""Where notify keeps matters, messages, deliveries and the directory."""

from services.notify.domain.delivery import Delivery
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.tracked_case import TrackedCase
from services.notify.storage.cases import CaseRows
from services.notify.storage.posts import PostRows
from services.notify.storage.rows import delivery_row, message_row
from services.notify.storage.tables import METADATA, deliveries, messages
from services.notify.storage.watches import WatchRows

__all__ = ["METADATA", "NoticeStorage"]


class NoticeStorage(CaseRows, PostRows, WatchRows):
    """The repository of `ports.Notices`."""

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer) -> None:
        """Two who begin the same case, or tell the same thing, at one moment: the second tries again."""
        for aggregate in aggregates:
            match aggregate:
                case TrackedCase():
                    self.put_case(aggregate)
                case Message():
                    self._rows.write(messages, message_row(aggregate))
                case Delivery():
                    self._rows.write(deliveries, delivery_row(aggregate))
                case Officer():
                    self.put_officer(aggregate)
