"""Whatever is done in whatever order: one change waits at most, and nothing changes backwards."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.contracts.errors import CATALOGUE
from rongcuo.contracts.filing import ChangeContent, ChangeState, FiledVersion, in_force
from rongcuo.contracts.identity import OfficerDismissed
from services.filing import usecases
from services.filing.domain.change.transitions import TABLE
from services.filing.storage.changes import change_of
from services.filing.storage.changes import row_of as change_row
from services.filing.storage.filings import filing_of, row_of
from services.filing.usecases import leaving
from tests.unit.filing.people import FILER, LEAD, REVIEWER, STRANGER, YILIANG
from tests.unit.filing.test_voided import made
from tests.unit.filing_change.scene import JUNE_1, OTHER_LEAD, Changing, refusal
from tests.unit.filing_oversight.scene import SECOND

WHO = st.sampled_from([FILER, REVIEWER, SECOND, LEAD, OTHER_LEAD, REVIEWER, STRANGER])
NUMBER = st.integers(1, 4)
DAYS = st.none() | st.dates(date(2026, 5, 1), date(2028, 6, 1))


class Changes(RuleBasedStateMachine):
    """One filing, its changes, everybody, and time that goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.scene, self.now = Changing(), JUNE_1
        self.seen: dict[str, ChangeState] = {}
        self.past: dict[date, FiledVersion] = {}

    def attempt(self, step: Any, *said: Any, **more: Any) -> None:
        """What is refused has a code, and changes nothing."""
        before = self.scene.cabinet.copy()
        if code := refusal(lambda: step(*said, now=self.now, **more)):
            assert code in CATALOGUE
            assert self.scene.cabinet == before

    @rule(hours=st.integers(1, 900))
    def time_passes(self, hours: int) -> None:
        versions = self.scene.page().versions
        today = self.now.date()
        self.past |= {today: in_force(versions, today, today)[0]}
        self.now += timedelta(hours=hours)

    @rule(scope=st.sampled_from(["", "增加二期", "只做一期"]), until=DAYS, valid=DAYS,
          who=st.sampled_from([FILER, FILER, FILER, STRANGER]))
    def propose(self, scope: str, until: Any, valid: Any, who: Any) -> None:
        self.attempt(self.scene.propose, ChangeContent(
            scope=scope, act_until=until, valid_until=valid, reasons="情况有变"), who)

    @rule(who=WHO, number=NUMBER)
    def take(self, who: Any, number: int) -> None:
        self.attempt(self.scene.take, who, number=number)

    @rule(who=WHO, number=NUMBER)
    def step_back(self, who: Any, number: int) -> None:
        self.attempt(self.scene.step_back, who, number=number)

    @rule(who=WHO, number=NUMBER)
    def approve(self, who: Any, number: int) -> None:
        self.attempt(self.scene.approve, who, number=number)

    @rule(who=WHO, number=NUMBER)
    def decline(self, who: Any, number: int) -> None:
        self.attempt(self.scene.decline, who, number=number)

    @rule(who=WHO, number=NUMBER)
    def withdraw(self, who: Any, number: int) -> None:
        self.attempt(self.scene.withdraw, who, number=number)

    @rule(number=NUMBER)
    def object(self, number: int) -> None:
        self.attempt(self.scene.object, number=number)

    @rule(who=WHO, number=NUMBER, approved=st.booleans())
    def answer(self, who: Any, number: int, approved: bool) -> None:
        self.attempt(self.scene.answer_objection, approved, who, number=number)

    @rule(void=st.booleans())
    def decided(self, void: bool) -> None:
        items = ("private_gain",) if void else ()
        usecases.take_determination(self.scene.at(now=self.now), made(self.scene.filing.number, *items))

    @rule()
    def expire(self) -> None:
        usecases.expire_due(self.scene.at(now=self.now))

    @rule(who=st.sampled_from(["zhou", "wu"]))
    def leaves(self, who: str) -> None:
        leaving.take_dismissal(self.scene.at(now=self.now),
                               OfficerDismissed(officer_id=who, organ_id=YILIANG))

    @invariant()
    def one_waits_at_most_and_none_of_what_cannot_be_changed(self) -> None:
        waiting = [each for each in self.scene.cabinet.changes.values() if each.pending]
        assert len(waiting) <= 1
        assert not waiting or (self.scene.filing.state == "accepted" and not self.scene.filing.voiding.by)
        for each in self.scene.cabinet.changes.values():
            last = self.scene.cabinet.events(each.id)[-1].standing    # type: ignore[attr-defined]
            assert last.ended is not each.pending
            assert each.version == len(self.scene.cabinet.events(each.id))

    @invariant()
    def states_follow_the_table(self) -> None:
        for each in self.scene.cabinet.changes.values():
            before = self.seen.get(each.id, ChangeState.OPEN)
            steps = {before} | {after for (state, _), after in TABLE.items() if state is before}
            assert each.state in steps
        self.seen = {each.id: each.state for each in self.scene.cabinet.changes.values()}

    @invariant()
    def nothing_changes_backwards(self) -> None:
        versions = self.scene.page().versions
        approved = [each for each in self.scene.cabinet.changes.values() if each.approved]
        assert [each.number for each in versions] == list(range(1, len(approved) + 2))
        assert [each.until for each in versions[-1:]] == [None]
        for day, held in self.past.items():
            [now] = in_force(versions, day, day)
            assert day == self.now.date() or (now.number, now.terms) == (held.number, held.terms)
        assert all(one.since <= two.since for one, two in pairwise(versions))
        assert self.scene.filing.valid_until == versions[-1].terms.valid_until

    @invariant()
    def all_is_kept_whole(self) -> None:
        assert filing_of({**row_of(self.scene.filing), "revision": 1}) == self.scene.filing  # type: ignore[arg-type]
        for each in self.scene.cabinet.changes.values():
            assert change_of({**change_row(each), "revision": 1}) == each    # type: ignore[arg-type]


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
