"""What happens to a report before anything is found of it, as rules of a state machine."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import (
    LinkKind,
    NoRemit,
    ReporterRequest,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.clarify.domain import Occasion, Report
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, NAMED, SECOND, WANG, ZHAO, view

people = st.sampled_from((WANG, LEAD)) | st.sampled_from((WANG, LEAD, SECOND, ZHAO)) | st.sampled_from(
    scene.EVERYBODY)
BEGINNINGS = (scene.opened, scene.assigned, scene.accepted, scene.disposed, scene.verified, scene.verified,
              lambda: scene.found(ReportOutcome.UNSUBSTANTIATED, SUSPECTED))
words = st.sampled_from(["  ", "理由充分", "理由充分", "理由充分"])
OPEN, SUSPECTED = ReportOutcome.NOT_RESOLVED, ReportOutcome.SUSPECTED_MALICIOUS
outcomes = st.sampled_from((OPEN, SUSPECTED)) | st.sampled_from(ReportOutcome)
days = st.none() | st.dates(date(2026, 1, 28), date(2026, 4, 1))
grounds = st.sampled_from(["", "no_harm", "person_declines", "nothing_untrue", "out_of_the_blue"])


class ReportLife(RuleBasedStateMachine):
    """Every act is tried; a refusal leaves no trace. `once_open`: what a rule of ours has seen as neither
    proved nor excluded; `asked`: dispositions with their answers, as a rule of ours has counted them."""

    @initialize(begun=st.sampled_from(BEGINNINGS), real=st.booleans())
    def begin(self, begun: Callable[[], Report], real: bool) -> None:
        self.now: datetime = scene.RECEIVED_AT
        self.report: Report = begun()
        self.once_open: set[int] = set()
        self.answered: set[tuple[int, ReportOutcome]] | None = None
        self.out: set[str] = set()
        if real:
            self.report.confirm_reporter(self.by(WANG))

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now)

    def attempt(self, act) -> bool:
        """Whether the act happened."""
        before = deepcopy(vars(self.report))
        try:
            act(self.report)
        except CaseError:
            assert vars(self.report) == before
            return False
        return True

    def must_be_free(self, *actors: Actor) -> None:
        assert not {each.officer_id for each in actors} & (self.out | {each.officer_id for each in NAMED})

    @rule(hours=st.integers(1, 24 * 9))
    def time_passes(self, hours: int) -> None:
        if self.now.year == 2026:
            self.now += timedelta(hours=hours)

    @rule(actor=people, officer=people)
    def assign(self, actor: Actor, officer: Actor) -> None:
        if self.attempt(lambda each: each.assign(view(officer), self.by(actor))):
            self.must_be_free(actor, officer)

    @rule(actor=people, officer=st.sampled_from((ZHAO, SECOND)))
    @precondition(lambda self: self.report.version % 7 == 6)   # or soon nobody is left to work
    def recuse(self, actor: Actor, officer: Actor) -> None:
        holder = scene.view(officer)
        if self.attempt(lambda each: each.recuse(holder, RecusalGround.OTHER, "亲属", self.by(actor))):
            self.out.add(officer.officer_id)

    @rule(actor=people, first=days, last=days)
    def verify_the_days(self, actor: Actor, first: date | None, last: date | None) -> None:
        if self.attempt(lambda each: each.classify(1, (), None, self.by(actor), first, last)):
            self.must_be_free(actor)

    @rule(actor=people, text=words)
    def leave_anonymous(self, actor: Actor, text: str) -> None:
        if self.attempt(lambda each: each.leave_anonymous(text, self.by(actor))):
            self.must_be_free(actor)
            assert text.strip()

    @rule(actor=people, kind=st.sampled_from(LinkKind))
    def link(self, actor: Actor, kind: LinkKind) -> None:
        if self.attempt(lambda each: each.link(scene.elsewhere(), kind, self.by(actor))):
            self.must_be_free(actor)

    @rule(actor=people)
    def accept(self, actor: Actor) -> None:
        if self.attempt(lambda each: each.accept(self.by(actor))):
            self.must_be_free(actor)

    @rule(actor=people, reason=st.sampled_from(NoRemit), text=words)
    @precondition(lambda self: self.report.version % 5 == 4)
    def refuse(self, actor: Actor, reason: NoRemit, text: str) -> None:
        if self.attempt(lambda each: each.refuse(reason, text, self.by(actor))):
            self.must_be_free(actor)

    @rule(actor=people)
    @precondition(lambda self: self.report.version % 5 == 4)
    def pass_up(self, actor: Actor) -> None:
        self.attempt(lambda each: each.pass_up("市管干部", "r9", self.by(actor)))

    @rule(kind=st.sampled_from(ReporterRequest))
    @precondition(lambda self: len(self.report.requests) < 3)
    def the_reporter_asks(self, kind: ReporterRequest) -> None:
        state, holders = self.report.state, self.report.holders
        self.report.take_request(kind, "wang", self.now, self.by(SYSTEM))
        assert (self.report.state, self.report.holders) == (state, holders)

    @rule(actor=people, text=words)
    def suspend(self, actor: Actor, text: str) -> None:
        self.attempt(lambda each: each.suspend(text, self.by(actor)))

    @rule(actor=people)
    def resume(self, actor: Actor) -> None:
        self.attempt(lambda each: each.resume(self.by(actor)))

    @rule(actor=people, text=words)
    def extend(self, actor: Actor, text: str) -> None:
        self.attempt(lambda each: each.extend(text, self.by(actor)))
