"""How a matter goes: its step line, and the parts that it consists of, with those of a filing's review:
what is done, what is open, what is still to come, what is not asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from services.gateway.console.page.backend import Answer, pack_of
from services.gateway.console.page.dates import day, moment
from services.gateway.console.page.labels import Words
from services.gateway.console.page.language import pack_words

Standing = Literal["done", "open", "later", "not_asked"]
STANDINGS: Words = {
    "done": lazy_gettext("已完成"),
    "open": lazy_gettext("待办"),
    "later": lazy_gettext("未到"),
    "not_asked": lazy_gettext("不要求"),
}
FILED, ASSIGNED, REVIEWED = lazy_gettext("报送"), lazy_gettext("分派"), lazy_gettext("初审")
SUPPLEMENTED = lazy_gettext("补正")
VERIFIED, DECIDED, OBJECTED = lazy_gettext("核查"), lazy_gettext("决定"), lazy_gettext("异议审查")
TAKEN_BACK = frozenset({"withdrawn", "discarded"})     # filings that nobody waits for any more


@dataclass(frozen=True, kw_only=True)
class CasePart:
    """`said`: of what is done who and when, of what is open whose it is and until when, of what is to come
    what it waits for, of what is not asked which rule says so. `address`: where it is, or is done."""

    word: LazyString | str
    standing: Standing
    said: str = ""
    address: str = ""


def last(matter: Answer, *steps: str) -> Answer | None:
    """The latest of these steps in a matter's history."""
    return next((entry for entry in reversed(matter["history"]) if entry["what"] in steps), None)


def since_taken_up(matter: Answer) -> Answer:
    """With what happened since an objection to its refusal was found right: then all of it begins anew."""
    anew = [place for place, entry in enumerate(matter["history"]) if entry["what"] == "take_up"]
    return {**matter, "history": matter["history"][anew[-1]:]} if anew else matter


def by_whom(entry: Answer | None) -> str:
    """Who took a step, and when."""
    return f"{entry['actor_name']} · {moment(entry['at'])}" if entry else ""


def whose(holder: str, deadline: Answer | None) -> str:
    """Who has it, and until when."""
    until = gettext("%(day)s前", day=moment(deadline["at"])) if deadline and not deadline["suspended"] else ""
    return " · ".join(filter(None, (holder, until)))


def after(word: LazyString | str) -> str:
    """What another part has to come first."""
    return gettext("等“%(part)s”", part=word)


def by_the_rules_of(name: str, valid_from: str) -> str:
    """Which rule does not ask for it."""
    return gettext("%(name)s的规则（%(day)s起）", name=name, day=day(valid_from, whole=True))


def step_line(names: Sequence[str], days: Sequence[str | None], at: int) -> list[dict[str, str]]:
    """The way of a matter: what is behind, with its day, what is now, at number `at`, what is to come."""
    return [{"word": name, "tone": "done" if number < at else "here" if number == at else "",
             "on": on if number < at and on else ""}
            for number, (name, on) in enumerate(zip(names, days, strict=True))]


def parts_of(filing: Answer, case: Answer | None, holder: str, verified: bool) -> list[CasePart]:
    """In order. `verified`: whether a team verifies it, or has; `holder` has it now. Where the person is not
    told of its review, nothing is said of it."""
    if case is None and filing["submitted_at"]:
        return [_filed(filing)]
    objection = _objection(case, holder) if case else []
    anew, now = bool(case and last(case, "take_up")), case and since_taken_up(case)
    parts = [_filed(filing), *(objection if anew else ()), _assigned(now),
             *_supplement(since_taken_up(filing), now), _reviewed(now, holder),
             _verified(filing, now, holder, verified), _decided(now, verified),
             *(() if anew else objection)]
    return settled(parts) if filing["state"] in TAKEN_BACK else parts


def settled(parts: list[CasePart]) -> list[CasePart]:
    """Nobody waits any more for what was never done."""
    return [part for part in parts if part.standing in ("done", "not_asked")]


def _filed(filing: Answer) -> CasePart:
    if not filing["submitted_at"]:
        return CasePart(word=FILED, standing="open", said=str(filing["filer_name"]))
    receipt = url_for("console.receipt", filing_id=filing["filing_id"])
    return CasePart(word=FILED, standing="done", address=receipt,
                    said=f"{filing['filer_name']} · {moment(filing['submitted_at'])}")


def _assigned(case: Answer | None) -> CasePart:
    if case is None:
        return CasePart(word=ASSIGNED, standing="later", said=after(FILED))
    if not case["assignee_id"]:
        over = case["decided_at"] and case["state"] != "objected"
        return CasePart(word=ASSIGNED, standing="done" if over else "open",
                        said=gettext("由负责人分派，或由初审人员自己承办"))
    return CasePart(word=ASSIGNED, standing="done", said=str(case["assignee_name"]))


def is_supplemented(filing: Answer) -> bool:
    """Whether a supplement was asked for, and is awaited or came."""
    step = last(filing, "request_supplement", "supplement")
    return step is not None and (filing["state"] == "supplement_requested" or step["what"] == "supplement")


def _supplement(filing: Answer, case: Answer | None) -> list[CasePart]:
    if not is_supplemented(filing):
        return []
    said = SUPPLEMENTED
    if filing["state"] == "supplement_requested":
        at = case["supplement_due_at"] if case else None
        until = {"at": at, "suspended": False} if at else None
        return [CasePart(word=said, standing="open", said=whose(str(filing["filer_name"]), until))]
    return [CasePart(word=said, standing="done", said=by_whom(last(filing, "supplement")))]


def _reviewed(case: Answer | None, holder: str) -> CasePart:
    if case is None or not (case["assignee_id"] or case["decided_at"]):
        return CasePart(word=REVIEWED, standing="later", said=after(ASSIGNED))
    done = last(case, "verify") or (last(case, "accept", "decline") if case["decided_at"] else None)
    if done or case["decided_at"]:
        return CasePart(word=REVIEWED, standing="done", said=by_whom(done))
    if case["state"] == "awaiting_supplement":      # the deadline that runs is the filer's
        return CasePart(word=REVIEWED, standing="later", said=after(SUPPLEMENTED))
    return CasePart(word=REVIEWED, standing="open", said=whose(holder, case["deadline"]))


def _verified(filing: Answer, case: Answer | None, holder: str, asked: bool) -> CasePart:
    if not asked:
        rule = pack_words(pack_of(filing).verification.source.text)
        return CasePart(word=VERIFIED, standing="not_asked", said=rule)
    if case and case["state"] == "verification":
        return CasePart(word=VERIFIED, standing="open", said=whose(holder, case["deadline"]))
    if case and case["decided_at"]:
        return CasePart(word=VERIFIED, standing="done",
                        said=by_whom(last(case, "report_verification", "refute", "accept")))
    return CasePart(word=VERIFIED, standing="later", said=after(REVIEWED))


def _decided(case: Answer | None, verified: bool) -> CasePart:
    if case and case["decided_at"]:
        step = last(case, "accept", "decline", "refute", "report_verification")
        return CasePart(word=DECIDED, standing="done", said=by_whom(step) or moment(case["decided_at"]))
    return CasePart(word=DECIDED, standing="later", said=after(VERIFIED if verified else REVIEWED))


def _objection(case: Answer, holder: str) -> list[CasePart]:
    """Only where the filer did not take the refusal, and it is heard or was."""
    if case["state"] == "objected":
        return [CasePart(word=OBJECTED, standing="open", said=whose(holder, case["deadline"]))]
    answered = last(case, "take_up", "uphold_refusal")
    return [CasePart(word=OBJECTED, standing="done", said=by_whom(answered))] if answered else []
