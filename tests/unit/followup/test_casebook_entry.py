"""The life of an entry: each verb in each state, who may take it, and what must hold before it is out."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.casework.apart import keys_of
from rongcuo.casework.people import Holder
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    CasebookEntryMoved,
    CasebookEntryPublished,
    Combination,
    Coordinate,
    MaskChoice,
    MaskDecision,
    PostLevel,
    UnitKind,
)
from rongcuo.contracts.followup import EntryState as State
from services.followup.domain.casebook import TRANSITIONS, Known, stated, unit_kind_of, wider
from services.followup.domain.casebook import EntryVerb as Verb
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import ENTRIES, FITS, KNOWN, QIAN, TEXT, TOLD, TOO_FEW
from tests.unit.followup.scene import CITY, DEPUTY, KIN, LEAD, WANG, WEN, ZHAO, at, by
from tests.unit.review.scene import view

OPEN, MASKED = list(State)[:4], list(State)[1:4]
EXPECTED = {
    Verb.WRITE: dict.fromkeys(OPEN, State.DRAFT),
    Verb.DESCRIBE: {State.DRAFT: State.DRAFT} | dict.fromkeys(MASKED, State.MASKS_PROPOSED),
    Verb.PROPOSE: {State.DRAFT: State.MASKS_PROPOSED},
    **{verb: dict.fromkeys(MASKED, State.MASKS_PROPOSED)
       for verb in (Verb.DECIDE, Verb.ADD_MASK, Verb.SEND_BACK)},
    Verb.NAME_CHECKERS: {each: each for each in OPEN[:2]},
    Verb.CONFIRM: {State.MASKS_PROPOSED: State.FIRST_CHECKED, State.FIRST_CHECKED: State.SECOND_CHECKED},
    Verb.PUBLISH: {State.SECOND_CHECKED: State.PUBLISHED},
    Verb.WITHDRAW: dict.fromkeys([*OPEN, State.PUBLISHED], State.WITHDRAWN),
    Verb.SUPERSEDE: {State.PUBLISHED: State.SUPERSEDED}}


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("state", State)
def test_each_verb_leads_where_it_should_and_nowhere_else(state: State, verb: Verb):
    wanted = EXPECTED[verb].get(state)
    assert TRANSITIONS.allow(state, verb) is (wanted is not None)
    if wanted is not None:
        assert TRANSITIONS.after(state, verb) is wanted


@pytest.mark.parametrize("state", State)
def test_the_scene_stands_where_it_says(state: State):
    entry = ENTRIES[state]()
    assert entry.state is state
    assert entry.ended is (state not in OPEN)


def named(*officers: str) -> frozenset[Holder]:
    return frozenset(Holder(each, f"{each}某") for each in officers)


def refused(code: str):
    return pytest.raises(CaseError, match=f"^{code}")


def test_two_confirm_it_and_a_third_person_publishes():
    entry = cases.published()
    assert [each.officer_id for each in entry.checks] == ["zhao", "qian"]
    assert entry.validity.until == date(2028, 3, 2)
    told = [event for _, event in entry.happened]
    assert isinstance(told[-1], CasebookEntryPublished)
    assert told[-1].checked_by == ("zhao", "qian")
    assert {type(each) for each in told[:-1]} == {CasebookEntryMoved}
    assert not any(name in repr(told) for name in ("温", "水务局"))


@pytest.mark.parametrize(("officers", "hands", "code"), [
    ((ZHAO,), {"wang"}, "followup.checkers_not_two"), ((ZHAO, ZHAO), {"wang"}, "followup.checkers_not_two"),
    ((ZHAO, LEAD), {"wang"}, "followup.checker_writes"),
    ((WANG, ZHAO), {"wang"}, "followup.checker_had_a_hand"),
    ((WANG, ZHAO), {"wang", "zhao"}, "followup.checker_had_a_hand"),
    ((WANG, ZHAO), {"wang", "zhao", "kin"}, "followup.checker_had_a_hand"),
    ((WEN, ZHAO), {"wang"}, "review.not_a_reviewer"), ((CITY, ZHAO), {"wang"}, "review.not_a_reviewer"),
    ((KIN, ZHAO), {"wang"}, "review.recused"),
])
def test_the_checkers_are_two_with_other_eyes(officers: tuple, hands: set[str], code: str):
    entry = cases.draft(known=replace(KNOWN, hands=named(*hands), apart=keys_of(WEN, KIN)))
    with refused(code):
        entry.name_checkers(tuple(map(view, officers)), by(LEAD))
    assert entry.checkers == ()


def test_one_of_several_hands_may_check_beside_somebody_who_had_none():
    entry = cases.draft(known=replace(KNOWN, hands=named("wang", "zhao")))
    entry.name_checkers((view(WANG), view(QIAN)), by(LEAD))
    assert entry.checkers == ("wang", "qian")


def test_nobody_checks_twice_nor_unasked_nor_writes_what_they_check():
    entry = cases.first()
    with refused("followup.checked_already"):
        entry.confirm(FITS, by(ZHAO))
    with refused("followup.not_a_checker"):
        entry.confirm(FITS, by(WANG))
    with refused("followup.checker_writes"):
        entry.write(TEXT, by(QIAN))
    with refused("followup.lead_wanted"):
        entry.write(TEXT, by(WANG))
    with refused("review.recused"):
        entry.write(TEXT, by(WEN))
    assert entry.state is State.FIRST_CHECKED


@pytest.mark.parametrize("act", [
    lambda entry: entry.write(TEXT, by(LEAD)), lambda entry: entry.describe("land", TOLD, "", by(LEAD)),
    lambda entry: entry.decide_masks((MaskDecision(number=1, choice=MaskChoice.OPEN),), by(LEAD)),
    lambda entry: entry.add_mask("抢工期", "赶时间", by(LEAD))])
def test_whatever_is_changed_both_checks_begin_anew(act):
    entry = cases.second()
    act(entry)
    assert entry.checks == ()
    assert entry.state in (State.DRAFT, State.MASKS_PROPOSED)


def test_a_checker_who_is_not_content_says_why_and_the_other_begins_anew():
    entry = cases.first()
    with refused("review.reasons_missing"):
        entry.send_back(" ", by(QIAN))
    entry.send_back("还看得出是哪个镇", by(QIAN))
    assert (entry.state, entry.checks) == (State.MASKS_PROPOSED, ())
    entry.confirm(FITS, by(ZHAO))


@pytest.mark.parametrize("step", ["confirm", "publish"])
def test_a_combination_that_fits_too_few_stays_inside_and_says_what_to_widen(step: str):
    entry = cases.masking() if step == "confirm" else cases.second()
    before = entry.state
    with refused("followup.entry_fits_too_few") as caught:
        entry.confirm(TOO_FEW, by(ZHAO)) if step == "confirm" else entry.publish(TOO_FEW, None, by(LEAD))
    assert caught.value.details == {"fits": 4, "at_least": 5, "stated": ["field", "place", "unit_kind"],
                                    "without": {"place": 9}}
    assert entry.state is before


def test_what_is_undecided_or_still_names_somebody_is_not_confirmed():
    entry = cases.masking()
    entry.decide_masks((MaskDecision(number=1, choice=MaskChoice.OPEN),), by(LEAD))
    with refused("followup.masks_open"):
        entry.confirm(FITS, by(ZHAO))
    entry.decide_masks((MaskDecision(number=1, choice=MaskChoice.MASK, replacement="王立"),), by(LEAD))
    with refused("followup.entry_names_somebody"):
        entry.confirm(FITS, by(ZHAO))
    with refused("followup.mask_kept_without_reason"):
        entry.decide_masks((MaskDecision(number=1, choice=MaskChoice.KEEP),), by(LEAD))
    with refused("followup.mask_unknown"):
        entry.decide_masks((MaskDecision(number=99, choice=MaskChoice.MASK),), by(LEAD))


def test_it_is_described_before_it_is_checked_in_words_that_there_are():
    entry = cases.draft()
    entry.propose_masks(by(LEAD))
    entry.decide_masks(tuple(MaskDecision(number=each.number, choice=MaskChoice.MASK)
                             for each in entry.masks), by(LEAD))
    with refused("followup.checkers_missing"):
        entry.confirm(FITS, by(ZHAO))
    entry.name_checkers((view(ZHAO), view(QIAN)), by(DEPUTY))
    with refused("followup.entry_not_described"):
        entry.confirm(FITS, by(ZHAO))
    for told, code in ((replace(TOLD, month="2026-13"), "followup.month_unknown"),
                       (replace(TOLD, month="2026-4"), "followup.month_unknown"),
                       (replace(TOLD, situation="none_such"), "followup.situation_unknown"),
                       (replace(TOLD, place="999999"), "policy.unknown_division")):
        with refused(code):
            entry.describe("land", told, "", by(LEAD))
    with refused("followup.area_unknown"):
        entry.describe("none_such", TOLD, "", by(LEAD))


def test_a_new_version_takes_the_place_of_one_that_holds():
    former = cases.published()
    newer = former.begin("e2", "案例〔2026〕2号", former.source, KNOWN, "land", TEXT, "532323", "530000",
                         by(LEAD), former)
    assert (newer.edition, newer.replaces, newer.masks) == (2, "e1", former.masks)
    former.supersede(newer, by(LEAD, at(5, 4)))
    assert (former.state, former.replaced_by, former.validity.until) == (
        State.SUPERSEDED, "e2", date(2026, 5, 4))
    with refused("followup.entry_not_replaceable"):
        former.begin("e3", "3", former.source, KNOWN, "land", TEXT, "532323", "530000", by(LEAD), former)
    with refused("followup.entry_not_replaceable"):
        former.begin("e3", "3", former.source, KNOWN, "land", TEXT, "532323", "530000", by(CITY),
                     cases.published())


def test_its_days_end_with_it_and_can_not_lie_before_today():
    with refused("followup.validity_over"):
        cases.second().publish(FITS, date(2026, 3, 1), by(LEAD))
    entry = cases.published()
    assert (entry.over(date(2028, 3, 2)), entry.over(date(2028, 3, 3))) == (False, True)
    assert cases.withdrawn().over(date(2026, 3, 3))


def test_nothing_said_and_what_says_nothing_are_not_counted():
    assert stated(Combination(), "general") == {}
    assert stated(Combination(field="general", place="530000"), "general") == {}
    told = Combination(field="land", place="532323", month="2026-04", post_level=PostLevel.HEAD)
    assert stated(told, "general").keys() == {Coordinate.FIELD, Coordinate.PLACE, Coordinate.MONTH,
                                              Coordinate.POST_LEVEL}
    assert wider(told, Coordinate.PLACE).place == "532300"
    assert wider(wider(told, Coordinate.PLACE), Coordinate.PLACE).place == "530000"
    assert wider(told, Coordinate.POST_LEVEL).post_level is PostLevel.UNSAID


@pytest.mark.parametrize(("unit", "kind"), [
    ("牟定县水务局", UnitKind.DEPARTMENT), ("凤屯镇人民政府", UnitKind.TOWNSHIP),
    ("恒远有限公司", UnitKind.ENTERPRISE),
    ("县人民医院", UnitKind.INSTITUTION), ("化工园区管委会", UnitKind.PARK), ("大村村委会", UnitKind.VILLAGE),
    ("某某", UnitKind.UNSAID)])
def test_a_unit_is_of_the_kind_that_its_name_says(unit: str, kind: UnitKind):
    assert unit_kind_of(unit) is kind


def test_words_listed_by_hand_are_told_apart():
    known = Known.by_hand(["段建国", "祥云县自然资源局", "祥纪〔2026〕3号", " ", "段建国", "王会"])
    assert known == Known(names=("段建国", "王会"), units=("祥云县自然资源局",), numbers=("祥纪〔2026〕3号",))
