"""A link is shown to whoever sees both reports; whoever sees one of them alone reads nothing of the other."""

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import LinkKind, LinkReport, PassReportUp, ReportOutcome, ReportQuery
from rongcuo.contracts.errors import CaseError
from services.clarify.usecases import registering, reports
from services.clarify.usecases.fetching import spoken_in_earnest
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned
from tests.unit.clarify.scene import LEAD, WANG, ZHAO

SECOND = "信访〔2026〕2号"


def chained() -> FakeContext:
    """The third repeats the second, which is kept from 赵."""
    context = assigned()
    second, third = scene.elsewhere("r2", SECOND), scene.elsewhere("r3", "信访〔2026〕3号")
    for each in (second, third):
        each.open((), scene.OFFICERS, scene.by(SYSTEM))
    second.named_keys |= name_keys(ZHAO.name)
    third.link(second, LinkKind.REPEATS, scene.by(LEAD))
    context.store.put(second)
    context.store.put(third)
    return context


def test_a_link_is_shown_to_whoever_sees_both_and_its_number_stands_in_no_step():
    context = chained()
    whole = questions.report(context.sit(LEAD), ReportQuery(report_id="r3"))
    assert [each.number for each in whole.links] == [SECOND]
    assert SECOND in [each.note for each in whole.history]
    less = questions.report(context.sit(ZHAO), ReportQuery(report_id="r3"))
    assert (less.links, less.repeats) == ((), True)
    assert SECOND not in repr(less)


def test_what_repeats_a_repeated_report_repeats_the_first_where_whoever_links_sees_that():
    for who, first in ((LEAD, "r2"), (ZHAO, "r3")):
        context = chained()
        reports.link(context.sit(who), LinkReport(
            command_id="c2", report_id="id1", other_id="r3", kind=LinkKind.REPEATS))
        assert context.store.reports.get("id1").repeats == first


def test_a_link_holds_both_ways_and_over_others():
    first, second, third = (scene.accepted() for _ in range(3))
    for number, each in enumerate((first, second, third)):
        each.id, each.number = f"n{number}", f"信访〔2026〕{number}号"
    first.ever_open = frozenset({1})
    first.link(second, LinkKind.RELATED, scene.by(WANG))
    second.link(third, LinkKind.RELATED, scene.by(WANG))
    assert [each.report_id for each in second.links] == ["n0", "n2"]
    context = FakeContext()
    for each in (first, second, third):
        context.store.put(each)
    assert spoken_in_earnest(context.store, third)
    with pytest.raises(CaseError, match=r"clarify\.linked_already"):
        third.link(second, LinkKind.RELATED, scene.by(WANG))


@pytest.mark.parametrize("outcome", [ReportOutcome.SUBSTANTIATED, ReportOutcome.MISTAKEN])
def test_what_repeats_a_true_or_a_mistaken_report_is_no_malice(outcome: ReportOutcome):
    before = scene.found(outcome, ReportOutcome.UNSUBSTANTIATED)
    before.id, before.number = "n0", "信访〔2026〕0号"
    after = scene.accepted()
    after.link(before, LinkKind.REPEATS, scene.by(WANG))
    context = FakeContext()
    context.store.put(before)
    context.store.put(after)
    assert spoken_in_earnest(context.store, after)


def test_what_is_linked_goes_up_with_the_report_and_leads_to_where_it_is():
    context = assigned().sit(WANG)
    other = scene.accepted()
    other.id, other.number, other.reporter_ref = "other", "信访〔2026〕9号", "r-9"
    context.store.put(other)
    reports.link(context, LinkReport(
        command_id="c", report_id="id1", other_id="other", kind=LinkKind.RELATED))
    registering.pass_up(context, PassReportUp(command_id="c2", report_id="id1", reason="市管干部"))
    [link] = context.store.reports.get("other").links
    theirs = context.store.reports.get(link.report_id)
    assert (theirs.organ_id, [each.report_id for each in theirs.links]) == (scene.ABOVE, ["other"])
    assert context.store.reports.get("id1").links == ()
