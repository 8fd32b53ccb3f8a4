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
        before = _left(before)
    made = [_decision(case), *follows]
    return [*before, *(_left(made) if case["state"] in rules.CLOSED else made)]


def _left(parts: list[CasePart]) -> list[CasePart]:
    """Nobody waits any more for what was never done."""
    return [part for part in parts if part.standing in ("done", "not_asked")]


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
    heard = case["statement"]
    if heard is None:
        return CasePart(word=gettext("陈述和申辩"), standing="open", said=case["subject"]["name"])
    return CasePart(word=gettext("陈述和申辩"), standing="done", address=_tab(case, "evidence"),
                    said=f"{case['subject']['name']} · {moment(heard['at'])}")


def _facts(case: Answer, begun: bool) -> CasePart:
    shown, said = case["facts_material"], lazy_gettext("事实见面材料")
    if shown is None:
        return _to_do(said, begun, gettext("由调查组写，请当事人看"), ACCEPTANCE)
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
    seen = sum(each["criteria_set"] == code for each in case["assessments"])
    said = gettext("要 %(wanted)s 人，您看得到 %(n)s 人的回答", wanted=wanted, n=seen)
    if seen < wanted:
        return _to_do(_called(code), begun, said, ACCEPTANCE, _tab(case, "assessment"))
    return CasePart(word=_called(code), standing="done", said=said, address=_tab(case, "assessment"))


def _report(case: Answer, begun: bool) -> CasePart:
    if case["report"]:
        return CasePart(word=REPORT, standing="done", said=by_whom(last(case, "report")))
    return _to_do(REPORT, begun and bool(case["team"]), holder_of(case), TEAM if begun else ACCEPTANCE)


def _meeting(case: Answer, meetings: list[Answer]) -> CasePart:
    if rules.hits(case) and case["report"] and not meetings:
        return CasePart(word=MEETING, standing="not_asked", said=gettext("负面清单有一项属实的，不上会"))
    address = _tab(case, "meeting")
    if case["resolved"]:
        return CasePart(word=MEETING, standing="done", address=address, said=by_whom(last(case, "resolve")))
    if meetings:
        said = f"{meetings[-1]['number']} · {moment(meetings[-1]['meets_at'])}"
        return CasePart(word=MEETING, standing="open", said=said, address=address)
    return _to_do(MEETING, bool(case["report"]), gettext("由负责人召集"), REPORT, address)


def _decision(case: Answer) -> CasePart:
    made = rules.current_decision(case)
    if made is None:
        return _to_do(DECISION, bool(case["resolved"]), gettext("由负责人作出"), MEETING)
    return CasePart(word=DECISION, standing="done", address=_tab(case, "letters"),
                    said=f"{made['decided_by_name']} · {moment(made['decided_at'])}")
