"""What review is asked, and does by itself, about everything that is open."""

from rongcuo.chassis import every, query
from rongcuo.contracts import filing
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from services.review.service.desk import AtTheDesk
from services.review.usecases import calendars
from services.review.views import matters


class OpenMatters(AtTheDesk):
    """All kinds of matters at once."""

    @query(ConfirmEvent)
    def confirm_event(self, query: ConfirmEvent) -> EventConfirmed:
        confirmed: EventConfirmed = self.desk.confirms(query)
        return confirmed

    @query(filing.OpenMattersQuery)
    def open_matters(self, query: filing.OpenMattersQuery) -> filing.OpenMatters:
        return matters.open_matters(self.desk, query)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        calendars.follow_calendars(self.desk)
