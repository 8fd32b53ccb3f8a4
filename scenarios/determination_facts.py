"""What a scenario says of a determination, in the platform's words. What it leaves open is filled plainly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import Pack
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario, is_said
from scenarios.meeting_facts import MeetingFacts, meeting_of
from scenarios.moments import APPLIED, BEGINS, CLUES, FORENOON, at_work, dated, moment_of, period_of
from scenarios.negative import hit_of, list_hit_of
from scenarios.outcomes import form_code, is_refusal, opens_none, outcomes_of
from scenarios.persons import subject_of, unit_of
from scenarios.report_words import disposed_at, is_reported, reported_at
from scenarios.stopping import stop_of
from scenarios.translation import organ_of
from scenarios.wording import in_one_line, listed, measure_of, number_of, one_of, situation_of, yes_of

DISPOSALS: Mapping[str, str] = {
    **dict.fromkeys(("谈话函询", "函询", "谈话", "inquiry"), "inquiry"),
    **dict.fromkeys(("初步核实", "初核", "核实", "verify"), "verify"),
    **dict.fromkeys(("暂存待查", "暂存", "hold"), "hold"),
    **dict.fromkeys(("予以了结", "了结", "close"), "close")}
INITIATIONS: Mapping[str, str] = {
    **dict.fromkeys(("依申请", "依申请容错", "申请", "on_application", "application"), "application"),
    **dict.fromkeys(("主动", "主动容错", "依职权", "own_initiative"), "own_initiative"),
    **dict.fromkeys(("线索", "线索处置", "clue"), "clue")}
ASSESSED = "_assessed_by_at_least"
SPEAKS = ("determination", "shield", "negative_list_hit", "negative_hit_stops_before_meeting",
          "form_of_discipline", "tolerance_question_answered_at_disposal", "appeal", "appeal_outcome")
OF_ITSELF = tuple(key for key in BEGINS if key not in CLUES)
APPEALED_AFTER = timedelta(days=20)
EXTENDED_BECAUSE = "需要补充核实。(示例)"
A_MOMENT = timedelta(minutes=10)
IsWorkday = Callable[[date], bool]
WITHOUT_DATES = datetime(2026, 4, 13, 9, tzinfo=ZONE)  # a Monday


@dataclass(frozen=True)
class DeterminationFacts:
    """Whose act is looked at, how that begins, and how it shall end.

    `initiation`: clue, own_initiative or application. `arises`: the answer to the tolerance question at the
    clue's disposal. `outcome`: an outcome, or `refused`, `withdrawn`. `hit`: the negative item that applies,
    `disputed` if only the meeting finds so. `assessors`: how many at least, by set. `appeal_outcome`: what
    holds where the subject `appeals`; `appeal_refused`: by the platform. `extended_for`: why the
    verification is, if it is. `stop_before`: the stage that nobody does any more, or an appeal's panel.
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
    extended_for: str
    meeting: MeetingFacts
    stop_before: str


def is_wanted(scenario: Scenario) -> bool:
    """Whether a scenario speaks of a determination: in what it expects, or in what was chosen."""
    filed = bool(scenario.chosen.get("filed_at"))  # a filing answers the negative list itself
    expected = any((key in SPEAKS and not (filed and key == "negative_list_hit")) or key.endswith(ASSESSED)
                   for key, said in scenario.expect.items() if is_said(key, said))
    kinds = listed(scenario.expect.get("letters"))
    letters = any("determination" in kind or "denial" in kind for kind in kinds)
    clues = () if is_reported(scenario) else CLUES     # a report is disposed of by itself
    begins = any(scenario.chosen.get(key) for key in (*OF_ITSELF, *clues, "determined_at", "initiation"))
    return expected or letters or begins


def determination_of(scenario: Scenario, rules: Rules, filed_at: datetime | None) -> DeterminationFacts:
    """The determination that a scenario plays. `filed_at`: of the filing that came before, if one did."""
    chosen, expect = scenario.chosen, scenario.expect
    begun_at = _begun_at(scenario, filed_at, rules)
    act = act_of(scenario, begun_at, filed_at)
    pack = rules.pack(scenario.place, date.fromisoformat(act["since"]))
    text = _text(scenario)
    form = form_code(expect.get("form_of_discipline"))
    hit = hit_of(chosen, _matter(scenario), _asks_hit(expect), pack)
    outcome, appeal_outcome = outcomes_of(scenario, hit)
    return DeterminationFacts(
        key=f"{scenario.id}:case", organ_id=organ_of(scenario), unit=unit_of(scenario),
        subject=subject_of(scenario), title=_matter(scenario)[:200],
        situation=situation_of(str(chosen.get("situation") or ""), (_matter(scenario), text), pack),
        act=act, begun_at=begun_at, initiation=_initiation(chosen),
        disposal=disposal_of(chosen.get("disposal")),
        arises=yes_of("tolerance_arises", chosen.get("tolerance_arises"), True) and not opens_none(expect),
        grounds=f"{_matter(scenario)}(示例说明)", evidence=_evidence(scenario),
        outcome=outcome, hit=hit, disputed=list_hit_of(chosen.get("list_hit")) == "disputed",
        form=form, measure=measure_of(text, form, pack) if form else "",
        assessors=_assessors(expect, pack), decided_at=_decided_at(scenario, begun_at, rules),
        appealed_at=_appealed_at(chosen),
        appeals=dated("appeal", chosen.get("appeal"))[0] or bool(_appealed_at(chosen)),
        appeal_outcome=appeal_outcome, appeal_refused=is_refusal(expect.get("appeal")),
        extended_for=_extension(chosen.get("extension")),
        meeting=meeting_of(chosen.get("meeting")), stop_before=stop_of(chosen.get("stop_before")))


def _matter(scenario: Scenario) -> str:
    given = scenario.given
    return in_one_line(given.get("what") or given.get("matter") or given.get("mistake") or scenario.id)


def _text(scenario: Scenario) -> str:
    said = (one for each in scenario.given.values() for one in listed(each))
    return " ".join([_matter(scenario), *said])


def _begun_at(scenario: Scenario, filed_at: datetime | None, rules: Rules) -> datetime:
    """As the scenario dates it, an application first, of a report after its disposal; else on a working day
    that leaves time for the rest."""
    is_workday, chosen = rules.calendar(scenario.place).is_workday, scenario.chosen
    told = (moment_of(chosen.get(key)) for key in BEGINS)
    if is_reported(scenario) and not any(chosen.get(key) for key in APPLIED):
        return disposed_at(received_at(scenario, filed_at, is_workday), is_workday) + A_MOMENT
    return next(filter(None, told), None) or _undated(chosen, filed_at, is_workday)


def received_at(scenario: Scenario, filed_at: datetime | None, is_workday: IsWorkday) -> datetime:
    """When somebody reported: as the scenario dates it, or on a day that leaves time for the rest."""
    return reported_at(scenario.chosen) or _undated(scenario.chosen, filed_at, is_workday)


def _undated(chosen: Mapping[str, Any], filed_at: datetime | None, is_workday: IsWorkday) -> datetime:
    wanted = at_work(_some_day(chosen, filed_at), is_workday)
    return max(wanted, filed_at) if filed_at else wanted


def _some_day(chosen: Mapping[str, Any], filed_at: datetime | None) -> datetime:
    first, last = period_of(chosen.get("act"))
    if decided_at := moment_of(chosen.get("determined_at")):
        return decided_at - timedelta(days=20)
    if ended := last or first:
        return datetime.combine(ended + timedelta(days=30), FORENOON, ZONE)
    return filed_at + timedelta(days=60) if filed_at else WITHOUT_DATES


def act_of(scenario: Scenario, begun_at: datetime, filed_at: datetime | None) -> dict[str, str]:
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


def _asks_hit(expect: Mapping[str, Any]) -> bool:
    """Whether an item of the negative list is expected to apply. That alone does not make it apply."""
    expected = expect.get("negative_list_hit"), expect.get("negative_hit_stops_before_meeting")
    return any(each is True or (each and isinstance(each, str)) for each in expected)


def _initiation(chosen: Mapping[str, Any]) -> str:
    """A clue's disposal is where an organ's own initiative begins, if there was a clue."""
    said = initiation_of(chosen.get("initiation"))
    if said == "application" or any(chosen.get(key) for key in APPLIED):
        return "application"
    clue = said == "clue" or any(chosen.get(key) for key in (*CLUES, "disposal", "report"))
    return "clue" if clue else "own_initiative"


def initiation_of(said: Any) -> str:
    """application, own_initiative, clue, or nothing."""
    return one_of("initiation", said, INITIATIONS)


def disposal_of(said: Any) -> str:
    """How a clue is disposed of; to be verified where nothing is said."""
    return one_of("disposal", said or "verify", DISPOSALS)


def _extension(said: Any) -> str:
    """Why the verification is extended; empty where it is not."""
    if isinstance(said, Mapping):
        return str(said.get("reason") or EXTENDED_BECAUSE) if said else ""
    if isinstance(said, str) and len(said) > len("没有"):
        return said
    return EXTENDED_BECAUSE if yes_of("extension", said, False) else ""


def _evidence(scenario: Scenario) -> tuple[str, ...]:
    given = scenario.given
    told = [*listed(given.get("verified")), *listed(given.get("motive")), *listed(given.get("remedy"))]
    return tuple(told or [_matter(scenario)])


def _assessors(expect: Mapping[str, Any], pack: Pack) -> dict[str, int]:
    wanted = dict(pack.assessment.sets)
    for key, least in expect.items():
        name = key.removesuffix(ASSESSED)
        if key.endswith(ASSESSED) and name in pack.criteria_sets:
            wanted[name] = max(number_of(key, least), wanted.get(name, 0))
    return wanted


def _decided_at(scenario: Scenario, begun_at: datetime, rules: Rules) -> datetime | None:
    """When the scenario dates the decision; where it dates an appeal, early enough for that."""
    decided_at, appealed_at = moment_of(scenario.chosen.get("determined_at")), _appealed_at(scenario.chosen)
    if decided_at or not appealed_at:
        return decided_at
    before = min(APPEALED_AFTER, (appealed_at - begun_at) / 2)
    return at_work(appealed_at - before, rules.calendar(scenario.place).is_workday)


def _appealed_at(chosen: Mapping[str, Any]) -> datetime | None:
    return moment_of(chosen.get("appealed_at")) or dated("appeal", chosen.get("appeal"))[1]
