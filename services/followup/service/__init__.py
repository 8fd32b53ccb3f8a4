"""The nameko service `followup`."""

from rongcuo.chassis.service import answers, confirms, every, hears, on_event, on_events, witnessed
from rongcuo.contracts import clarify, determination, filing, identity
from rongcuo.contracts import followup as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.followup import operations
from services import events_of
from services.followup.service.casebook import Casebook
from services.followup.service.problems import Problems
from services.followup.service.programmes import Programmes
from services.followup.service.proposals import Proposals
from services.followup.service.records import Records
from services.followup.service.years import Years
from services.followup.usecases import opening, programmes, proposal_times, raising, records, settling
from services.followup.views import open_cases

OF_ITS_OWN = (determination.DeterminationMade, determination.DeterminationRevoked,
              clarify.ClarificationArchived, clarify.RetrospectiveWritten)
WIDENING = tuple(each for each in events_of(CaseMoved)      # any may say that what it follows from is kept
                 if each.source in ("determination", "clarify") and each not in OF_ITS_OWN)     # from more


class FollowupService(Programmes, Problems, Proposals, Casebook, Records, Years):
    """What follows from a mistake: whoever made it is not left alone with it."""

    name = "followup"
    checkpoint = answers(operations.CHECKPOINT, witnessed)

    open_matters = answers(operations.OPEN_MATTERS, open_cases.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    programme_opened = hears(contract.ProgrammeOpened, opening.find_an_organ)
    programme_moved = hears(contract.ProgrammeMoved, opening.heed_source)
    problem_raised = hears(contract.ProblemRaised, raising.find_an_organ)
    correction_asked = hears(contract.CorrectionAsked, records.find_an_organ)
    officer_dismissed = hears(identity.OfficerDismissed, settling.take_dismissal)
    unit_named = hears(identity.UnitNamed, settling.take_unit_names)

    @on_event(determination.DeterminationMade)
    def determination_made(self, event: determination.DeterminationMade) -> None:
        opening.take_determination(self.context, event, raising.after_determination)

    @on_event(clarify.ClarificationArchived)
    def clarification_archived(self, event: clarify.ClarificationArchived) -> None:
        opening.take_clearing(self.context, event, raising.after_clearing)

    determination_revoked = hears(determination.DeterminationRevoked, opening.take_revocation)
    retrospective_written = hears(clarify.RetrospectiveWritten, raising.take_retrospective)

    @on_events(WIDENING)
    def source_moved(self, event: CaseMoved) -> None:
        opening.heed_source(self.context, event)

    @on_event(filing.OversightMoved, selective=True)
    def oversight_moved(self, event: filing.OversightMoved) -> None:
        raising.take_oversight(self.context, event)

    @on_event(filing.GuidanceGiven, selective=True)
    def guidance_given(self, event: filing.GuidanceGiven) -> None:
        raising.take_oversight(self.context, event)

    @on_event(filing.BoundsLeft, selective=True)
    def bounds_left(self, event: filing.BoundsLeft) -> None:
        raising.take_oversight(self.context, event)

    @on_event(filing.FilingRetrospectiveHeld, selective=True)
    def retrospective_held(self, event: filing.FilingRetrospectiveHeld) -> None:
        raising.take_oversight(self.context, event)

    @every(seconds=10)
    def follow_calendars(self) -> None:
        settling.follow_calendars(self.context)

    @every(seconds=10)
    def tell_ends(self) -> None:
        programmes.tell_ends(self.context)

    @every(seconds=10)
    def tell_what_is_due(self) -> None:
        proposal_times.tell_what_is_due(self.context)


__all__ = ["FollowupService"]
