"""What documents answers."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import documents as contract
from rongcuo.contracts.errors import CaseError
from services.documents import access
from services.documents.domain.codes import plain_code
from services.documents.ports import Papers
from services.documents.presenters import attachment_view, checked_letter, letter_line, letter_view

MOST_LOOKS = 20   # of a hundred letters each


def letters(context: ExecutionContext[Papers], query: contract.LettersQuery) -> contract.Letters:
    """Those of a matter that the actor may see. What is read from outside is written down before."""
    with context.reading() as store:
        excluded = store.excluded(query.matter_id)
        found = [one for one in store.of_matter(query.matter_id) if access.sees(context.actor, one, excluded)]
    if any(access.from_outside(context.actor, letter) for letter in found):
        context.audit_read("letters.read", query.matter_id)
    return contract.Letters(letters=tuple(
        letter_view(letter, context.actor, excluded, context.rules) for letter in found))


def letter(context: ExecutionContext[Papers], query: contract.LetterQuery) -> contract.LetterView:
    """One that the actor may see; raises `not_found`."""
    with context.reading() as store:
        found = store.read_letter(query.letter_id)
        excluded = store.excluded(found.matter_id)
    access.require_sight(context.actor, found, excluded)
    if access.from_outside(context.actor, found):
        context.audit_read("letter.read", found.id)
    return letter_view(found, context.actor, excluded, context.rules)


def found(context: ExecutionContext[Papers], query: contract.LettersSought) -> contract.FoundLetters:
    """Of those that hold the words, what the actor may see, newest first; what they say is not told."""
    seen, after = [], None
    with context.reading() as store:
        for _ in range(MOST_LOOKS):
            batch = store.found(query.search, context.actor, after)
            seen += [one for one in batch if access.sees(context.actor, one, store.excluded(one.matter_id))]
            if not batch or len(seen) >= query.limit:
                break
            after = batch[-1]
    return contract.FoundLetters(lines=tuple(letter_line(one) for one in seen[:query.limit]))


def check(context: ExecutionContext[Papers], query: contract.LetterCheck) -> contract.CheckedLetter:
    """For everybody. Raises `letter.unknown_code`, also for what can't be a code."""
    with context.reading() as store:
        found = store.with_code(plain_code(query.code))
        successor = store.read_letter(found.replaced_by).number if found.replaced_by else ""
    return checked_letter(found, successor)


def attachment(context: ExecutionContext[Papers], query: contract.AttachmentQuery) -> contract.AttachmentView:
    """A file the actor may read; raises `not_found`. What others uploaded is not read without a line."""
    with context.reading() as store:
        readable = [one for one in store.uploads(query.sha256)
                    if access.may_read(context.actor, one, query.matter_id, query.uploaders)]
    if not readable:
        raise CaseError("not_found")
    meant = next((one for one in readable if one.name == query.name), readable[0])
    if meant.uploaded_by != context.actor.officer_id:
        context.audit_read("attachment.read", meant.id, matter=query.matter_id)
    return attachment_view(meant)
