"""The review service without a bus: its use cases and views, each in the chassis' own execution context."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import outbox
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Command, Query, ReceivedEvent, Tick
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    CaseQuery,
    CasesQuery,
    CaseView,
    DeclineFiling,
    FormVerificationTeam,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
)
from services.review import usecases, views
from services.review.storage import METADATA, CaseStorage
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
from tests.unit.review.scene import FILED_AT, FILING, LEAD


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    def __init__(self) -> None:
        self.shows = FILED_AT

    def now(self) -> datetime:
        return self.shows


class Almanac:
    """The real packs, and a calendar that can be replaced by a newer edition."""

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def __init__(self) -> None:
        self.newest = scene.RULES.calendar(scene.DIVISION)

    def calendar(self, _: str):
        return self.newest


class Office:
    """The service's use cases and views, each in a context of its own occasion."""

    def __init__(self, config: Config) -> None:
        self.time, self.rules, self.commands, self.heard = Stopped(), Almanac(), 0, {}
        self.shop = ServiceRuntime("review", METADATA, CaseStorage, config, time=self.time, rules=self.rules)
        self.shop.start()

    def do(self, actor: Actor, contract: type, case_id: str = "f1", **rest) -> CaseView:
        self.commands += 1
        command_id = f"c{self.commands}"
        context = self.shop.context(Command(command_id, command_id), actor, ask=FakeContext().ask)
        act = VERBS[contract]
        return act(context, contract(command_id=command_id, case_id=case_id, **rest))

    def hear(self, event, act, subject: str = "f1") -> None:
        self.heard[subject] = self.heard.get(subject, 0) + 1
        occasion = ReceivedEvent("review.filing", f"{subject}-{self.heard[subject]}", subject,
                                 self.heard[subject])
        act(self.shop.context(occasion, SYSTEM), event)

    def file(self, case_id: str = "f1", at: datetime = FILED_AT, **changes) -> None:
        filing = replace(FILING, filing_id=case_id, submitted_at=at, **changes)
        self.hear(filing, usecases.open_filing_review, case_id)

    def tick(self) -> None:
        usecases.follow_calendars(self.shop.context(Tick()))

    def look(self, view, question, actor: Actor = LEAD):
        return view(self.shop.context(Query(), actor), question)

    def case(self, case_id: str = "f1", actor: Actor = LEAD) -> CaseView:
        return self.look(views.case, CaseQuery(case_id=case_id), actor)

    def page(self, actor: Actor = LEAD, **query):
        return self.look(views.page, CasesQuery(**query), actor)

    def told(self, subject: str = "f1") -> list[tuple[int, str]]:
        with self.shop.database.reading() as session:
            rows = session.execute(select(outbox.c.sequence, outbox.c.type_name)
                                   .where(outbox.c.subject == subject).order_by(outbox.c.sequence))
            return [(row.sequence, row.type_name.split(".")[1]) for row in rows]


VERBS = {
    AssignReview: usecases.assign, AcceptFiling: usecases.accept, DeclineFiling: usecases.decline,
    RecuseReviewer: usecases.recuse, RequestSupplement: usecases.request_supplement,
    FormVerificationTeam: usecases.form_team, ReportVerification: usecases.report_verification,
}


def ids(page) -> list[str]:
    return [line.case_id for line in page.lines]


def refusal(act) -> str:
    with pytest.raises(CaseError) as refused:
        act()
    return refused.value.code
