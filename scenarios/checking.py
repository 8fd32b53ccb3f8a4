"""What a file says in moments, periods and known words, checked before anything is played."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.determination_facts import disposal_of, initiation_of
from scenarios.keys import MOMENTS, PERIODS
from scenarios.meeting_facts import meeting_of
from scenarios.moments import in_order, moment_of, period_of
from scenarios.negative import list_hit_of
from scenarios.wording import NotUnderstood, yes_of

READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(MOMENTS, moment_of), **dict.fromkeys(PERIODS, period_of),
    "initiation": initiation_of, "disposal": disposal_of, "list_hit": list_hit_of, "meeting": meeting_of,
    "tolerance_arises": lambda said: yes_of("tolerance_arises", said, True)}


def check(said: Mapping[str, Any], where: str) -> None:
    """Raises NotUnderstood, which names the key, where something cannot be read or comes in no order."""
    for key, read in READERS.items():
        try:
            read(said.get(key))
        except NotUnderstood as error:
            told = str(error).removeprefix(f"{key}: ").removeprefix(key)
            raise NotUnderstood(f"{where}.{key}{'' if told.startswith('.') else ': '}{told}") from None
    try:
        in_order({**said, **_inside(said)})
    except NotUnderstood as error:
        raise NotUnderstood(f"{where}.{error}") from None


def _inside(said: Mapping[str, Any]) -> dict[str, Any]:
    """When an appeal is lodged and a supplement comes, where they are dated in their own mapping."""
    found = {key: told for key in ("appeal", "supplement") if isinstance(told := said.get(key), Mapping)}
    return {f"{key}.at": told.get("at") or told.get("lodged_at") for key, told in found.items()}
