"""No term of a decision becomes heavier by an appeal, a correction, or a new decision after an appeal."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import (
    Consent,
    DecisionTerms,
    NegativeAnswer,
    Outcome,
    Overturned,
    Rectification,
)
from rongcuo.contracts.errors import CaseError
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Basis, Determination
from services.determination.domain.determination.agenda_of_case import standing_items
from services.determination.domain.determination.severity import Said, Weighed, weighed
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, PANEL, SUBJECT, TERMS, WANG, by
from tests.unit.review.scene import view

BASE: dict[str, Any] = {
    "discipline_form": 1, "measure": "criticism_education", "conditions": ("公开检讨", "补办手续"),
    "effects": "年度考核不受影响", "rectification": Rectification(what="补办手续", due_on=date(2026, 6, 1))}
HEAVIER: list[dict[str, Any]] = [
    {"discipline_form": 2},
    {"measure": "admonition"},
    {"conditions": ("公开检讨", "补办手续", "退赔二十万元")},
    {"conditions": ("公开检讨", "补办手续", "补办手续")},     # once more is twice as much
    {"rectification": Rectification(what="补办手续", due_on=date(2026, 5, 31))},
    {"effects": ""},
]
UNCLEAR: list[dict[str, Any]] = [
    {"measure": "sanction_waived"},
    {"conditions": ("书面检查",)},
    {"rectification": Rectification(what="补办手续并缴清税费", due_on=date(2026, 6, 1))},
    {"effects": "年度考核不受影响。一年内不得提拔"},
]
MILDER: list[dict[str, Any]] = [
    {"discipline_form": 0}, {"measure": "talk_reminder"}, {"measure": ""}, {"conditions": ("公开 检讨",)},
    {"rectification": None}, {"rectification": Rectification(what="补办手续", due_on=date(2026, 7, 1))},
    {"effects": "年度考核不受影响；评先评优不受影响"},
]
CONSENT = Consent(given_on=date(2026, 3, 2), attachments=(scene.FILE,))


def terms(**changes: Any) -> DecisionTerms:
    return replace(TERMS, **{**BASE, **changes})


def heard() -> tuple[Appeal, Determination]:
    return scene.heard(**BASE)


def test_a_bare_decision_gets_nothing_added():
    before = Said(Outcome.LIGHTEN, TERMS)
    for added in ({"measure": "talk_reminder"}, {"conditions": ("退赔二十万元",)}, {"discipline_form": 1},
                  {"rectification": Rectification(what="补办", due_on=date(2026, 6, 1))}):
        found = weighed(before, Said(Outcome.EXEMPT, replace(TERMS, **added)), scene.PACK)
        assert found.heavier == tuple(added)


def test_words_of_which_nobody_knows_whether_they_are_good_are_not_left_out_unasked():
    before = Said(Outcome.LIGHTEN, terms(effects="年度考核不受影响。参加培训一期"))
    assert weighed(before, Said(Outcome.LIGHTEN, terms()), scene.PACK) == Weighed(unclear=("effects",))


@pytest.mark.parametrize("change", HEAVIER)
def test_heavier_terms_are_refused_on_appeal_and_correction_whatever_the_person_says(change: dict[str, Any]):
    for outcome in (Outcome.LIGHTEN, Outcome.EXEMPT):
        appeal, case = heard()
        refused("appeal.harsher", appeal, lambda it, o=outcome, c=case: it.decide(
            o, terms(**change), c, by(PANEL[0]), CONSENT))
    case = scene.decided(**BASE)
    refused("determination.harsher", case, lambda it: it.correct(
        Outcome.LIGHTEN, terms(**change), "笔误", by(LEAD), CONSENT))


@pytest.mark.parametrize("change", UNCLEAR)
def test_what_nobody_can_compare_needs_the_persons_consent(change: dict[str, Any]):
    appeal, case = heard()
    refused("determination.not_comparable", appeal, lambda it: it.decide(
        Outcome.LIGHTEN, terms(**change), case, by(PANEL[0])))
    typed = replace(CONSENT, words="本人同意按此办理", attachments=())    # anybody could write that
    refused("determination.consent_needs_paper", appeal, lambda it: it.decide(
        Outcome.LIGHTEN, terms(**change), case, by(PANEL[0]), typed))
    scene.agreed(appeal, Outcome.LIGHTEN, terms(**change), case, by(PANEL[0]), CONSENT)
    assert case.current.consent == CONSENT
    corrected, (another, holding) = scene.decided(**BASE), heard()
    refused("determination.not_comparable", corrected, lambda it: it.correct(
        Outcome.LIGHTEN, terms(**change), "笔误", by(LEAD)))
    old = replace(CONSENT, given_on=date(2026, 3, 1))    # the decision is of the day after
    for consented in (lambda: corrected.correct(Outcome.LIGHTEN, terms(**change), "笔误", by(LEAD), old),
                      lambda: another.decide(Outcome.LIGHTEN, terms(**change), holding, by(PANEL[0]), old)):
        with pytest.raises(CaseError, match=r"consent_too_old"):
            consented()
    late = replace(CONSENT, given_on=date(2027, 1, 1))
    refused("determination.consent_in_the_future", corrected, lambda it: it.correct(
        Outcome.LIGHTEN, terms(**change), "笔误", by(LEAD), late))


@pytest.mark.parametrize("words", ["退赔10⁵元", "退赔⑩5元", "退赔1 05元"])
def test_only_width_and_blanks_between_words_make_no_other_condition(words: str):
    """10⁵ is a hundred thousand and not 105."""
    before = Said(Outcome.LIGHTEN, terms(conditions=("退赔105元",)))
    said = {words: weighed(before, Said(Outcome.LIGHTEN, terms(conditions=(words,))), scene.PACK).unclear
            for words in ("退赔 １０５元", words)}
    assert said == {"退赔 １０５元": (), words: ("conditions",)}


@pytest.mark.parametrize("change", MILDER)
def test_milder_terms_need_nobodys_consent(change: dict[str, Any]):
    appeal, case = heard()
    scene.agreed(appeal, Outcome.LIGHTEN, terms(**change), case, by(PANEL[0]))
    assert case.current.basis is Basis.APPEAL


def test_a_filing_that_was_voided_or_accepted_after_the_act_covers_nothing():
    for changes, why in (({"void_by": "容认〔2026〕1号"}, "no_longer_applies"),
                         ({"decided_at": scene.NOW}, "act_before_acceptance")):
        with pytest.raises(CaseError, match=r"filing_does_not_cover") as against:
            scene.verifying().link_filing(scene.filing(**changes), by(WANG))
        assert why in against.value.details["reasons"]


def hit() -> Determination:
    case = scene.denied()
    assert (case.hits, case.report) == (("private_gain",), "谋取私利属实")
    return case


def test_a_hit_is_not_mended_away():
    for outcome in set(Outcome) - {Outcome.DENIED}:
        refused("determination.correction_keeps_outcome", hit(), lambda it, o=outcome: it.correct(
            o, TERMS, "笔误", by(LEAD)))


def test_a_panel_says_of_each_item_why_it_does_not_apply():
    case = hit()
    appeal = Appeal.lodge("a1", "n", case, "证据有误", by(SUBJECT))
    appeal.form_panel(tuple(map(view, PANEL)), case, by(scene.DEPUTY))
    bare = DecisionTerms(reasons="证据系误认")
    refused("determination.negative_item_stands", appeal, lambda it: it.decide(
        Outcome.EXEMPT, bare, case, by(PANEL[0])))
    said = tuple(Overturned(item=item, reason="经复核，账户不属于本人") for item in case.hits)
    scene.agreed(appeal, Outcome.EXEMPT, bare, case, by(PANEL[0]), None, said)
    assert (case.current.outcome, case.current.overturned) == (Outcome.EXEMPT, said)
    assert standing_items(case) == ()
    assert case.happened[-1][1].negative_items == ()


def test_a_disputed_item_that_no_meeting_answered_leaves_nothing_resolved():
    case = scene.before_meeting(private_gain=NegativeAnswer.DISPUTED)
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "exempt", {}, scene.VOTERS, by(SYSTEM))
    assert not case.resolved
    case.put_on_agenda("m2", by(LEAD))
    case.resolve("m2", "exempt", {"private_gain": False}, scene.VOTERS, by(SYSTEM))
    assert case.resolved == "exempt"


def test_an_item_that_applies_denies_though_another_was_not_answered():
    items = sorted(scene.verifying().yardstick.negative_items)[:2]
    case = scene.before_meeting(**dict.fromkeys(items, NegativeAnswer.DISPUTED))
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "denied", {items[0]: True}, scene.VOTERS, by(SYSTEM))
    assert (case.resolved, case.applying) == ("denied", (items[0],))
