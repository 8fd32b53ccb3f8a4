"""The words in which a scenario tells of a report (检举控告) and of what follows from it, in the platform's
codes."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from scenarios.facts import Scenario, is_said
from scenarios.moments import moment_of, next_at_work
from scenarios.wording import listed, one_of, yes_of

REAL_NAME, ANONYMOUS = "real_name", "anonymous"
KINDS: Mapping[str, str] = {"实名": REAL_NAME, "署名": REAL_NAME, "匿名": ANONYMOUS,
                            REAL_NAME: REAL_NAME, ANONYMOUS: ANONYMOUS}
CHANNELS: Mapping[str, str] = {
    "来信": "letter", "信件": "letter", "来访": "visit", "来电": "phone", "电话": "phone", "网络": "web",
    "信箱": "web", "网上": "web", "转交": "transferred",
    **{code: code for code in ("letter", "visit", "phone", "web", "transferred")}}
MALICIOUS, NOT_RESOLVED = "suspected_malicious", "not_resolved"
UNTRUE = frozenset({"unsubstantiated", "mistaken", MALICIOUS})
FINDINGS: Mapping[str, str] = {
    **dict.fromkeys(("属实", "查实", "基本属实"), "substantiated"),
    **dict.fromkeys(("不属实", "失实", "不实", "查否", "unfounded"), "unsubstantiated"),
    **dict.fromkeys(("查无实据", "查无实据但不能排除", "不能排除"), NOT_RESOLVED),
    **dict.fromkeys(("错告", "误告", "片面了解"), "mistaken"),
    **dict.fromkeys(("涉嫌诬告陷害", "诬告陷害", "诬告", "捏造", "malicious", "fabricated",
                     "false_accusation"), MALICIOUS),
    **{code: code for code in ("substantiated", "unsubstantiated", NOT_RESOLVED, "mistaken", MALICIOUS)}}
REFUSES, CLEARS, STANDS, NONE = "refuses", "clears", "stands", "none"
FIRST_ANSWERS: Mapping[str, str] = {
    **dict.fromkeys(("refuses_to_clarify", "refuses_to_clear", "不愿澄清", "不敢澄清", "不予澄清", "拒绝澄清",
                     REFUSES), REFUSES),
    **dict.fromkeys(("agrees_to_clarify", "同意澄清", "澄清", CLEARS), CLEARS)}
NEXT_LEVEL: Mapping[str, str] = {
    **dict.fromkeys(("clear", "应当澄清", "责令澄清", "澄清", CLEARS), CLEARS),
    **dict.fromkeys(("upheld", "refusal_stands", "维持", "维持不予澄清", STANDS), STANDS),
    **dict.fromkeys(("not_asked", "no_objection", "没有异议", "未提异议", NONE), NONE)}
MODES: Mapping[str, str] = {
    "书面": "written", "当面": "in_person", "会议": "meeting", "通报": "circular", "公开": "circular",
    **{code: code for code in ("written", "in_person", "meeting", "circular")}}
CLEARINGS: Mapping[str, str] = {
    **dict.fromkeys(("cleared", "已澄清", "closed", "办结"), "closed"),
    **dict.fromkeys(("refused", "不予澄清"), "refused")}
GATES: Mapping[str, str] = {
    **dict.fromkeys(("批准", "同意", "approved"), "approved"),
    **dict.fromkeys(("不予批准", "不同意", "refused"), "refused")}
COMPLAINTS: Mapping[str, str] = {
    **dict.fromkeys(("维持", "upheld"), "upheld"), **dict.fromkeys(("撤销", "set_aside"), "set_aside")}
MANAGED_BY: Mapping[str, str] = {
    **dict.fromkeys(("县管", "county"), "county"),
    **dict.fromkeys(("市管", "州管", "prefecture"), "prefecture"),
    **dict.fromkeys(("省管", "province"), "province")}
EXPECTS = frozenset({
    "subject_learns_reporter", "clarification", "clarification_needed", "clarified_with",
    "clarification_outcome", "clarification_return_visit", "refusal_needs_reason", "guidance_shown",
    "false_accusation_found", "reporter_sanctioned", "approvals_before_finding", "county_finds_alone",
    "reporter_heard", "report_finding", "filing_checked", "reporter_told"})
AT_THE_DESK = timedelta(minutes=20)     # until it is accepted
TO_DISPOSAL = timedelta(minutes=20)


def is_reported(scenario: Scenario) -> bool:
    """Whether somebody reports, and it is not just told that a clue came in."""
    chosen = scenario.chosen
    told = any(chosen.get(key) for key in ("report", "reporter", "finding", "unit_first_answer"))
    return told or any(key in EXPECTS and is_said(key, said) for key, said in scenario.expect.items())


def reported_at(chosen: Mapping[str, Any]) -> datetime | None:
    """When it came in."""
    report = of(chosen, "report")
    told = (report.get("received_at"), report.get("at"), chosen.get("reported_at"),
            chosen.get("clue_received_at"))
    return moment_of(next(filter(None, told), None))


def accepted_at(received_at: datetime, is_workday: Callable[[date], bool]) -> datetime:
    """When it is looked through and accepted: as soon as somebody is at work."""
    return next_at_work(received_at + AT_THE_DESK, is_workday)


def disposed_at(received_at: datetime, is_workday: Callable[[date], bool]) -> datetime:
    """When it is disposed of, and the tolerance question answered."""
    return next_at_work(accepted_at(received_at, is_workday) + TO_DISPOSAL, is_workday)


def of(chosen: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What a key holds by keys of its own; one word is the `kind`."""
    said = chosen.get(key) or {}
    return said if isinstance(said, Mapping) else {"kind": said}


def report_of(said: Any) -> tuple[str, str, datetime | None]:
    """Its kind, its channel, and when it came."""
    told = of({"report": said}, "report")
    return (one_of("report", told.get("kind"), KINDS),
            one_of("report.channel", told.get("channel"), CHANNELS),
            moment_of(told.get("received_at") or told.get("at")))


def reporter_of(said: Any) -> str:
    """real_name, anonymous, or nothing."""
    return one_of("reporter", of({"reporter": said}, "reporter").get("kind"), KINDS)


def finding_of(said: Any) -> str:
    """What was found of it, or nothing."""
    return one_of("finding", said, FINDINGS)


def first_answer_of(said: Any) -> str:
    """refuses, clears, or nothing."""
    return one_of("unit_first_answer", said, FIRST_ANSWERS)


def next_level_of(said: Any) -> str:
    """clears, stands, none (nobody objected), or nothing."""
    return one_of("next_level", said, NEXT_LEVEL)


def modes_of(said: Any) -> tuple[str, ...]:
    """The modes of a clearing."""
    return tuple(one_of("modes", each, MODES) for each in listed(said))


def accusation_of(said: Any) -> Mapping[str, Any]:
    """What the two gates answer, what becomes of a complaint, who manages the post; `heard`: the reporter
    answers."""
    told = said if isinstance(said, Mapping) else {}
    return {"begin": one_of("false_accusation.begin", told.get("begin"), GATES) or "approved",
            "find": one_of("false_accusation.find", told.get("find"), GATES) or "approved",
            "complaint": one_of("false_accusation.complaint", told.get("complaint"), COMPLAINTS),
            "managed_by": one_of("false_accusation.managed_by", told.get("managed_by"), MANAGED_BY),
            "heard": yes_of("false_accusation.heard", told.get("heard"), True)}
