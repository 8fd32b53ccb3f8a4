"""Identity is asked, as the platform, who is in post and whose account it is where somebody is named."""

from rongcuo.casework.asking import Officers
from rongcuo.casework.organ_above import organs_above
from rongcuo.contracts.followup import VisitedPerson
from rongcuo.contracts.identity import OfficersQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import name_key
from services.followup.usecases.fetching import Context


def in_post(context: Context, organ_id: str) -> Officers:
    """Those of an organ, and of every one above it."""
    return {each: context.ask_itself(OFFICERS, OfficersQuery(organ_id=each)).officers
            for each in (organ_id, *organs_above(organ_id))}


def account_of(context: Context, person: VisitedPerson, organ_id: str) -> OfficerView | None:
    """The only one that somebody can have who is named without it."""
    found = [each for officers in in_post(context, organ_id).values() for each in officers
             if name_key(each.name) == name_key(person.name) and unit_key(person.unit) in each.units]
    return found[0] if len(found) == 1 else None
