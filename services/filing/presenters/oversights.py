"""The later life of a filing as its contract's view. Pure."""

from dataclasses import replace
from datetime import date

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.filing import MatterPhase, Meddling, OutcomeKind, OutcomeTotal, OversightView
from services.filing.access import oversights as access
from services.filing.domain.matter import local_day
from services.filing.domain.oversight import Oversight, colours, next_due, phase_of, standing
from services.filing.domain.oversight.facts import UNITS

AS_THEY_ARE = (
    "filing_id", "number", "title", "organ_id", "division_code", "unit", "filer_id", "filer_name", "pack_id",
    "tag", "state", "planned", "valid_until", "checkpoints", "progress", "deviations", "evaluations",
    "outcomes", "retrospectives", "closing", "history", "opened_at")


def view_of(matter: Oversight, reader: Actor, occasion: Occasion) -> OversightView:
    """The whole, with the verbs its reader may use, and the meddling that is theirs to see."""
    today, due = local_day(occasion.now), next_due(matter)
    phase = phase_of(matter, today)
    return OversightView(
        **{name: getattr(matter, name) for name in AS_THEY_ARE}, oversight_id=matter.id,
        phase=phase, phases=_phases(matter, phase), due_on=due.on if due else None,
        due_stage=due.stage if due else "", preset=occasion.pack.colour_preset,
        colours=colours(matter, occasion.pack.oversight.progress, today), totals=totals(matter),
        meddlings=_meddlings(matter, reader),
        allowed=access.allowed(reader, matter))


def _meddlings(matter: Oversight, reader: Actor) -> tuple[Meddling, ...]:
    """Those that are theirs to see, numbered without a gap: one would tell that there are others."""
    seen = (each for each in matter.meddlings if access.reads_meddling(reader, each, matter))
    return tuple(replace(each, number=place) for place, each in enumerate(seen, start=1))


def _phases(matter: Oversight, now: MatterPhase) -> tuple[str, ...]:
    """Before, which filing is; during, where anything happened or it is so now; after, where it is so now."""
    during = now is MatterPhase.DURING or any(
        (matter.progress, matter.deviations, any(each.found for each in matter.checkpoints)))
    found = (MatterPhase.BEFORE, *((MatterPhase.DURING,) if during else ()),
             *((MatterPhase.AFTER,) if now is MatterPhase.AFTER else ()))
    return tuple(each.value for each in found)


def totals(matter: Oversight) -> tuple[OutcomeTotal, ...]:
    """What stands, kind by kind."""
    stands = standing(matter.outcomes)
    sums = ((kind, sum(each.amount for each in stands if each.kind is kind)) for kind in OutcomeKind)
    return tuple(OutcomeTotal(kind=kind, unit=UNITS[kind], amount=amount) for kind, amount in sums if amount)


def is_late(due_on: date | None, today: date) -> bool:
    """Whether what is to be done is overdue."""
    return due_on is not None and due_on < today
