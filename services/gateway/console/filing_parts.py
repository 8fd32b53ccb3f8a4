"""What the review of a filing consists of."""

from flask import url_for
from flask_babel import gettext, lazy_gettext

from services.gateway.console.backend import Answer, pack_of
from services.gateway.console.case_parts import CasePart, after, by_whom, last, whose
from services.gateway.console.dates import moment

FILED, ASSIGNED, REVIEWED = lazy_gettext("报送"), lazy_gettext("分派"), lazy_gettext("初审")
VERIFIED, DECIDED = lazy_gettext("核查"), lazy_gettext("决定")


def parts_of(filing: Answer, case: Answer | None, holder: str, verified: bool) -> list[CasePart]:
    """In order. `verified`: whether a team verifies it, or has; `holder` has it now."""
    return [_filed(filing), _assigned(case), *_supplement(filing, case), _reviewed(case, holder),
            _verified(filing, case, holder, verified), _decided(case, holder, verified)]


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
        return CasePart(word=ASSIGNED, standing="done" if case["decided_at"] else "open",
                        said=gettext("由负责人分派，或由初审人员自己承办"))
    return CasePart(word=ASSIGNED, standing="done", said=str(case["assignee_name"]))


def _supplement(filing: Answer, case: Answer | None) -> list[CasePart]:
    """Only where one was asked for."""
    if not last(filing, "request_supplement"):
        return []
    said = gettext("补正")
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
    return CasePart(word=REVIEWED, standing="open", said=whose(holder, case["deadline"]))


def _verified(filing: Answer, case: Answer | None, holder: str, asked: bool) -> CasePart:
    if not asked:
        rule = pack_of(filing).verification.source.text
        return CasePart(word=VERIFIED, standing="not_asked", said=rule)
    if case and case["state"] == "verification":
        return CasePart(word=VERIFIED, standing="open", said=whose(holder, case["deadline"]))
    if case and case["decided_at"]:
        return CasePart(word=VERIFIED, standing="done",
                        said=by_whom(last(case, "report_verification", "refute", "accept")))
    return CasePart(word=VERIFIED, standing="later", said=after(REVIEWED))


def _decided(case: Answer | None, holder: str, verified: bool) -> CasePart:
    if case and case["decided_at"] and case["state"] != "objected":
        step = last(case, "accept", "decline", "refute", "uphold_refusal", "close")
        return CasePart(word=DECIDED, standing="done", said=by_whom(step) or moment(case["decided_at"]))
    if case and case["state"] == "objected":
        return CasePart(word=DECIDED, standing="open", said=holder)
    return CasePart(word=DECIDED, standing="later", said=after(VERIFIED if verified else REVIEWED))
