"""The nameko service `documents`."""

from rongcuo.chassis.service import ExecutionProvider, command, every, on_event, on_events, query
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
    dependencies = DependenciesProvider()

    @command(operations.TAKE_ATTACHMENT)
    def take_attachment(self, command: contract.TakeAttachment) -> contract.AttachmentView:
        dependencies = self.dependencies
        return usecases.take_attachment(self.context, command, dependencies.files, dependencies.inspector,
                                        dependencies.limit)

    @command(operations.CORRECT_LETTER)
    def correct_letter(self, command: contract.CorrectLetter) -> contract.LetterView:
        return usecases.correct_letter(self.context, command)

    @query(operations.ATTACHMENT)
    def attachment(self, query: contract.AttachmentQuery) -> contract.AttachmentView:
        return views.attachment(self.context, query)

    @query(operations.LETTERS)
    def letters(self, query: contract.LettersQuery) -> contract.Letters:
        return views.letters(self.context, query)

    @query(operations.FOUND)
    def found(self, query: contract.LettersSought) -> contract.FoundLetters:
        return views.found(self.context, query)

    @query(operations.LETTER)
    def letter(self, query: contract.LetterQuery) -> contract.LetterView:
        return views.letter(self.context, query)

    @query(operations.DRAFT)
    def draft(self, query: contract.DraftQuery) -> contract.DraftedLetter:
        return usecases.draft(self.context, query)

    @query(operations.CHECK)
    def check(self, query: contract.LetterCheck) -> contract.CheckedLetter:
        return views.check(self.context, query)

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

    @on_events(events_of(CaseMoved))
    def case_told(self, event: CaseMoved) -> None:
        usecases.hear_case(self.context, event)

    @on_event(review.ReviewerRecused)
    def reviewer_recused(self, event: review.ReviewerRecused) -> None:
        usecases.hear_recusal(self.context, event)

    @every(seconds=0.25)
    def make_letters(self) -> None:
        usecases.make_letters(self.context, lambda: self.dependencies.renderer, self.dependencies.files)

    @every(seconds=3600)
    def sweep(self) -> None:
        usecases.sweep(self.context, self.dependencies.files)
