"""The later life of one filing, on its scenario's own days: deviation, guidance, correction, evaluation."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.oversight_facts import OversightFacts
from scenarios.people import Place
from scenarios.platform import Answer, Person
from scenarios.stage import Seen, Stage

CORRECTION_WITHIN = timedelta(days=14)
AFTER_ACCEPTANCE = timedelta(days=20)     # when outcomes are entered, where no day is told
ANSWER = timedelta(minutes=20)
REVIEWED = timedelta(hours=3)
LONGER = timedelta(days=30)
CHECKPOINTS, PLANNED_DAYS = ("decision", "purchase", "payment", "completion"), (3, 20, 60, 150)


class OversightPlay:
    """Puts what is told of a filing that was accepted at a moment on the stage's agenda."""

    def __init__(self, stage: Stage, seen: Seen, facts: OversightFacts, accepted_at: datetime) -> None:
        self._stage, self._seen, self._facts, self._rules = stage, seen, facts, Rules()
        self._title = seen.filing["content"]["title"]
        self._put(facts.planned_at, "制定检查计划", self._plan)
        self._put(facts.checked_at, "检查", self._check)
        self._put(facts.progress_at, "报告进度", self._progress)
        self._put(facts.deviation_at, "报告偏差", self._deviate)
        self._put(facts.guidance_at, "给予指导", self._guide)
        self._put(facts.corrected_at, "报告纠正", self._correct)
        self._put(facts.changed_at, "变更备案", self._change)
        self._put(facts.changed_at and facts.changed_at + REVIEWED, "审查变更", self._decide_change)
        if facts.households:
            self._put(accepted_at + AFTER_ACCEPTANCE, "登记成效", self._enter)
        self._put(facts.evaluated_at, "评估事项", self._evaluate)
        if facts.retrospective:
            self._put(facts.evaluated_at and facts.evaluated_at + ANSWER, "一案一议", self._retrospect)

    def _put(self, at: datetime | None, what: str, do: Callable[[date], str]) -> None:
        if at:
            self._stage.agenda.put(at, self._seen.scenario.id, f"{what} {self._title}",
                                   partial(do, at.astimezone(ZONE).date()))

    @property
    def _place(self) -> Place:
        assert self._seen.place  # noqa: S101 - it was filed there
        return self._seen.place

    def _do(self, who: Person, step: str, content: Answer, again: str = "") -> Answer:
        path = f"/oversights/{self._seen.filing['oversight_id']}/{step}"
        key = self._stage.key(self._seen.scenario.id, f"{step}{again}")
        self._seen.oversight = who.post(path, content, key)
        return self._seen.oversight

    def _plan(self, day: date) -> str:
        place, late = self._place, dict(zip(CHECKPOINTS, PLANNED_DAYS, strict=True))
        people = [place.reviewer.officer_id, place.second_reviewer.officer_id]
        found = self._do(place.lead, "plan", {"checkpoints": [
            {"code": code, "due_on": (day + timedelta(days=days)).isoformat(), "supervisors": people}
            for code, days in late.items()]})
        return f"{len(found['checkpoints'])} 个节点"

    def _check(self, _: date) -> str:
        self._do(self._place.reviewer, "checkpoints", {"checkpoint": CHECKPOINTS[0], "finding": {
            "finding": "集体决策会议纪要完整，与报备一致。", "in_order": True, "papers": ["minutes"]}})
        return "符合要求"

    def _progress(self, day: date) -> str:
        self._do(self._place.filer, "progress", {
            "on": day.isoformat(), "done": 35, "planned": 50, "words": "雨季影响进度，已调整工序。"})
        return "35%，计划 50%"

    def _deviate(self, day: date) -> str:
        said = {"what": self._facts.words["deviation"], "on": day.isoformat(), "outside": []}
        found = self._do(self._place.filer, "deviations", said)
        return f"第 {len(found['deviations'])} 项偏差"

    def _guide(self, day: date) -> str:
        due = (day + CORRECTION_WITHIN).isoformat()
        self._do(self._place.reviewer, "guidance", {
            "deviation": 1, "words": "请对照现行政策核对条款，补齐衔接手续，并报告纠正情况。", "due_on": due})
        return f"应于 {due} 前纠正"

    def _correct(self, day: date) -> str:
        self._do(self._place.filer, "corrections", {
            "deviation": 1, "words": "已补齐衔接手续，条款与现行政策一致。", "on": day.isoformat()})
        return "已纠正"

    def _change(self, _: date) -> str:
        content = self._seen.filing["content"]
        last = date.fromisoformat(content["act_until"] or self._seen.filing["valid_until"])
        found = self._place.filer.post(f"/filings/{self._seen.filing['filing_id']}/changes", {"content": {
            "procedure": "分两个批次报监理和质监，每批完成后组织联合验收。(示例)",
            "act_until": (last - LONGER).isoformat(),
            "reasons": "第一批已按期完成，余下部分提前收尾，程序相应调整。(示例)"}},
            self._stage.key(self._seen.scenario.id, "change"))
        return str(found["number"])

    def _decide_change(self, _: date) -> str:
        path, key = f"/filing-changes/{self._seen.filing['filing_id']}.c1", self._seen.scenario.id
        self._place.reviewer.post(f"{path}/take", {}, self._stage.key(key, "take_change"))
        self._place.reviewer.post(f"{path}/approve", {"opinion": "理由充分，风险措施相应调整，同意变更。"},
                                  self._stage.key(key, "approve_change"))
        return "同意变更"

    def _enter(self, day: date) -> str:
        told = {"kind": "households", "unit": "households", "amount": self._facts.households,
                "on": day.isoformat(), "source": "示例：交房登记簿"}
        found = self._do(self._place.filer, "outcomes", {"outcome": told})
        return f"成效 {found['totals'][0]['amount']} 户"

    def _evaluate(self, day: date) -> str:
        """Once all of it is done, as the filer reports."""
        self._do(self._place.filer, "progress", {
            "on": day.isoformat(), "done": 100, "planned": 100, "words": "全部完成。(示例)"}, ".whole")
        standards = self._rules.pack_by_id(self._seen.filing["pack_id"]).oversight.evaluation.standards
        self._do(self._place.lead, "evaluation", {
            "marks": [{"standard": code, "mark": "met"} for code in standards],
            "conclusion": f"{self._facts.words['end']}；偏差经指导及时纠正。"})
        return "常态化监督"

    def _retrospect(self, day: date) -> str:
        self._do(self._place.lead, "retrospective", {
            "held_on": day.isoformat(), "learned": "政策衔接的条款在报备时逐条核对，偏差可以更早发现。"})
        return "已开展"
