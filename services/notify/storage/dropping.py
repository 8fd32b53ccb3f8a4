"""Messages that nobody need have any more."""

from datetime import datetime

from sqlalchemy import and_, delete, exists, select

from rongcuo.contracts.notify import DeliveryState
from services.notify.storage.session import InSession
from services.notify.storage.tables import deliveries, messages, tasks

_ON_ITS_WAY = exists().where(deliveries.c.message_id == messages.c.id, deliveries.c.state.in_(
    (DeliveryState.PENDING.value, DeliveryState.SENDING.value)))
_TO_BE_DONE = exists().where(tasks.c.matter_id == messages.c.matter_id, tasks.c.closed_at.is_(None))


class DroppedRows(InSession):
    """Of one session."""

    def drop_read(self, before: datetime, most: int) -> int:
        old = select(messages.c.id).where(and_(messages.c.read_at < before, ~_ON_ITS_WAY, ~_TO_BE_DONE))
        ids = self._session.scalars(old.order_by(messages.c.id).limit(most)).all()
        self._session.execute(delete(deliveries).where(deliveries.c.message_id.in_(ids)))
        self._session.execute(delete(messages).where(messages.c.id.in_(ids)))
        return len(ids)
