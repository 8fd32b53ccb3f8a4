"""notify in the house: the real identity, filing and review tell it, over the bus, and mails go out."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import eventlet
import pytest

from deploy.mailbox import Mailbox
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.time_source import SettableTime
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import FilingQuery, Receipt, SubmitFiling, SupplementFiling, WithdrawFiling
from rongcuo.contracts.filing import operations as of_filing
from rongcuo.contracts.identity import DismissOfficer
from rongcuo.contracts.identity import operations as of_identity
from rongcuo.contracts.notify import InboxQuery, MatterTasksQuery, TasksQuery, WatchdogQuery, WatchdogReport
from rongcuo.contracts.notify import operations as of_notify
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.review import AcceptFiling, AssignReview, CasesQuery, RequestSupplement
from rongcuo.contracts.review import operations as of_review
from services import service_class, who_answers
from tests.integration.front_door import FrontDoor, calls_of
from tests.integration.services.enrolling import enrolled
from tests.patience import CALL, OF_CALLS, OF_DATABASE
from tests.unit.filing import people
from tests.unit.notify.scene import heading

SERVICES = tuple(map(service_class, ("identity", "notify", *who_answers("open_matters"))))
MORNING = datetime(2026, 5, 6, 10, 0, tzinfo=people.ZONE)  # a Wednesday
REGISTRAR = Actor("registrar", "王静", "530000", "530000", "云南省纪委监委", frozenset({Role.REGISTRAR}))
OPERATOR = Actor("operator", "冯远", "530000", "530000", "平台运行", frozenset({Role.OPERATOR}))
NUMBERS = count(1)


class Loop:
    """The running house, and what people do in it."""

    def __init__(self, host: ServiceHost, clock: SettableTime) -> None:
        self.clock = clock
        self._calls = calls_of(host)

    def ask(self, actor: Actor, operation: Operation[Any, Any], question: Any) -> Any:
        return self._calls.ask(CallContext(actor, uuid4().hex, time.time() + CALL), operation, question)

    def enrol(self, username: str, *roles: Role, unit: str = "宜良县纪委监委") -> Actor:
        officer = enrolled(self.ask, username, f"{username}某", people.YILIANG, roles, unit,
                           f"{username}@example.org")
        return Actor(officer.officer_id, officer.name, officer.organ_id, officer.division_code, officer.unit,
                     frozenset(officer.roles))

    def submit(self, filer: Actor) -> Receipt:
        command = SubmitFiling(command_id=fresh(), content=people.content())
        return self.ask(filer, of_filing.SUBMIT, command)

    def open_task(self, actor: Actor) -> str:
        tasks = self.ask(actor, of_notify.TASKS, TasksQuery()).tasks
        return tasks[0].kind if tasks else ""

    def told(self, actor: Actor) -> list[str]:
        page = self.ask(actor, of_notify.INBOX, InboxQuery(limit=200))
        return [heading(message.subject) for message in reversed(page.messages)]


def fresh() -> str:
    return f"c{next(NUMBERS)}"


def mails_to(mailbox: Mailbox, username: str) -> int:
    return sum(1 for mail in mailbox.mails() if mail["X-RcptTo"] == f"{username}@example.org")


def eventually(look: Any) -> Any:
    """Look until there is something to see."""
    patience = time.monotonic() + 240
    while not (seen := look()):
        assert time.monotonic() < patience, "it never came to be"
        eventlet.sleep(0.05)
    return seen


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    with Mailbox(tmp_path_factory.mktemp("mailbox")) as mailbox:
        yield mailbox


@pytest.fixture
def loop(tmp_path: Path, mailbox: Mailbox) -> Iterator[Loop]:
    clock = SettableTime(tmp_path / "time")
    clock.set(MORNING)
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", smtp_url=mailbox.url,
                    time_file=tmp_path / "time", outbox_poll=0.05, retry_delays=(0.1, 0.2),
                    **OF_DATABASE, **OF_CALLS)
    with hosted((*SERVICES, FrontDoor), config) as host:
        yield Loop(host, clock)


def test_a_filing_with_a_supplement_from_submission_to_acceptance(loop: Loop, mailbox: Mailbox) -> None:
    filer = loop.enrol("zhao", Role.FILER, unit=people.HOUSING)
    reviewer, lead = loop.enrol("zhou", Role.REVIEWER), loop.enrol("wu", Role.LEAD)
    receipt = loop.submit(filer)
    case = receipt.filing_id
    eventually(lambda: loop.open_task(reviewer) == "preliminary_review" == loop.open_task(lead))

    eventually(lambda: loop.ask(lead, of_review.PAGE, CasesQuery(tab="unassigned")).lines)
    loop.ask(lead, of_review.ASSIGN, AssignReview(
        command_id=fresh(), case_id=case, officer_id=reviewer.officer_id))
    eventually(lambda: "请您办理" in loop.told(reviewer))
    loop.ask(reviewer, of_review.REQUEST_SUPPLEMENT, RequestSupplement(
        command_id=fresh(), case_id=case, needed="会议纪要"))
    eventually(lambda: loop.open_task(filer) == "supplement" and not loop.open_task(reviewer))

    filing = FilingQuery(filing_id=case)
    eventually(lambda: loop.ask(filer, of_filing.FILING, filing).state == "supplement_requested")
    loop.ask(filer, of_filing.SUPPLEMENT, SupplementFiling(
        command_id=fresh(), filing_id=case, content=people.content()))
    eventually(lambda: loop.told(reviewer)[-1] == "请继续审查")
    loop.ask(reviewer, of_review.ACCEPT, AcceptFiling(command_id=fresh(), case_id=case, opinion="符合情形"))

    eventually(lambda: loop.told(filer)[-1] == "报备已受理")
    assert loop.told(filer) == ["报备已收到", "请补正", "补正已收到", "报备已受理"]
    assert loop.told(reviewer) == ["新报备待初审", "请您办理", "请继续审查"]
    matter = loop.ask(lead, of_notify.MATTER, MatterTasksQuery(matter_id=case))
    assert [(task.kind, task.state) for task in matter.tasks] == [
        ("preliminary_review", "closed"), ("supplement", "closed"), ("preliminary_review", "closed")]
    eventually(lambda: mails_to(mailbox, "zhao") == 4 and mails_to(mailbox, "zhou") == 3)
    eventually(lambda: loop.told(lead) == ["新报备待初审", "事中监督有一项待办"])     # it is on the whitelist
    eventually(lambda: mails_to(mailbox, "wu") == 2)
    assert len({mail["Message-ID"] for mail in mailbox.mails()}) == len(mailbox.mails())


def test_what_somebody_held_whose_post_ends_waits_for_the_others(loop: Loop) -> None:
    filer, colleague = loop.enrol("zhao", Role.FILER, unit=people.HOUSING), loop.enrol("wu", Role.LEAD)
    reviewer = loop.enrol("zhou", Role.REVIEWER)
    case = loop.submit(filer).filing_id
    eventually(lambda: loop.ask(colleague, of_review.PAGE, CasesQuery(tab="unassigned")).lines)
    loop.ask(reviewer, of_review.ASSIGN, AssignReview(
        command_id=fresh(), case_id=case, officer_id=reviewer.officer_id))
    eventually(lambda: not loop.open_task(colleague))
    loop.ask(REGISTRAR, of_identity.DISMISS_OFFICER, DismissOfficer(
        command_id=fresh(), officer_id=reviewer.officer_id))
    eventually(lambda: loop.open_task(colleague) == "preliminary_review")
    assert loop.told(colleague)[-1] == "请改派"
    assert loop.ask(colleague, of_review.PAGE, CasesQuery(tab="unassigned")).lines


def test_the_watchdog_finds_nothing_and_time_that_jumps_reminds_once(loop: Loop) -> None:
    filer, reviewer = loop.enrol("zhao", Role.FILER, unit=people.HOUSING), loop.enrol("zhou", Role.REVIEWER)
    receipt = loop.submit(filer)
    eventually(lambda: loop.open_task(reviewer))
    loop.clock.set(MORNING + timedelta(weeks=3))
    eventually(lambda: "期限已到" in loop.told(reviewer))
    loop.ask(REGISTRAR, of_identity.DISMISS_OFFICER, DismissOfficer(
        command_id=fresh(), officer_id=reviewer.officer_id))
    report = eventually(lambda: _of_all(loop))
    assert (report.open_matters, report.open_tasks, report.without_task) == (1, 1, ())
    assert loop.told(reviewer).count("期限已到") == 1

    loop.ask(filer, of_filing.WITHDRAW, WithdrawFiling(
        command_id=fresh(), filing_id=receipt.filing_id, reason="不办了"))
    eventually(lambda: loop.told(filer)[-1] == "报备已撤回")
    assert not loop.open_task(reviewer)


def _of_all(loop: Loop) -> WatchdogReport | None:
    """A busy service may answer the watchdog too late."""
    report: WatchdogReport = loop.ask(OPERATOR, of_notify.WATCHDOG, WatchdogQuery())
    return None if report.unreachable else report
