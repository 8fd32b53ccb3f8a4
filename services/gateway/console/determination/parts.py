"""What a determination consists of, for whoever sees it from within."""

from typing import Any

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from services.gateway.console.case.holders import holder_of
from services.gateway.console.case.parts import (
    CasePart,
    Standing,
    after,
    by_the_rules_of,
    by_whom,
    last,
    settled,
    whose,
)
from services.gateway.console.determination import rules
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.dates import moment
from services.gateway.console.page.labels import CRITERIA_SETS, word

ACCEPTANCE, TEAM, REPORT = lazy_gettext("受理"), lazy_gettext("调查组"), lazy_gettext("核查报告")
MEETING, DECISION = lazy_gettext("联席会议"), lazy_gettext("认定决定")
OF_PHASES = {"feedback": lazy_gettext("向当事人反馈"), "record_filing": lazy_gettext("备案")}
STEPS_OF = {"acceptance": ("accept",), "feedback": ("give_feedback",),
            "record_filing": ("file_for_record",)}


def parts_of(case: Answer, meetings: list[Answer]) -> list[CasePart]:
    """In the order in which a case goes through them. `meetings`: those that dealt with it."""
    begun = _standing(case, "acceptance") == "done"
    before = [_stage(case, "acceptance", ACCEPTANCE), _team(case, begun), _evidence(case), _statement(case),
              _facts(case, begun), _negative_list(case, begun), *_sets(case, begun),
              _report(case, begun), _meeting(case, meetings)]
    follows = [_stage(case, phase, said) for phase, said in OF_PHASES.items()]
    if case["state"] in rules.CLOSED or rules.current_decision(case):
        before = settled(before)
    made = [_decision(case), *follows]
    return [*before, *(settled(made) if case["state"] in rules.CLOSED else made)]


def _standing(case: Answer, phase: str) -> Standing:
    """Of the stages of a phase; what the rules do not have is not asked."""
    told: dict[str, Standing] = {"passed": "done", "running": "open", "to_come": "later"}
    return next((told[step["standing"]] for step in case["stages"]
                 if rules.phase_of(case, step["code"]) == phase), "not_asked")


def _stage(case: Answer, phase: str, said: LazyString) -> CasePart:
    standing, pack = _standing(case, phase), rules.run_by(case)
    told = {"done": by_whom(last(case, *STEPS_OF[phase])), "open": whose(holder_of(case), case["deadline"]),
            "later": "", "not_asked": by_the_rules_of(pack.name, pack.valid_from.isoformat())}
    return CasePart(word=said, standing=standing, said=told[standing])


def _team(case: Answer, begun: bool) -> CasePart:
    if case["team"]:
        names = gettext("、").join(each["name"] for each in case["team"])
        return CasePart(word=TEAM, standing="done", said=names)
    return _to_do(TEAM, begun, gettext("由负责人组成"), ACCEPTANCE)


def _to_do(said: LazyString | str, can_be: bool, whose_it_is: str, needs: LazyString | str,
           address: str = "") -> CasePart:
    """Open once what it needs is there."""
    if can_be:
        return CasePart(word=said, standing="open", said=whose_it_is, address=address)
    return CasePart(word=said, standing="later", said=after(needs), address=address)


def _tab(case: Answer, tab: str) -> str:
    here: dict[str, Any] = {"case_id": case["case_id"], "tab": tab}
    return url_for("console.determination", **here)


def _evidence(case: Answer) -> CasePart:
    many, open_ones = len(case["evidence"]), sum(not each["finding"] for each in case["evidence"])
    said = gettext("%(n)s 份", n=many) if many else gettext("还没有")
    if open_ones:
        said += " · " + gettext("%(n)s 份还没有记录查明情况", n=open_ones)
    return CasePart(word=gettext("证据"), standing="done" if many and not open_ones else "open",
                    address=_tab(case, "evidence"), said=said)


def _statement(case: Answer) -> CasePart:
    """Done where the subject has spoken to the facts as they were last shown."""
    last_said, who = case["statement"], str(case["subject"]["name"])
    if last_said is None:
        return CasePart(word=gettext("陈述和申辩"), standing="open", said=who)
    if not case["heard"]:
        return CasePart(word=gettext("陈述和申辩"), standing="open", address=_tab(case, "evidence"),
                        said=gettext("%(name)s还没有对见面材料作陈述", name=who))
    return CasePart(word=gettext("陈述和申辩"), standing="done", address=_tab(case, "evidence"),
                    said=f"{who} · {moment(last_said['at'])}")


def _facts(case: Answer, begun: bool) -> CasePart:
    shown, said = case["facts_material"], lazy_gettext("事实见面材料")
    if shown is None:
        return _to_do(said, begun, gettext("由调查组写，请当事人看"), ACCEPTANCE)
    if not case["facts_shown"]:
        return CasePart(word=said, standing="open", address=_tab(case, "evidence"),
                        said=gettext("后来查明的，当事人还没有看到"))
    return CasePart(word=said, standing="done", address=_tab(case, "evidence"),
                    said=f"{shown['written_by']} · {moment(shown['at'])}")


def _negative_list(case: Answer, begun: bool) -> CasePart:
    left, said = len(rules.unanswered_items(case)), lazy_gettext("负面清单")
    if left:
        waits = gettext("还有 %(n)s 项没有核对", n=left)
        return _to_do(said, begun, waits, ACCEPTANCE, _tab(case, "assessment"))
    found = gettext("有一项属实") if rules.hits(case) else gettext("逐项核对完毕")
    return CasePart(word=said, standing="done", said=found, address=_tab(case, "assessment"))


def _sets(case: Answer, begun: bool) -> list[CasePart]:
    """Those that the rules ask for, and those they have and do not ask for."""
    pack = rules.judged_by(case)
    asked = [_set(case, code, wanted, begun) for code, wanted in case["assessors_wanted"].items()]
    others = [code for code in pack.criteria_sets if code not in case["assessors_wanted"]]
    rule = by_the_rules_of(pack.name, pack.valid_from.isoformat())
    return asked + [CasePart(word=_called(code), standing="not_asked", said=rule) for code in others]


def _called(code: str) -> str:
    return gettext("评估：%(name)s", name=word(CRITERIA_SETS, code))


def _set(case: Answer, code: str, wanted: int, begun: bool) -> CasePart:
    answered, hidden = rules.counted(case, code)
    said = gettext("要 %(wanted)s 人，已有 %(n)s 人回答", wanted=wanted, n=answered)
    if hidden:
        said += " · " + gettext("%(n)s 人的不向您显示", n=hidden)
    if answered < wanted:
        return _to_do(_called(code), begun, said, ACCEPTANCE, _tab(case, "assessment"))
    return CasePart(word=_called(code), standing="done", said=said, address=_tab(case, "assessment"))


def _is_reported(case: Answer) -> bool:
    """What was sent back is to be reported anew."""
    return bool(case["report"]) and case["state"] != "verification"


def _report(case: Answer, begun: bool) -> CasePart:
    if _is_reported(case):
        return CasePart(word=REPORT, standing="done", said=by_whom(last(case, "report")))
    return _to_do(REPORT, begun and bool(case["team"]), holder_of(case), TEAM if begun else ACCEPTANCE)


def _meeting(case: Answer, meetings: list[Answer]) -> CasePart:
    if rules.hits(case) and case["report"] and not meetings:
        return CasePart(word=MEETING, standing="not_asked", said=gettext("负面清单有一项属实的，不上会"))
    address = _tab(case, "meeting")
    if case["resolved"]:
        return CasePart(word=MEETING, standing="done", address=address, said=by_whom(last(case, "resolve")))
    if waiting := [each for each in meetings if each["state"] not in rules.OVER]:
        said = f"{waiting[-1]['number']} · {moment(waiting[-1]['meets_at'])}"
        return CasePart(word=MEETING, standing="open", said=said, address=address)
    unseen = len(case["meeting_ids"]) > len(meetings)
    said = gettext("有会议不向您显示") if unseen else gettext("由负责人召集")
    return _to_do(MEETING, _is_reported(case), said, REPORT, address)


def _decision(case: Answer) -> CasePart:
    made = rules.current_decision(case)
    if made is None:
        return _to_do(DECISION, bool(case["resolved"]), gettext("由负责人作出"), MEETING)
    return CasePart(word=DECISION, standing="done", address=_tab(case, "letters"),
                    said=f"{made['decided_by_name']} · {moment(made['decided_at'])}")
