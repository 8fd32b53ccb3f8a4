"""What must hold before a verb of a filing's review, and what may lack. A guard raises CaseError and changes
nothing."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from rongcuo.casework.gaps import Check, Checks
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Person
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import ReviewState
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.gaps import Gap


class Asked(Protocol):
    """A `ReviewCase`, which knows them itself."""

    @property
    def state(self) -> ReviewState: ...

    @property
    def supplements(self) -> int: ...

    @property
    def awaits_supplement(self) -> bool: ...

    @property
    def running_clock(self) -> DeadlineClock: ...

    @property
    def in_doubt(self) -> frozenset[str]: ...

    def doubts(self, officer: Person) -> bool: ...

    def require_fresh(self, officer_id: str) -> None: ...


def supplement_remains(case: Asked, occasion: Occasion) -> None:
    """The pack says how often a filing may be sent back."""
    if case.supplements >= occasion.pack.filing.supplements_allowed:
        raise CaseError("review.supplement_not_possible")


def supplement_not_awaited(case: Asked, occasion: Occasion) -> None:
    """A filer who was asked for a supplement has until its due date."""
    due = occasion.due(case.running_clock)
    if case.awaits_supplement and not due.late(occasion.now):
        raise CaseError("review.supplement_awaited", details={"due_on": due.date.isoformat()})


def actor_is_not_in_doubt(case: Asked, occasion: Occasion) -> None:
    """Whom the filer names as having a part decides only once a lead has given them the case knowing so."""
    if case.doubts(occasion.actor):
        raise CaseError("review.named_by_filer", details={"officer_id": occasion.actor.officer_id})


def actor_did_not_refuse(case: Asked, occasion: Occasion) -> None:
    """Nobody looks at an objection to what they did themselves."""
    case.require_fresh(occasion.actor.officer_id)


def supplement_is_open(case: Asked, _: Occasion) -> bool:
    """The filer was asked for something and has not answered."""
    return case.awaits_supplement


def supplement_could_be_asked(case: Asked, occasion: Occasion) -> bool:
    """Nobody told the filer what is missing before it is held against them."""
    return (case.state is ReviewState.PRELIMINARY_REVIEW and not case.supplements
            and occasion.pack.filing.supplements_allowed > 0)


def somebody_is_in_doubt(case: Asked, _: Occasion) -> bool:
    """The filer names somebody, and the organ has not said yet what of it."""
    return bool(case.in_doubt)


def require_classes(said: Iterable[str], known: Collection[str]) -> None:
    """Of the pack's list; otherwise `filing.unknown_class`."""
    if strange := sorted(set(said) - set(known)):
        raise CaseError("filing.unknown_class", details={"items": strange, "known": sorted(known)})


ACCEPTING: Mapping[Gap, Check] = {
    Gap.ACCEPT_SUPPLEMENT_OPEN: supplement_is_open, Gap.ACCEPT_NAMED: somebody_is_in_doubt}
VERIFYING: Mapping[Gap, Check] = {Gap.VERIFICATION_NAMED: somebody_is_in_doubt}
DECLINING: Mapping[Gap, Check] = {
    Gap.DECLINE_SUPPLEMENT_OPEN: supplement_is_open,
    Gap.DECLINE_SUPPLEMENT_NOT_ASKED: supplement_could_be_asked,
    Gap.DECLINE_NAMED: somebody_is_in_doubt}

GAPS: Checks = {"accept": ACCEPTING, "verify": ACCEPTING, "decline": DECLINING,
                "report_verification": VERIFYING, "refute": VERIFYING}
