"""What must hold before a verb of an appeal. A guard raises CaseError and changes nothing."""

from typing import Any

from rongcuo.contracts.errors import CaseError
from services.review.domain.occasion import Occasion


def actor_is_on_the_panel(appeal: Any, occasion: Occasion) -> None:
    """The panel decides, by more than half of its members."""
    if occasion.actor.officer_id not in appeal.holders:
        raise CaseError("appeal.not_on_panel")


def a_colleague_says_otherwise(appeal: Any, occasion: Occasion) -> None:
    """There is nothing to sign before that."""
    if not appeal.opinions.any_other_than_of(occasion.actor.officer_id):
        raise CaseError("appeal.opinion_changed")


def actor_has_appealed(appeal: Any, occasion: Occasion) -> None:
    """Only the subject takes it back."""
    if occasion.actor.officer_id != appeal.subject.officer_id:
        raise CaseError("determination.not_the_subject")
