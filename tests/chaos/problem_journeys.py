"""Problems on their way (以案促改): an officer enters what is wrong, measures are planned and reported, and
somebody else closes it. All of them try again until they are answered."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scenarios.platform import Answer, Person
from tests.chaos.homes import FORENOON
from tests.chaos.journeys import Journey
from tests.chaos.report_journeys import ReportOffice

PROBLEMS = "/followup/problems"
UNIT = "嵩明县水务局"
PAPER = ("处置程序(示例).pdf", b"%PDF-1.7\na rule, for the fault kit\n%%EOF\n", "application/pdf")
TODAY, LATER = FORENOON[:10], "2026-03-31"
VERBS = {"plan-measure": "measures", "report-measure": "report-measure", "close-measure": "close-measure",
         "drop-measure": "drop-measure", "dismiss-problem": "dismiss", "close-problem": "close"}
LEADS = frozenset({"close-measure", "drop-measure", "dismiss-problem", "close-problem"})
ENDS = {"close-problem": "closed", "dismiss-problem": "dismissed", "drop-measure": "open"}
WAYS = (("raise", "plan-measure", "report-measure", "close-measure", "close-problem"),
        ("raise", "plan-measure", "drop-measure"),
        ("raise", "dismiss-problem"))


@dataclass
class ProblemJourney(Journey):
    """`title` is what the problem is called. `paper`: what shows that it was mended, once it was brought."""

    problem_id: str = ""
    paper: dict[str, Any] = field(default_factory=dict)

    @property
    def finished(self) -> bool:
        return self.acknowledged[-1:] == [self.steps[-1]]

    @property
    def state(self) -> str:
        """The state that the problem comes to."""
        return ENDS[self.steps[-1]]


def planned_problems(mark: str, count: int, dice: random.Random) -> list[Journey]:
    return [ProblemJourney(f"{mark} 第 {number} 个短板", dice.choice(WAYS)) for number in range(count)]


class ProblemOffice(ReportOffice):
    """Knows the steps of all kinds of journeys."""

    def sending(self, journey: Journey, step: str) -> Callable[[], Answer]:
        if not isinstance(journey, ProblemJourney):
            return super().sending(journey, step)
        if step == "raise":
            return lambda: self._raise(journey)
        person: Person = self.lead if step in LEADS else self.reviewer
        return lambda: person.post(f"{PROBLEMS}/{journey.problem_id}/{VERBS[step]}",
                                   self._said(journey, step), self.key_of(journey, step))

    def _raise(self, journey: ProblemJourney) -> Answer:
        answer = self.reviewer.post(PROBLEMS, {
            "source": "hand", "on": TODAY, "description": {
                "title": journey.title, "words": "各处做法不一。(示例)", "unit": UNIT,
                "weak_point": "oversight_gap"}}, self.key_of(journey, "raise"))
        journey.problem_id = answer["case_id"]
        return answer

    def _said(self, journey: ProblemJourney, step: str) -> dict[str, Any]:
        match step:
            case "plan-measure":
                return {"measure": {"words": "拟订程序(示例)", "unit": UNIT, "due_on": LATER,
                                    "owner_id": self.reviewer.officer_id}}
            case "report-measure":
                journey.paper = journey.paper or self.reviewer.bring(*PAPER)
                return {"measure": 1, "words": "程序已印发。(示例)", "attachments": [journey.paper]}
            case "close-measure":
                return {"measure": 1, "words": "看过原件。(示例)"}
            case "drop-measure":
                return {"measure": 1, "reason": "已由别处统一办理。(示例)"}
            case "close-problem":
                return {"words": "短板已补上。(示例)"}
        return {"reason": "没有制度上的短板。(示例)"}
