"""There are about ten findings of false accusation in a half-year in the whole province. Nothing counts them,
or the inquiries, for anybody but whoever has them in hand."""

import dataclasses
import typing
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
import yaml

from rongcuo.chassis.metrics import REGISTRY, count_event
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    FalseAccusationFiguresQuery,
    FalseAccusationQuery,
    FalseAccusationsQuery,
    ReportOutcome,
)
from rongcuo.contracts.clarify.false_accusation import operations as accusing
from rongcuo.contracts.events import EVENTS
from rongcuo.contracts.operation import Operation
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.usecases import false_accusations
from services.clarify.views import false_accusations as questions
from services.clarify.views.figures import false_accusation_figures
from tests.contract.declared import declared
from tests.unit.clarify import figures_scene as came
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, LEAD_ABOVE, SUPERVISOR, officer
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import PROVINCE_LEAD, Desk
from tests.unit.gateway.console_site import Site

PROVINCE = officer("prov2", Role.SUPERVISOR, organ_id="530000", unit="云南省纪委监委")
HALF = FalseAccusationFiguresQuery(year=2026, half=1)
OPERATIONS = {each.name: each for _, each in declared()}.values()
RARE = [each for each in vars(accusing).values() if isinstance(each, Operation)]


def effective(number: int) -> FalseAccusation:
    case = accused.effective()
    case.id, case.report_id = f"x{number}", f"r{number}"
    return case


def told(desk: Desk, actor: Actor = PROVINCE) -> list[str]:
    desk.sit(actor).now = accused.LATER.replace(year=2027)
    return [each.shown for each in false_accusation_figures(desk, HALF).figures]


def with_findings(desk: Desk, many: int) -> None:
    for number in range(many):
        desk.put(came.came_in(f"r{number}"), effective(number))


@pytest.mark.parametrize("many", range(7))
def test_the_province_is_told_a_number_from_five_on(desk: Desk, many: int):
    with_findings(desk, many)
    expected = "<5" if many < 5 else str(many)
    assert told(desk) == [expected, expected, "<5"]


def test_what_is_set_aside_later_changes_no_figure_of_before(desk: Desk):
    """Two looks at one half-year never differ: nothing could be told by their difference."""
    with_findings(desk, 6)
    before = told(desk)
    case = desk.store.false_accusations.read("x3")
    case.heed_outcome(ReportOutcome.MISTAKEN, "重新核查", accused.by(accused.WANG, accused.LATER))
    desk.put(case)
    assert told(desk) == before == ["6", "6", "<5"]


def test_no_place_and_no_running_half_year_can_be_asked_for(desk: Desk):
    with_findings(desk, 6)
    assert {each.name for each in dataclasses.fields(FalseAccusationFiguresQuery)} == {"year", "half"}
    for actor in (*scene.STAFF, *scene.ABOVE_STAFF, SUPERVISOR, PROVINCE_LEAD, scene.LIU, scene.OPERATOR,
                  scene.DESK, officer("a", Role.AUDITOR, organ_id="530000")):
        refused("forbidden", lambda who=actor: told(desk, who))
    desk.sit(PROVINCE).now = accused.LATER
    refused("clarify.half_year_not_over", lambda: false_accusation_figures(desk, HALF))


def test_what_is_kept_from_a_reader_is_in_no_readers_figure(desk: Desk):
    with_findings(desk, 5)
    report = desk.store.reports.read("r2")
    report.left_out = True
    desk.put(report)
    assert told(desk) == ["<5", "<5", "<5"]


def listed(desk: Desk, actor: Actor) -> list[str]:
    return [each.case_id for tab in questions.TABS for each in questions.page(
        desk.sit(actor), FalseAccusationsQuery(tab=tab)).lines]


def test_whoever_only_supervises_opens_one_and_has_no_list_of_them(desk: Desk):
    at.inquiring(desk)
    above = (SUPERVISOR, PROVINCE, officer("here", Role.SUPERVISOR), officer("there", Role.SUPERVISOR,
                                                                         organ_id=scene.ABOVE))
    assert [listed(desk, each) for each in above] == [[]] * len(above)
    query = FalseAccusationQuery(case_id=desk.inquiry.id)
    assert questions.false_accusation(desk.sit(SUPERVISOR), query).case_id == query.case_id
    assert desk.reads == [("clarify.false_accusation_read", query.case_id)]
    for actor in (LEAD, scene.ZHAO, LEAD_ABOVE):
        assert listed(desk, actor) == [query.case_id]


def test_the_number_of_an_inquiry_counts_none(desk: Desk):
    """It is the report's: a row of numbers would say how many there are, and by a gap which are kept from
    whom."""
    at.suspected(desk)
    assert desk.inquiry.number == "诬核（信访〔2026〕1号）"
    desk.give(scene.ZHAO, false_accusations.end, contract.EndFalseAccusation, desk.inquiry.id, mistaken=False,
              reasons="不能认定")
    desk.give(LEAD, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=contract.ManagedBy.COUNTY, new_evidence="有新的转账记录", attachments=(PAPER,))
    assert {each.number for each in desk.store.false_accusations.of_report("r1")} == {
        "诬核（信访〔2026〕1号）", "诬核（信访〔2026〕1号）之2"}


def test_no_answer_about_inquiries_holds_a_count():
    """But the place of what was put to one reporter, the numbers of one report's allegations and of what was
    entered, the amounts of a limit's days, and how often one inquiry has asked above."""
    found = {where for each in RARE for where in _numbers(each.gives, each.name)}
    assert {where.rpartition(".")[2] for where in found} <= {
        "count", "weekday", "extended", "amount", "size", "place", "number", "allegation", "asking"}


def _numbers(kind: object, where: str) -> set[str]:
    if kind is int:
        return {where}
    inner = set(typing.get_args(kind))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return {each for name, hint in hints.items() for each in _numbers(hint, f"{where}.{name}")}
    return {each for one in inner for each in _numbers(one, where)}


COUNTS = {
    "clarify.clarifications", "clarify.reports", "county.case_summary", "determination.appeals",
    "determination.determinations", "filing.changes", "filing.oversights", "followup.corrections",
    "followup.problems", "followup.programmes", "followup.proposals", "notify.deliveries",
    "review.filing_checks", "review.page"}


def test_every_count_of_tabs_is_known_here_and_none_is_of_inquiries():
    """Whoever adds one looks whether inquiries are in it."""
    counting = {each.name for each in OPERATIONS
                if dataclasses.is_dataclass(each.gives) and "counts" in each.gives.__dataclass_fields__}
    assert counting == COUNTS


def samples(label: str) -> dict[tuple[str, str], float]:
    """What the process has counted so far, by name and by this label."""
    told: Counter[tuple[str, str]] = Counter()
    for each in (sample for metric in REGISTRY.collect() for sample in metric.samples):
        if label in each.labels:
            told[each.name, each.labels[label]] += each.value
    return told


def grown(label: str, before: dict[tuple[str, str], float]) -> set[str]:
    """The values of a label by which more was counted since: the counters are the process's, and other tests
    have counted, too."""
    return {value for (name, value), many in samples(label).items() if many > before.get((name, value), 0)}


def test_no_metric_counts_what_is_rare():
    assert [each.name for each in RARE if not each.rare] == []
    assert [each.name for each in OPERATIONS if each.rare and each not in RARE] == []
    told_of_them = ("false_accusation", "reporter_addressed", ".approval_")     # and what is asked for them
    names = {name for name in EVENTS if any(each in name for each in told_of_them)}
    assert names == {name for name, kind in EVENTS.items() if kind.rare}
    before = samples("type")
    for name in (*names, "filing.filing_submitted.v1"):
        count_event("clarify", name, "handled")
    assert grown("type", before) == {"filing.filing_submitted.v1"}


def test_no_metric_counts_the_requests_for_it_nor_says_that_there_were_any():
    there = Site("lead")
    there.caller.said |= {accusing.FALSE_ACCUSATIONS.name: {"lines": [], "next_cursor": ""}}
    before = samples("route")
    there.get("/clarify/false-accusations/x1")
    there.get("/clarify/reports")
    assert grown("route", before) == {"/clarify/reports"}


def test_nobody_is_told_of_one_in_a_notice_of_its_own():
    words = yaml.safe_load(Path("services/clarify/messages.yaml").read_text("utf-8"))
    letters = yaml.safe_load(Path("services/clarify/letters.yaml").read_text("utf-8"))
    assert not [each for each in (*words, *letters) if "accusation" in each]
    assert {kind.subject_told for name, kind in EVENTS.items() if "false_accusation" in name} == {""}


LEVELS = tuple(contract.ManagedBy)


@pytest.mark.parametrize(("known", "typed"), list(product(LEVELS, LEVELS)))
def test_what_is_typed_of_the_level_may_raise_what_is_known_and_never_lower_it(desk: Desk, known, typed):
    at.found(desk, at.SUSPECTED, at.SUSPECTED)
    report = desk.report
    report.managed_by = known
    desk.put(report)
    desk.give(LEAD, false_accusations.open_one, contract.OpenFalseAccusation, report_id="r1",
              managed_by=typed)
    assert desk.inquiry.managed_by is max(known, typed, key=LEVELS.index)
