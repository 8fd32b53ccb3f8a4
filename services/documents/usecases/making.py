"""Making letters: claimed, then typeset, signed and stored outside any unit of work, then recorded.

A crash in between is no harm: after the claim has run out another maker does it again.
"""

from collections.abc import Callable
from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from services.documents.domain.letter import Letter
from services.documents.ports import Files, Made, Papers, Renderer

AT_ONCE = 50                        # letters that one tick makes; the next tick goes on
PATIENCE = timedelta(seconds=60)    # then the maker is taken for dead, and a trouble is tried again
CHUNK = 262_144


def make_letters(context: ExecutionContext[Papers], renderer: Callable[[], Renderer], files: Files) -> int:
    """Make what waits, oldest first; how many were taken in hand. Each replica claims its own.

    The renderer is set up only where there is something to make."""
    for done in range(AT_ONCE):
        letter = _claim(context)
        if letter is None:
            return done
        _make(context, letter, renderer(), files)
    return AT_ONCE


def _claim(context: ExecutionContext[Papers]) -> Letter | None:
    with context.reading() as store:
        if not store.any_unmade(context.now):
            return None
    with context.unit() as unit:
        letter = unit.store.claim_unmade(context.now)
        if letter is not None:
            letter.tried_until = context.now + PATIENCE
            unit.commit(letter)
    return letter


def _make(context: ExecutionContext[Papers], letter: Letter, renderer: Renderer, files: Files) -> None:
    """Each try has keys of its own: two makers of one letter never write over each other's file."""
    key = f"letter-{letter.id}-{context.new_id()[:8]}"
    try:
        made = renderer.make(letter, context.now)
        files.write(f"{key}.pdf", _chunks(made.pdf))
        files.write(f"{key}.docx", _chunks(made.docx))
    except CaseError as trouble:
        return _put_off(context, letter, trouble)
    return _record(context, letter, key, made, files)


def _record(context: ExecutionContext[Papers], claimed: Letter, key: str, made: Made, files: Files) -> None:
    with context.unit() as unit:
        letter = unit.store.letter(claimed.id)
        letter.made_as(f"{key}.pdf", f"{key}.docx", made.sha256, made.docx_sha256, made.certificate)
        unit.commit(letter)
    if letter.pdf != f"{key}.pdf":
        files.remove(f"{key}.pdf")
        files.remove(f"{key}.docx")


def _put_off(context: ExecutionContext[Papers], claimed: Letter, trouble: CaseError) -> None:
    """The letter says what keeps it from being made; it is tried again when the claim has run out."""
    with context.unit() as unit:
        letter = unit.store.letter(claimed.id)
        letter.kept_from(trouble.code, str(trouble.details.get("signs", "")))
        unit.audit("letter.trouble", letter.id, code=trouble.code)
        unit.commit(letter)


def _chunks(content: bytes) -> list[bytes]:
    return [content[start:start + CHUNK] for start in range(0, len(content), CHUNK)]
