"""How determinations and appeals end, in the platform's words. A word that nobody knows is told: what a
scenario ends in is never invented."""

from collections.abc import Mapping
from typing import Any

from scenarios.facts import Scenario
from scenarios.wording import NotUnderstood, number_of, one_of

OUTCOMES = ("exempt", "mitigate", "lighten", "denied")  # mildest first
REFUSED, WITHDRAWN, NO_MAJORITY, UPHELD, CHANGED = "refused", "withdrawn", "no_majority", "upheld", "changed"
NONE = (None, False, "none", "not_opened", "不启动")  # no determination comes of it
ALSO: Mapping[str, str] = {
    **dict.fromkeys(("免责", "免予处分", "免予党纪政务处分", "免予处理", "免予问责", "容错免责"), "exempt"),
    **dict.fromkeys(("减轻", "减轻处分", "减轻处理", "减轻责任"), "mitigate"),
    **dict.fromkeys(("从轻", "从轻处分", "从轻处理"), "lighten"),
    **dict.fromkeys(("不予容错", "不容错", "not_tolerated"), "denied"),
    **dict.fromkeys(("不予受理",), REFUSED), **dict.fromkeys(("撤回", "已撤回", "撤回申请"), WITHDRAWN),
    **dict.fromkeys(("没有形成多数", "未形成多数", "未形成多数意见"), NO_MAJORITY),
    **{code: code for code in (*OUTCOMES, REFUSED, WITHDRAWN, NO_MAJORITY)}}
APPEALS: Mapping[str, str] = {
    **dict.fromkeys(("rejected", "dismissed", "驳回", "驳回申诉", "维持", "维持原结论",
                     "维持原认定"), UPHELD),
    **dict.fromkeys(("milder", "变更", "改变", "改变原认定", CHANGED), CHANGED),
    UPHELD: UPHELD, **{word: code for word, code in ALSO.items() if code in OUTCOMES}}
FORMS = "〇一二三四"


def outcome_code(said: Any) -> str:
    """An outcome's code, as it is written or by another word; empty where nothing is said."""
    return one_of("determination", said, ALSO)


def appeal_code(said: Any) -> str:
    """`upheld`, `changed`, or the outcome that then holds; empty where nothing is said of it, or that the
    platform says no."""
    if isinstance(said, bool) or is_refusal(said):
        return ""
    return one_of("appeal", said, APPEALS)


def is_refusal(said: Any) -> bool:
    """Whether an expectation is that the platform says no: `refused`, or the very code (appeal.too_late)."""
    return str(said) == REFUSED or "." in str(said)


def form_code(said: Any) -> int:
    """The form of discipline as a number: 1, "1" or 第一种形态; 0 where none is named."""
    if not said:
        return 0
    plain = str(said).removeprefix("第").removesuffix("形态").removesuffix("种")
    in_words = len(plain) == 1 and plain in FORMS
    return FORMS.index(plain) if in_words else number_of("form_of_discipline", plain)


def opens_none(expect: Mapping[str, Any]) -> bool:
    """Whether a scenario expects that no determination is opened."""
    return "determination" in expect and expect["determination"] in NONE


def outcomes_of(scenario: Scenario, hit: str) -> tuple[str, str]:
    """What is decided first, and what holds after an appeal."""
    told = _told(scenario.expect) or ("denied" if hit else "exempt")
    appealed = _appealed(scenario)
    changed = appealed if appealed in OUTCOMES else ""
    first = outcome_code(scenario.chosen.get("first_determination"))
    if not first and appealed == CHANGED:
        if told not in OUTCOMES:
            raise NotUnderstood(f"appeal: 没有可以申诉的结果 · nothing to appeal against: {told}")
        first = OUTCOMES[min(OUTCOMES.index(told) + 1, len(OUTCOMES) - 1)]
    return first or told, changed or (first if first and appealed == UPHELD else told)


def _told(expect: Mapping[str, Any]) -> str:
    return "" if opens_none(expect) else outcome_code(expect.get("determination"))


def _appealed(scenario: Scenario) -> str:
    """What comes of the appeal, by the first that names an outcome; else whether it is upheld or changed."""
    appeal = scenario.chosen.get("appeal")
    chosen = appeal.get("outcome") if isinstance(appeal, Mapping) else ""
    said = [appeal_code(each) for each in (scenario.expect.get("appeal_outcome"),
                                           scenario.expect.get("appeal"), chosen)]
    return next((each for each in said if each in OUTCOMES), "") or next(filter(None, reversed(said)), "")


def speaks_of_before_appeal(scenario: Scenario) -> bool:
    """Whether `determination` names what was decided before an appeal changed it."""
    return _told(scenario.expect) not in {"", outcomes_of(scenario, "")[1]}
