"""Reports on their way: somebody writes into the letter box and comes back with their code, officers handle
it. All of them try again until they are answered."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scenarios.platform import Answer, Person, Refused
from tests.chaos.door import Door, Form, asked, code_in, filled
from tests.chaos.journeys import Journey, Office

REPORTS = "/clarify/reports"
BOX, BACK = "/box", "/box/back/write"
PATIENTLY = 3.0         # seconds: a form may be sent six times in an hour
WRITER = "写信人甲乙"
WITHOUT_NUMBERS = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")      # which no name holds, the box says
WROTE = "另有合同复印件可以提供。"
STEPS = {"assign-report": "assign", "accept-report": "accept", "refuse-report": "refuse",
         "dispose-report": "dispose"}
ENDS = {"refuse-report": "not_accepted", "dispose-report": "handling"}
WAYS = (("report", "assign-report", "accept-report", "write", "dispose-report"),
        ("report", "write", "assign-report", "refuse-report"),
        ("report", "assign-report", "accept-report", "dispose-report"))


@dataclass
class ReportJourney(Journey):
    """`title` is what the person reported is called, by which officers find it. `form`: as it is sent, with
    its ticket; the same each time."""

    code: str = field(default="", repr=False)
    form: Form = field(default_factory=dict, repr=False)
    report_id: str = ""

    @property
    def finished(self) -> bool:
        return self.acknowledged[-1:] == [self.steps[-1]]

    @property
    def state(self) -> str:
        """The state that the report comes to."""
        return ENDS[self.steps[-1]]

    def first_pause(self, step: str) -> float:
        return PATIENTLY if step == "report" else super().first_pause(step)

    @property
    def typed(self) -> Form:
        """What its reporter types."""
        return {"signing": "real_name", "own_name": WRITER, "phone": "139 8765 4321",
                "name-0": self.title, "unit-0": "嵩明县水务局",
                "what": f"我是{WRITER}。{self.title}没有招标。"}


def planned_reports(mark: str, count: int, dice: random.Random) -> list[Journey]:
    """None is called as another one begins, for they are found by their names."""
    return [ReportJourney(f"{mark}的{number}某".translate(WITHOUT_NUMBERS), dice.choice(WAYS))
            for number in range(count)]


class ReportOffice(Office):
    """Knows the steps of both kinds of journeys."""

    def __init__(self, address: str, dice: random.Random, repeat: float = 0.0) -> None:
        super().__init__(address, dice, repeat)
        self.door = Door(address)

    def close(self) -> None:
        self.door.close()
        super().close()

    def sending(self, journey: Journey, step: str) -> Callable[[], Answer]:
        if not isinstance(journey, ReportJourney):
            return super().sending(journey, step)
        match step:
            case "report":
                return lambda: self._report(journey)
            case "write":
                return lambda: self._write(journey)
        person: Person = self.lead if step == "assign-report" else self.reviewer
        return lambda: person.post(f"{REPORTS}/{self._found(journey)}/{STEPS[step]}", self._body(step),
                                   self.key_of(journey, step))

    def _report(self, journey: ReportJourney) -> Answer:
        """Its ticket is asked for once."""
        if not journey.form:
            journey.form = filled(journey.typed, self.door.once(BOX, asked(journey.typed)))
        journey.code = code_in(self.door.once(BOX, journey.form))
        return {"code": journey.code}

    def _write(self, journey: ReportJourney) -> Answer:
        self.door.once(BACK, {"code": journey.code, "text": WROTE, "form_id": self.key_of(journey, "write")})
        return {}

    def _found(self, journey: ReportJourney) -> str:
        """Once it may be seen by anybody. Raises Refused until then."""
        if not journey.report_id:
            lines = self.lead.get(REPORTS, tab="organ", search=journey.title, limit=200)["lines"]
            found = [line["report_id"] for line in lines if journey.title in line["about"]]
            if not found:
                raise Refused(404, {"code": "not_found"})
            journey.report_id = found[0]
        return journey.report_id

    def _body(self, step: str) -> dict[str, Any]:
        return {"assign-report": {"officer_id": self.reviewer.officer_id}, "accept-report": {},
                "refuse-report": {"reason": "no_substance", "words": "没有具体的事"},
                "dispose-report": {"disposal": "inquiry", "tolerance_arises": False, "reasons": "先函询"},
                }[step]
