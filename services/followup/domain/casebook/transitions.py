"""The life of an entry on one page: which verb leads where, and what must hold before. Whoever changes its
words or its masks begins both checks anew."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.followup import EntryState as State
from services.followup.domain.casebook.guards import (
    actor_checks_it,
    actor_leads,
    actor_writes_it,
    checkers_are_named,
    description_is_there,
    every_mask_is_decided,
    has_no_part,
    nobody_is_betrayed,
)


class EntryVerb(StrEnum):
    """What happens to it."""

    WRITE = "write"
    DESCRIBE = "describe"
    PROPOSE = "propose"
    DECIDE = "decide"
    ADD_MASK = "add_mask"
    NAME_CHECKERS = "name_checkers"
    CONFIRM = "confirm"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"    # nobody's verb: a new version was published


Verb = EntryVerb
FOLLOWING = frozenset({Verb.SUPERSEDE})
"""Verbs that nobody asks for by name."""

UNPUBLISHED = (State.DRAFT, State.MASKS_PROPOSED, State.FIRST_CHECKED, State.SECOND_CHECKED)
EDITS = frozenset({Verb.WRITE, Verb.DESCRIBE, Verb.DECIDE, Verb.ADD_MASK})
"""By which somebody has written of it: a proposal of masks is the platform's."""
MASKED = UNPUBLISHED[1:]
ENDED = frozenset({State.PUBLISHED, State.WITHDRAWN, State.SUPERSEDED})

TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, Verb.WRITE): State.DRAFT for state in UNPUBLISHED},
    (State.DRAFT, Verb.DESCRIBE): State.DRAFT,
    (State.DRAFT, Verb.PROPOSE): State.MASKS_PROPOSED,
    **{(state, verb): State.MASKS_PROPOSED for state in MASKED
       for verb in (Verb.DESCRIBE, Verb.DECIDE, Verb.ADD_MASK, Verb.SEND_BACK)},
    **{(state, Verb.NAME_CHECKERS): state for state in (State.DRAFT, State.MASKS_PROPOSED)},
    (State.MASKS_PROPOSED, Verb.CONFIRM): State.FIRST_CHECKED,
    (State.FIRST_CHECKED, Verb.CONFIRM): State.SECOND_CHECKED,
    (State.SECOND_CHECKED, Verb.PUBLISH): State.PUBLISHED,
    **{(state, Verb.WITHDRAW): State.WITHDRAWN for state in (*UNPUBLISHED, State.PUBLISHED)},
    (State.PUBLISHED, Verb.SUPERSEDE): State.SUPERSEDED,
}

WRITES: tuple[Guard, ...] = (has_no_part, actor_writes_it)
LEADS: tuple[Guard, ...] = (has_no_part, actor_leads)
SAFE: tuple[Guard, ...] = (description_is_there, every_mask_is_decided, nobody_is_betrayed)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    **dict.fromkeys((*EDITS, Verb.PROPOSE), WRITES),
    Verb.NAME_CHECKERS: LEADS,
    Verb.CONFIRM: (has_no_part, checkers_are_named, actor_checks_it, *SAFE),
    Verb.SEND_BACK: (has_no_part, actor_checks_it),
    Verb.PUBLISH: (*LEADS, *SAFE),
    Verb.WITHDRAW: LEADS,
    Verb.SUPERSEDE: (),
}

TRANSITIONS: Final = Transitions(TABLE, "followup.entry_move_not_allowed", GUARDS)
