"""代录: what an officer enters for the reporter, from a paper or from the dialogue. It names the words in
question, and holds once they have read it, or somebody else has confirmed it: nobody alone starts, ends or
replaces their right."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Final, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import Address, Addressed, DraftFinding, Entered, Entry
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from services.clarify.domain.apart import is_one_of
from services.clarify.domain.false_accusation.proof import Proof

TAKEN_DOWN: Final = "您所说的，记录如下。与您的意思不一致的，请在这里更正。"
Papers = tuple[AttachmentRef, ...]


class Put(Protocol):
    """What was put to the reporter, and entered for them."""

    addressed: tuple[Addressed, ...]
    entries: tuple[Entry, ...]
    draft: DraftFinding | None


class Inquiry(Put, Protocol):
    """A `FalseAccusation`."""

    papers: Papers
    proof: Proof

    def address(self, about: Address, words: str, until: date | None, occasion: Occasion) -> None: ...


def was_asked(case: Put, shown: Collection[int], at: datetime) -> bool:
    """Whether they wrote below something, or after they were first asked."""
    asked = next((each.at for each in case.addressed if each.about is Address.ASKED), None)
    return asked is not None and (bool(shown) or at >= asked)


def keep(case: Inquiry, papers: Papers) -> None:
    """As the vault calls them. One paper shows one thing; otherwise `clarify.paper_used`."""
    evidence = (file for item in case.proof.evidence for file in item.attachments)
    if again := {each.sha256 for each in (*case.papers, *evidence)} & {each.sha256 for each in papers}:
        raise CaseError("clarify.paper_used", details={"sha256": min(again)})
    case.papers += papers


def read_back(case: Inquiry, what: Entered, said: Iterable[str], occasion: Occasion) -> None:
    """What somebody else wrote down in their name, they read."""
    case.address(Address.TAKEN_DOWN, "\n".join((TAKEN_DOWN, *said)), None, occasion)
    enter(case, what, case.addressed[-1:], occasion)


def enter(case: Put, what: Entered, about: Iterable[Addressed], occasion: Occasion,
          on: date | None = None, unsigned: bool = False) -> None:
    """By whom, of which words."""
    actor, words = occasion.actor, "\n".join(each.words for each in about)
    case.entries += (Entry(
        number=len(case.entries) + 1, what=what, place=len(case.addressed),
        digest=sha256(words.encode()).hexdigest(), on=on, unsigned=unsigned, entered_by=actor.officer_id,
        entered_by_name=actor.name, at=occasion.now),)


def confirmed(case: Put, number: int, occasion: Occasion) -> Entry:
    """By somebody else: `clarify.entry_unknown`, `clarify.confirms_own_entry`."""
    entry = next((each for each in case.entries if each.number == number and not each.confirmed_at), None)
    if entry is None:
        raise CaseError("clarify.entry_unknown", details={"number": number})
    if is_one_of(occasion.actor, (Holder(entry.entered_by, entry.entered_by_name),)):
        raise CaseError("clarify.confirms_own_entry", details={"number": number})
    done = replace(entry, confirmed_by=occasion.actor.officer_id, confirmed_by_name=occasion.actor.name,
                   confirmed_at=occasion.now)
    case.entries = tuple(done if each is entry else each for each in case.entries)
    return done


def pending(case: Put) -> tuple[Entry, ...]:
    """What was entered of the last hearing, of this draft and of this finding, and does not hold yet."""
    asked, drafted = last_place(case, Address.ASKED), last_place(case, Address.DRAFT)
    since = {Entered.HEARING: asked, Entered.DECLINED: asked,
             Entered.COMPLAINT: last_place(case, Address.FOUND)}
    since |= {Entered.DRAFT_ANSWER: drafted} if case.draft else {}
    return tuple(each for each in case.entries
                 if each.what in since and each.place > since[each.what] and not _holds(case, each))


def last_place(case: Put, about: Address) -> int:
    """Counted from one, where something of this kind was last put to them; 0 where nothing was."""
    return max((place for place, each in enumerate(case.addressed, 1) if each.about is about), default=0)


def told_day(case: Put, about: Address) -> date | None:
    """The day that they were told as the end of their time, when something of this kind was last put to
    them."""
    return next((each.answer_until for each in reversed(case.addressed) if each.about is about), None)


def was_read(case: Put, about: Address) -> bool:
    """Whether the last of this kind has reached them."""
    return next((each.read_at is not None for each in reversed(case.addressed) if each.about is about),
                False)


def _holds(case: Put, entry: Entry) -> bool:
    return entry.confirmed_at is not None or case.addressed[entry.place - 1].read_at is not None
