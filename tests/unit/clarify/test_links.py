"""A link is shown to whoever sees both reports; whoever sees one of them alone reads nothing of the other."""

from rongcuo.casework.apart import name_keys
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import LinkKind, LinkReport, ReportQuery
from services.clarify.usecases import reports
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned
from tests.unit.clarify.scene import LEAD, ZHAO

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
