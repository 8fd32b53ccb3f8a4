"""What must hold before a verb of an appeal. A guard raises CaseError and changes nothing."""

from typing import Any

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError


def actor_is_on_the_panel(appeal: Any, occasion: Occasion) -> None:
    """The panel decides, by more than half of its members."""
    if occasion.actor.officer_id not in appeal.holders:
        raise CaseError("appeal.not_on_panel")


def something_is_to_be_signed(appeal: Any, occasion: Occasion) -> None:
    """There is an opinion to agree to."""
    if not appeal.opinions.to_sign(occasion.actor.officer_id, appeal.majority):
        raise CaseError("appeal.opinion_changed")


def nobody_is_still_to_speak(appeal: Any, occasion: Occasion) -> None:
    """From the first opinion to the last nobody joins a panel that hears it, until its time is up."""
    if appeal.heard and appeal.opinions.are_under_way(appeal.holders) and not occasion.is_late(appeal.clock):
        raise CaseError("appeal.opinions_under_way")


def actor_has_appealed(appeal: Any, occasion: Occasion) -> None:
    """Only the subject takes it back."""
    if occasion.actor.officer_id != appeal.subject.officer_id:
        raise CaseError("determination.not_the_subject")
