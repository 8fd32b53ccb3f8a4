"""Whatever is done in whatever order: what is noted stays, one thing at most is due, and nothing is lost."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import Bound, Mark, Marked, OutcomeKind, OversightState
from rongcuo.contracts.identity import OfficerDismissed
from services.filing import usecases
from services.filing.domain.oversight import next_due, standing
from services.filing.domain.oversight.facts import UNITS, is_awaited, open_guidance
from services.filing.storage.oversights import oversight_of, row_of
from services.filing.usecases import leaving
from tests.unit.filing.people import FILER, LEAD, REVIEWER, STRANGER, YILIANG
from tests.unit.filing.test_voided import made
from tests.unit.filing_oversight.scene import MAY_20, SECOND, STANDARDS, Scene

WHO = st.sampled_from([FILER, REVIEWER, SECOND, LEAD, STRANGER])
CODES = st.sampled_from(["decision", "contract", "start", "audit"])
DAYS = st.integers(-2, 700)
LISTS = ("progress", "deviations", "meddlings", "evaluations", "outcomes", "retrospectives", "history")


class LaterLife(RuleBasedStateMachine):
    """One filing, everybody, and time that goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.scene, self.now = Scene(), MAY_20
        self.noted: dict[str, tuple[Any, ...]] = {}

    def attempt(self, step: Any, *said: Any, **more: Any) -> None:
        """What is refused changes nothing."""
        before, told = row_of(self.scene.matter), len(self.scene.cabinet.told)
        try:
            step(*said, now=self.now, **more)
        except CaseError:
            assert (row_of(self.scene.matter), len(self.scene.cabinet.told)) == (before, told)

    @rule(days=st.integers(0, 200))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(who=WHO, codes=st.lists(CODES, max_size=3), days=DAYS)
    def plan(self, who: Any, codes: list[str], days: int) -> None:
        self.attempt(self.scene.plan, *((code, days) for code in codes), who=who)

    @rule(who=WHO, code=CODES, good=st.booleans(), outside=st.sampled_from([(), (Bound.WAY,)]))
    def check(self, who: Any, code: str, good: bool, outside: Any) -> None:
        self.attempt(self.scene.check, code, who, in_order=good, outside=outside)

    @rule(done=st.integers(0, 100), planned=st.integers(0, 100))
    def progress(self, done: int, planned: int) -> None:
        self.attempt(self.scene.progress, done, planned, on=self.now.date())

    @rule(who=WHO, outside=st.lists(st.sampled_from(Bound), max_size=2))
    def deviate(self, who: Any, outside: Any) -> None:
        self.attempt(self.scene.deviate, *outside, who=who)

    @rule(who=WHO, number=st.integers(1, 4), days=DAYS)
    def guide(self, who: Any, number: int, days: int) -> None:
        self.attempt(self.scene.guide, number, days, who)

    @rule(who=WHO, number=st.integers(1, 4))
    def correct(self, who: Any, number: int) -> None:
        self.attempt(self.scene.correct, number, who)

    @rule(who=WHO, number=st.integers(1, 4))
    def dispute(self, who: Any, number: int) -> None:
        self.attempt(self.scene.dispute, number, who)

    @rule(who=WHO, number=st.integers(1, 4), stands=st.booleans())
    def answer(self, who: Any, number: int, stands: bool) -> None:
        self.attempt(self.scene.answer, stands, number, who)

    @rule(who=WHO)
    def meddle(self, who: Any) -> None:
        self.attempt(self.scene.meddle, who)

    @rule(who=WHO, missed=st.integers(0, 3))
    def evaluate(self, who: Any, missed: int) -> None:
        self.attempt(self.scene.evaluate, *(Marked(standard=each, mark=Mark.NOT_MET, reason="未达到")
                                            for each in STANDARDS[:missed]), who=who, done=False)

    @rule(who=WHO, kind=st.sampled_from(OutcomeKind), amount=st.integers(0, 400), corrects=st.integers(0, 3),
          source=st.sampled_from("甲乙丙"))
    def outcome(self, who: Any, kind: Any, amount: int, corrects: int, source: str) -> None:
        self.attempt(self.scene.outcome, kind, UNITS[kind], amount, who, corrects=corrects, reason="核对",
                     source=source)

    @rule(who=WHO)
    def retrospect(self, who: Any) -> None:
        self.attempt(self.scene.retrospect, who)

    @rule(who=WHO)
    def close(self, who: Any) -> None:
        self.attempt(self.scene.close, who=who)

    @rule(void=st.booleans())
    def decided(self, void: bool) -> None:
        number = self.scene.cabinet.filings[self.scene.filing_id].number
        items = ("private_gain",) if void else ()
        usecases.take_determination(self.scene.at(now=self.now), made(number, *items))

    @rule()
    def expire(self) -> None:
        usecases.expire_due(self.scene.at(now=self.now))

    @rule(who=st.sampled_from(["zhou", "he", "wu"]))
    def leaves(self, who: str) -> None:
        leaving.take_dismissal(self.scene.at(now=self.now),
                               OfficerDismissed(officer_id=who, organ_id=YILIANG))

    @invariant()
    def what_was_noted_stays(self) -> None:
        now = {name: getattr(self.scene.matter, name) for name in LISTS}
        for name, before in self.noted.items():
            assert len(now[name]) >= len(before)
            if name != "deviations":     # which grow by guidance and corrections
                assert now[name][:len(before)] == before
        self.noted = now

    @invariant()
    def what_is_over_leaves_nothing_to_be_done(self) -> None:
        matter, due = self.scene.matter, next_due(self.scene.matter)
        if matter.state is OversightState.CLOSED:
            assert due is None
        if matter.state is OversightState.STOPPED:
            assert not any(is_awaited(each) for each in matter.checkpoints)
        if any(map(open_guidance, matter.deviations)) and matter.state is not OversightState.CLOSED:
            assert due is not None
        last = self.scene.told[-1].standing     # type: ignore[attr-defined]
        assert last.ended == (due is None)
        assert due is None or (last.stage, last.holders) == (due.stage, due.holders)

    @invariant()
    def nobody_speaks_for_the_filer_or_answers_what_they_noted_themselves(self) -> None:
        for each in self.scene.matter.deviations:
            assert each.reported is (each.by_id == FILER.officer_id and not each.by_rule)
            assert {said.by_id for said in each.disputes} <= {FILER.officer_id}
            assert each.by_id not in {said.by_id for said in each.answers}
            assert 0 <= len(each.disputes) - len(each.answers) <= 1

    @invariant()
    def it_is_kept_whole_and_no_outcome_stands_twice(self) -> None:
        matter = self.scene.matter
        assert oversight_of({**row_of(matter), "revision": 1}) == matter     # type: ignore[arg-type]
        stands = [(each.kind, each.on, each.source) for each in standing(matter.outcomes)]
        assert len(stands) == len(set(stands))
        assert all(self.scene.seen_by(who, self.now) for who in (FILER, LEAD))


TestLaterLife = LaterLife.TestCase
TestLaterLife.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


