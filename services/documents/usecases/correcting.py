"""更正: other words under a new number; the old letter stays, superseded."""

from dataclasses import replace as changed

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.documents import CorrectLetter, LetterStanding, LetterView
from services.documents import access
from services.documents.domain.codes import new_code
from services.documents.domain.letter import Letter
from services.documents.ports import Papers
from services.documents.presenters import letter_view
from services.documents.usecases.numbering import give_number, replace


def correct_letter(context: ExecutionContext[Papers], command: CorrectLetter) -> LetterView:
    """Raises `not_found`, `forbidden` or `letter.not_current`."""
    with context.unit() as unit:
        old = unit.store.letter(command.letter_id)
        excluded = unit.store.excluded(old.matter_id)
        access.require_correction(context.actor, old, excluded)
        letter = _corrected(context, old, command.body)
        replace(letter, [old])
        old.reason = command.reason
        pack = context.rules.pack(old.division_code, context.now.date())
        give_number(context, unit.store, letter, pack.id)
        unit.audit("letter.corrected", letter.id, old=old.id)
        return unit.commit(old, letter, answer=letter_view(letter, context.actor, excluded, context.rules))


def _corrected(context: ExecutionContext[Papers], old: Letter, body: str) -> Letter:
    """The same letter with other words, which name the old one at their end."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    text = changed(old.text, body="\n".join((*lines, f"本文书更正并代替{old.number}。")))
    return changed(old, id=context.new_id(), text=text, code=new_code(), number="", issued_at=context.now,
                   standing=LetterStanding.CURRENT, replaces="", reason="", sha256="", docx_sha256="", pdf="",
                   docx="", trouble="", signs="", tried_until=None, version=0, happened=[])
