"""What the vault tells: that a reporter is there and wrote, never what, and nothing of who it is."""

from datetime import datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.vault.enums import OrderState, Wish
from rongcuo.contracts.vault.views import PutToReporter


@event("vault", "reporter_deposited")
class ReporterDeposited(Event):
    """Somebody reported to this organ. `reachable`: a way to reach them is sealed."""

    reporter_ref: str
    organ_id: str
    pseudonym: str
    real_name: bool
    reachable: bool
    at: datetime = moment()


@event("vault", "reporter_wrote")
class ReporterWrote(Event):
    """There is a message to read. `shown`: what had been put to the reporter in inquiries, and stood above
    the field in which they wrote."""

    reporter_ref: str
    organ_id: str
    at: datetime = moment()
    shown: tuple[PutToReporter, ...] = ()


@event("vault", "reporter_asked")
class ReporterAsked(Event):
    """The reporter asks for something; why stands in the dialogue."""

    reporter_ref: str
    organ_id: str
    wish: Wish = chosen()
    at: datetime = moment()
    shown: tuple[PutToReporter, ...] = ()


@event("vault", "reporter_read")
class ReporterRead(Event):
    """The reporter has read what they were told up to that moment: the receipt. `shown`: of that, what was
    put to them in inquiries."""

    reporter_ref: str
    organ_id: str
    told_until: datetime = moment()
    at: datetime = moment()
    shown: tuple[PutToReporter, ...] = ()


@event("vault", "unsealing_moved")
class UnsealingMoved(Event):
    """An order to unseal stands elsewhere now. Whose identity, on which ground, and who is to hear of it, is
    asked of the vault (`order_hearers`)."""

    order_id: str
    number: str
    organ_id: str
    state: OrderState = chosen()
    at: datetime = moment()


@event("vault", "identity_destroyed")
class IdentityDestroyed(Event):
    """At the end of retention nobody can read any more who it was, nor come back by the code."""

    reporter_ref: str
    organ_id: str
    at: datetime = moment()
