"""Attachments and letters as their contracts' views. Pure: use cases and queries answer with them."""

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.documents import AttachmentView, CheckedLetter, LetterLine, LetterStanding, LetterView
from rongcuo.policy.rules import Rules
from services.documents import access
from services.documents.domain.attachment import Attachment
from services.documents.domain.kinds import kind_of
from services.documents.domain.letter import Letter
from services.documents.domain.matter import Excluded
from services.documents.domain.said import ZONE


def attachment_view(attachment: Attachment) -> AttachmentView:
    """An attachment with its key in the store."""
    return AttachmentView(
        sha256=attachment.sha256, name=attachment.name, size=attachment.size,
        media_type=attachment.media_type, blob=attachment.blob, uploaded_by=attachment.uploaded_by,
        uploaded_at=attachment.uploaded_at)


def letter_view(letter: Letter, reader: Actor, excluded: Excluded, rules: Rules) -> LetterView:
    """The whole letter, with what its reader may do."""
    current = letter.standing is LetterStanding.CURRENT
    return LetterView(
        letter_id=letter.id, tag=letter.tag, matter_id=letter.matter_id, kind=letter.kind, name=letter.name,
        name_en=english_name(letter, rules), number=letter.number, title=letter.text.title,
        body=letter.text.body, recipient=letter.text.addressee,
        organ_id=letter.organ_id, organ_name=letter.organ_name, code=letter.code, standing=letter.standing,
        replaces=letter.replaces, replaced_by=letter.replaced_by, reason=letter.reason,
        trouble=letter.trouble, signs=letter.signs,
        sha256=letter.sha256, docx_sha256=letter.docx_sha256, pdf=letter.pdf, docx=letter.docx,
        illustrative=letter.illustrative,
        allowed=(access.CORRECT,) if current and access.may_correct(reader, letter, excluded) else (),
        issued_at=letter.issued_at)


def english_name(letter: Letter, rules: Rules) -> str:
    """What its kind is called in English, by the template of its day; empty where that has another name."""
    on = letter.issued_at.astimezone(ZONE).date()
    brought = kind_of(letter.kind).template
    template = brought or rules.pack(letter.division_code, on).letters.get(letter.kind)
    return template.name_en if template and template.name == letter.name else ""


def letter_line(letter: Letter) -> LetterLine:
    """What a list says of a letter."""
    return LetterLine(letter_id=letter.id, matter_id=letter.matter_id, name=letter.name, number=letter.number,
                      title=letter.text.title, standing=letter.standing, issued_at=letter.issued_at,
                      made=bool(letter.pdf))


def checked_letter(letter: Letter, replaced_by: str) -> CheckedLetter:
    """What the public learns. `replaced_by` is a number."""
    return CheckedLetter(code=letter.code, organ_name=letter.organ_name, number=letter.number,
                         issued_on=letter.issued_at.date(), standing=letter.standing, replaced_by=replaced_by,
                         sha256=letter.sha256)
