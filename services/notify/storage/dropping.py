"""Messages that nobody need have any more."""

from datetime import datetime

from sqlalchemy import bindparam, delete, exists, select

from rongcuo.chassis.database.statements import among
from rongcuo.contracts.notify import DeliveryState
from services.notify.storage.session import InSession
from services.notify.storage.tables import deliveries, messages, tasks

_ON_ITS_WAY = exists().where(deliveries.c.message_id == messages.c.id, deliveries.c.state.in_(
    (DeliveryState.PENDING.value, DeliveryState.SENDING.value)))
_TO_BE_DONE = exists().where(tasks.c.matter_id == messages.c.matter_id, tasks.c.closed_at.is_(None))


# What was read first comes first, along the index; what has to stay is passed each time, but is little: of
# matters that wait for somebody for years. Another replica takes others.
OLD = (select(messages.c.id).where(messages.c.read_at < bindparam("before"), ~_ON_ITS_WAY, ~_TO_BE_DONE)
       .order_by(messages.c.read_at, messages.c.id).with_for_update(skip_locked=True))


class DroppedRows(InSession):
    """Of one session."""

    def drop_read(self, before: datetime, most: int) -> int:
        ids = self._session.scalars(OLD.limit(most), {"before": before}).all()
        self._session.execute(delete(deliveries).where(among(self._session, deliveries.c.message_id, ids)))
        self._session.execute(delete(messages).where(among(self._session, messages.c.id, ids)))
        return len(ids)
