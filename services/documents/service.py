"""The nameko service `documents`."""

from rongcuo.chassis.service import (
    ExecutionProvider,
    answers,
    carries_out,
    command,
    every,
    hears,
    on_event,
    on_events,
    witnessed,
)
from rongcuo.contracts import documents as contract
from rongcuo.contracts import filing, review
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.documents import operations
from services import events_of
from services.documents import storage, usecases, views
from services.documents.dependencies import DependenciesProvider

FilingEvent = (
    filing.FilingSubmitted | filing.FilingSupplemented | filing.FilingAccepted | filing.FilingDeclined
    | filing.FilingObjectionDecided)


class DocumentsService:
    """Files in, letters out."""

    name = "documents"
    context = ExecutionProvider(storage.METADATA, storage.PaperStorage, linger=0.05)
    checkpoint = answers(operations.CHECKPOINT, witnessed)
    dependencies = DependenciesProvider()

    correct_letter = carries_out(operations.CORRECT_LETTER, usecases.correct_letter)

    attachment = answers(operations.ATTACHMENT, views.attachment)
    letters = answers(operations.LETTERS, views.letters)
    found = answers(operations.FOUND, views.found)
    letter = answers(operations.LETTER, views.letter)
    draft = answers(operations.DRAFT, usecases.draft)
    check = answers(operations.CHECK, views.check)

    reviewer_recused = hears(review.ReviewerRecused, usecases.hear_recusal)

    @on_events(events_of(CaseMoved))
    def case_told(self, event: CaseMoved) -> None:
        usecases.hear_case(self.context, event)

    @command(operations.TAKE_ATTACHMENT)
    def take_attachment(self, command: contract.TakeAttachment) -> contract.AttachmentView:
        dependencies = self.dependencies
        return usecases.take_attachment(self.context, command, dependencies.files, dependencies.inspector,
                                        dependencies.limit)

    @on_event(filing.FilingSubmitted)
    @on_event(filing.FilingSupplemented)
    @on_event(filing.FilingAccepted)
    @on_event(filing.FilingDeclined)
    @on_event(filing.FilingObjectionDecided)
    def filing_told(self, event: FilingEvent) -> None:
        usecases.hear_filing(self.context, event.filing_id, event)

    @on_event(review.SupplementRequested)
    def supplement_requested(self, event: review.SupplementRequested) -> None:
        usecases.hear_filing(self.context, event.case_id, event)

    @every(seconds=5, woken=True)
    def make_letters(self) -> None:
        usecases.make_letters(self.context, lambda: self.dependencies.renderer, self.dependencies.files)

    @every(seconds=3600)
    def sweep(self) -> None:
        usecases.sweep(self.context, self.dependencies.files)
