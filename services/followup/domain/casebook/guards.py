"""What must hold before a verb of an entry. A guard raises CaseError and changes nothing."""

from typing import Protocol

from rongcuo.casework.apart import Somebody, is_one_of, keys_of, known_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import Combination, EntryCheck, EntryText, Mask, MaskChoice
from rongcuo.contracts.identity import OfficerView
from services.followup.domain.casebook.beginning import Known
from services.followup.domain.casebook.masking import betrayed

CHECKERS = 2


class Asked(Protocol):
    """A `CasebookEntry`."""

    organ_id: str
    writer_id: str
    writers: frozenset[Holder]
    text: EntryText
    combination: Combination | None
    masks: tuple[Mask, ...]
    known: Known
    checkers: tuple[str, ...]
    checker_names: tuple[str, ...]
    checks: tuple[EntryCheck, ...]


def has_no_part(entry: Asked, occasion: Occasion) -> None:
    """Whose case it is, and who was recused in it, neither writes nor checks it."""
    require_no_part(entry.known, occasion.actor)


def require_no_part(known: Known, somebody: Somebody) -> None:
    """By whichever account. Raises `review.recused`."""
    if not known.apart.isdisjoint(known_by(somebody)):
        raise CaseError("review.recused", details={"officer_id": somebody.officer_id})


def actor_leads(entry: Asked, occasion: Occasion) -> None:
    """A lead of the organ."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != entry.organ_id:
        raise CaseError("followup.lead_wanted", details={"organ_id": entry.organ_id})


def actor_writes_it(entry: Asked, occasion: Occasion) -> None:
    """Whoever began it, or a lead: but nobody who is to check it, as they would check their own."""
    actor = occasion.actor
    if is_one_of(actor, map(Holder, entry.checkers, entry.checker_names)):
        raise CaseError("followup.checker_writes")
    if actor.officer_id != entry.writer_id:
        actor_leads(entry, occasion)


def actor_checks_it(entry: Asked, occasion: Occasion) -> None:
    """One of the two, who has written nothing of it; each once."""
    officer_id = occasion.actor.officer_id
    if officer_id not in entry.checkers:
        raise CaseError("followup.not_a_checker")
    if is_one_of(occasion.actor, entry.writers):
        raise CaseError("followup.checker_writes")
    if officer_id in {each.officer_id for each in entry.checks}:
        raise CaseError("followup.checked_already")


def checkers_are_named(entry: Asked, _: Occasion) -> None:
    """Two of them."""
    if len(entry.checkers) != CHECKERS:
        raise CaseError("followup.checkers_missing")


def description_is_there(entry: Asked, _: Occasion) -> None:
    """Somebody has said what is told of the case beside its words, be it nothing."""
    if entry.combination is None:
        raise CaseError("followup.entry_not_described")


def every_mask_is_decided(entry: Asked, _: Occasion) -> None:
    """People decide, the platform only proposes."""
    if still := [each.number for each in entry.masks if each.choice is MaskChoice.OPEN]:
        raise CaseError("followup.masks_open", details={"many": len(still), "masks": still[:20]})


def nobody_is_betrayed(entry: Asked, _: Occasion) -> None:
    """Nothing that names somebody is left, nor was written in place of something else."""
    if left := betrayed(entry.text, entry.masks, entry.known):
        raise CaseError("followup.entry_names_somebody", details={"many": len(left)})


def checkers_are_two(entry: Asked, officers: tuple[OfficerView, ...]) -> None:
    """Two different people, by whichever accounts; neither has written or edited any revision of it,
    neither handled the case alone, and at least one of them had no hand in it at all."""
    if len(officers) != CHECKERS or is_one_of(officers[0], officers[1:]):
        raise CaseError("followup.checkers_not_two")
    if not keys_of(*entry.writers).isdisjoint(keys_of(*officers)):
        raise CaseError("followup.checker_writes")
    for each in officers:
        require_no_part(entry.known, each)
    hands = sorted(entry.known.hands, key=lambda each: each.officer_id)
    handled = [each.officer_id for each in officers if is_one_of(each, hands)]
    alone = all(is_one_of(each, hands[:1]) for each in hands)
    if len(handled) == CHECKERS or (handled and alone):
        raise CaseError("followup.checker_had_a_hand", details={"officers": sorted(handled)})
