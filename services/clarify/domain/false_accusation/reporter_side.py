"""What passes between an inquiry and the reporter, whom only the vault knows. What they have written is never
passed over, and nobody speaks for them without a paper."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from rongcuo.casework.case import Case, given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Address, Addressed, Hearing, ReporterAddressed, Unheard
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.false_accusation.hearing import answer_clock, taken, unheard
from services.clarify.domain.false_accusation.telling import told
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.stages import lead_on, require_not_ahead

IN_THE_DIALOGUE: Final = "举报人在往来中写的，见往来。"
Papers = tuple[AttachmentRef, ...]


@dataclass(kw_only=True)
class ReporterSide(Case):
    """`unread_since`: since when something that they wrote, once they were asked, has not been taken down.
    `papers`: what they gave elsewhere than in the vault's dialogue. `draft_clock` runs while they may answer
    the draft, `complaint_clock` while they may complain of the finding."""

    reporter_ref: str
    hearings: tuple[Hearing, ...] = ()
    addressed: tuple[Addressed, ...] = ()
    unread_since: datetime | None = None
    papers: Papers = ()
    draft_clock: DeadlineClock | None = None
    draft_answer: str = ""
    draft_considered: str = ""
    draft_answered_at: datetime | None = None
    found_at: datetime | None = None
    complaint_clock: DeadlineClock | None = None
    complaint: str = ""

    def complain_until(self, occasion: Occasion) -> date | None:
        """The last local day of a complaint, by the newest calendar; None before there is a finding."""
        return occasion.due(self.complaint_clock).date if self.complaint_clock else None

    def ask_reporter(self, question: str, occasion: Occasion) -> None:
        """Through the vault, where it comes from and what it rests on. What they wrote before they were asked
        answers nothing."""
        self.require(Verb.ASK_REPORTER, occasion)
        asked = Hearing(question=given(question, Reader.ADDRESSEE), asked_at=occasion.now)
        self.unread_since = self.unread_since if self.hearings else None
        self.hearings += (asked,)
        self._stay(Verb.ASK_REPORTER, occasion)
        until = occasion.due(answer_clock(asked, occasion)).date
        self._address(Address.ASKED, asked.question, until, occasion)

    def record_hearing(self, source: str, basis: str, papers: Papers, occasion: Occasion) -> None:
        """What the reporter said; whatever they add, beside it."""
        self.require(Verb.RECORD_HEARING, occasion)
        last = self.hearings[-1]
        heard = taken(last, source, basis, occasion)
        self._take_down(papers)
        self.hearings = (*(self.hearings if last.heard_at else self.hearings[:-1]), heard)
        self._stay(Verb.RECORD_HEARING, occasion)

    def record_unheard(self, why: Unheard, account: str, occasion: Occasion) -> None:
        """Why it was impossible."""
        self.require(Verb.RECORD_UNHEARD, occasion)
        self.hearings = (*self.hearings[:-1], unheard(self.hearings[-1], why, account, occasion))
        self._stay(Verb.RECORD_UNHEARD, occasion, why.value)

    def answer_draft(self, words: str, considered: str, papers: Papers, occasion: Occasion) -> None:
        """What the reporter says to it, which goes up with the file; what they add, below it."""
        self.require(Verb.ANSWER_DRAFT, occasion)
        answer, heeded = (given(each, Reader.ORGAN_ABOVE) for each in (words, considered))
        self._take_down(papers)
        self.draft_answer = _below(self.draft_answer, answer)
        self.draft_considered = _below(self.draft_considered, heeded)
        self.draft_answered_at = occasion.now
        self._stay(Verb.ANSWER_DRAFT, occasion)

    def take_message(self, at: datetime, occasion: Occasion) -> None:
        """They wrote, what, the vault has. Of a finding it is a complaint, as long as they may complain."""
        if not self.transitions.allow(self.state, Verb.TAKE_MESSAGE):
            return
        self.take_receipt(at, at, occasion)     # who writes has seen it
        until = self.complain_until(occasion)
        if self.state in (State.FOUND, State.UPHELD) and until and at.astimezone(ZONE).date() <= until:
            self._lodge(IN_THE_DIALOGUE, occasion)
            return
        if self.hearings and self.found_at is None:
            self.unread_since = min(filter(None, (self.unread_since, at)))
        self._stay(Verb.TAKE_MESSAGE, occasion)

    def take_receipt(self, told_until: datetime, at: datetime, occasion: Occasion) -> None:
        """They have read what was put to them up to that moment."""
        if self.transitions.allow(self.state, Verb.TAKE_RECEIPT):
            self._reached(told_until, at, Verb.TAKE_RECEIPT, occasion)

    def record_service(self, served_on: date, papers: Papers, occasion: Occasion) -> None:
        """It has reached them elsewhere, which takes a paper; otherwise `clarify.service_unproven`."""
        self.require(Verb.RECORD_SERVICE, occasion)
        require_not_ahead(served_on, occasion)
        if not papers:
            raise CaseError("clarify.service_unproven")
        self.papers += papers
        at = max(self.addressed[-1].at, datetime.combine(served_on, time(), ZONE))
        self._reached(occasion.now, at, Verb.RECORD_SERVICE, occasion)

    def was_read(self, about: Address) -> bool:
        """Whether the last of this kind has reached them."""
        return next((each.read_at is not None for each in reversed(self.addressed) if each.about is about),
                    False)

    def _reached(self, told_until: datetime, at: datetime, verb: Verb, occasion: Occasion) -> None:
        """Their time begins with it."""
        read = {each.about for each in self.addressed if each.read_at is None and each.at <= told_until}
        if not read:
            return
        self.addressed = tuple(replace(each, read_at=each.read_at or at) if each.at <= told_until else each
                               for each in self.addressed)
        self.hearings = tuple(replace(each, read_at=each.read_at or at) if each.asked_at <= told_until
                              else each for each in self.hearings)
        clock = None
        if Address.DRAFT in read and self.state is State.DRAFT:
            clock = self.draft_clock = DeadlineClock(at, self.rule(occasion).limit)
        if Address.FOUND in read:
            self.complaint_clock = DeadlineClock(at, occasion.pack.false_accusation.stage(State.FOUND).limit)
            clock = self.complaint_clock if self.state is State.FOUND else None
        self.turn(verb, occasion, clock=clock)
        self.tell(verb, occasion)

    def complain(self, words: str, lodged_on: date, papers: Papers, occasion: Occasion) -> None:
        """On paper, in time: what they write in the dialogue is a complaint by itself. Nothing takes effect
        meanwhile."""
        self.require(Verb.COMPLAIN, occasion)
        until, why = self.complain_until(occasion), given(words, Reader.ORGAN_ABOVE)
        require_not_ahead(lodged_on, occasion)
        if until is None or lodged_on > until:
            raise CaseError("clarify.complaint_late", details={"until": until.isoformat() if until else ""})
        if not papers:
            raise CaseError("clarify.reporter_wrote_nothing")
        self.papers += papers
        self._lodge(why, occasion)

    def _lodge(self, why: str, occasion: Occasion) -> None:
        """What is lodged beside another complaint is answered with it."""
        self.complaint = _below(self.complaint, why)
        if self.state is State.COMPLAINT:
            self._stay(Verb.COMPLAIN, occasion)
        else:
            lead_on(self, Verb.COMPLAIN, occasion)
            self.tell(Verb.COMPLAIN, occasion)

    def _take_down(self, papers: Papers) -> None:
        """Only what they wrote, or gave on paper; otherwise `clarify.reporter_wrote_nothing`."""
        if self.unread_since is None and not papers:
            raise CaseError("clarify.reporter_wrote_nothing")
        self.unread_since, self.papers = None, (*self.papers, *papers)

    def _stay(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def _address(self, about: Address, words: str, until: date | None, occasion: Occasion) -> None:
        self.addressed += (told(about, words, until, occasion),)
        self.record(ReporterAddressed(reporter_ref=self.reporter_ref, case_id=self.id, about=about,
                                      place=len(self.addressed), at=occasion.now))


def _below(before: str, more: str) -> str:
    """Nothing that was written down is written over."""
    return "\n".join(filter(None, (before, more)))
