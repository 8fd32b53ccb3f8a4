"""A decision is corrected, appealed against, revoked and made anew in any order: nothing becomes heavier by
that, and no item of the negative list is got round. What is heavier is weighed here once more, by itself."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import (
    Consent,
    DecisionTerms,
    DeterminationState,
    NegativeAnswer,
    Outcome,
    Overturned,
    Rectification,
)
from rongcuo.contracts.errors import CaseError
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Basis, Decision, Determination
from services.determination.domain.determination.agenda_of_case import standing_items
from services.determination.domain.determination.earlier_findings import revoked_here
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    EVIDENCE,
    LEAD,
    PACK,
    PANEL,
    SUBJECT,
    TERMS,
    VOTERS,
    WANG,
)
from tests.unit.review.scene import view

WEIGHTS = {code: item.weight for code, item in PACK.measures.items()}
GOOD = tuple(item.name for item in PACK.effects.values())
TYPED = Consent(words="同意", given_on=date(2026, 3, 2))
AGREED = replace(TYPED, attachments=(scene.FILE,))
outcomes = st.sampled_from((Outcome.LIGHTEN, *Outcome))
conditions = st.lists(
    st.sampled_from(("书面检查", "退赔二十万元", "退赔三十万元", "补办手续")), max_size=3, unique=True)
rectified = st.none() | st.builds(
    Rectification, what=st.sampled_from(("补办手续", "补办手续并公示")),
    due_on=st.sampled_from((date(2026, 5, 1), date(2026, 6, 1), date(2026, 9, 1))))
effects = st.lists(st.sampled_from((*GOOD[:3], "一年内不得提拔")), max_size=3, unique=True).map("；".join)
terms = st.builds(
    DecisionTerms, reasons=st.just("理由"), cited=st.just(TERMS.cited), discipline_form=st.integers(0, 3),
    measure=st.sampled_from(("", *WEIGHTS)), conditions=conditions.map(tuple), effects=effects,
    rectification=rectified)
consent = st.sampled_from((None, TYPED, AGREED))


class TermsMachine(RuleBasedStateMachine):
    """Every act is tried as it comes; the terms are the last decision's own as often as others."""

    @initialize(start=st.sampled_from((scene.decided, scene.concluded, scene.denied)), said=terms)
    def decide(self, start: Any, said: DecisionTerms) -> None:
        given = {name: getattr(said, name) for name in ("conditions", "effects", "measure", "rectification")}
        self.case: Determination = start(**given) if start is scene.decided else start()
        self.now, self.appeal, self.appeals, self.meetings = scene.NOW, None, 0, 0
        self.fresh = False      # evidence since the last revocation, shown and answered

    def by(self, actor: Actor) -> Any:
        return scene.by(actor, self.now)

    def attempt(self, act: Any) -> bool:
        kept = deepcopy((self.case, self.appeal))
        try:
            act()
        except CaseError:
            self.case, self.appeal = kept
            return False
        return True

    def altered(self, said: DecisionTerms, alike: str) -> DecisionTerms:
        """Mostly the last decision's terms with one of them other."""
        former = self.case.decisions[-1].terms
        return said if not alike else replace(former, **{alike: getattr(said, alike)})

    one = st.sampled_from(
        ("", "measure", "conditions", "rectification", "effects", "discipline_form", "reasons"))

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        if self.now < scene.NOW + timedelta(days=60):
            self.now += timedelta(days=days)

    @rule(said=terms, alike=one, agreed=consent, outcome=st.none() | outcomes)
    def correct(self, said: DecisionTerms, alike: str, agreed: Consent | None,
                outcome: Outcome | None) -> None:
        wanted = outcome or self.case.decisions[-1].outcome
        self.attempt(lambda: self.case.correct(
            wanted, self.altered(said, alike), "更正", self.by(LEAD), agreed))

    @rule(said=terms, alike=one, agreed=consent, outcome=st.none() | outcomes, overturn=st.booleans())
    def appeal_is_heard(self, said: DecisionTerms, alike: str, agreed: Consent | None,
                        outcome: Outcome | None, overturn: bool) -> None:
        items = tuple(Overturned(item=item, reason="查明不属实") for item in standing_items(self.case))
        wanted = outcome or self.case.decisions[-1].outcome

        def act() -> None:
            self.appeals += 1
            self.appeal = Appeal.lodge(f"a{self.appeals}", "n", self.case, "过重", self.by(SUBJECT))
            self.appeal.form_panel(tuple(map(view, PANEL)), self.case, self.by(scene.DEPUTY))
            scene.agreed(self.appeal, wanted, self.altered(said, alike), self.case, self.by(PANEL[0]),
                         agreed, items if overturn else ())
        self.attempt(act)

    @rule()
    def an_appeal_is_taken_back(self) -> None:
        def act() -> None:
            appeal = Appeal.lodge("taken back", "n", self.case, "过重", self.by(SUBJECT))
            appeal.withdraw("", self.case, self.by(SUBJECT))
        self.attempt(act)

    @rule(evidence=st.booleans())
    def revoke(self, evidence: bool) -> None:
        self.now += timedelta(hours=1)      # or those before would be of the same round
        if self.case.current and revoked_here(self.case):      # once more only the organ above does
            assert not self.attempt(lambda: self.case.revoke("再来", self.by(LEAD)))
            self.attempt(lambda: self.case.hand_up("请上级决定", self.by(LEAD)))
            self.case.organ_id = scene.ORGAN        # the people of one organ play both
        if self.attempt(lambda: self.case.revoke("事实有误", self.by(LEAD))):
            self.fresh = evidence
            if not self.case.team:      # had ended: it is given to somebody anew
                self.case.form_team((view(WANG), view(scene.ZHAO)), self.by(LEAD))
            if evidence:
                self.case.add_evidence(f"e{self.case.version}", EVIDENCE, self.by(WANG))
                self.case.write_facts_material("事实", "意见", self.by(WANG))
                self.case.record_statement("无异议", (), self.by(SUBJECT))

    @rule(said=terms, alike=one, agreed=consent, outcome=outcomes, hit=st.booleans(), applies=st.booleans())
    @precondition(lambda self: self.case.state is DeterminationState.VERIFICATION)
    def it_is_determined_anew(self, said: DecisionTerms, alike: str, agreed: Consent | None, outcome: Outcome,
                              hit: bool, applies: bool) -> None:
        found = NegativeAnswer.HIT if hit else NegativeAnswer.DISPUTED if applies else NegativeAnswer.CLEAR
        said = self.altered(said, alike)

        def act() -> None:
            case, meeting = self.case, f"again{self.meetings}"
            self.meetings += 1
            scene.clear_list(case, private_gain=found)
            for criteria_set, assessor in product(case.yardstick.wanted, (WANG, scene.QIAN)):
                case.assess(criteria_set, scene.answers_to(case, criteria_set), self.by(assessor))
            case.write_report("查明", said if case.hits else None, self.by(WANG))
            if case.hits:
                return
            case.put_on_agenda(meeting, self.by(LEAD))
            found_there = {"private_gain": True} if applies else {}
            case.resolve(meeting, outcome.value, found_there, VOTERS, self.by(SYSTEM))
            case.make(Outcome(case.resolved), said, self.by(WANG), agreed)
        bound = bool(self.case.decisions) and not self.fresh
        if self.attempt(act) and bound:
            self.must_not_be_heavier(*self.case.decisions[-2:])

    @invariant()
    def nothing_is_heavier_than_before(self) -> None:
        """On appeal and by a correction; what is made after a revocation is looked at when it is made."""
        for former, later in zip(self.case.decisions, self.case.decisions[1:], strict=False):
            if later.basis in (Basis.CORRECTION, Basis.APPEAL):
                self.must_not_be_heavier(former, later)

    def must_not_be_heavier(self, former: Decision, later: Decision) -> None:
        assert not heavier(former, later), (former, later)
        signed = later.consent and later.consent.attachments
        assert signed or not unclear(former, later), (former, later)

    @invariant()
    def an_item_that_stands_leaves_only_denial(self) -> None:
        current = self.case.current
        if current and current.outcome is not Outcome.DENIED:
            overturned = {each.item for each in current.overturned}
            assert {*self.case.hits, *self.case.applying} <= overturned
            assert current.basis in (Basis.APPEAL, Basis.CORRECTION) or not overturned

    @invariant()
    def a_correction_keeps_the_outcome(self) -> None:
        for former, later in zip(self.case.decisions, self.case.decisions[1:], strict=False):
            assert later.basis is not Basis.CORRECTION or later.outcome is former.outcome


def heavier(former: Decision, later: Decision) -> list[str]:
    """The terms that anybody can see to be heavier."""
    old, new, ranks = former.terms, later.terms, list(Outcome)
    more = {
        "outcome": ranks.index(later.outcome) > ranks.index(former.outcome),
        "form": new.discipline_form > old.discipline_form,
        "measure": bool(new.measure) and (not old.measure or 0 < WEIGHTS[old.measure] < WEIGHTS[new.measure]),
        "conditions": set(new.conditions) > set(old.conditions),
        "rectification": bool(new.rectification) and (
            not old.rectification or new.rectification.due_on < old.rectification.due_on),
        "effects": bool((parts(old) - parts(new)) & set(GOOD)),
    }
    return [term for term, is_more in more.items() if is_more]


def unclear(former: Decision, later: Decision) -> list[str]:
    """Those of which nobody can say so, and that only a consent allows."""
    old, new = former.terms, later.terms
    other = {
        "measure": bool(new.measure) and new.measure != old.measure and 0 in (
            WEIGHTS.get(old.measure, 1), WEIGHTS[new.measure]),
        "conditions": not set(new.conditions) <= set(old.conditions),
        "rectification": bool(new.rectification and old.rectification) and (
            new.rectification.what != old.rectification.what),
        "effects": bool(parts(new) - parts(old) - set(GOOD) or parts(old) - parts(new)),
    }
    return [term for term, is_other in other.items() if is_other]


def parts(said: DecisionTerms) -> set[str]:
    return {part for part in said.effects.split("；") if part}


TermsMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestTermsMachine = TermsMachine.TestCase
