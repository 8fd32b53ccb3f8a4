"""Verification: evidence, findings, the subject's word, the negative list, the report."""

from dataclasses import dataclass, replace

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    AddEvidence,
    DecisionTerms,
    Evidence,
    FactsMaterial,
    LinkedFiling,
    NegativeAnswer,
    NegativeFinding,
    Outcome,
    Statement,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef, FilingView
from rongcuo.contracts.readers import Reader
from rongcuo.texts.signs import is_seen
from services.determination.domain.determination.assessing import Assessed
from services.determination.domain.determination.coverage import require_coverage
from services.determination.domain.determination.deciding import UP_TO_DECISION
from services.determination.domain.determination.decision import Basis, today
from services.determination.domain.determination.moves import Verb


@dataclass(kw_only=True)
class Verified(Assessed):
    """What is gathered before anybody decides."""

    def link_filing(self, filing: FilingView, occasion: Occasion,
                    units: frozenset[str] = frozenset()) -> None:
        """An accepted filing of the subject or their unit, made before the act and covering it. `units`:
        every name of the filing's unit."""
        self.require(Verb.LINK_FILING, occasion)
        filed_at = require_coverage(filing, self.subject, self.act, units)
        linked = LinkedFiling(
            filing_id=filing.filing_id, number=filing.number, title=filing.content.title,
            register_number=filing.register_number, linked_by=occasion.actor.name, filed_at=filed_at)
        others = (each for each in self.filings if each.filing_id != filing.filing_id)
        self.filings = (*others, linked)
        self._done(Verb.LINK_FILING, occasion, filing.number)

    def heed_void(self, filing_id: str, void_by: str, occasion: Occasion) -> None:
        """A filing that is linked applies no more, by another determination; or, with nobody named, again."""
        marked = tuple(replace(each, void_by=void_by) if each.filing_id == filing_id else each
                       for each in self.filings)
        if marked != self.filings:
            self.filings = marked
            what = "filing_voided" if void_by else "filing_restored"
            self._note(what, occasion, void_by)
            self._tell(what, occasion)

    def heed_dismissal(self, officer_id: str, occasion: Occasion) -> None:
        """The subject's post has ended: from now on they are somebody without an account, for whom others
        enter what they hand in."""
        if self.is_subject(officer_id):
            self.subject = replace(self.subject, officer_id="")
            self._note("subject_post_ended", occasion)
            self._tell("subject_post_ended", occasion)

    def add_evidence(self, evidence_id: str, item: AddEvidence, occasion: Occasion) -> None:
        """Add an item of evidence; its files were uploaded before."""
        self.require(Verb.ADD_EVIDENCE, occasion)
        if item.obtained_on and item.obtained_on > today(occasion):
            raise CaseError("determination.evidence_in_the_future")
        self.evidence += (Evidence(
            evidence_id=evidence_id, title=item.title, about=item.about, added_by=occasion.actor.name,
            kind=item.kind, obtained_on=item.obtained_on, attachments=item.attachments,
            added_at=occasion.now),)
        self._done(Verb.ADD_EVIDENCE, occasion, item.title)

    def record_finding(self, evidence_id: str, finding: str, occasion: Occasion) -> None:
        """What the team found from one item."""
        self.require(Verb.RECORD_FINDING, occasion)
        self._require_evidence((evidence_id,))
        found = given(finding, Reader.INSIDE)
        self.evidence = tuple(replace(item, finding=found) if item.evidence_id == evidence_id else item
                              for item in self.evidence)
        self._done(Verb.RECORD_FINDING, occasion)

    def record_statement(self, words: str, attachments: tuple[AttachmentRef, ...],
                         occasion: Occasion) -> None:
        """The subject's own words, written by themselves or taken down by the team; what was said stays."""
        self.require(Verb.RECORD_STATEMENT, occasion)
        actor = occasion.actor
        self.statements += (Statement(
            words=given(words, Reader.CASEWORKERS),
            taken_by="" if self.is_subject(actor.officer_id) else actor.name,
            attachments=attachments, at=occasion.now),)
        self._done(Verb.RECORD_STATEMENT, occasion)

    def write_facts_material(self, facts: str, tolerance_opinion: str, occasion: Occasion) -> None:
        """违纪违法事实见面材料, which the subject reads."""
        self.require(Verb.WRITE_FACTS_MATERIAL, occasion)
        self.facts_material = FactsMaterial(
            facts=given(facts, Reader.SUBJECT), tolerance_opinion=given(tolerance_opinion, Reader.SUBJECT),
            written_by=occasion.actor.name, at=occasion.now)
        self._done(Verb.WRITE_FACTS_MATERIAL, occasion)

    def answer_negative_item(self, finding: NegativeFinding, occasion: Occasion) -> None:
        """Whether an item applies: a hit with evidence, a dispute with its reason."""
        self.require(Verb.ANSWER_NEGATIVE_ITEM, occasion)
        if finding.item not in self.yardstick.negative_items:
            raise CaseError("determination.unknown_negative_item", details={"item": finding.item})
        self._require_evidence(finding.evidence)
        if finding.answer is NegativeAnswer.HIT and not finding.evidence:
            raise CaseError("determination.hit_needs_evidence", details={"item": finding.item})
        if finding.answer is not NegativeAnswer.CLEAR and not is_seen(finding.reason):
            raise CaseError("determination.finding_needs_reason",
                            details={"item": finding.item, "read_by": Reader.INSIDE.value})
        self.negative_findings = {**self.negative_findings, finding.item: finding}
        self._done(Verb.ANSWER_NEGATIVE_ITEM, occasion, f"{finding.item}:{finding.answer.value}")

    def write_report(self, report: str, terms: DecisionTerms | None, occasion: Occasion) -> None:
        """The verification report. With a hit on the negative list it ends in denial; there is no meeting."""
        verb = Verb.DENY if self.hits else Verb.REPORT
        self.require(verb, occasion)
        written = given(report, Reader.INSIDE)
        if self.hits:
            return self._deny(written, terms, occasion)
        self.report = written
        self._go_on(verb, occasion)
        return self._tell(verb, occasion)

    def _deny(self, report: str, terms: DecisionTerms | None, occasion: Occasion) -> None:
        if terms is None:
            raise CaseError("determination.terms_missing", details={"items": list(self.hits)})
        self._require_terms(Outcome.DENIED, terms, occasion)
        self._require_within_floors(Outcome.DENIED, terms, None, occasion)
        self.report = report
        deciders = self.holders | {occasion.actor.officer_id}
        self._go_on(Verb.DENY, occasion, past=UP_TO_DECISION)
        self._decide(Basis.NEGATIVE_LIST, Outcome.DENIED, terms, deciders, occasion)
