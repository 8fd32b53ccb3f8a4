"""Deciding, and what follows a decision."""

from dataclasses import dataclass, replace
from datetime import date

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import (
    Consent,
    DecisionStanding,
    DecisionTerms,
    DeterminationMade,
    DeterminationRevoked,
    FeedbackGiven,
    Opinion,
    Outcome,
    Overturned,
    RecordFiled,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from services.determination.domain.determination.challenging import Challenged
from services.determination.domain.determination.decision import (
    Basis,
    Decision,
    appeal_until,
    local_day,
    require_terms,
    today,
)
from services.determination.domain.determination.moves import Verb
from services.determination.domain.determination.severity import Said, require_no_heavier, weighed

MILDER_ELSEWHERE = "milder_elsewhere"
UP_TO_DECISION = frozenset({State.ACCEPTANCE.value, State.VERIFICATION.value, State.MEETING.value})


@dataclass(kw_only=True)
class Decided(Challenged):
    """At most one decision holds; those before it are kept."""

    def make(self, outcome: Outcome, terms: DecisionTerms, occasion: Occasion,
             consent: Consent | None = None) -> None:
        """Carry out what the signed meeting resolved. The reasons rest on assessments that were made."""
        self.require(Verb.MAKE, occasion)
        if outcome.value != self.resolved:
            raise CaseError("determination.not_what_was_resolved", details={"resolved": self.resolved})
        self._require_within_floors(outcome, terms, consent, occasion)
        self._require_terms(outcome, terms, occasion)
        self._go_on(Verb.MAKE, occasion, outcome.value, UP_TO_DECISION)
        self._decide(Basis.MEETING, outcome, terms, self.voters, occasion, consent=consent)

    def give_feedback(self, note: str, answer: str, occasion: Occasion) -> None:
        """反馈: the decision was told to the subject, who may have answered."""
        self.require(Verb.GIVE_FEEDBACK, occasion)
        told = given(note, Reader.SUBJECT)
        self._go_on(Verb.GIVE_FEEDBACK, occasion, f"{told}\n{answer}".strip())
        self._begin_appeal_period(occasion)
        decision = self._held()
        self.record(FeedbackGiven(
            standing=self.standing(), decision_id=decision.decision_id, subject=self.subject, note=told,
            given_by_name=occasion.actor.name, answer=answer.strip(), effects=decision.terms.effects,
            rectification=decision.terms.rectification, appeal_until=decision.appeal_until,
            outcome=decision.outcome, at=occasion.now))

    def file_for_record(self, body: str, note: str, occasion: Occasion) -> None:
        """备案 with the same-level party committee, and the notice to the personnel body."""
        self.require(Verb.FILE_FOR_RECORD, occasion)
        to = given(body, Reader.ADDRESSEE)
        self._go_on(Verb.FILE_FOR_RECORD, occasion, f"{to}\n{note}".strip())
        decision = self._held()
        self.record(RecordFiled(
            standing=self.standing(), decision_id=decision.decision_id, subject=self.subject, body=to,
            note=note.strip(), effects=decision.terms.effects, outcome=decision.outcome, at=occasion.now))

    def correct(self, outcome: Outcome, terms: DecisionTerms, why: str, occasion: Occasion,
                consent: Consent | None = None) -> None:
        """更正: mends the words of a decision, which is superseded: the same outcome, and no term heavier."""
        self.require(Verb.CORRECT, occasion)
        former = self._held()
        if outcome is not former.outcome:
            raise CaseError("determination.correction_keeps_outcome",
                            details={"outcome": former.outcome.value})
        require_no_heavier(former.said, Said(outcome, terms), occasion.pack, consent, "determination.harsher",
                           today(occasion))
        self._require_terms(outcome, terms, occasion)
        self._turn(Verb.CORRECT, occasion, given(why, Reader.SUBJECT))
        deciders = former.deciders | {occasion.actor.officer_id}
        self._decide(Basis.CORRECTION, outcome, terms, deciders, occasion, why.strip(), consent,
                     former.overturned)

    def revoke(self, reasons: str, occasion: Occasion) -> None:
        """撤销: the decision no longer holds, and the case is open again in verification."""
        self.require(Verb.REVOKE, occasion)
        why, revoked = given(reasons, Reader.SUBJECT), self._held()
        self._go_back(Verb.REVOKE, occasion, why)
        self._have_say(frozenset({occasion.actor.officer_id}))
        self._retire(DecisionStanding.REVOKED, why)
        self.resolved, self.applying, self.voters, self.decided_at = "", (), frozenset(), None
        self.record(DeterminationRevoked(
            standing=self.standing(), decision_id=revoked.decision_id, subject=self.subject, reasons=why,
            at=occasion.now))

    def lodge_appeal(self, appeal_id: str, occasion: Occasion, handed_in_on: date | None = None) -> Decision:
        """The subject appeals; the decision against which they do. It holds until the appeal is decided."""
        self.require(Verb.LODGE_APPEAL, occasion)
        entered = "" if self.subject.officer_id else self._handed_in(handed_in_on, occasion).isoformat()
        self._turn(Verb.LODGE_APPEAL, occasion, entered)
        self.open_appeal = appeal_id
        self.appealed = self._held().decision_id
        self._tell(Verb.LODGE_APPEAL, occasion)
        return self._held()

    def heed_milder(self, other: "Decided", occasion: Occasion) -> bool:
        """Another case has decided the same act, milder in some term: this decision can be appealed against
        anew, from now on. What an appeal settled is final, and what is under appeal is heard."""
        held, milder = self.current, other.current
        if not (held and milder) or held.final or self.open_appeal:
            return False
        if not weighed(milder.said, held.said, occasion.pack).heavier:
            return False
        self._begin_appeal_period(occasion)
        self._note(MILDER_ELSEWHERE, occasion, other.number)
        self._tell(MILDER_ELSEWHERE, occasion, other.number)
        return True

    def seat_panel(self, panel: frozenset[str]) -> None:
        """The panel of an appeal may read the case."""
        self.readers |= panel

    def may_go_back_to(self, officer: OfficerView) -> None:
        """Where the appeal opens it again, whoever held it goes on with it, in post and free as they are."""
        if officer.officer_id == self.assignee_id and self._may_judge(officer):
            self.goes_back_to = Holder.of(officer)

    def drop_appeal(self, occasion: Occasion) -> None:
        """The subject took the appeal back; another one is possible while the period runs."""
        self.open_appeal = ""
        self._note("withdraw_appeal", occasion)

    def would_uphold(self, opinion: Opinion, occasion: Occasion) -> bool:
        """Whether a panel that says so upholds the decision; refused where anything else it says is heavier,
        or no decision could say it."""
        former, later = self._held(), Said(opinion.outcome, opinion.terms)
        if former.says(later.outcome, later.terms):
            return True
        require_no_heavier(former.said, later, occasion.pack, opinion.consent, "appeal.harsher",
                           today(occasion))
        self._require_terms(later.outcome, later.terms, occasion, opinion.overturned)
        return False

    def answer_appeal(self, opinion: Opinion, panel: frozenset[str], occasion: Occasion) -> bool:
        """Whether the panel upheld the decision; anything else it says takes its place."""
        if self.would_uphold(opinion, occasion):
            self._uphold(panel, occasion)
            return True
        self.open_appeal = ""
        self._note("change_on_appeal", occasion, opinion.outcome.value)
        self._decide(Basis.APPEAL, opinion.outcome, opinion.terms, panel, occasion, "", opinion.consent,
                     opinion.overturned)
        return False

    def _uphold(self, panel: frozenset[str], occasion: Occasion) -> None:
        """Who upheld it had a say in it: they hear no other appeal against it."""
        self.open_appeal = ""
        self._have_say(panel)
        self.decisions = tuple(replace(each, appeal_until=None) if each.current else each
                               for each in self.decisions)
        self._note("uphold", occasion)

    def _have_say(self, officers: frozenset[str]) -> None:
        """In what became of the decision that holds: they hear no appeal in this case, nor name who does."""
        self.decisions = tuple(replace(each, deciders=each.deciders | officers) if each.current else each
                               for each in self.decisions)

    def _require_terms(self, outcome: Outcome, terms: DecisionTerms, occasion: Occasion,
                       overturned: tuple[Overturned, ...] = ()) -> None:
        """What was voted on rests on assessments, in every decision about it. An item of the negative list
        that stands is a gate before every one of them."""
        self.require_gate(outcome, overturned)
        ordered = self.current.terms.rectification if self.current else None
        require_terms(outcome, terms, self.assessed, occasion, ordered)
        if self.resolved and not terms.cited:
            raise CaseError("determination.nothing_cited", details={"assessed": sorted(self.assessed)})

    def _decide(self, basis: Basis, outcome: Outcome, terms: DecisionTerms, deciders: frozenset[str],
                occasion: Occasion, why: str = "", consent: Consent | None = None,
                overturned: tuple[Overturned, ...] = ()) -> None:
        replaced = self.current
        self._retire(DecisionStanding.SUPERSEDED)
        decision = Decision(
            decision_id=f"{self.id}-{len(self.decisions) + 1}", basis=basis, outcome=outcome, terms=terms,
            decided_by=occasion.actor.officer_id, decided_by_name=occasion.actor.name, deciders=deciders,
            decided_at=occasion.now, why=why, consent=consent, overturned=overturned,
            meeting_id=self._meeting_behind(basis),
            appeal_until=None if basis is Basis.APPEAL else appeal_until(occasion))
        self.decisions = (*self.decisions, decision)
        self.decided_at = self.decided_at or occasion.now
        if replaced:
            self._follow_anew(occasion)
        self._tell_decision(decision, replaced.decision_id if replaced else "")

    def _tell_decision(self, decision: Decision, replaces: str) -> None:
        self.record(DeterminationMade(
            standing=self.standing(), decision_id=decision.decision_id, replaces=replaces,
            basis=decision.basis.value, subject=self.subject, act=self.act, initiation=self.initiation,
            outcome=decision.outcome, terms=decision.terms, situation=self.situation,
            negative_items=self.standing_items,
            filing_numbers=tuple(filing.number for filing in self.filings), meeting_id=decision.meeting_id,
            decided_by_name=decision.decided_by_name, appeal_until=decision.appeal_until,
            decided_at=decision.decided_at))

    def _meeting_behind(self, basis: Basis) -> str:
        return self.meeting_ids[-1] if basis is Basis.MEETING else ""

    def _held(self) -> Decision:
        if self.current is None:
            raise CaseError("review.move_not_allowed", "no decision holds", {"state": self.state.value})
        return self.current

    def _begin_appeal_period(self, occasion: Occasion) -> None:
        """It is counted from when the person was told, and no shorter than what their decision says."""
        until = appeal_until(occasion)
        self.decisions = tuple(
            replace(each, appeal_until=max(each.appeal_until, until)) if each.current and each.appeal_until
            else each for each in self.decisions)

    def _handed_in(self, day: date | None, occasion: Occasion) -> date:
        """On which day somebody without an account appealed: in time, whenever it is entered."""
        held = self._held()
        if day is None or not local_day(held.decided_at) <= day <= today(occasion):
            raise CaseError("appeal.handed_in_wrong")
        if held.appeal_until and day > held.appeal_until and self.state is not State.FEEDBACK:
            raise CaseError("appeal.too_late", details={"until": held.appeal_until.isoformat()})
        return day

    def _retire(self, standing: DecisionStanding, why: str = "") -> None:
        self.decisions = tuple(replace(each, standing=standing, why=why or each.why) if each.current else each
                               for each in self.decisions)
