"""What can be done with a change: each operation as a form, and who learns of it."""

from dataclasses import dataclass
from functools import partial

from flask_babel import lazy_gettext

from rongcuo.contracts.filing.change import operations
from rongcuo.contracts.filing.operations import FILING
from rongcuo.contracts.readers import Reader
from services.filing.pages.change.words import TERMS, VERBS
from services.gateway.console.case.actions import Act, Kind, always
from services.gateway.console.page import forms
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Content, Form, said, typed

FILER, REVIEWERS = lazy_gettext("报备单位"), lazy_gettext("本机关审查人员")
WORDS, DAYS = ("scope", "way", "procedure", "reasons"), ("act_from", "act_until", "valid_until")
REASONS = lazy_gettext("理由")
act = partial(Act, rehearsed=False)     # no letter is written of it


def _proposed(form: Form, filing: Answer) -> Content:
    """What differs from the version that the form began with: the rest stays as it is by then."""
    shown: Answer = next((each["terms"] for each in filing["versions"]
                          if str(each["number"]) == form.get("version")), {})
    told = {name: typed(form, name) for name in (*WORDS, *DAYS)}
    changed = {name: "" if said == (shown.get(name) or "") else said for name, said in told.items()}
    return {"content": {**changed, **{name: changed[name] or None for name in DAYS},
                        "attachments": forms.files()}}


def _holds_now(filing: Answer) -> Content:
    last = filing["versions"][-1]
    return {"version": str(last["number"]), **{name: said or "" for name, said in last["terms"].items()}}


def _answered(approved: bool) -> forms.Reader:
    return lambda form, _: {"approved": approved, "reasons": typed(form, "words")}


@dataclass(frozen=True, kw_only=True)
class OfFiling(Kind):
    """What begins at a filing, under its title."""

    def found(self, matter_id: str, *, gone: bool = False) -> Answer:
        found = super().found(matter_id, gone=gone)
        return {**found, "title": found["content"]["title"]}


BEGINNING = OfFiling(
    name="oversight.begin_change", query=FILING, key="filing_id", listed="console.filings",
    adding=frozenset({"propose_change"}), acts={"propose_change": act(
        verb="propose_change", command=operations.PROPOSE_CHANGE, word=lazy_gettext("变更备案"),
        fields="change/propose", read=_proposed, typed=_holds_now,
        choices=lambda _: {"terms": TERMS}, read_by=Reader.REVIEWERS, uploads=True,
        told=((REVIEWERS, lazy_gettext(
            "收到待办，按时限审查。审查期间，原报备照旧适用。")),))})
_ACTS = (
    act(verb="take_change", command=operations.TAKE_CHANGE, word=lazy_gettext("由我承办"), fields="none",
        hint=lazy_gettext("与事项有利害关系的人不能承办，系统会拦下。承办以后，由您决定是否同意。")),
    act(verb="approve_change", command=operations.APPROVE_CHANGE, word=lazy_gettext("同意变更"),
        read=said(opinion="words"), label=lazy_gettext("意见"), read_by=Reader.FILER, wanted=False,
        told=((FILER, lazy_gettext("收到通知：变更从同意当天起适用，以前的行为仍按原来报备的内容看。")),)),
    act(verb="decline_change", command=operations.DECLINE_CHANGE, word=lazy_gettext("不同意变更"),
        read=said(reasons="words"), label=REASONS, read_by=Reader.FILER, adverse=always,
        told=((FILER, lazy_gettext(
            "收到通知和理由：原报备不变，变更的部分不在报备之内；可以提出一次异议。")),)),
    act(verb="step_back", command=operations.STEP_BACK_FROM_CHANGE, word=lazy_gettext("回避"),
        read=said(reason="words"), label=REASONS, read_by=Reader.ORGAN,
        hint=lazy_gettext("回避以后不再参与这件变更，由他人承办。")),
    act(verb="withdraw_change", command=operations.WITHDRAW_CHANGE, word=lazy_gettext("撤回变更"),
        read=said(reason="words"), label=REASONS, read_by=Reader.REVIEWERS,
        hint=lazy_gettext("撤回以后原报备不变，可以再提。")),
    act(verb="object_to_change", command=operations.OBJECT_TO_DECLINED_CHANGE, word=lazy_gettext("提出异议"),
        read=said(grounds="words"), label=lazy_gettext("为什么不服"), read_by=Reader.REVIEWERS,
        hint=lazy_gettext("只能提出一次，由没有参与原决定的负责人答复。结果不会比现在更差。")),
    act(verb="approve_after_all", command=operations.ANSWER_CHANGE_OBJECTION,
        word=lazy_gettext("异议成立，同意变更"), read=_answered(True), label=REASONS, read_by=Reader.FILER,
        told=((FILER, lazy_gettext("收到通知：变更从同意当天起适用，以前的行为仍按原来报备的内容看。")),)),
    act(verb="uphold_change", command=operations.ANSWER_CHANGE_OBJECTION,
        word=lazy_gettext("维持不同意变更"), read=_answered(False), label=REASONS, read_by=Reader.FILER,
        adverse=always, told=((FILER, lazy_gettext(
            "收到通知和理由：原报备不变；情况有变化的，可以另提变更。")),)),
)
CHANGE = Kind(
    name="oversight.change", query=operations.CHANGE, key="change_id", listed="console.oversight.changes",
    acts={each.verb: each for each in _ACTS}, verbs=VERBS)
