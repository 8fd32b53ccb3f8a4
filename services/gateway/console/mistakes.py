"""What went wrong, said beside the field where it can be mended."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from flask import g
from flask_babel import LazyString, get_locale, gettext, lazy_gettext

from rongcuo.contracts.error_codes import CATALOGUE, UNEXPECTED
from rongcuo.contracts.errors import CaseError

Sentences = dict[str, list[str]]

# Which field of the wizard a failed check belongs to; `filing.incomplete` names its own.
FIELD_OF: Mapping[str, str] = {
    "filing.unknown_situation": "situation", "filing.situation_needs_reason": "situation_reason",
    "filing.unknown_colour": "colour", "filing.negative_list": "negative_answers",
    "filing.unknown_negative_item": "negative_answers", "filing.act_before_filing": "act_from",
    "filing.private_gain_statement_missing": "no_private_gain", "filing.duplicate_matter": "title",
    **{code: "attachments" for code in CATALOGUE if code.startswith("attachment.")},
}
FIELDS: Mapping[str, LazyString] = {
    "title": lazy_gettext("事项名称"), "situation": lazy_gettext("适用情形"),
    "description": lazy_gettext("事项说明"), "policy_basis": lazy_gettext("政策依据"),
    "collective_decision": lazy_gettext("集体决策"), "risks": lazy_gettext("风险与措施"),
    "remedy": lazy_gettext("补救办法"), "act_from": lazy_gettext("行为开始"),
    "act_until": lazy_gettext("行为结束"), "valid_from": lazy_gettext("有效期开始"),
    "valid_until": lazy_gettext("有效期结束"), "negative_answers": lazy_gettext("负面清单"),
    "no_private_gain": lazy_gettext("无谋私声明"), "colour": lazy_gettext("三色清单"),
    "attachments": lazy_gettext("附件"),
}


def explained(mistake: CaseError) -> dict[str, Any]:
    """The problem as the console's pages show it, in the person's language."""
    return {"title": sentence(mistake.code), "code": mistake.code, "status": mistake.kind.status,
            "detail": "", "sentences": _sentences(mistake), "reference": g.get("correlation_id", "")}


def sentence(code: str) -> str:
    """The catalogue's words for a code."""
    kind = CATALOGUE.get(code, UNEXPECTED)
    return kind.en if str(get_locale()).startswith("en") else kind.zh


def by_field(mistake: CaseError) -> Sentences:
    """The sentences for each field of a form."""
    wrong: Sentences = defaultdict(list)
    for failure in _failures(mistake):
        for name in _fields_of(failure):
            wrong[name].append(_said(failure, name))
    for name in mistake.details.get("fields", {}).get("content", {}):
        wrong[name].append(gettext("这一项的内容或格式不对。"))
    return dict(wrong)


def _sentences(mistake: CaseError) -> list[str]:
    """All that is wrong, as a list above the form."""
    said = [_summary(failure) for failure in _failures(mistake)]
    wrong = [str(FIELDS.get(name, name)) for name in mistake.details.get("fields", {}).get("content", {})]
    return [*said, gettext("请检查：%(fields)s", fields=gettext("、").join(wrong))] if wrong else said


def _failures(mistake: CaseError) -> list[dict[str, Any]]:
    alone = [{"code": mistake.code, "details": mistake.details}] if mistake.code in FIELD_OF else []
    return list(mistake.details.get("failures") or alone)


def _fields_of(failure: dict[str, Any]) -> list[str]:
    details = failure.get("details") or {}
    if failure["code"] == "filing.period_reversed":
        return [f"{period}_until" for period in details.get("periods", ())]
    return list(details.get("missing") or [FIELD_OF.get(failure["code"], "")])


def _said(failure: dict[str, Any], name: str) -> str:
    if failure["code"] == "filing.incomplete":
        return gettext("请填写%(field)s。", field=FIELDS.get(name, name))
    return sentence(failure["code"])


def _summary(failure: dict[str, Any]) -> str:
    details = failure.get("details") or {}
    named = [str(FIELDS.get(name, name)) for name in details.get("missing", ())] or details.get("names") or []
    told = details.get("number") or gettext("、").join(named)
    return f"{sentence(failure['code'])} {told}".strip()
