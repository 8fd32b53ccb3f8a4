"""A clue at which the tolerance question is answered, and the determination that a yes leads to."""

from collections.abc import Callable

from scenarios.determination_facts import DeterminationFacts
from scenarios.platform import Answer, Person
from scenarios.stage import Seen

ARISES = "反映的行为与推进工作有关,需要同步研判容错。(示例)"
ARISES_NOT = "反映的行为不属于可以研判容错的事项。(示例)"


def tolerance_answered(seen: Seen, facts: DeterminationFacts, lead: Person, about: Answer,
                       key: Callable[[str], str]) -> str:
    """A report is the clue, and was disposed of as such; any other clue is disposed of here."""
    report = seen.report
    seen.clue_number = report["number"] if report else f"XS-{facts.key.removesuffix(':case')}"[:64]
    if report and facts.arises:
        body = {**about, "initiation": "clue", "report_id": report["report_id"], "grounds": ARISES}
        seen.determination = lead.post("/determinations", body, key("open"))
    if not report:
        body = {**about, "clue_number": seen.clue_number, "disposal": facts.disposal,
                "reasons": ARISES if facts.arises else ARISES_NOT, "tolerance_arises": facts.arises,
                "received_at": facts.begun_at.isoformat()}
        disposed = lead.post("/clue-disposals", body, key("dispose"))
        if disposed["case_id"]:
            seen.determination = lead.get(f"/determinations/{disposed['case_id']}")
    if not seen.determination:
        return "已答复容错问题:不启动"
    return f"已答复容错问题,立案 {seen.determination['number']}"
