"""The nameko service `followup`."""

from rongcuo.chassis.service import answers, confirms, every, hears, on_event
from rongcuo.contracts import clarify, determination, identity
from rongcuo.contracts import followup as contract
from rongcuo.contracts.followup import operations
from services.followup.service.programmes import Programmes
from services.followup.service.records import Records
from services.followup.service.years import Years
from services.followup.usecases import opening, programmes, records, settling
from services.followup.views import open_cases


class FollowupService(Programmes, Records, Years):
    """What follows from a mistake: whoever made it is not left alone with it."""

    name = "followup"

    open_matters = answers(operations.OPEN_MATTERS, open_cases.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    programme_opened = hears(contract.ProgrammeOpened, opening.find_an_organ)
    correction_asked = hears(contract.CorrectionAsked, records.find_an_organ)
    officer_dismissed = hears(identity.OfficerDismissed, settling.take_dismissal)
    unit_named = hears(identity.UnitNamed, settling.take_unit_names)

    @on_event(determination.DeterminationMade, selective=True)
    def determination_made(self, event: determination.DeterminationMade) -> None:
        opening.take_determination(self.context, event)

    @on_event(determination.DeterminationRevoked, selective=True)
    def determination_revoked(self, event: determination.DeterminationRevoked) -> None:
        opening.take_revocation(self.context, event)

    @on_event(clarify.ClarificationArchived, selective=True)
    def clarification_archived(self, event: clarify.ClarificationArchived) -> None:
        opening.take_clearing(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        settling.follow_calendars(self.context)

    @every(seconds=10)
    def tell_ends(self) -> None:
        programmes.tell_ends(self.context)


__all__ = ["FollowupService"]
