"""What a scenario tells of the later life of its filing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scenarios.facts import Scenario
from scenarios.moments import moment_of


@dataclass(frozen=True)
class OversightFacts:
    """The moments of what is done, each None where it is not; `households`: an outcome to be entered."""

    planned_at: datetime | None = None
    checked_at: datetime | None = None
    progress_at: datetime | None = None
    deviation_at: datetime | None = None
    guidance_at: datetime | None = None
    corrected_at: datetime | None = None
    changed_at: datetime | None = None
    evaluated_at: datetime | None = None
    retrospective: bool = False
    households: int = 0
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_told(self) -> bool:
        """Whether anything is done at all."""
        return bool(self.planned_at or self.progress_at or self.deviation_at or self.changed_at
                    or self.evaluated_at
                    or self.households)


def oversight_of(scenario: Scenario, households: int) -> OversightFacts:
    """What is chosen with its moment, or expected. Households are an outcome where the dashboard is to count
    them."""
    chosen, expect = scenario.chosen, scenario.expect
    moments = {key: moment_of(chosen.get(key)) for key in (
        "planned_at", "checked_at", "progress_at", "deviation_at", "guidance_at", "corrected_at",
        "changed_at", "evaluated_at")}
    return OversightFacts(
        **moments, retrospective=bool(expect.get("retrospective_held")),
        households=households if expect.get("dashboard_households") else 0,
        words={"deviation": str(scenario.given.get("course") or "实施与报备略有出入"),
               "end": str(scenario.given.get("end") or "事项完成")})
