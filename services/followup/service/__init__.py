"""The nameko service `followup`."""

from rongcuo.chassis.service import hears
from rongcuo.contracts import followup as contract
from services.followup.service.programmes import Programmes
from services.followup.usecases import programmes


class FollowupService(Programmes):
    """What follows from a mistake: whoever made it is not left alone with it."""

    name = "followup"

    programme_opened = hears(contract.ProgrammeOpened, programmes.take_note)


__all__ = ["FollowupService"]
