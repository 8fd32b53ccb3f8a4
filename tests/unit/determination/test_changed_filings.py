"""A filing that was changed is held against the days of the act; a later change reaches no earlier day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FiledTerms, FiledVersion
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import WANG, by


def changed(until_then: date, until_now: date, on: date):
    """The scene's filing, whose validity was changed on a day."""
    filing = scene.filing()
    first = FiledVersion(
        number=1, digest="d1", terms=FiledTerms(scope="s", valid_until=until_then), since=filing.valid_from,
        until=on - timedelta(days=1), filed_at=filing.submitted_at, holds_from=filing.submitted_at)
    second = replace(first, number=2, digest="d2", since=on, until=None,
                     terms=replace(first.terms, valid_until=until_now))
    return replace(filing, valid_until=until_now, versions=(first, second))


def test_a_link_names_what_was_filed_on_the_days_of_the_act():
    case = scene.held()
    act = case.act
    later = act.until + timedelta(days=10)
    case.link_filing(changed(scene.filing().valid_until, later, later), by(WANG))
    assert [(each.number, each.digest) for each in case.filings[0].versions] == [(1, "d1")]
    case.link_filing(scene.filing(), by(WANG))
    assert case.filings[0].versions == ()


def test_a_validity_that_ended_before_the_act_is_not_made_longer_backwards_nor_shorter():
    case = scene.held()
    act, long = case.act, scene.filing().valid_until
    after = act.until + timedelta(days=5)
    with pytest.raises(CaseError, match="filing_does_not_cover"):
        case.link_filing(changed(act.until - timedelta(days=1), long, after), by(WANG))
    case.link_filing(changed(long, after, after), by(WANG))
    assert len(case.filings) == 1


def test_a_change_after_the_link_is_noted_and_told_and_changes_nothing_else():
    case = scene.held()
    case.link_filing(scene.filing(), by(WANG))
    linked, at = case.filings[0], scene.NOW
    case.heed_change(linked.filing_id, at, by(WANG))
    assert case.filings == (replace(linked, changed_at=at),)
    assert case.history[-1].what == "filing_changed"
    told = len(case.happened)
    case.heed_change("another", at, by(WANG))
    assert len(case.happened) == told
