"""What documents tells the others. The subject is the letter."""

from datetime import datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import moment


@event("documents", "letter_delayed")
class LetterDelayed(Event):
    """A letter can't be made until somebody acts: told once for each `trouble`, an error code. `signs`: what
    no font draws, where that is the trouble."""

    letter_id: str
    matter_id: str
    name: str
    number: str
    organ_id: str
    trouble: str
    signs: str = ""


@event("documents", "letter_issued")
class LetterIssued(Event):
    """A letter can be read. `letter_kind`: the pack's code, `name` its Chinese name; `recipients`: officers
    it is for; `replaces`: the id of the letter that this one makes superseded; `certificate`: the SHA-256 of
    the one that it is signed with, so that the ledger says whose key it was."""

    letter_id: str
    matter_id: str
    letter_kind: str
    name: str
    number: str
    organ_id: str
    replaces: str = ""
    certificate: str = ""
    recipients: tuple[str, ...] = ()
    issued_at: datetime = moment()
