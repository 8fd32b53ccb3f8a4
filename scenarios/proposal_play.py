"""A proposal to a unit (建议书) from the draft to its closing, where a scenario expects one. Where it expects
reminders, the unit keeps silent at first; elsewhere it takes it up and answers in time."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario
from scenarios.moments import moment_of, next_at_work
from scenarios.people import Place
from scenarios.platform import Answer, Person, awaited
from scenarios.stage import Seen, Stage

PROPOSALS = "/followup/proposals"
EXPECTED = "proposal"
UNIT = "曲靖市某局(示例)"
BEGINS = datetime(2026, 3, 2, 10, 0, tzinfo=ZONE)     # of a scenario that does not say when
MORNING = time(10, 0)
TOLD: Mapping[str, Any] = {
    "title": "关于规范应急物资调用的建议(示例)", "problems": "越权调用以后，没有补报的期限。(示例)",
    "causes": "制度没有规定。(示例)", "suggestions": ["制定调用办法(示例)", "补报以前的调用(示例)"],
    "rule": "应急物资调用办法(示例)", "rule_text": "先用后报的，三日内补报。(示例)", "code": "wuzi"}
ASPECTS = ("responsibility", "implementation", "rules", "generalisation", "effect")


def is_proposed(scenario: Scenario) -> bool:
    """Whether it expects something of a proposal."""
    return isinstance(scenario.expect.get(EXPECTED), Mapping)


class ProposalPlay:
    """Puts its acts on the stage's agenda, each on its own day."""

    def __init__(self, stage: Stage, seen: Seen, rules: Rules) -> None:
        self._stage, self._seen, self._path = stage, seen, ""
        self._organ_id, given = seen.scenario.place, seen.scenario.given
        self._unit, self._told = str(given.get("unit") or UNIT), {**TOLD, **(given.get("proposal") or {})}
        self._begins = moment_of(seen.scenario.chosen.get("proposed_at")) or BEGINS
        silent = bool(seen.scenario.expect[EXPECTED].get("overdue_reminded"))
        self._is_workday = rules.calendar(self._organ_id).is_workday
        for days, what, do in (
                (0, "起草、审核、批准建议书", self._approve), (1, "送达", self._deliver),
                *(((8, "单位没有认领，系统提醒", self._remind),) if silent else ()),
                (9, "单位认领、报方案", self._take_up),
                *(((42, "到期没有回复，系统催办", self._overdue),) if silent else ()),
                (43 if silent else 28, "单位回复，制度已改", self._reply),
                (46 if silent else 31, "评估、销号", self._close)):
            day = datetime.combine((self._begins + timedelta(days=days)).date(), MORNING, ZONE)
            stage.agenda.put(next_at_work(day, self._is_workday), seen.scenario.id, what, do)

    @property
    def _place(self) -> Place:
        return self._stage.people.at(self._organ_id, self._unit)

    def _do(self, person: Person, verb: str, body: Answer | None = None) -> None:
        person.post(f"{self._path}/{verb}", body or {}, self._key(verb))

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._seen.scenario.id}.proposal", step)

    def _see(self) -> Answer:
        self._seen.proposal = self._place.lead.get(self._path)
        return self._seen.proposal

    def _approve(self) -> str:
        reviewer, filer = self._place.reviewer, self._place.filer
        filer.come()
        made = reviewer.post(PROPOSALS, {"content": self._letter(filer.officer_id)}, self._key("draft"))
        self._path = f"{PROPOSALS}/{made['case_id']}"
        self._do(self._place.second_reviewer, "review", {"opinion": "同意。(示例)"})
        self._do(self._place.lead, "approve")
        return f"{self._see()['number']}：起草、审核、批准是三个人"

    def _deliver(self) -> str:
        self._do(self._place.reviewer, "deliver")
        return f"回复期限 {self._see()['reply_by']}，单位在自己的账号里看到"

    def _remind(self) -> str:
        told = awaited(lambda: self._see() if self._see()["reminded_at"] else None, "提醒认领")
        return f"已提醒：{told['reminded_at']}"

    def _take_up(self) -> str:
        filer = self._place.filer
        self._do(filer, "acknowledge", {"responsible": "分管负责人(示例)", "attachments": []})
        until = (self._begins + timedelta(days=30)).date().isoformat()
        measures = [{"suggestion": place, "what": what.replace("(示例)", "，专人负责(示例)"),
                     "owner": "科室负责人(示例)", "until": until}
                    for place, what in enumerate(self._told["suggestions"], 1)]
        self._do(filer, "plan", {"measures": measures, "attachments": []})
        return "单位自己签收、认领，每条建议都有措施"

    def _overdue(self) -> str:
        since = str(self._see()["reminded_at"])
        awaited(lambda: self._see() if str(self._see()["reminded_at"]) > since else None, "逾期催办")
        self._seen.reminded = self._see()
        return f"逾期：{self._seen.reminded['late']}，催办函已发"

    def _reply(self) -> str:
        on = (self._begins + timedelta(days=26)).date().isoformat()
        rule = {"title": self._told["rule"], "text": self._told["rule_text"], "on": on}
        self._do(self._place.filer, "reply", {"words": "已整改到位。(示例)", "rules": [rule],
                                              "attachments": []})
        return f"制度已改：{self._see()['replies'][0]['rules'][0]['title']}"

    def _close(self) -> str:
        marks = [{"aspect": each, "mark": "passed", "reason": "看了材料和现场。(示例)"} for each in ASPECTS]
        self._do(self._place.reviewer, "evaluate", {
            "marks": marks, "mark": "passed", "words": "到位。(示例)"})
        self._do(self._place.lead, "close", {"words": "同意销号。(示例)"})
        return f"五个方面合格，{self._see()['state']}"

    def _letter(self, contact_id: str) -> dict[str, Any]:
        content = {name: self._told[name] for name in ("title", "problems", "causes", "suggestions")}
        return {"kind": "joint", **content, "found_by": "办理容错认定时发现。(示例)", "copied_to": "",
                "addressee": {"unit": self._unit, "organ_id": "", "contact_id": contact_id},
                "problem_id": "", "problem_code": self._told["code"], "reply_days": 0}
