"""Return visits (回访教育) from a sanction to the end of its effect period, as a scenario asks for them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.limit import add_months
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario
from scenarios.moments import next_at_work
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused, awaited
from scenarios.stage import Seen, Stage

PROGRAMMES = "/followup/programmes"
PDF, PAPER = "application/pdf", b"%PDF-1.7\nsigned, for the play\n%%EOF\n"
MORNING = time(10, 0)
FIRST, SECOND = 3, 9     # months after the day of effect: well within what the schedule asks for
ITEMS = ("file", "post", "pay")


def is_visited(scenario: Scenario) -> bool:
    """Whether it tells of a sanction after which somebody is visited."""
    return isinstance(scenario.chosen.get("sanction"), Mapping)


class FollowupPlay:
    """Puts its acts on the stage's agenda, each on its own day."""

    def __init__(self, stage: Stage, seen: Seen, rules: Rules) -> None:
        told: Mapping[str, Any] = seen.scenario.chosen["sanction"]
        self._stage, self._seen, self._told, self._path = stage, seen, told, ""
        self._organ_id = seen.scenario.place
        self._is_workday = rules.calendar(self._organ_id).is_workday
        self._since = date.fromisoformat(told["effective"])
        self._until = add_months(self._since, int(told["effect_months"]))
        for day, what, do in (
                (self._since + timedelta(days=1), "登记处分", self._register),
                (self._since + timedelta(days=20), "核对处分执行", self._check),
                (add_months(self._since, FIRST), "第一次回访", self._first),
                (add_months(self._since, FIRST + 1), "帮扶指导", self._help),
                (add_months(self._since, SECOND), "第二次回访", self._second),
                (self._until - timedelta(days=30), "期满前采集信息", self._gather),
                (self._until + timedelta(days=1), "期满办结", self._complete)):
            at = next_at_work(datetime.combine(day, MORNING, ZONE), self._is_workday)
            stage.agenda.put(at, seen.scenario.id, f"{what} {seen.scenario.given.get('subject', '')}", do)

    @property
    def _place(self) -> Place:
        return self._stage.people.at(self._organ_id, "牟定县某局(示例)")

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._seen.scenario.id}.followup", step)

    def _do(self, person: Person, verb: str, body: Answer, step: str = "") -> None:
        person.post(f"{self._path}/{verb}", body, self._key(step or verb))

    def _refused_with(self, verb: str, body: Answer, step: str) -> str:
        """The code with which the platform says no; empty where it lets it be."""
        try:
            self._do(self._place.reviewer, verb, body, step)
        except Refused as refusal:
            return refusal.code
        return ""

    def _see(self) -> Answer:
        self._seen.programme = self._place.lead.get(self._path)
        return self._seen.programme

    def _register(self) -> str:
        filer, lead, reviewer = self._place.filer, self._place.lead, self._place.reviewer
        filer.come()
        body = {"person": {"name": "温某", "unit": "牟定县某局(示例)", "officer_id": filer.officer_id},
                "sanction": {"kind": self._told["kind"], "degree": self._told["degree"],
                             "effective_on": self._since.isoformat(), "decided_by": "牟定县监察委员会(示例)",
                             "effect_months": int(self._told["effect_months"]), "number": "示例〔2026〕1号"},
                "attachments": [reviewer.bring("处分决定(示例).pdf", PAPER, PDF)]}
        made = reviewer.post(PROGRAMMES, body, self._key("register"))
        self._path = f"{PROGRAMMES}/{made['case_id']}"
        self._do(lead, "assign", {"officer_id": self._place.reviewer.officer_id})
        self._seen.schedule = self._see()["duties"]
        return f"{made['number']}，自动排出应办的日子，已告知本人"

    def _check(self) -> str:
        on = (self._since + timedelta(days=15)).isoformat()
        for item in ITEMS:
            self._do(self._place.reviewer, "execution", {"check": {"item": item, "done_on": on, "words": ""}},
                     f"execution.{item}")
        return "档案、职务、工资三项已核对"

    def _visit(self, number: int, day: date) -> None:
        visit = self._planned(day)
        self._do(self._place.reviewer, "visits", visit, f"visits.{number}")
        talks = [{"with_whom": "person", "who": "", "words": "认识到位，正在走出低谷。(示例)"},
                 {"with_whom": "unit_head", "who": "单位负责人(示例)", "words": "工作认真。(示例)"}]
        self._do(self._place.reviewer, "record-visit", {
            "visit": number, "on": visit["on"], "talks": talks, "wishes": "希望多学业务。(示例)"},
            f"record.{number}")

    def _planned(self, day: date) -> Answer:
        on = next_at_work(datetime.combine(day, MORNING, ZONE), self._is_workday).date().isoformat()
        visitors = [each.officer_id for each in (self._place.reviewer, self._place.second_reviewer)]
        return {"kind": "formal", "on": on, "place": "office", "visitors": visitors,
                "outline": "听、察、谈。(示例)", "request": 0}

    def _first(self) -> str:
        """Never by one alone: the platform says no."""
        day = add_months(self._since, FIRST)
        alone = {**self._planned(day), "visitors": [self._place.reviewer.officer_id]}
        self._seen.alone_refused_with = self._refused_with("visits", alone, "visits.alone")
        self._visit(1, day)
        self._step("教育疏导：谈心、学习。(示例)", "1")
        return "一个人去的，系统不予安排；两人回访，本人已签字"

    def _step(self, words: str, number: str) -> None:
        self._do(self._place.reviewer, "step", {"words": words}, f"step.{number}")
        read = self._place.filer.get(self._path)["records"][-1]["digest"]
        self._do(self._place.filer, "sign-step", {"digest": read, "attachments": []}, f"sign.{number}")

    def _help(self) -> str:
        reviewer, filer = self._place.reviewer, self._place.filer
        self._do(reviewer, "mentor", {"mentor": {"name": "张某", "unit": "牟定县某局(示例)", "post": "股长"}})
        goal = {"kind": "post", "goal": "独立承担一个片区", "measure": "年度考核合格", "actions": "跟班学习",
                "helpers": "张某", "resources": "", "until": add_months(self._since, SECOND).isoformat()}
        self._do(reviewer, "plan", {"own_words": "不知道怎么面对同事。(示例)", "goals": [goal]})
        read = filer.get(self._path)["plans"][-1]["digest"]
        self._do(filer, "sign-plan", {"digest": read, "for_unit": "", "attachments": []}, "sign-plan.person")
        paper = reviewer.bring("单位签字(示例).pdf", PAPER, PDF)
        self._do(reviewer, "sign-plan", {
            "digest": read, "for_unit": "单位负责人(示例)", "attachments": [paper]}, "sign-plan.unit")
        self._step("帮扶指导：定了帮带人和成长方案。(示例)", "2")
        return "帮带责任人、成长方案已定，本人和单位都签了字"

    def _second(self) -> str:
        """A third in one year the platform refuses, for nobody asked for it."""
        day = add_months(self._since, SECOND)
        self._visit(2, day)
        self._do(self._place.reviewer, "milestones", {"milestone": {
            "goal": 1, "words": "片区工作考核合格。(示例)", "reached": True, "attachments": []}})
        third = self._planned(day + timedelta(days=30))
        self._seen.third_refused_with = self._refused_with("visits", third, "visits.third")
        self._step("跟踪问效：目标达到。(示例)", "3")
        return "已回访；本年第三次正式回访，系统不予安排"

    def _gather(self) -> str:
        reviewer = self._place.reviewer
        gathered = dict.fromkeys(("attitude", "mind", "work", "life", "unit_says"), "好。(示例)")
        self._do(reviewer, "gather", {"gathered": {**gathered, "personnel_says": ""}})
        paper = reviewer.bring("单位评价(示例).pdf", PAPER, PDF)
        self._do(reviewer, "unit-evaluation", {"organisation": "局党组(示例)", "words": "表现好。(示例)",
                                               "grade": "good", "attachments": [paper]})
        self._do(reviewer, "evaluation", {"grade": "good", "words": "帮扶有效。(示例)"})
        return "信息、单位评价、评价意见齐了"

    def _complete(self) -> str:
        """The platform has told the person by itself that the period ends."""
        awaited(lambda: self._see() if self._see()["end_told_at"] else None, "期满告知")
        words = "从情绪低落到重燃干事热情。(示例)"
        self._do(self._place.reviewer, "complete", {"recommendation": "commend", "words": words})
        return f"办结：{self._see()['state']}"
