"""What passes between an inquiry and the reporter, whom only the vault knows. What they have written is never
passed over, and nobody speaks for them without a paper."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final, Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.transitions import Transitions
from rongcuo.contracts.clarify import Address, Addressed, DraftFinding, Entered, Entry, Hearing, Unheard
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain.false_accusation import entering
from services.clarify.domain.false_accusation.entering import Papers, keep, last_place, read_back, told_day
from services.clarify.domain.false_accusation.hearing import answer_clock, reopened, taken, unheard, without
from services.clarify.domain.false_accusation.proof import Proof
from services.clarify.domain.false_accusation.transitions import COMPLAINED_OF
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.stages import latest, require_not_ahead

IN_THE_DIALOGUE: Final = "举报人在往来中写的，见往来。"
DECLINED: Final = "不愿说明来源和依据。"
Places = frozenset[int]


class Inquiry(Protocol):
    """A `FalseAccusation`, whose verbs these are."""

    state: State
    hearings: tuple[Hearing, ...]
    addressed: tuple[Addressed, ...]
    unread_since: datetime | None
    papers: Papers
    entries: tuple[Entry, ...]
    draft: DraftFinding | None
    draft_clock: DeadlineClock | None
    draft_answer: str
    draft_considered: str
    draft_answered_at: datetime | None
    proof: Proof
    found_at: datetime | None
    effective_at: datetime | None
    complaint_clock: DeadlineClock | None
    complaint: str

    @property
    def transitions(self) -> Transitions[Any, Any]: ...

    def require(self, verb: str, occasion: Occasion) -> None: ...

    def rule(self, occasion: Occasion) -> Stage: ...

    def turn(self, verb: str, occasion: Occasion, note: str = "",
             clock: DeadlineClock | None = None) -> None: ...

    def tell(self, what: str, occasion: Occasion) -> None: ...

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None: ...

    def lead_on(self, verb: Verb, occasion: Occasion) -> None: ...

    def address(self, about: Address, words: str, until: date | None, occasion: Occasion) -> None: ...


def complain_until(case: Inquiry, occasion: Occasion) -> date | None:
    """The last local day of a complaint, never earlier than they were told; None before a finding."""
    return latest(occasion, case.complaint_clock, told_day(case, Address.FOUND))


def require_answered_by(case: Inquiry, day: date, occasion: Occasion) -> None:
    """The committee met after the time for an answer, with whatever the reporter had said; otherwise
    `clarify.committee_too_early`."""
    until = latest(occasion, case.draft_clock, told_day(case, Address.DRAFT))
    answered = case.draft_answered_at
    too_early = until is not None and day <= until
    if too_early or (answered is not None and day < answered.astimezone(ZONE).date()):
        raise CaseError("clarify.committee_too_early")


def ask_reporter(case: Inquiry, question: str, occasion: Occasion) -> None:
    """Through the vault, where it comes from and what it rests on. What they wrote before they were asked
    answers nothing; nor does what an officer entered for them, and nobody has confirmed or they have not
    read: that is no word of theirs."""
    case.require(Verb.ASK_REPORTER, occasion)
    case.hearings = without(case.hearings, {each.at for each in entering.pending(case)})
    asked = Hearing(question=given(question, Reader.ADDRESSEE), asked_at=occasion.now)
    case.unread_since = case.unread_since if case.hearings else None
    case.hearings += (asked,)
    case.step(Verb.ASK_REPORTER, occasion)
    until = occasion.due(answer_clock(asked, occasion)).date
    case.address(Address.ASKED, asked.question, until, occasion)


def record_hearing(case: Inquiry, source: str, basis: str, papers: Papers, occasion: Occasion) -> None:
    """What the reporter said, by an officer's account, which they read; whatever they add, beside it."""
    case.require(Verb.RECORD_HEARING, occasion)
    last = case.hearings[-1]
    heard = taken(last, source, basis, occasion)
    _take_down(case, papers)
    case.hearings = (*(case.hearings if last.heard_at else case.hearings[:-1]), heard)
    case.step(Verb.RECORD_HEARING, occasion)
    read_back(case, Entered.HEARING, (heard.source, heard.basis), occasion)


def record_unheard(case: Inquiry, why: Unheard, account: str, papers: Papers, occasion: Occasion) -> None:
    """Why it was impossible. That they do not want to, is theirs to say: `clarify.reporter_wrote_nothing`;
    and out of reach is nobody who was reached since they were asked: `clarify.reporter_was_reached`."""
    case.require(Verb.RECORD_UNHEARD, occasion)
    since = case.addressed[max(last_place(case, Address.ASKED) - 1, 0):]
    if why is Unheard.NOT_REACHED and any(each.read_at for each in since):
        raise CaseError("clarify.reporter_was_reached")
    closed = unheard(case.hearings[-1], why, account, told_day(case, Address.ASKED), occasion)
    if why is Unheard.DECLINED and not papers:
        raise CaseError("clarify.reporter_wrote_nothing")
    keep(case, papers)
    case.hearings = (*case.hearings[:-1], closed)
    case.step(Verb.RECORD_UNHEARD, occasion, why.value)
    if why is Unheard.DECLINED:
        read_back(case, Entered.DECLINED, (DECLINED,), occasion)


def answer_draft(case: Inquiry, words: str, considered: str, papers: Papers, occasion: Occasion) -> None:
    """What the reporter says to it, which goes up with the file; what they add, below it."""
    case.require(Verb.ANSWER_DRAFT, occasion)
    answer, heeded = (given(each, Reader.ORGAN_ABOVE) for each in (words, considered))
    _take_down(case, papers)
    case.draft_answer = _below(case.draft_answer, answer)
    case.draft_considered = _below(case.draft_considered, heeded)
    case.draft_answered_at = occasion.now
    case.step(Verb.ANSWER_DRAFT, occasion)
    read_back(case, Entered.DRAFT_ANSWER, (answer,), occasion)


def take_message(case: Inquiry, shown: Places, at: datetime, occasion: Occasion) -> None:
    """They wrote, what, the vault has; `shown`: below which of what was put to them. Of a finding it is a
    complaint, if they wrote it while they could complain, however late it is heard of."""
    if not case.transitions.allow(case.state, Verb.TAKE_MESSAGE):
        return
    take_receipt(case, shown, at, occasion)     # who writes has seen it
    until = complain_until(case, occasion)
    if case.state in COMPLAINED_OF and until and at.astimezone(ZONE).date() <= until:
        _lodge(case, IN_THE_DIALOGUE, occasion)
        return
    if case.state is State.CONCLUDED:       # and nothing else is heard of what is over
        return
    if entering.was_asked(case, shown, at) and case.found_at is None:
        case.unread_since = min(filter(None, (case.unread_since, at)))
    case.step(Verb.TAKE_MESSAGE, occasion)


def take_receipt(case: Inquiry, shown: Places, at: datetime, occasion: Occasion) -> None:
    """They have read what was put to them in these places, counted from one."""
    if case.transitions.allow(case.state, Verb.TAKE_RECEIPT):
        _reached(case, shown, at, Verb.TAKE_RECEIPT, occasion)


def record_service(case: Inquiry, served_on: date, unsigned: bool, papers: Papers,
                   occasion: Occasion) -> None:
    """It has reached them elsewhere, which takes a paper: `clarify.service_unproven`; and was not refused on
    the day on which it was written: `clarify.served_too_soon`. It holds once somebody else confirms it."""
    case.require(Verb.RECORD_SERVICE, occasion)
    require_not_ahead(served_on, occasion)
    if not papers:
        raise CaseError("clarify.service_unproven")
    put_on = case.addressed[-1].at.astimezone(ZONE).date()
    if served_on < put_on or (unsigned and served_on == put_on):
        raise CaseError("clarify.served_too_soon")
    keep(case, papers)
    open_ones = (each for each in case.addressed if each.read_at is None)
    entering.enter(case, Entered.SERVICE, open_ones, occasion, served_on, unsigned)
    case.step(Verb.RECORD_SERVICE, occasion, served_on.isoformat())


def confirm_entry(case: Inquiry, number: int, occasion: Occasion) -> None:
    """Somebody else has seen the paper. A service reaches them now: their time runs from today, and nobody
    makes it end by a day of before."""
    case.require(Verb.CONFIRM_ENTRY, occasion)
    entry = entering.confirmed(case, number, occasion)
    served = range(1, entry.place + 1) if entry.what is Entered.SERVICE else ()
    if not _reached(case, frozenset(served), occasion.now, Verb.CONFIRM_ENTRY, occasion, entry.what):
        case.step(Verb.CONFIRM_ENTRY, occasion, entry.what)


def _reached(case: Inquiry, places: Places, at: datetime, verb: Verb, occasion: Occasion,
             note: str = "") -> bool:
    """Their time begins with it, if it was not read before. Whoever is reached after all can be heard."""
    reached = {place for place, each in enumerate(case.addressed, 1) if place in places and not each.read_at}
    new = [case.addressed[place - 1] for place in sorted(reached)]
    if not new:
        return False
    read, asked = {each.about for each in new}, {each.at for each in new if each.about is Address.ASKED}
    case.addressed = tuple(replace(each, read_at=at) if each in new else each for each in case.addressed)
    case.hearings = tuple(replace(each, read_at=at) if each.asked_at in asked else each
                          for each in reopened(case.hearings, case.found_at))
    clock = None
    if Address.DRAFT in read and case.state is State.DRAFT:
        clock = case.draft_clock = DeadlineClock(at, case.rule(occasion).limit)
    if case.found_at and last_place(case, Address.FOUND) in reached:
        case.complaint_clock = DeadlineClock(at, occasion.pack.false_accusation.stage(State.FOUND).limit)
        clock = case.complaint_clock if case.state is State.FOUND else None
    case.turn(verb, occasion, note, clock)
    case.tell(verb, occasion)
    return True


def complain(case: Inquiry, words: str, lodged_on: date, papers: Papers, occasion: Occasion) -> None:
    """On paper, in time: what they write in the dialogue is a complaint by itself. Nothing takes effect
    meanwhile."""
    case.require(Verb.COMPLAIN, occasion)
    until, why = complain_until(case, occasion), given(words, Reader.ORGAN_ABOVE)
    require_not_ahead(lodged_on, occasion)
    if until is None or lodged_on > until:
        raise CaseError("clarify.complaint_late", details={"until": until.isoformat() if until else ""})
    if not papers:
        raise CaseError("clarify.reporter_wrote_nothing")
    keep(case, papers)
    _lodge(case, why, occasion)
    read_back(case, Entered.COMPLAINT, (why,), occasion)


def _lodge(case: Inquiry, why: str, occasion: Occasion) -> None:
    """What is lodged beside another complaint, whoever lodged that, is answered with it. What took effect
    meanwhile, has none."""
    case.complaint, case.effective_at = _below(case.complaint, why), None
    if case.state is State.COMPLAINT:
        case.step(Verb.COMPLAIN, occasion)
    else:
        case.lead_on(Verb.COMPLAIN, occasion)
        case.tell(Verb.COMPLAIN, occasion)


def _take_down(case: Inquiry, papers: Papers) -> None:
    """Only what they wrote, or gave on paper; otherwise `clarify.reporter_wrote_nothing`. A paper is one
    thing, and what waits in the dialogue another: that is taken down by itself."""
    if case.unread_since is None and not papers:
        raise CaseError("clarify.reporter_wrote_nothing")
    if papers:
        keep(case, papers)
    else:
        case.unread_since = None


def _below(before: str, more: str) -> str:
    """Nothing that was written down is written over."""
    return "\n".join(filter(None, (before, more)))
