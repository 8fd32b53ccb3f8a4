"""A letter in words, for whoever is about to decide: nothing is numbered and nothing kept."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.determination import Standing
from rongcuo.contracts.documents import DraftedLetter, DraftQuery
from rongcuo.contracts.events import load_event
from services.documents import access
from services.documents.ports import Papers
from services.documents.usecases.hearing import organ_asked, wanted_by
from services.documents.usecases.numbering import worded


def draft(desk: Desk[Papers], query: DraftQuery) -> DraftedLetter:
    """As it would be worded today."""
    access.require_decider(desk.actor)
    event = load_event(query.type_name, query.data)
    standing: Standing | None = getattr(event, "standing", None)
    wanted = wanted_by(desk, standing, event) if standing else None
    if wanted is None:
        return DraftedLetter()
    organ_name = organ_asked(desk, wanted.organ_id)
    with desk.reading() as store:
        letter = worded(desk, store, wanted, organ_name)
    return DraftedLetter(name=letter.name, organ_name=organ_name, title=letter.text.title,
                         addressee=letter.text.addressee, body=letter.text.body,
                         illustrative=letter.illustrative)
