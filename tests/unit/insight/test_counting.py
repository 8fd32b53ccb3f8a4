"""Each matter counts once in each figure, whatever is told of it again, late, or in another order."""

import pytest

from rongcuo.casework.counting import TELLINGS, Count, Matter
from rongcuo.casework.counting.matter import subject_of
from rongcuo.casework.counting.measures import KINDS
from rongcuo.contracts import determination, filing, followup, review
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.events import EVENTS, Event
from rongcuo.contracts.insight import MEASURES, MONTHLY, STAGES, Code
from rongcuo.contracts.measures import Measure
from tests.unit.insight.events import ORGAN, at, told

OPENED, MADE = determination.DeterminationOpened, determination.DeterminationMade
KEYS = ("k" * 64,)


def counted(*events: Event) -> dict[Code, Count]:
    """What a matter counts in after these."""
    matter = Matter(id="m1")
    for event in events:
        matter.take(event)
    return {each.code: each for each in matter.counted}


@pytest.mark.parametrize("kind", TELLINGS, ids=lambda kind: kind.type_name())
def test_each_event_of_the_table_is_known_and_can_be_counted_again_and_again(kind: type[Event]) -> None:
    assert EVENTS[kind.type_name()] is kind
    event = told(kind)
    assert counted(event) == counted(event, event, event)
    assert subject_of(event) == f"{kind.source}:m1"
    assert all(each.organ_id == ORGAN for each in counted(event).values())


def test_every_figure_comes_from_the_table_or_from_what_a_matter_brought_about() -> None:
    found = {code for kind in TELLINGS for code in counted(told(kind))}
    found |= {code for telling in TELLINGS.values() for code in (*telling.ends, *telling.drops)}
    found |= {*KINDS.values(), Code.CHANGED}
    assert found == {*Code}
    assert {*MEASURES} == {*Code}


def test_no_figure_is_the_sum_of_others_of_its_measure() -> None:
    """Accepted and declined, or all outcomes and how many were decided: one would follow from the others."""
    assert {each.value for each in Outcome} < {each.value for each in Code}
    assert not {"determined", "declined", "decided", "reviewed"} & {each.value for each in Code}
    assert {MEASURES[each] for each in MONTHLY} == {Measure.MATTERS}


def test_a_filing_and_how_long_its_review_took() -> None:
    filed, accepted = told(filing.FilingSubmitted, now=at(12, 30, 2025)), told(filing.FilingAccepted)
    told_of = counted(filed, accepted)
    assert {code: (each.period, each.days) for code, each in told_of.items()} == {
        Code.FILED: ("2025", 0), Code.ACCEPTED: ("2026", 0), Code.IN_REVIEW: ("2026", 62)}
    assert counted(accepted).keys() == {Code.FILED, Code.ACCEPTED}, "as it overtook the other"


def test_of_two_decisions_of_a_review_the_one_that_holds_counts() -> None:
    late = told(review.ReviewDeclined, late=True, now=at(3, 2))
    again = told(review.ObjectionDecided, late=False, now=at(4, 2))
    assert [(each.code, each.period) for each in counted(late).values()] == [(Code.LATE, "2026-03")]
    assert [(each.code, each.period) for each in counted(late, again).values()] == [(Code.ON_TIME, "2026-04")]


def test_of_two_decisions_of_a_determination_the_one_that_holds_counts() -> None:
    made, changed = told(MADE, outcome=Outcome.DENIED), told(MADE, outcome=Outcome.LIGHTEN)
    assert counted(told(OPENED), made, changed).keys() == {Code.OPENED, Code.LIGHTEN, Code.IN_DETERMINATION}
    revoked = told(determination.DeterminationRevoked)
    assert counted(told(OPENED), made, revoked).keys() == {Code.OPENED, Code.IN_DETERMINATION}
    assert counted(made).keys() == {Code.OPENED, Code.DENIED}, "as it overtook the other"


def test_stages_of_a_determination_follow_each_other() -> None:
    told_of = counted(
        told(OPENED, now=at(3, 2)), told(MADE, now=at(3, 12)),
        told(determination.FeedbackGiven, now=at(3, 15)), told(determination.RecordFiled, now=at(4, 15)))
    assert [told_of[code].days for code in STAGES if code in told_of] == [10, 3, 31]


def test_what_is_kept_from_somebody_counts_once_it_is_over_and_then_for_good() -> None:
    kept = [told(OPENED, keys=KEYS), told(MADE, keys=KEYS, outcome=Outcome.DENIED),
            told(determination.FeedbackGiven, keys=KEYS)]
    assert counted(*kept) == {}
    over = told(determination.RecordFiled, keys=KEYS, ended=True)
    assert {Code.OPENED, Code.DENIED} < counted(*kept, over).keys()
    again = told(determination.DeterminationRevoked, keys=KEYS)
    assert Code.OPENED in counted(*kept, over, again)
    refused = told(determination.DeterminationRefused, keys=KEYS, ended=True)
    assert counted(told(OPENED, keys=KEYS), refused).keys() == {Code.OPENED}


def test_a_programme_is_told_to_whoever_it_is_about_and_counts_at_once() -> None:
    assert counted(told(followup.ProgrammeOpened, keys=KEYS)).keys() == {Code.PROGRAMMES}


def test_a_problem_and_its_rules_count_once_it_is_mended_and_a_later_rule_once_it_is_again() -> None:
    rules = [told(followup.RuleEntered, keys=KEYS, rule=rule) for rule in (1, 2, 2)]
    assert counted(*rules) == {}
    closed = told(followup.ProblemClosed, keys=KEYS, ended=True)
    assert counted(*rules, closed).keys() == {Code.RULES, Code.MENDED}
    matter = Matter(id="m1")
    for event in (*rules, closed, told(followup.ProblemMoved, keys=KEYS, what="recur"),
                  told(followup.RuleEntered, keys=KEYS, rule=3)):
        matter.take(event)
    assert matter.counted == ()
    matter.take(closed)
    assert sum(each.number for each in matter.counted if each.code is Code.RULES) == 3


def test_a_problem_that_is_open_again_waits_as_at_first_and_one_that_was_merged_keeps_its_rules() -> None:
    rule = told(followup.RuleEntered, keys=KEYS, rule=1)
    closed = told(followup.ProblemClosed, keys=KEYS, ended=True)
    noted = told(followup.ProblemMoved, keys=KEYS, what="write_risk_point", ended=True)
    again = told(followup.ProblemMoved, keys=KEYS, what="recur")
    assert counted(rule, closed, noted).keys() == {Code.RULES, Code.MENDED}
    assert counted(rule, closed, again) == {}
    assert counted(rule, closed, again, closed).keys() == {Code.RULES, Code.MENDED}
    merged = told(followup.ProblemMoved, keys=KEYS, what="merge", ended=True)
    assert counted(rule, merged).keys() == {Code.RULES}


def test_a_proposal_that_was_taken_back_counts_nowhere() -> None:
    closed = told(followup.ProposalClosed)
    assert counted(closed).keys() == {Code.PROPOSALS, Code.ANSWERED}
    assert counted(told(followup.ProposalDelivered), told(followup.ProposalWithdrawn)) == {}


def test_each_visit_of_a_programme_counts_once() -> None:
    matter = Matter(id="m1")
    for visit in (1, 2, 2, 3):
        matter.take(told(followup.VisitRecorded, visit=visit))
    assert [each.code for each in matter.counts.values()] == [Code.VISITS] * 3
    assert sum(each.number for each in matter.counts.values()) == 3


def test_an_appeal_that_is_upheld_changes_nothing() -> None:
    lodged = told(determination.AppealLodged)
    for upheld, expected in ((True, {Code.APPEALS}), (False, {Code.APPEALS, Code.CHANGED})):
        assert counted(lodged, told(determination.AppealDecided, upheld=upheld)).keys() == expected


def test_what_a_matter_brought_about_is_as_it_stands_now() -> None:
    matter = Matter(id="m1")
    matter.amounts(ORGAN, {Code.HOUSEHOLDS: 364, Code.WAGES: 1_200}, at(3, 2).date())
    matter.amounts(ORGAN, {Code.HOUSEHOLDS: 360}, at(1, 5, 2027).date())
    assert matter.counted == (Count(code=Code.HOUSEHOLDS, organ_id=ORGAN, period="2026", number=360),)
