"""From a mistake to a changed rule (以案促改), where a scenario expects one: the problem that the
determination has raised by itself is put in words, mended, and shown to whoever files such a matter later."""

from datetime import datetime, timedelta

from scenarios.facts import Scenario
from scenarios.people import Place
from scenarios.platform import Answer, Person, Refused, awaited
from scenarios.stage import Seen, Stage

EXPECTED = "problems_at_least"
PROBLEMS = "/followup/problems"
PDF, PAPER = "application/pdf", b"%PDF-1.7\na rule, for the play\n%%EOF\n"
DAYS = (("梳理问题，定措施", 1), ("报整改、登记制度", 8), ("销账、销号", 9), ("以后的报备人填报", 10))


def learns(scenario: Scenario) -> bool:
    """Whether it expects that something is learned."""
    return bool(scenario.expect.get(EXPECTED))


class ProblemPlay:
    """Puts its acts on the stage's agenda, each on its own day after the decision."""

    def __init__(self, stage: Stage, seen: Seen, place: Place, at: datetime) -> None:
        self._stage, self._seen, self._place, self._path = stage, seen, place, ""
        self._on = at.date()
        acts = (self._describe, self._mend, self._close, self._file)
        for (what, days), act in zip(DAYS, acts, strict=True):
            stage.agenda.put(at + timedelta(days=days), seen.scenario.id, what, act)

    def _raised(self) -> Answer | None:
        lead, case_id = self._place.lead, self._seen.determination["case_id"]
        lines = lead.get(PROBLEMS, tab="raised", limit=200)["lines"]
        found = (lead.get(f"{PROBLEMS}/{line['case_id']}") for line in lines)
        return next((each for each in found
                     if any(source["source_id"] == case_id for source in each["sources"])), None)

    def _describe(self) -> str:
        problem = awaited(self._raised, "问题清单")
        self._path = f"{PROBLEMS}/{problem['case_id']}"
        reviewer, situation = self._place.reviewer, self._seen.determination["situation"]
        self._do(reviewer, "describe", {"description": {
            "title": "历史遗留问题处置没有成文的程序(示例)", "words": "各处做法不一，容易一并违规。(示例)",
            "cause": "原有办法只管新办事项。(示例)", "weak_point": "rule_missing", "situation": situation,
            "unit": problem["unit"], "area": "历史遗留问题"}})
        self._do(reviewer, "measures", {"measure": {
            "words": "拟订历史遗留问题处置程序(示例)", "unit": problem["unit"],
            "owner_id": reviewer.officer_id, "due_on": (self._on + timedelta(days=30)).isoformat()}})
        return f"{problem['number']}，认定作出时自动提出"

    def _mend(self) -> str:
        """Never without evidence, and never by the owner: the platform says no."""
        reviewer, second = self._place.reviewer, self._place.second_reviewer
        bare = {"measure": 1, "words": "做完了。(示例)"}
        self._seen.bare_refused_with = self._refused_with(second, "close-measure", bare, "close.bare")
        paper = reviewer.bring("处置程序(示例).pdf", PAPER, PDF)
        self._do(reviewer, "report-measure", {"measure": 1, "words": "程序已印发。(示例)",
                                              "attachments": [paper]})
        self._seen.owner_refused_with = self._refused_with(reviewer, "close-measure", bare, "close.owner")
        self._do(reviewer, "rules", {"rule": {
            "title": "历史遗留问题处置程序(示例)", "number": "示例〔2026〕7号",
            "text": "先清理、后集体研究、再公示，全程留痕。(示例)",
            "in_force_on": (self._on + timedelta(days=7)).isoformat()}})
        return "没有材料不能销账，责任人不能自己销账；已附材料，制度已登记"

    def _close(self) -> str:
        self._do(self._place.second_reviewer, "close-measure", {"measure": 1, "words": "看过原件。(示例)"})
        self._do(self._place.reviewer, "risk-point", {
            "words": "一边补手续一边推进，容易把老问题办成新违规。(示例)",
            "advice": "先把底数和程序报备清楚，再一件一件办。(示例)"})
        self._do(self._place.lead, "close", {"words": "短板已补上。(示例)"})
        self._seen.problem = self._place.lead.get(self._path)
        return f"{self._seen.problem['number']} 销号"

    def _file(self) -> str:
        """Whoever files such a matter later sees the risk and its rule, and nothing of the problem."""
        filer = self._place.filer
        self._seen.risk_points = filer.get(
            "/followup/risk-points", situation=self._seen.determination["situation"])["points"]
        return f"填报时看到 {len(self._seen.risk_points)} 个风险点"

    def _do(self, person: Person, verb: str, body: Answer, step: str = "") -> None:
        person.post(f"{self._path}/{verb}", body, self._key(step or verb))

    def _refused_with(self, person: Person, verb: str, body: Answer, step: str) -> str:
        """The code with which the platform says no; empty where it lets it be."""
        try:
            self._do(person, verb, body, step)
        except Refused as refusal:
            return refusal.code
        return ""

    def _key(self, step: str) -> str:
        return self._stage.key(f"{self._seen.scenario.id}.problem", step)
