"""What a scenario says of a report, of the clearing and of the inquiry that may follow from it. What it
leaves open is filled plainly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rongcuo.policy.divisions import division
from rongcuo.policy.rules import Rules
from scenarios.determination_facts import act_of, disposal_of, is_wanted, received_at
from scenarios.facts import Scenario
from scenarios.outcomes import opens_none
from scenarios.persons import is_organisation, subject_of, unit_of
from scenarios.report_words import (
    CLEARINGS,
    CLEARS,
    MALICIOUS,
    REAL_NAME,
    REFUSES,
    STANDS,
    UNTRUE,
    accusation_of,
    finding_of,
    first_answer_of,
    modes_of,
    next_level_of,
    report_of,
    reporter_of,
)
from scenarios.stopping import stop_of
from scenarios.translation import organ_of
from scenarios.wording import in_one_line, one_of, yes_of

UNTOLD = "反映其履行职责中的问题(示例)"


@dataclass(frozen=True)
class ReportFacts:
    """What is reported of whom, how, and what becomes of it.

    `organisation`: it is about the `unit` as a whole. `arises`: the answer to the tolerance question.
    `exceeded`: what was done goes beyond what was filed. `clears`: the answer to the clearing question;
    `refuses`: the unit refuses at first; `next_level`: what the level above says to an objection, `none`
    where nobody objects. `accusation`: what becomes of the inquiry into a malicious one. `unsealing`: an
    order to open who reported is asked for, and one of the two has approved.
    """

    key: str
    organ_id: str
    unit: str
    subject: str
    organisation: bool
    text: str
    place: str
    act: Mapping[str, str]
    received_at: datetime
    real_name: bool
    channel: str
    disposal: str
    arises: bool
    exceeded: bool
    finding: str
    clears: bool
    modes: tuple[str, ...]
    refuses: bool
    next_level: str
    accusation: Mapping[str, Any]
    unsealing: bool
    stop_before: str

    @property
    def in_our_words(self) -> str:
        """As a clearing says what was reported: never as the reporter did."""
        what = self.act["what"]
        return what if what not in self.text and self.text not in what else "职务行为方面的问题。(示例)"

    @property
    def whom(self) -> str:
        """As a person says it."""
        return self.unit if self.organisation else f"{self.unit}{self.subject}"


def facts_of(scenario: Scenario, rules: Rules, filed_at: datetime | None) -> ReportFacts:
    """The report that a scenario plays. `filed_at`: of the filing that came before, if one did."""
    chosen = scenario.chosen
    came_at = received_at(scenario, filed_at, rules.calendar(scenario.place).is_workday)
    kind, channel, _ = report_of(chosen.get("report"))
    real_name = REAL_NAME in (kind, reporter_of(chosen.get("reporter")))
    finding = _finding(scenario)
    return ReportFacts(
        key=f"{scenario.id}:report", organ_id=organ_of(scenario), unit=unit_of(scenario),
        subject=subject_of(scenario), organisation=is_organisation(scenario), text=_text(scenario),
        place=division(scenario.place).name, act=act_of(scenario, came_at, filed_at),
        received_at=came_at, real_name=real_name, channel=channel or ("visit" if real_name else "web"),
        disposal=disposal_of(chosen.get("disposal")), arises=_arises(scenario),
        exceeded=yes_of("exceeded", chosen.get("exceeded"), False), finding=finding,
        clears=finding in UNTRUE and _wanted_of(scenario, "needed") is not False,
        modes=_modes(scenario.expect), refuses=_refuses(scenario), next_level=_next_level(scenario),
        accusation=accusation_of(chosen.get("false_accusation")),
        unsealing=yes_of("unsealing", chosen.get("unsealing"), False),
        stop_before=stop_of(chosen.get("stop_before")))


def _text(scenario: Scenario) -> str:
    """In the reporter's words, where the scenario has them."""
    given = scenario.given
    act = scenario.chosen.get("act")
    what = act.get("what") if isinstance(act, Mapping) else act
    return in_one_line(given.get("report") or what or given.get("what") or given.get("matter")
                       or UNTOLD)


def _arises(scenario: Scenario) -> bool:
    wanted = is_wanted(scenario) and not opens_none(scenario.expect)
    return yes_of("tolerance_arises", scenario.chosen.get("tolerance_arises"), wanted) and wanted


def _finding(scenario: Scenario) -> str:
    """As it was chosen; else the plainest from which follows what the scenario tells of its end."""
    if told := finding_of(scenario.chosen.get("finding") or scenario.expect.get("report_finding")):
        return told
    if scenario.expect.get("false_accusation_found") is True:
        return MALICIOUS
    answered = scenario.chosen.get("unit_first_answer") or _modes(scenario.expect)
    return "unsubstantiated" if answered or _wanted_of(scenario, "needed") else "substantiated"


def _wanted_of(scenario: Scenario, key: str) -> Any:
    """What is expected of the clearing: under a key of its own, or in `clarification`."""
    said = scenario.expect.get("clarification")
    told = said if isinstance(said, Mapping) else {"needed": said}
    return scenario.expect.get(f"clarification_{key}", told.get(key))


def _modes(expect: Mapping[str, Any]) -> tuple[str, ...]:
    """Those that are named; the written one goes with all others."""
    said = expect.get("clarification")
    told = said.get("modes") if isinstance(said, Mapping) else None
    return modes_of(expect.get("clarified_with") or told)


def _refuses(scenario: Scenario) -> bool:
    """At first: as it was chosen, or since it ends so."""
    first = first_answer_of(scenario.chosen.get("unit_first_answer"))
    return first == REFUSES or (not first and _outcome(scenario) == "refused")


def _next_level(scenario: Scenario) -> str:
    told = next_level_of(scenario.chosen.get("next_level"))
    return told or (STANDS if _outcome(scenario) == "refused" else CLEARS)


def _outcome(scenario: Scenario) -> str:
    return one_of("clarification.outcome", _wanted_of(scenario, "outcome"), CLEARINGS)

