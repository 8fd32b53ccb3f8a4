"""Where notify keeps matters, messages, deliveries and the directory."""

from services.notify.domain.delivery import Delivery
from services.notify.domain.digest import Digest
from services.notify.domain.directory import Officer
from services.notify.domain.notifications import Message
from services.notify.domain.tracked_case import TrackedCase
from services.notify.storage.cases import CaseRows
from services.notify.storage.digests import DigestRows
from services.notify.storage.dropping import DroppedRows
from services.notify.storage.rows import delivery_row, digest_row, message_row
from services.notify.storage.tables import METADATA, deliveries, digests, messages
from services.notify.storage.watches import WatchRows

__all__ = ["METADATA", "NoticeStorage"]


class NoticeStorage(CaseRows, DigestRows, DroppedRows, WatchRows):
    """The repository of `ports.Notices`."""

    def put(self, *aggregates: TrackedCase | Message | Delivery | Officer | Digest) -> None:
        """Two who begin the same case, or tell the same thing, at one moment: the second tries again."""
        for aggregate in aggregates:
            match aggregate:
                case TrackedCase():
                    self.put_case(aggregate)
                case Message():
                    self._rows.write(messages, message_row(aggregate))
                case Delivery():
                    self._rows.write(deliveries, delivery_row(aggregate))
                case Digest():
                    self._rows.write(digests, digest_row(aggregate))
                case Officer():
                    self.put_officer(aggregate)
