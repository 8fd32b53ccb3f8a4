"""Anybody may try anything with any filing at any time; what always holds is checked after every step."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CATALOGUE, CaseError
from rongcuo.contracts.filing import (
    DraftFiling,
    FilingContent,
    FilingState,
    ObjectToRefusal,
    ReviseFiling,
    SubmitFiling,
    SupplementFiling,
    WhitelistFiling,
    WithdrawFiling,
)
from services.filing import usecases
from services.filing.domain import ACTIVE, NOT_ACCEPTED, OPEN, RECEIVED, REGISTERED, Filing, matter
from services.filing.domain.transitions import TABLE
from tests.unit.filing.fakes import Cabinet, FakeContext
from tests.unit.filing.people import (
    COLLEAGUE,
    FILER,
    LEAD,
    MAY_6,
    NAMESAKE,
    OPERATOR,
    REVIEWER,
    accepted,
    content,
    declined,
    objection_decided,
    supplement_requested,
)

PEOPLE = st.sampled_from([FILER, COLLEAGUE, FILER, LEAD, FILER, NAMESAKE, LEAD, REVIEWER, OPERATOR])
GOOD = st.builds(content, title=st.sampled_from(["续建", "续 建。", "盘活土地", "复工"]), act_from=st.none(),
                 act_until=st.none(), situation=st.sampled_from(["livelihood", "policy_ambiguity"]))
BAD = st.sampled_from([FilingContent(), content(situation="nonsense"),
                       content(negative_answers={"private_gain": True})])
CONTENTS = GOOD | GOOD | GOOD | BAD
PICK = st.integers(0, 30)


class FilingMachine(RuleBasedStateMachine):
    """Drives the use cases; a refused command must leave no trace."""

    @initialize()
    def begin(self) -> None:
        self.cabinet, self.now = Cabinet(), MAY_6
        self.seen: dict[str, Filing] = {}
        for title in ("修路", "引水", "建校"):
            what = content(title=title, act_from=None, act_until=None)
            self.attempt(usecases.submit, SubmitFiling(command_id="c", content=what), FILER)

    def attempt(self, use_case: Callable[[Any, Any], object], command: object, by: Actor = SYSTEM) -> None:
        before = self.cabinet.copy()
        refused = self.refusal(lambda: use_case(FakeContext(self.cabinet, self.now, by), command))
        assert refused is None or refused.code in CATALOGUE
        assert refused is None or self.cabinet == before

    @staticmethod
    def refusal(act: Callable[[], object]) -> CaseError | None:
        try:
            act()
        except CaseError as error:
            return error
        return None

    def some_id(self, pick: int) -> str:
        ids = list(self.cabinet.filings)
        return ids[pick % len(ids)] if ids else "nobody"

    @rule(hours=st.integers(1, 72))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(what=CONTENTS, by=PEOPLE)
    def draft(self, what: FilingContent, by: Actor) -> None:
        self.attempt(usecases.draft, DraftFiling(command_id="c", content=what), by)

    @rule(what=CONTENTS, by=PEOPLE, pick=PICK)
    def revise(self, what: FilingContent, by: Actor, pick: int) -> None:
        self.attempt(usecases.revise, ReviseFiling(
            command_id="c", filing_id=self.some_id(pick), content=what), by)

    @rule(what=CONTENTS, by=PEOPLE)
    def submit_at_once(self, what: FilingContent, by: Actor) -> None:
        self.attempt(usecases.submit, SubmitFiling(command_id="c", content=what), by)

    @rule(what=st.none() | CONTENTS, by=PEOPLE, pick=PICK)
    def submit_draft(self, what: FilingContent | None, by: Actor, pick: int) -> None:
        self.attempt(usecases.submit, SubmitFiling(
            command_id="c", filing_id=self.some_id(pick), content=what), by)

    @rule(what=CONTENTS, by=PEOPLE, pick=PICK)
    def supplement(self, what: FilingContent, by: Actor, pick: int) -> None:
        self.attempt(usecases.supplement, SupplementFiling(
            command_id="c", filing_id=self.some_id(pick), content=what), by)

    @rule(by=PEOPLE, pick=PICK)
    def withdraw(self, by: Actor, pick: int) -> None:
        self.attempt(usecases.withdraw, WithdrawFiling(
            command_id="c", filing_id=self.some_id(pick), reason="情况有变"), by)

    @rule(by=PEOPLE, pick=PICK, listed=st.booleans(), reason=st.sampled_from(["", "调整"]))
    def whitelist(self, by: Actor, pick: int, listed: bool, reason: str) -> None:
        self.attempt(usecases.whitelist, WhitelistFiling(
            command_id="c", filing_id=self.some_id(pick), listed=listed, reason=reason), by)

    @rule(pick=PICK)
    def review_accepts(self, pick: int) -> None:
        self.attempt(usecases.take_acceptance, accepted(self.received_id(pick), self.now))

    @rule(pick=PICK)
    def review_declines(self, pick: int) -> None:
        self.attempt(usecases.take_refusal, declined(self.received_id(pick), self.now))

    @rule(by=PEOPLE, pick=PICK, grounds=st.sampled_from(["", "纪要已经交了"]))
    def object_to_refusal(self, by: Actor, pick: int, grounds: str) -> None:
        self.attempt(usecases.object_to_refusal, ObjectToRefusal(
            command_id="c", filing_id=self.received_id(pick), grounds=grounds), by)

    @rule(pick=PICK, taken_up=st.booleans())
    def review_answers_an_objection(self, pick: int, taken_up: bool) -> None:
        self.attempt(usecases.take_objection_decision, objection_decided(
            self.received_id(pick), self.now, taken_up=taken_up))

    @rule(pick=PICK, days=st.integers(1, 10))
    def review_asks_for_supplement(self, pick: int, days: int) -> None:
        asked = supplement_requested(self.received_id(pick), self.now, self.now + timedelta(days=days))
        self.attempt(usecases.take_supplement_request, asked)

    @rule(years=st.integers(0, 2))
    def validity_runs_out(self, years: int) -> None:
        context = FakeContext(self.cabinet, self.now + timedelta(days=366 * years))
        usecases.expire_due(context)

    def received_id(self, pick: int) -> str:
        """Review knows only what was submitted."""
        ids = [filing.id for filing in self.cabinet.filings.values() if filing.state in RECEIVED]
        return ids[pick % len(ids)] if ids else "nobody"

    @invariant()
    def numbers_have_no_gap(self) -> None:
        for name, series in (("number", self.number_of), ("register_number", self.register_number_of)):
            runs: dict[str, list[int]] = defaultdict(list)
            for number in filter(None, map(series, self.cabinet.filings.values())):
                head, _, tail = number.rpartition("-")
                runs[head].append(int(tail))
            for head, run in runs.items():
                assert sorted(run) == list(range(1, len(run) + 1)), (name, head)

    number_of = staticmethod(lambda filing: filing.number)
    register_number_of = staticmethod(lambda filing: filing.register_number)

    @invariant()
    def a_matter_is_active_at_most_once(self) -> None:
        active = [filing for filing in self.cabinet.filings.values() if filing.state in ACTIVE]
        titles = [each.content.title.replace(" ", "").rstrip("。") for each in active]
        keys = [(each.organ_id, each.unit, title) for each, title in zip(active, titles, strict=True)]
        assert len(keys) == len(set(keys))

    @invariant()
    def every_event_has_the_next_version(self) -> None:
        versions: dict[str, list[int]] = defaultdict(list)
        for subject, version, _ in self.cabinet.told:
            versions[subject].append(version)
        for filing in self.cabinet.filings.values():
            assert versions[filing.id] == list(range(1, filing.version + 1))

    @invariant()
    def states_follow_the_table(self) -> None:
        for filing in self.cabinet.filings.values():
            before = self.seen.get(filing.id)
            if before is None:
                assert filing.state in {FilingState.DRAFT, FilingState.SUBMITTED}
            elif filing.state is not before.state:
                assert filing.state in {after for (state, _), after in TABLE.items() if state is before.state}
            if before:
                assert filing.history[:len(before.history)] == before.history
            if before and FilingState.OBJECTED in (before.state, filing.state):
                self.an_objection_makes_nothing_worse(before, filing)
        self.seen = self.cabinet.copy().filings

    @staticmethod
    def an_objection_makes_nothing_worse(before: Filing, after: Filing) -> None:
        """Refused as before, or better off; what was filed, when, and under which rules, stays."""
        better = after.state in {FilingState.SUBMITTED, FilingState.WITHDRAWN}
        refused = after.state in {FilingState.OBJECTED, FilingState.DECLINED}
        same = (after.reasons, after.decided_at) == (before.reasons, before.decided_at)
        assert better or (refused and same)
        assert after.superseded == before.superseded
        kept = ("content", "number", "pack_id", "submitted_at", "digest")
        assert all(getattr(after, name) == getattr(before, name) for name in kept)
        assert sum(entry.what == "object" for entry in after.history) == 1

    @invariant()
    def each_filing_agrees_with_itself(self) -> None:
        for filing in self.cabinet.filings.values():
            kinds = [event.kind for event in self.cabinet.events(filing.id)]
            received, registered = filing.state in RECEIVED, filing.state in REGISTERED
            assert bool(filing.number) == bool(filing.submitted_at) == bool(filing.digest) == received
            assert (kinds[:1] == ["filing_submitted"]) == received
            assert ("filing_accepted" in kinds) == bool(filing.register_number) == registered
            assert not received or filing.digest == matter.digest(filing.content)
            assert not filing.whitelisted or (registered and filing.may_be_whitelisted)

    @invariant()
    def times_run_forward(self) -> None:
        for filing in self.cabinet.filings.values():
            if filing.valid_from and filing.valid_until and filing.submitted_at and filing.decided_at:
                assert filing.drafted_at <= filing.submitted_at <= filing.decided_at
                assert matter.local_day(filing.submitted_at) <= filing.valid_from <= filing.valid_until

    @invariant()
    def the_funnel_adds_up(self) -> None:
        states = [filing.state for filing in self.cabinet.filings.values() if filing.submitted_at]
        parts = [sum(state in group for state in states) for group in (REGISTERED, NOT_ACCEPTED, OPEN)]
        assert len(states) == sum(parts)


TestFilingMachine = FilingMachine.TestCase
TestFilingMachine.settings = settings(max_examples=40, stateful_step_count=50)
