"""Which letters determinations, meetings and appeals call for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.determination import (
    AppealDecided,
    DecisionTerms,
    DeterminationMade,
    DeterminationRefused,
    DeterminationRevoked,
    FeedbackGiven,
    MinutesConcluded,
    Outcome,
    RecordFiled,
    Rectification,
    Subject,
)
from rongcuo.contracts.determination.events import Standing
from rongcuo.contracts.events import Event
from rongcuo.policy.pack import Item, Pack
from services.documents.domain.said import FORMS, day, listed, period
from services.documents.domain.wanted import Wanted

PERSONNEL = "组织人事部门"
MEETING = "联席会议"
SETS = {"three_distinctions": "“三个区分开来”", "four_checks": "“四查四看”", "six_factors": "六要素",
        "eight_views": "“八看”"}   # as everybody calls them
Facts = dict[str, str]


@dataclass(frozen=True)
class Rulebook:
    """`run`: the pack by which the case is run, `judged`: the one in force when the act happened."""

    run: Pack
    judged: Pack

    def outcome(self, outcome: Outcome) -> str:
        return named(outcome.value, self.judged.outcomes, self.run.outcomes)

    def criteria(self, code: str) -> str:
        """How a set of criteria is called; one without a name of its own is told by what it asks."""
        asked = (item.name for item in self.judged.criteria_sets.get(code, ()))
        return SETS.get(code) or listed(asked) or code


def named(code: str, *lists: Mapping[str, Item]) -> str:
    """The name of a code in the first list that has it; the code itself where none has."""
    return next((found[code].name for found in lists if code in found), code)


def wanted_of_case(event: Event, rules: Rulebook) -> Wanted | None:
    """The letter that an event of a determination, a meeting or an appeal calls for."""
    call = CALLS.get(type(event))
    return call(event, rules) if call else None


def _refused(event: DeterminationRefused, _: Rulebook) -> Wanted:
    return _to_subject("determination_refusal", event.standing.matter_id, event.standing, event.subject, {
        "reasons": event.reasons, "decided_on": day(event.at)})


def _made(event: DeterminationMade, rules: Rulebook) -> Wanted:
    kind = "denial_decision" if event.outcome is Outcome.DENIED else "determination_decision"
    facts = {
        "act": event.act.what, "since": day(event.act.since), "until": day(event.act.until),
        "situation": named(event.situation, rules.judged.situations, rules.run.situations),
        "filings": listed(event.filing_numbers), "meeting": MEETING if event.meeting_id else "",
        "outcome": rules.outcome(event.outcome), "appeal_until": day(event.appeal_until),
        "negative_items": listed(named(code, rules.judged.negative_list, rules.run.negative_list)
                                 for code in event.negative_items),
        "decided_on": day(event.decided_at), **_terms(event.terms, rules)}
    return _to_subject(kind, event.decision_id, event.standing, event.subject, facts, of_old=event.replaces)


def _revoked(event: DeterminationRevoked, rules: Rulebook) -> Wanted:
    """It speaks of the decision's letter, and stands for itself."""
    subject = event.subject or Subject(name="", unit="", officer_id=event.standing.subject_id)
    return _to_subject("revocation_decision", event.decision_id, event.standing, subject, {
        "reasons": event.reasons, "appeal_within": period(rules.run.appeal.lodge_within),
        "decided_on": day(event.at)})


def _terms(terms: DecisionTerms, rules: Rulebook) -> Facts:
    return {
        "reasons": terms.reasons, "criteria": listed(map(rules.criteria, terms.cited)),
        "form": FORMS[terms.discipline_form], "measure": named(terms.measure, rules.run.measures),
        "conditions": listed(terms.conditions, "；"), "effects": terms.effects,
        "rectification": _put_right(terms.rectification)}


def _put_right(order: Rectification | None) -> str:
    return f"{order.what.rstrip('。')}，于{day(order.due_on)}前（含当日）完成" if order else ""


def _fed_back(event: FeedbackGiven, rules: Rulebook) -> Wanted:
    return _to_subject("feedback_letter", event.decision_id, event.standing, event.subject, {
        "outcome": rules.outcome(event.outcome), "note": event.note, "answer": event.answer,
        "effects": event.effects, "rectification": _put_right(event.rectification),
        "appeal_until": day(event.appeal_until)})


def _filed(event: RecordFiled, rules: Rulebook) -> Wanted:
    """It goes to a body, not to a person: no officer is a recipient."""
    letter = _to_subject("personnel_notice", event.decision_id, event.standing, event.subject, {
        "outcome": rules.outcome(event.outcome), "effects": event.effects, "body": event.body,
        "note": event.note, "recipient": PERSONNEL})
    return replace(letter, recipients=())


def _minutes(event: MinutesConcluded, _: Rulebook) -> Wanted:
    facts = {
        "meeting": event.standing.title, "place": event.place, "chair": event.chair_name,
        "present": listed(event.present), "absent": listed(event.absent), "recused": listed(event.recused),
        "resolved": "\n".join(event.resolved), "minutes": event.minutes,
        "minority": listed(event.minority, "；"), "decided_on": day(event.met_at)}
    return _wanted("meeting_minutes", event.standing.matter_id, event.standing, facts)


def _appeal_decided(event: AppealDecided, rules: Rulebook) -> Wanted:
    outcome = "维持原决定" if event.upheld else f"变更原决定，结果为{_changed(event, rules)}"
    letter = _wanted("appeal_decision", event.standing.matter_id, event.standing, {
        "reasons": event.reasons, "outcome": outcome, "decided_on": day(event.decided_at)})
    to = (event.standing.subject_id,) if event.standing.subject_id else ()
    return replace(letter, matter_id=event.case_id, recipients=to, about=event.decision_id)


def _changed(event: AppealDecided, rules: Rulebook) -> str:
    """The form of discipline too: it may be all that has changed."""
    level = event.discipline_form
    form = "" if level is None else FORMS[level] or "不作组织处理"
    return listed((rules.outcome(event.outcome), form), "，处理为")


def _to_subject(kind: str, decision_id: str, standing: Standing, subject: Subject, facts: Facts,
                of_old: str = "") -> Wanted:
    whom = {"subject": subject.name, "unit": subject.unit, "recipient": subject.name}
    letter = _wanted(kind, decision_id, standing, {**whom, **facts})
    recipients = (subject.officer_id,) if subject.officer_id and standing.subject_id else ()    # who was told
    return replace(letter, recipients=recipients, of_old=of_old, about=of_old or decision_id)


def _wanted(kind: str, decision_id: str, standing: Standing, facts: Facts) -> Wanted:
    return Wanted(
        kind=kind, matter_id=standing.matter_id, decision_id=decision_id, organ_id=standing.organ_id,
        division_code=standing.division_code, pack_id=standing.pack_id, parties=standing.parties,
        facts={"matter": standing.title, "number": standing.number, **facts})


CALLED_BY: Mapping[str, type[CaseMoved]] = {
    "determination_refusal": DeterminationRefused, "determination_decision": DeterminationMade,
    "denial_decision": DeterminationMade, "revocation_decision": DeterminationRevoked,
    "feedback_letter": FeedbackGiven, "personnel_notice": RecordFiled, "meeting_minutes": MinutesConcluded,
    "appeal_decision": AppealDecided,
}
CALLS: Mapping[type[Event], Callable[[Any, Rulebook], Wanted]] = {
    DeterminationRefused: _refused, DeterminationMade: _made, DeterminationRevoked: _revoked,
    FeedbackGiven: _fed_back, RecordFiled: _filed,
    MinutesConcluded: _minutes, AppealDecided: _appeal_decided,
}
