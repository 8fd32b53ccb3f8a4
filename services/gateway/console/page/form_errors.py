"""What went wrong, said beside the field where it can be mended."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from flask import g, request
from flask_babel import gettext

from rongcuo.contracts.error_codes import CATALOGUE
from rongcuo.contracts.errors import CaseError, sentence_of
from rongcuo.contracts.readers import Reader
from rongcuo.texts.signs import isolated
from services.gateway.console.page.backend import officer_name
from services.gateway.console.page.dates import day, moment
from services.gateway.console.page.field_words import FIELDS
from services.gateway.console.page.language import in_english
from services.gateway.problems import note
from services.gateway.problems.words import in_chinese

Sentences = dict[str, list[str]]
# Marks of sentences that say more than the label does: a sign nobody sees, or who reads what is missing.
NAMED = ("U+", "e-mail address", "before the @", "can be seen. ")

# Which field of a form a refusal is about; `filing.incomplete` names its own, and of the codes that services
# ship the catalogue says it.
FIELD_OF: Mapping[str, str] = {
    **{code: kind.field for code, kind in CATALOGUE.items() if kind.field},
    "filing.unknown_situation": "situation", "filing.situation_needs_reason": "situation_reason",
    "filing.unknown_colour": "colour", "filing.negative_list": "negative_answers",
    "filing.negative_list_unanswered": "negative_answers",
    "filing.no_file_class": "class_answers", "filing.unknown_class": "class_answers",
    "filing.unknown_negative_item": "negative_answers", "filing.act_before_filing": "act_from",
    "filing.validity_over": "valid_until", "filing.validity_too_long": "valid_until",
    "filing.decision_still_to_come": "held_on",
    "filing.private_gain_statement_missing": "no_private_gain", "filing.duplicate_matter": "title",
    "determination.act_dates": "until", "determination.clue_not_received": "received_at",
    "determination.clue_is_a_report": "clue_number", "determination.clue_nobody_was_asked": "disposal",
    "determination.opened_from_report": "officer_id",
    "determination.unknown_subject": "officer_id", "determination.filing_does_not_cover": "filing_id",
    "determination.not_what_was_resolved": "outcome", "determination.unknown_measure": "measure",
    "determination.exempt_with_sanction": "discipline_form", "determination.nothing_cited": "cited",
    "determination.cited_not_assessed": "cited", "determination.rectification_in_the_past": "due_on",
    "review.reasons_missing": "reasons", "filing.reason_missing": "reason", "clock.reason_missing": "reason",
    "meeting.agenda_empty": "case_ids", "meeting.chair_not_a_member": "chair_id",
    "meeting.too_few_members": "member_ids", "meeting.too_few_entitled": "member_ids",
    "meeting.chair_absent": "present_ids", "meeting.no_quorum": "present_ids",
    "meeting.not_yet": "present_ids",
    "meeting.unknown_choice": "choice", "meeting.until_past": "until", "meeting.in_the_past": "at",
    "determination.evidence_in_the_future": "obtained_on", "appeal.handed_in_wrong": "handed_in_on",
    "determination.recusal_of_nobody": "officer_id", "determination.not_at_work_here": "officer_id",
    "determination.recusal_of_another": "officer_id", "determination.recusal_names_somebody": "officer_id",
    "appeal.paper_missing": "attachments", "determination.recusal_paper_missing": "attachments",
    "determination.consent_needs_paper": "attachments",
    "determination.consent_in_the_future": "consent_on", "determination.consent_too_old": "consent_on",
    "identity.username_taken": "username", "identity.weak_password": "password",
    "identity.typed_differently": "again", "identity.present_password_wrong": "present",
    "identity.password_unchanged": "password",
    "identity.incompatible_roles": "roles", "identity.unknown_organ": "organ_id",
    "review.team_too_small": "officer_ids", "appeal.panel_too_small": "officer_ids",
    "appeal.panel_even": "officer_ids",
    "appeal.not_eligible": "officer_ids", "appeal.first_decider": "officer_ids",
    "letter.unknown_code": "code",
    **{code: "attachments" for code in CATALOGUE if code.startswith("attachment.")},
}
# Where a form gives a field of the command another name, by the field around it.
TYPED_AS: Mapping[tuple[str, str], str] = {
    ("rectification", "what"): "rectification", ("consent", "given_on"): "consent_on",
    ("consent", "words"): "consent_words"}
TYPED_APART = frozenset({"collective_decision", "beneficiaries"})    # of a filing's content: a field each
# What is typed in numbered rows: `measure-0`. By the list within the content, and its field.
IN_ROWS: Mapping[str, Mapping[str, str]] = {
    "risks": {"risk": "risk", "measure": "measure"},
    "interests": {"name": "interest", "relation": "relation"}}


def explained(mistake: CaseError) -> dict[str, Any]:
    """The problem as the console's pages show it, in the person's language. `errors` is what stands beside
    each field, `sentences` what no field can say."""
    note(mistake)
    return {"title": sentence(mistake.code, mistake.details), "code": mistake.code,
            "status": mistake.kind.status, "detail": "", "sentences": _sentences(mistake),
            "reference": g.get("correlation_id", ""), "errors": by_field(mistake)}


def sentence(code: str, details: Mapping[str, Any] = MappingProxyType({})) -> str:
    """The catalogue's words for a code."""
    said = sentence_of(code, details)
    return said.en if in_english() else said.zh


def reader_words(code: str) -> str:
    """Who reads what is to be written, in the person's language; nothing where nobody is named."""
    reader = Reader(code) if code else None
    return "" if not reader else reader.en if in_english() else reader.zh


def by_field(mistake: CaseError) -> Sentences:
    """The sentences for each field of a form."""
    wrong: Sentences = defaultdict(list)
    for failure in _failures(mistake):
        for name in filter(None, _fields_of(failure)):
            missing = failure["code"] == "filing.incomplete"
            please = gettext("请填写%(field)s。", field=FIELDS.get(name, name))
            wrong[name].append(please if missing else _summary(failure))
    found = _by_typed_name(mistake.details.get("fields", {}))
    for name in _blamed(found):
        wrong[name].append(_unwritable(found, name) or _missing_or_wrong(name))
    return dict(wrong)


def _by_typed_name(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tree with each entry of a list that is typed in rows under the name of its row's field."""
    inside = found.get("content")
    if not isinstance(inside, Mapping):
        return found
    content: dict[str, Any] = {}
    for name, inner in inside.items():
        rows = inner if name in IN_ROWS and isinstance(inner, Mapping) else {}
        typed = {f"{IN_ROWS[name][field]}-{number}": said for number, row in rows.items()
                 if isinstance(row, Mapping) for field, said in row.items() if field in IN_ROWS[name]}
        content |= typed or {name: inner}
    return {**found, "content": content}


def _unwritable(found: Any, name: str) -> str:
    """The sentence about the text of the named field, in the person's language; empty where there is none."""
    sentence = next(_naming(_below(found, name)), "")
    whole = sentence[:1].upper() + sentence[1:]      # the contract's begins behind the field's name
    return whole if not sentence or in_english() else in_chinese(sentence)


def _below(found: Any, name: str) -> list[Any]:
    """What stands under every field of that name, however deep."""
    if isinstance(found, list):
        return [each for part in found for each in _below(part, name)]
    if not isinstance(found, Mapping):
        return []
    here = [found[name]] if name in found else []
    return here + [each for part in found.values() for each in _below(part, name)]


def _naming(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield from [found] if any(mark in found for mark in NAMED) else []
        return
    for part in found.values() if isinstance(found, Mapping) else found:
        yield from _naming(part)


def _missing_or_wrong(name: str) -> str:
    """Of a field that the page has, one or the other; of what is chosen elsewhere, either."""
    if name not in request.form:
        return gettext("这一项没有填，或者填得不对。")
    return gettext("这一项填得不对，请改正。") if request.form[name].strip() else gettext("请填写这一项。")


def _sentences(mistake: CaseError) -> list[str]:
    """What is said above the form because it is about none of its fields."""
    said = [_summary(failure) for failure in _failures(mistake) if not any(_fields_of(failure))]
    if officer_id := mistake.details.get("officer_id"):
        said.append(gettext("是谁：%(name)s", name=isolated(officer_name(str(officer_id)))))
    return said


def _blamed(found: Mapping[Any, Any]) -> list[str]:
    """The fields that a form has: of a filing's content its own or those typed apart, of anything else the
    innermost."""
    whole = [inner for part in _parts(found.get("content", {})) for name in part
             for inner in (_wrong({name: part[name]}) if name in TYPED_APART else [name])]
    return list(dict.fromkeys(whole or _wrong(found)))


def _wrong(found: Mapping[Any, Any], around: str = "") -> Iterator[str]:
    """The names of the fields within a tree of sentences; of lists only what is in their entries."""
    for name, inner in found.items():
        parts = _parts(inner) if name != "attachments" else []   # nobody types what a file is
        for part in parts:
            yield from _wrong(part, str(name))
        if not parts and isinstance(name, str):
            yield TYPED_AS.get((around, name), name)


def _parts(found: Any) -> list[Mapping[Any, Any]]:
    """The trees below a field: its own, or those among its sentences."""
    return [part for part in (found if isinstance(found, list) else [found]) if isinstance(part, Mapping)]


def _failures(mistake: CaseError) -> list[dict[str, Any]]:
    alone = [{"code": mistake.code, "details": mistake.details}] if mistake.code in FIELD_OF else []
    return list(mistake.details.get("failures") or alone)


def _fields_of(failure: dict[str, Any]) -> list[str]:
    details = failure.get("details") or {}
    if failure["code"] == "filing.period_reversed":
        return [f"{period}_until" for period in details.get("periods", ())]
    if failure["code"] == "filing.act_before_filing" and "act_until" in details:
        return ["act_until"]
    return list(details.get("missing") or [details.get("field") or FIELD_OF.get(failure["code"], "")])


def _summary(failure: dict[str, Any]) -> str:
    details = failure.get("details") or {}
    named = [str(FIELDS.get(name, name)) for name in details.get("missing", ())] or details.get("names") or []
    if "latest" in details:
        why = sentence(failure["code"], details)
        return gettext("%(why)s最晚：%(day)s。", why=why, day=day(details["latest"]))
    named = [moment(details["meets_at"])] if "meets_at" in details else named
    told = details.get("number") or gettext("、").join(named)
    return f"{sentence(failure['code'], details)} {told}".strip()
