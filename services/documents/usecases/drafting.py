"""A letter in words, for whoever is about to decide: nothing is numbered and nothing kept."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.documents import DraftedLetter, DraftQuery
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.review import ObjectionDecided, ReviewDeclined, SupplementRequested
from services.documents import access
from services.documents.domain.of_filings import wanted_of_filing
from services.documents.domain.wanted import Wanted
from services.documents.ports import Papers
from services.documents.presenters import english_name
from services.documents.usecases.hearing import organ_asked, wanted_by
from services.documents.usecases.numbering import worded

OF_A_FILING = (ReviewDeclined, SupplementRequested, ObjectionDecided)


def draft(context: ExecutionContext[Papers], query: DraftQuery) -> DraftedLetter:
    """As it would be worded today."""
    access.require_decider(context.actor)
    event = load_event(query.type_name, query.data)
    wanted = _of_filing(context, event) if isinstance(event, OF_A_FILING) else _of_case(context, event)
    if wanted is None:
        return DraftedLetter()
    organ_name = organ_asked(context, wanted.organ_id)
    with context.reading() as store:
        letter = worded(context, store, wanted, organ_name)
    return DraftedLetter(
        name=letter.name, name_en=english_name(letter, context.rules), organ_name=organ_name,
        title=letter.text.title, addressee=letter.text.addressee, body=letter.text.body,
        illustrative=letter.illustrative)


def _of_case(context: ExecutionContext[Papers], event: Event) -> Wanted | None:
    return wanted_by(context, event) if isinstance(event, CaseMoved) else None


def _of_filing(context: ExecutionContext[Papers],
               event: ReviewDeclined | SupplementRequested | ObjectionDecided) -> Wanted | None:
    """Only those of the organ to which the matter was filed draft its letters."""
    with context.reading() as store:
        matter = store.read_matter(event.case_id)
    if matter.facts is None or matter.facts.organ_id != context.actor.organ_id:
        return None
    return wanted_of_filing(matter, event, context.rules.pack_by_id(matter.facts.pack_id))
