"""How a determination tells of the steps that change no outcome."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.casework.case import NEW_CALENDAR, Case, CaseVerb
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder, Recusal
from rongcuo.contracts.determination import DeterminationMoved, Standing


@dataclass(kw_only=True)
class Telling(Case):
    """Each event says where the case stands after it."""

    def standing(self) -> Standing:
        """Where the case stands, as its events tell it."""
        raise NotImplementedError

    def _tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None:
        self.record(DeterminationMoved(
            standing=self.standing(), what=str(what), actor_id=occasion.actor.officer_id, concerns=concerns,
            note=note, at=occasion.now))

    def _tell_assignment(self, officer: Holder, occasion: Occasion) -> None:
        self._tell(CaseVerb.ASSIGN, occasion, "", officer.officer_id)

    def _tell_recusal(self, recusal: Recusal, _: bool, occasion: Occasion) -> None:
        self._tell(CaseVerb.RECUSE, occasion, "", recusal.officer_id)

    def _tell_leaving(self, officer_id: str, occasion: Occasion) -> None:
        self._tell(CaseVerb.POST_ENDED, occasion, "", officer_id)

    def _tell_team(self, occasion: Occasion) -> None:
        self._tell(CaseVerb.FORM_TEAM, occasion, "", *(holder.officer_id for holder in self.team))

    def _tell_suspension(self, reason: str, occasion: Occasion) -> None:
        self._tell(CaseVerb.SUSPEND, occasion, reason)

    def _tell_resumption(self, occasion: Occasion) -> None:
        self._tell(CaseVerb.RESUME, occasion)

    def _tell_handing_up(self, former: str, reason: str, occasion: Occasion) -> None:  # noqa: ARG002
        self._tell(CaseVerb.HAND_UP, occasion, reason)

    def _tell_move(self, _: datetime, reason: str, occasion: Occasion) -> None:
        if reason == NEW_CALENDAR:
            self._tell(NEW_CALENDAR, occasion)
        else:
            self._tell(CaseVerb.EXTEND, occasion, reason)
