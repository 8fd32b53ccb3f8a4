"""Who files, or whose act is looked at: the unit, and who they are within it."""

import re
from collections.abc import Mapping
from typing import Any

from scenarios.facts import Scenario

NO_UNIT, NOBODY = "示例单位", "当事人(示例)"
UNIT = re.compile("^.+(办事处|管委会|委员会|政府|中心|公司|集团|办公室|大学|中学|小学|幼儿园|[支大]队(?!长)"
                  "|[局厅站所镇乡院校场馆](?!长)|街道(?!办|党)|(?:党委|党组|党工委)(?!副?书记|委员|成员))")
TITLE = re.compile("(原|时任|一名)?(党组|党委|党工委|总支|支部)?(常务)?副?"
                   "(书记|主任|主席|主管|经理|董事长|秘书长|[县市区镇乡州村局厅院校场站所馆处科股队司部]长"
                   "|专员|巡视员|调研员|干部|工作人员)")


def unit_of(scenario: Scenario) -> str:
    """The unit of whoever files or is the subject: as it is said, or the part of what the report calls them
    that names one."""
    said = scenario.given.get("unit") or _of(scenario, "unit", "单位")
    return str(said or _parted(_whose(scenario))[0])[:120]


def subject_of(scenario: Scenario) -> str:
    """Who the subject is within their unit."""
    if name := _of(scenario, "name", "姓名"):
        return f"{_of(scenario, 'post', '职务')}{name}"[:60]
    whose, unit = _whose(scenario), unit_of(scenario)
    within = whose.removeprefix(unit) if whose.startswith(unit) else _parted(whose)[1]
    return (within or NOBODY)[:60]


def is_organisation(scenario: Scenario) -> bool:
    """Whether it is a unit as a whole, and nobody in it."""
    said, unit = _said(scenario), unit_of(scenario)
    named = isinstance(said, Mapping) and not _of(scenario, "name", "姓名", "post", "职务")
    return bool(said) and unit != NO_UNIT and (named or str(said).strip() == unit)


def _parted(whose: str) -> tuple[str, str]:
    """The unit and the person: after the last word for a unit, else before the title."""
    if found := UNIT.match(whose):
        return found.group(), whose[found.end():]
    if title := TITLE.search(whose):
        return whose[:title.start()] or NO_UNIT, whose[title.start():]
    return whose, ""


def _said(scenario: Scenario) -> Any:
    return scenario.given.get("filer") or scenario.given.get("subject") or scenario.given.get("organisation")


def _whose(scenario: Scenario) -> str:
    said = _said(scenario)
    return NO_UNIT if not said or isinstance(said, Mapping) else str(said).strip()


def _of(scenario: Scenario, *keys: str) -> str:
    """What a person told by keys says under one of them."""
    said = _said(scenario)
    told = said if isinstance(said, Mapping) else {}
    return next((str(told[key]) for key in keys if told.get(key)), "")
