"""What a scenario says of a determination, in the platform's words. What it leaves open is filled plainly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import Pack
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario
from scenarios.moments import moment_of, period_of
from scenarios.translation import organ_of, subject_of, unit_of
from scenarios.wording import NotUnderstood, listed, measure_of, negative_item_of, situation_of

OUTCOMES = ("exempt", "mitigate", "lighten", "denied")  # mildest first
ALSO = {"免责": "exempt", "免予处分": "exempt", "减轻": "mitigate", "从轻": "lighten", "不予容错": "denied",
        "not_tolerated": "denied"}
NONE = (None, False, "none", "not_opened")  # no determination comes of it
ENDS_EARLY = ("refused", "withdrawn")
DISPOSALS = {"谈话函询": "inquiry", "初步核实": "verify", "暂存待查": "hold", "予以了结": "close"}
CLUE_MOMENTS = ("reported_at", "clue_received_at", "clue_at")
OTHER_MOMENTS = ("applied_at", "application_at", "initiated_at", "opened_at", "begun_at", "started_at")
FORMS = "〇一二三四"
ASSESSED = "_assessed_by_at_least"
SPEAKS = ("determination", "shield", "negative_list_hit", "negative_hit_stops_before_meeting",
          "form_of_discipline", "tolerance_question_answered_at_disposal", "appeal", "appeal_outcome")
APPEALED_AFTER = timedelta(days=20)
WITHOUT_DATES = datetime(2026, 4, 13, 9, tzinfo=ZONE)  # a Monday


@dataclass(frozen=True)
class DeterminationFacts:
    """Whose act is looked at, how that begins, and how it shall end.

    `initiation`: clue, own_initiative or application. `arises`: the answer to the tolerance question at the
    clue's disposal. `outcome`: an outcome, or `refused`, `withdrawn`. `hit`: the negative item that applies,
    `disputed` if only the meeting finds so. `assessors`: how many at least, by set. `appeal_outcome`: what
    holds where the subject `appeals`; `appeal_refused`: by the platform. `extended`: the verification.
    `absent`, `recused`: how many members of the joint meeting.
    """

    key: str
    organ_id: str
    unit: str
    subject: str
    title: str
    situation: str
    act: Mapping[str, str]
    begun_at: datetime
    initiation: str
    disposal: str
    arises: bool
    grounds: str
    evidence: tuple[str, ...]
    outcome: str
    hit: str
    disputed: bool
    form: int
    measure: str
    assessors: Mapping[str, int]
    decided_at: datetime | None
    appeals: bool
    appealed_at: datetime | None
    appeal_outcome: str
    appeal_refused: bool
    extended: bool
    absent: int
    recused: int


def is_wanted(scenario: Scenario) -> bool:
    """Whether a scenario speaks of a determination: in what it expects, or in what was chosen."""
    refused = "." in str(scenario.expect.get("filing_outcome", ""))
    expected = any((key in SPEAKS and not (refused and key == "negative_list_hit")) or key.endswith(ASSESSED)
                   for key in scenario.expect)
    kinds = listed(scenario.expect.get("letters"))
    letters = any("determination" in kind or "denial" in kind for kind in kinds)
    begins = (*CLUE_MOMENTS, *OTHER_MOMENTS, "determined_at", "initiation")
    return expected or letters or any(scenario.chosen.get(key) for key in begins)


def determination_of(scenario: Scenario, rules: Rules, filed_at: datetime | None) -> DeterminationFacts:
    """The determination that a scenario plays. `filed_at`: of the filing that came before, if one did."""
    chosen, expect = scenario.chosen, scenario.expect
    begun_at = _begun_at(scenario, filed_at)
    act = _act(scenario, begun_at, filed_at)
    pack = rules.pack(scenario.place, date.fromisoformat(act["since"]))
    text = _text(scenario)
    form, hit = form_code(expect.get("form_of_discipline")), _hit(scenario, text, pack)
    outcome, appeal_outcome = _outcomes(scenario, hit)
    return DeterminationFacts(
        key=f"{scenario.id}:case", organ_id=organ_of(scenario), unit=unit_of(scenario),
        subject=subject_of(scenario), title=_matter(scenario)[:200],
        situation=situation_of(str(chosen.get("situation") or ""), (_matter(scenario), text), pack),
        act=act, begun_at=begun_at, initiation=_initiation(chosen), disposal=_disposal(chosen),
        arises=chosen.get("tolerance_arises") is not False and not opens_none(expect),
        grounds=f"{_matter(scenario)}(示例说明)", evidence=_evidence(scenario),
        outcome=outcome, hit=hit, disputed="disputed" in str(chosen.get("list_hit")),
        form=form, measure=measure_of(text, form, pack) if form else "",
        assessors=_assessors(expect, pack), decided_at=_decided_at(chosen), appealed_at=_appealed_at(chosen),
        appeals=bool(chosen.get("appeal") or _appealed_at(chosen)), appeal_outcome=appeal_outcome,
        appeal_refused=is_refusal(expect.get("appeal")), extended=bool(chosen.get("extension")),
        absent=_of_meeting(chosen, "absent"), recused=_of_meeting(chosen, "recused"))


def _matter(scenario: Scenario) -> str:
    given = scenario.given
    return str(given.get("what") or given.get("matter") or given.get("mistake") or scenario.id)


def _text(scenario: Scenario) -> str:
    said = (one for each in scenario.given.values() for one in listed(each))
    return " ".join([_matter(scenario), *said])


def _begun_at(scenario: Scenario, filed_at: datetime | None) -> datetime:
    chosen = scenario.chosen
    told = [moment_of(chosen[key]) for key in (*CLUE_MOMENTS, *OTHER_MOMENTS) if chosen.get(key)]
    if told and told[0]:
        return told[0]
    first, last = period_of(chosen.get("act"))
    if decided_at := moment_of(chosen.get("determined_at")):
        return max(decided_at - timedelta(days=20), filed_at or decided_at - timedelta(days=20))
    if ended := last or first:
        return datetime.combine(ended + timedelta(days=30), time(9), ZONE)
    return filed_at + timedelta(days=60) if filed_at else WITHOUT_DATES


def _act(scenario: Scenario, begun_at: datetime, filed_at: datetime | None) -> dict[str, str]:
    """What was done and when. Without dates: between a filing and the report, or a season before it."""
    told = scenario.chosen.get("act")
    act: Mapping[str, Any] = told if isinstance(told, Mapping) else {"what": told}
    since, until = period_of(act)
    if not since:
        filed = filed_at + timedelta(days=7) if filed_at else begun_at
        since = (filed if filed < begun_at else begun_at - timedelta(days=90)).date()
        until = until or min(since + timedelta(days=30), begun_at.date() - timedelta(days=1))
    return {"what": str(act.get("what") or _matter(scenario))[:2_000], "since": since.isoformat(),
            "until": max(since, until or since).isoformat()}


def _hit(scenario: Scenario, text: str, pack: Pack) -> str:
    chosen, expect = scenario.chosen, scenario.expect
    named = next((str(each) for each in (chosen.get("negative_item"), expect.get("negative_list_hit"))
                  if isinstance(each, str)), "")
    expected = (expect.get(key) is True for key in ("negative_list_hit", "negative_hit_stops_before_meeting"))
    hit = named or any(expected) or str(chosen.get("list_hit")) in {"negative", "disputed"}
    return negative_item_of(named, text, pack) if hit else ""


def _outcomes(scenario: Scenario, hit: str) -> tuple[str, str]:
    """What is decided first, and what holds after an appeal."""
    expect, appeal = scenario.expect, scenario.chosen.get("appeal")
    told = outcome_code(expect.get("determination")) or ("denied" if hit else "exempt")
    changed = outcome_code(expect.get("appeal_outcome")) or outcome_code(expect.get("appeal")) or (
        outcome_code(appeal.get("outcome")) if isinstance(appeal, Mapping) else "")
    first = outcome_code(scenario.chosen.get("first_determination"))
    if not first and not changed and expect.get("appeal") in {"changed", "milder"}:
        first = OUTCOMES[min(OUTCOMES.index(told) + 1, len(OUTCOMES) - 1)]
    return first or told, changed or told


def speaks_of_before_appeal(scenario: Scenario) -> bool:
    """Whether `determination` names what was decided before an appeal changed it."""
    return outcome_code(scenario.expect.get("determination")) not in {"", _outcomes(scenario, "")[1]}


def outcome_code(said: Any) -> str:
    """An outcome's code, as it is written or by another word; empty for anything else."""
    code = ALSO.get(str(said), str(said))
    return code if code in (*OUTCOMES, *ENDS_EARLY) else ""


def is_refusal(said: Any) -> bool:
    """Whether an expectation is that the platform says no: `refused`, or the very code (appeal.too_late)."""
    return str(said) == "refused" or "." in str(said)


def form_code(said: Any) -> int:
    """The form of discipline as a number: 1, "1" or 第一种形态; 0 where none is named."""
    if not said:
        return 0
    written = "".join(str(FORMS.find(mark)) if mark in FORMS else mark for mark in str(said))
    return int("".join(mark for mark in written if mark.isdigit()))


def opens_none(expect: Mapping[str, Any]) -> bool:
    """Whether a scenario expects that no determination is opened."""
    return "determination" in expect and expect["determination"] in NONE


def _initiation(chosen: Mapping[str, Any]) -> str:
    """A clue's disposal is where an organ's own initiative begins, if there was a clue."""
    if chosen.get("initiation") == "application" or any(chosen.get(key) for key in OTHER_MOMENTS[:2]):
        return "application"
    return "clue" if any(chosen.get(key) for key in (*CLUE_MOMENTS, "disposal")) else "own_initiative"


def _disposal(chosen: Mapping[str, Any]) -> str:
    said = str(chosen.get("disposal") or "verify")
    return DISPOSALS.get(said, said)


def _of_meeting(chosen: Mapping[str, Any], key: str) -> int:
    told = chosen.get("meeting") or {}
    if not isinstance(told, Mapping) or not str(told.get(key) or 0).isdigit():
        raise NotUnderstood(f"meeting.{key}: 应为人数 · must be a number of members: {told!r:.60}")
    return int(told.get(key) or 0)


def _evidence(scenario: Scenario) -> tuple[str, ...]:
    given = scenario.given
    told = [*listed(given.get("verified")), *listed(given.get("motive")), *listed(given.get("remedy"))]
    return tuple(told or [_matter(scenario)])[:20]


def _assessors(expect: Mapping[str, Any], pack: Pack) -> dict[str, int]:
    wanted = dict(pack.assessment.sets)
    for key, least in expect.items():
        name = key.removesuffix(ASSESSED)
        if key.endswith(ASSESSED) and name in pack.criteria_sets:
            wanted[name] = max(int(least), wanted.get(name, 0))
    return wanted


def _decided_at(chosen: Mapping[str, Any]) -> datetime | None:
    """When the scenario dates the decision; where it dates an appeal, early enough for that."""
    appealed_at = _appealed_at(chosen)
    return moment_of(chosen.get("determined_at")) or (appealed_at and appealed_at - APPEALED_AFTER)


def _appealed_at(chosen: Mapping[str, Any]) -> datetime | None:
    appeal = chosen.get("appeal")
    told = appeal if isinstance(appeal, Mapping) else {"at": appeal}
    return moment_of(chosen.get("appealed_at") or told.get("lodged_at") or told.get("at"))
