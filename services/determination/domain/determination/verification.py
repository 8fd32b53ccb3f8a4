"""Verification: what is gathered before anybody decides. Evidence, findings, the subject's word, the negative
list, the report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    Act,
    AddEvidence,
    DecisionTerms,
    Evidence,
    FactsMaterial,
    LinkedFiling,
    LinkedVersion,
    NegativeAnswer,
    NegativeFinding,
    Statement,
    Subject,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef, FiledVersion, FilingState, FilingView, in_force
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.unit_names import unit_key, unit_keys
from rongcuo.texts.signs import is_seen
from services.determination.domain.determination.decision import local_day, today
from services.determination.domain.determination.decision_making import deny
from services.determination.domain.determination.facts import Facts, require_evidence
from services.determination.domain.determination.stages import go_on
from services.determination.domain.determination.verbs import Verb

HELD = frozenset({FilingState.ACCEPTED, FilingState.EXPIRED})  # expired today, it may have held on the day


def link_filing(case: Facts, filing: FilingView, occasion: Occasion,
                units: frozenset[str] = frozenset()) -> None:
    """An accepted filing of the subject or their unit, made before the act and covering it. `units`:
    every name of the filing's unit."""
    case.require(Verb.LINK_FILING, occasion)
    filed_at = require_coverage(filing, case.subject, case.act, units)
    linked = LinkedFiling(
        filing_id=filing.filing_id, number=filing.number, title=filing.content.title,
        register_number=filing.register_number, linked_by=occasion.actor.name, filed_at=filed_at,
        versions=tuple(map(_linked, _on_its_days(filing, case.act))) if len(filing.versions) > 1 else ())
    others = (each for each in case.filings if each.filing_id != filing.filing_id)
    case.filings = (*others, linked)
    case.step(Verb.LINK_FILING, occasion, filing.number)


def require_coverage(filing: FilingView, subject: Subject, act: Act, units: frozenset[str]) -> datetime:
    """When it was filed. `units`: every name of the filing's unit. Raises
    `determination.filing_does_not_cover` with all that speaks against it."""
    against = tuple(_against(filing, subject, act, units))
    if against or filing.submitted_at is None:
        raise CaseError("determination.filing_does_not_cover", details={"reasons": list(against)})
    return filing.submitted_at


def _against(filing: FilingView, subject: Subject, act: Act,
             units: frozenset[str]) -> Iterator[str]:
    if filing.void_by:
        yield "no_longer_applies"
    if filing.state not in HELD:
        yield "not_accepted"
    own = bool(subject.officer_id) and filing.filer_id == subject.officer_id
    if not own and unit_key(subject.unit) not in units | unit_keys(filing.unit):
        yield "not_of_the_subject"
    if filing.submitted_at is None or local_day(filing.submitted_at) >= act.since:
        yield "not_filed_before_the_act"
    first, last = filing.valid_from, filing.valid_until
    if then := _on_its_days(filing, act):     # what was changed later reaches no earlier day
        last = then[-1].terms.valid_until or last
    if first is None or last is None or not (first <= act.since and act.until <= last):
        yield "act_outside_validity"
    if filing.decided_at and act.since < local_day(filing.decided_at):
        yield "act_before_acceptance"


def _on_its_days(filing: FilingView, act: Act) -> tuple[FiledVersion, ...]:
    return in_force(filing.versions, act.since, act.until) if filing.versions else ()


def _linked(version: FiledVersion) -> LinkedVersion:
    return LinkedVersion(number=version.number, digest=version.digest, since=version.since,
                         until=version.until)


def heed_change(case: Facts, filing_id: str, at: datetime, occasion: Occasion) -> None:
    """A filing that is linked covers something else from now on. What it covered on the days of the act stays
    as it was; whoever reads it today is told that it reads differently."""
    marked = tuple(replace(each, changed_at=at) if each.filing_id == filing_id else each
                   for each in case.filings)
    if marked != case.filings:
        case.filings = marked
        case.note("filing_changed", occasion)
        case.tell("filing_changed", occasion)


def heed_void(case: Facts, filing_id: str, void_by: str, occasion: Occasion) -> None:
    """A filing that is linked applies no more, by another determination; or, with nobody named, again."""
    marked = tuple(replace(each, void_by=void_by) if each.filing_id == filing_id else each
                   for each in case.filings)
    if marked != case.filings:
        case.filings = marked
        what = "filing_voided" if void_by else "filing_restored"
        case.note(what, occasion, void_by)
        case.tell(what, occasion)


def heed_dismissal(case: Facts, officer_id: str, occasion: Occasion) -> None:
    """The subject's post has ended: from now on they are somebody without an account, for whom others
    enter what they hand in."""
    if case.is_subject(officer_id):
        case.subject = replace(case.subject, officer_id="")
        case.note("subject_post_ended", occasion)
        case.tell("subject_post_ended", occasion)


def add_evidence(case: Facts, evidence_id: str, item: AddEvidence, occasion: Occasion) -> None:
    """Add an item of evidence; its files were uploaded before."""
    case.require(Verb.ADD_EVIDENCE, occasion)
    if item.obtained_on and item.obtained_on > today(occasion):
        raise CaseError("determination.evidence_in_the_future")
    case.evidence += (Evidence(
        evidence_id=evidence_id, title=item.title, about=item.about, added_by=occasion.actor.name,
        kind=item.kind, obtained_on=item.obtained_on, attachments=item.attachments,
        added_at=occasion.now),)
    case.step(Verb.ADD_EVIDENCE, occasion, item.title)


def record_finding(case: Facts, evidence_id: str, finding: str, occasion: Occasion) -> None:
    """What the team found from one item."""
    case.require(Verb.RECORD_FINDING, occasion)
    require_evidence(case, (evidence_id,))
    found = given(finding, Reader.INSIDE)
    case.evidence = tuple(replace(item, finding=found) if item.evidence_id == evidence_id else item
                          for item in case.evidence)
    case.step(Verb.RECORD_FINDING, occasion)


def record_statement(case: Facts, words: str, attachments: tuple[AttachmentRef, ...],
                     occasion: Occasion) -> None:
    """The subject's own words, written by themselves or taken down by the team; what was said stays."""
    case.require(Verb.RECORD_STATEMENT, occasion)
    actor = occasion.actor
    case.statements += (Statement(
        words=given(words, Reader.CASEWORKERS),
        taken_by="" if case.is_subject(actor.officer_id) else actor.name,
        attachments=attachments, at=occasion.now),)
    case.step(Verb.RECORD_STATEMENT, occasion)


def write_facts_material(case: Facts, facts: str, tolerance_opinion: str, occasion: Occasion) -> None:
    """违纪违法事实见面材料, which the subject reads."""
    case.require(Verb.WRITE_FACTS_MATERIAL, occasion)
    case.facts_material = FactsMaterial(
        facts=given(facts, Reader.SUBJECT), tolerance_opinion=given(tolerance_opinion, Reader.SUBJECT),
        written_by=occasion.actor.name, at=occasion.now)
    case.step(Verb.WRITE_FACTS_MATERIAL, occasion)


def answer_negative_item(case: Facts, finding: NegativeFinding, occasion: Occasion) -> None:
    """Whether an item applies: a hit with evidence, a dispute with its reason."""
    case.require(Verb.ANSWER_NEGATIVE_ITEM, occasion)
    if finding.item not in case.yardstick.negative_items:
        raise CaseError("determination.unknown_negative_item", details={"item": finding.item})
    require_evidence(case, finding.evidence)
    if finding.answer is NegativeAnswer.HIT and not finding.evidence:
        raise CaseError("determination.hit_needs_evidence", details={"item": finding.item})
    if finding.answer is not NegativeAnswer.CLEAR and not is_seen(finding.reason):
        raise CaseError("determination.finding_needs_reason",
                        details={"item": finding.item, "read_by": Reader.INSIDE.value})
    case.negative_findings = {**case.negative_findings, finding.item: finding}
    case.step(Verb.ANSWER_NEGATIVE_ITEM, occasion, f"{finding.item}:{finding.answer.value}")


def write_report(case: Facts, report: str, terms: DecisionTerms | None, occasion: Occasion) -> None:
    """The verification report. With a hit on the negative list it ends in denial; there is no meeting."""
    case.require(Verb.DENY if case.hits else Verb.REPORT, occasion)
    written = given(report, Reader.INSIDE)
    if case.hits:
        return deny(case, written, terms, occasion)
    case.report = written
    go_on(case, Verb.REPORT, occasion)
    return case.tell(Verb.REPORT, occasion)
