"""What bears the mark of a state secret goes nowhere from here; that it was refused is a ledger line."""

from uuid import uuid4

from rongcuo.contracts.clarify.operations import NOTE_MARKED_SECRET
from services.gateway.console.page.backend import unless_away
from services.gateway.rpc import ask
from services.vault.pages.box.floods import Turns


def note_refused(turns: Turns) -> None:
    """Of somebody whom nobody knows: so many lines in an hour. While clarify is away it is refused without
    one."""
    if turns.may_be_noted():
        unless_away(lambda: ask(NOTE_MARKED_SECRET, {"command_id": uuid4().hex}, None))
