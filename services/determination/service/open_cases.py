"""What the service is asked, and does by itself, about everything that is open."""

from rongcuo.chassis.service import every, on_event, query
from rongcuo.contracts import filing, identity
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import finding_leads, leaving
from services.determination.usecases.calendars import follow_calendars
from services.determination.views import open_cases


class OpenCases(InContext):
    """All kinds of cases at once."""

    @query(operations.CONFIRM_EVENT)
    def confirm_event(self, query: ConfirmEvent) -> EventConfirmed:
        confirmed: EventConfirmed = self.context.confirms(query)
        return confirmed

    @query(operations.OPEN_MATTERS)
    def open_matters(self, query: filing.OpenMattersQuery) -> filing.OpenMatters:
        return open_cases.open_matters(self.context, query)

    @on_event(identity.OfficerDismissed)
    def officer_dismissed(self, event: identity.OfficerDismissed) -> None:
        leaving.leave(self.context, event)

    @on_event(identity.UnitNamed)
    def unit_named(self, event: identity.UnitNamed) -> None:
        leaving.name(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        follow_calendars(self.context)

    @every(seconds=30)
    def find_leads(self) -> None:
        finding_leads.find_leads(self.context)
