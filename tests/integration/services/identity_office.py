"""Identity's runtime on a real database, and a context for each occasion."""

import time
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.triggers import Command, Query
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import EnrolOfficer, IssueLink, OfficerView, SetPassword, SignedIn, SignIn
from services.identity.domain.credentials import Presence
from services.identity.passwords import Scrypt
from services.identity.ports import Guard
from services.identity.storage import METADATA, OfficerStorage, SqlBudgets
from services.identity.usecases import passwords, posts, signing_in

PASSWORDS = Scrypt()
SECRET, OTHER = "a-quite-unguessable-secret", "quiet otters paint lanterns"
REGISTRAR = Actor("registrar", "王静", "530000", "530000", "", frozenset({Role.REGISTRAR}))
REVIEWER = EnrolOfficer(command_id="enrol.1", username="reviewer", name="赵清", organ_id="530127",
                        roles=(Role.REVIEWER,), unit="嵩明县纪委监委")
IDLE = timedelta(minutes=30)
OfficeContext = SqlExecutionContext[OfficerStorage]


class Office:
    """Identity's runtime, and a context for each occasion."""

    def __init__(self, config: Config) -> None:
        self.runtime = ServiceRuntime("identity", METADATA, OfficerStorage, config)
        self.runtime.start()
        self.guard = Guard(PASSWORDS, SqlBudgets(self.runtime.database, time.time), SecurityLog("identity"))
        self.seen = Presence()

    def enrol(self, command_id: str = "", digest: str = "d", **rest: str) -> OfficerView:
        return posts.enrol(self.context(command_id, digest), replace(REVIEWER, **rest), self.guard)

    def link(self, officer_id: str) -> str:
        return passwords.issue_link(self.context(), IssueLink(officer_id=officer_id), self.guard).link

    def set(self, link: str, password: str = SECRET) -> OfficerView:
        return passwords.set_password(self.context(), SetPassword(link=link, password=password), self.guard)

    def sign_in(self, username: str = "reviewer", password: str = SECRET, address: str = "") -> SignedIn:
        who = SignIn(username=username, password=password, address=address)
        return signing_in.sign_in(self.context(), who, self.guard)

    def context(self, command_id: str = "", digest: str = "d", actor: Actor = REGISTRAR) -> OfficeContext:
        return self.runtime.context(Command(command_id or uuid4().hex, digest), actor)

    def reading(self, actor: Actor = REGISTRAR) -> OfficeContext:
        return self.runtime.context(Query(), actor)

    def count(self, table: str) -> int:
        with self.runtime.database.reading() as session:
            return int(session.scalar(text(f"select count(*) from {table}")))  # noqa: S608 (a test's)


def refusal(code: str) -> pytest.RaisesExc[CaseError]:
    return pytest.raises(CaseError, match=f"^{code}:")
