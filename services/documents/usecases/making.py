"""Making letters: claimed, then typeset, signed and stored outside any unit of work, then recorded.

A crash in between is no harm: after the claim has run out another maker does it again.
"""

from collections.abc import Callable
from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from services.documents.domain import Letter
from services.documents.ports import Files, Made, Papers, Press

AT_ONCE = 50                        # letters that one tick makes; the next tick goes on
PATIENCE = timedelta(seconds=60)    # then the maker is taken for dead, and a trouble is tried again
CHUNK = 262_144


def make_letters(desk: ExecutionContext[Papers], press: Callable[[], Press], files: Files) -> int:
    """Make what waits, oldest first; how many were taken in hand. Each replica claims its own.

    The press is set up only where there is something to make."""
    for done in range(AT_ONCE):
        letter = _claim(desk)
        if letter is None:
            return done
        _make(desk, letter, press(), files)
    return AT_ONCE


def _claim(desk: ExecutionContext[Papers]) -> Letter | None:
    with desk.reading() as store:
        if not store.any_unmade(desk.now):
            return None
    with desk.unit() as unit:
        letter = unit.store.claim_unmade(desk.now)
        if letter is not None:
            letter.tried_until = desk.now + PATIENCE
            unit.commit(letter)
    return letter


def _make(desk: ExecutionContext[Papers], letter: Letter, press: Press, files: Files) -> None:
    """Each try has keys of its own: two makers of one letter never write over each other's file."""
    key = f"letter-{letter.id}-{desk.new_id()[:8]}"
    try:
        made = press.make(letter, desk.now)
        files.write(f"{key}.pdf", _chunks(made.pdf))
        files.write(f"{key}.docx", _chunks(made.docx))
    except CaseError as trouble:
        return _put_off(desk, letter, trouble)
    return _record(desk, letter, key, made, files)


def _record(desk: ExecutionContext[Papers], claimed: Letter, key: str, made: Made, files: Files) -> None:
    with desk.unit() as unit:
        letter = unit.store.letter(claimed.id)
        letter.made_as(f"{key}.pdf", f"{key}.docx", made.sha256, made.docx_sha256, made.certificate)
        unit.commit(letter)
    if letter.pdf != f"{key}.pdf":
        files.remove(f"{key}.pdf")
        files.remove(f"{key}.docx")


def _put_off(desk: ExecutionContext[Papers], claimed: Letter, trouble: CaseError) -> None:
    """The letter says what keeps it from being made; it is tried again when the claim has run out."""
    with desk.unit() as unit:
        letter = unit.store.letter(claimed.id)
        letter.kept_from(trouble.code, str(trouble.details.get("signs", "")))
        unit.note("letter.trouble", letter.id, code=trouble.code)
        unit.commit(letter)


def _chunks(content: bytes) -> list[bytes]:
    return [content[start:start + CHUNK] for start in range(0, len(content), CHUNK)]
