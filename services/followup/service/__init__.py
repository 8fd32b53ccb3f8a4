"""The nameko service `followup`."""

from rongcuo.chassis.service import answers, confirms, every, hears, on_events
from rongcuo.contracts import clarify, determination, identity
from rongcuo.contracts import followup as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.followup import operations
from services import events_of
from services.followup.service.programmes import Programmes
from services.followup.usecases import opening, programmes, settling
from services.followup.views import open_cases

OF_ITS_OWN = (determination.DeterminationMade, determination.DeterminationRevoked,
              clarify.ClarificationArchived)
WIDENING = tuple(each for each in events_of(CaseMoved)      # any may say that what it follows from is kept
                 if each.source in ("determination", "clarify") and each not in OF_ITS_OWN)     # from more


class FollowupService(Programmes):
    """What follows from a mistake: whoever made it is not left alone with it."""

    name = "followup"

    open_matters = answers(operations.OPEN_MATTERS, open_cases.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    programme_opened = hears(contract.ProgrammeOpened, opening.find_an_organ)
    officer_dismissed = hears(identity.OfficerDismissed, settling.take_dismissal)
    unit_named = hears(identity.UnitNamed, settling.take_unit_names)

    determination_made = hears(determination.DeterminationMade, opening.take_determination)
    determination_revoked = hears(determination.DeterminationRevoked, opening.take_revocation)
    clarification_archived = hears(clarify.ClarificationArchived, opening.take_clearing)

    @on_events(WIDENING)
    def source_moved(self, event: CaseMoved) -> None:
        opening.heed_source(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        settling.follow_calendars(self.context)

    @every(seconds=10)
    def tell_ends(self) -> None:
        programmes.tell_ends(self.context)


__all__ = ["FollowupService"]
