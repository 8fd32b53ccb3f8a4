"""Who is asked to read a guide, and who has."""

from rongcuo.casework.asking import colleagues_asked
from rongcuo.contracts import followup as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import ReadingsMade
from services.followup.access import casebook as access
from services.followup.access.programmes import overseen_from
from services.followup.domain.casebook import Reading
from services.followup.usecases.fetching import Context, occasion_in


def assign(context: Context, command: contract.AssignReading) -> ReadingsMade:
    """The edition that stands now, once for each: who was asked before, or has read it, is not asked
    again."""
    actor = context.actor
    access.require_lead(actor)
    known = {each.officer_id: each for each in colleagues_asked(context) if each.active}
    wanted = tuple(dict.fromkeys(command.officer_ids))
    if not wanted or (unknown := [each for each in wanted if each not in known]):
        raise CaseError("followup.readers_unknown", details={"officers": unknown if wanted else []})
    occasion = occasion_in(context, overseen_from(actor.organ_id))
    with context.unit() as unit:
        edition = unit.store.guides.edition(actor, command.area, context.now)
        if not edition:
            raise CaseError("followup.guide_empty", details={"area": command.area})
        asked = {each.officer_id for each in unit.store.readings.of_edition(
            actor.organ_id, command.area, edition, wanted)}
        made = [Reading.assign(f"{context.new_id()}-{place}", command.area, edition, known[each],
                               command.read_by, occasion)
                for place, each in enumerate(wanted) if each not in asked]
        return unit.commit(*made, answer=ReadingsMade(area=command.area, edition=edition, many=len(made)))


def read(context: Context, command: contract.ReadGuide) -> ReadingsMade:
    """已读, asked or unasked. Raises `followup.guide_changed` where another edition stands by now: nobody
    says that they have read what they have not seen."""
    actor = context.actor
    occasion = occasion_in(context, overseen_from(actor.organ_id))
    with context.unit() as unit:
        edition = unit.store.guides.edition(actor, command.area, context.now)
        if not edition or edition != command.edition:
            raise CaseError("followup.guide_changed", details={"area": command.area})
        found = unit.store.readings.of_edition(actor.organ_id, command.area, edition, (actor.officer_id,))
        reading = found[0] if found else Reading.unasked(
            context.new_id(), command.area, edition, occasion)
        reading.confirm(occasion)
        return unit.commit(reading, answer=ReadingsMade(area=command.area, edition=edition, many=1))
