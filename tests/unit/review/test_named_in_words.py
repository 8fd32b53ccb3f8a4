"""Whom a filer names without an id, as the form does, is looked at like whom they name by one."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.review import RecusalGround
from services.review.domain import ReviewCase
from services.review.presenters import view_of
from tests.unit.casework.looking import refused
from tests.unit.review import scene
from tests.unit.review.scene import LEAD, PARTY_LEAD, WANG, ZHAO, by, day, holder, view

NAMESAKE = replace(ZHAO, name=WANG.name)
GAP = "accept.named_not_looked_at"


def naming(*words: str, colour: str = "green") -> ReviewCase:
    filing = replace(scene.FILING, named=(), named_in_words=words, colour=colour)
    return ReviewCase.open(filing, by(SYSTEM))


def gaps(case: ReviewCase, actor=WANG) -> set[str]:
    return {gap.gap for gap in view_of(case, by(actor)).missing}


@pytest.mark.parametrize("words", [
    "wang某", "ＷＡＮＧ某", " wang　某 ", "wang某（科长）", "李某、wang某", "初审人员wang某"])
def test_who_is_called_so_takes_no_case_by_themselves(words: str):
    refused("review.named_by_filer", naming(words), lambda case: case.assign(view(WANG), by(WANG)))
    assert naming(words).judges_among((view(WANG), view(ZHAO))) == (view(ZHAO),)


@pytest.mark.parametrize("words", ["wang某安", "李某", "wang某之妻"])
def test_who_is_called_otherwise_works_on_it_as_if_nobody_were_named(words: str):
    case = naming(words)
    case.assign(view(WANG), by(WANG))
    assert GAP not in gaps(case)
    case.accept("同意", by(WANG))
    assert case.ended


def test_the_lead_who_gives_it_to_them_has_looked_at_it_and_at_nobody_else_of_that_name():
    case = naming("wang某")
    case.assign(view(WANG), by(LEAD))
    assert (case.cleared, case.in_doubt, GAP in gaps(case)) == ({"wang"}, frozenset(), False)
    assert (case.doubts(WANG), case.doubts(NAMESAKE)) == (False, True)
    case.accept("同意", by(WANG))
    assert case.ended


def test_a_lead_of_that_name_gives_it_to_others_and_not_to_themselves():
    case = naming("lead某")
    refused("review.named_by_filer", case, lambda it: it.assign(view(LEAD), by(LEAD)))
    case.assign(view(WANG), by(LEAD))
    case.assign(view(LEAD), by(PARTY_LEAD))
    assert case.assignee_id == "lead"


def test_who_is_recused_for_it_is_in_doubt_no_more():
    case = naming("wang某")
    case.recuse(holder(WANG), RecusalGround.INTEREST, "确系同学", by(LEAD))
    assert not case.doubts(WANG)
    refused("review.recused", case, lambda it: it.assign(view(WANG), by(LEAD)))


def test_who_has_the_case_when_a_supplement_names_them_decides_once_a_lead_has_looked():
    case = scene.awaiting()
    named = replace(scene.supplement(day(2, 24)), named_in_words=("wang 某",))
    case.take_supplement(named, by(SYSTEM, day(2, 24)))
    assert (case.assignee_id, "wang" in case.in_doubt) == ("wang", True)
    assert GAP in {gap.gap for gap in view_of(case, by(LEAD, day(2, 24))).missing}
    assert "accept" not in view_of(case, by(WANG, day(2, 24))).allowed
    refused("review.named_by_filer", case, lambda it: it.accept("同意", by(WANG, day(2, 24))))
    case.assign(view(WANG), by(LEAD, day(2, 24)))
    case.accept("同意", by(WANG, day(2, 24)))
    assert case.ended


def test_a_team_is_named_knowing_so_and_by_nobody_of_the_name():
    case = naming("wang某", "lead某", colour="yellow")
    case.assign(view(ZHAO), by(LEAD))
    case.accept("同意转核查", by(ZHAO))
    refused("review.named_by_filer", case, lambda it: it.form_team((view(LEAD), view(ZHAO)), by(LEAD)))
    case.form_team((view(WANG), view(ZHAO)), by(LEAD))
    assert case.cleared == {"wang"}
    case.report_verification("属实", True, by(WANG))
    assert case.ended


def test_their_words_are_read_by_the_organ_and_by_nobody_of_the_filer_s():
    case = naming("李某", "wang某")
    case.assign(view(WANG), by(LEAD))
    seen = view_of(case, by(LEAD))
    assert (seen.named_in_words, seen.cleared) == (("wang某", "李某"), ("wang",))
    for who in (scene.FILER, scene.COLLEAGUE):
        seen = view_of(case, by(who))
        assert (seen.named_in_words, seen.cleared) == ((), ())
