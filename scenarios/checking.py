"""What a file says in moments, periods and known words, checked before anything is played."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from scenarios.determination_facts import disposal_of, initiation_of
from scenarios.keys import MOMENTS, PERIODS
from scenarios.meeting_facts import meeting_of
from scenarios.moments import dated, in_order, moment_of, period_of
from scenarios.negative import list_hit_of
from scenarios.report_words import (
    accusation_of,
    finding_of,
    first_answer_of,
    next_level_of,
    report_of,
    reporter_of,
)
from scenarios.stopping import stop_of
from scenarios.translation import decided_together
from scenarios.wording import NotUnderstood, yes_of

DATED = ("appeal", "supplement")
READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(MOMENTS, moment_of), **dict.fromkeys(PERIODS, period_of),
    "initiation": initiation_of, "disposal": disposal_of, "list_hit": list_hit_of, "meeting": meeting_of,
    **{key: partial(dated, key) for key in DATED},
    "stop_before": stop_of, "report": report_of, "reporter": reporter_of, "finding": finding_of,
    "unit_first_answer": first_answer_of, "next_level": next_level_of, "false_accusation": accusation_of,
    **{key: partial(yes_of, key, otherwise=False) for key in ("exceeded", "unsealing")},
    "tolerance_arises": lambda said: yes_of("tolerance_arises", said, True)}
OF_GIVEN: Mapping[str, Callable[[Any], Any]] = {"collective_decision": decided_together}



def check(said: Mapping[str, Any], where: str) -> None:
    """Raises NotUnderstood, which names the key, where something cannot be read or comes in no order."""
    check_each(said, where, READERS)
    try:
        in_order({**said, **_inside(said)})
    except NotUnderstood as error:
        raise NotUnderstood(f"{where}.{error}") from None


def check_each(said: Mapping[str, Any], where: str, readers: Mapping[str, Callable[[Any], Any]]) -> None:
    """Raises NotUnderstood, which names the key, where something cannot be read."""
    for key, read in readers.items():
        try:
            read(said.get(key))
        except NotUnderstood as error:
            told = str(error).removeprefix(f"{key}: ").removeprefix(key)
            raise NotUnderstood(f"{where}.{key}{'' if told.startswith('.') else ': '}{told}") from None


def _inside(said: Mapping[str, Any]) -> dict[str, Any]:
    """When an appeal is lodged, a supplement and a report come, where their own key dates them."""
    moments = {f"{key}.at": dated(key, said.get(key))[1] for key in DATED}
    return moments | {"report.at": report_of(said.get("report"))[2]}
