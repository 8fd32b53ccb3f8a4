"""A county in which somebody reports: every service but the gateway, keys of both custodian groups, and a
reporter who is known by a code alone. What the gateway does, is done here: it seals, and hands on."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import eventlet
from sqlalchemy import select

from rongcuo.chassis.call_context import NOBODY, CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import ledger, outbox
from rongcuo.chassis.hosting.host import ServiceHost
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts import vault
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    ReceiveReport,
    ReportContent,
    ReportNumber,
    ReportQuery,
    ReportView,
)
from rongcuo.contracts.clarify.operations import RECEIVE_REPORT, REPORT
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command, Operation
from rongcuo.contracts.serialisation import load
from rongcuo.contracts.vault import operations as of_vault
from rongcuo.contracts.vault.forms import ContactForm, DepositForm, IdentityForm
from rongcuo.sealing.algorithms import PROFILES
from services import WITH_DATABASE
from services.clarify.storage.reports import table as reports
from services.vault.pages.at_the_door import seal, to_node
from services.vault.usecases import custody
from tests.integration.front_door import calls_of, provider_of
from tests.integration.services.enrolling import enrolled
from tests.patience import CALL

CUSTODIANS = {Group.A: ("a1", "a2"), Group.B: ("b1", "b2")}


def until(condition: Callable[[], Any]) -> Any:
    """What it gives at last."""
    with eventlet.Timeout(120, exception=False):
        while not condition():
            eventlet.sleep(0.05)
    found = condition()
    assert found
    return found


class House:
    """Running services, and people who call them."""

    def __init__(self, host: ServiceHost, config: Config, organ_id: str, now: datetime) -> None:
        self.host, self.config, self.organ_id, self.now = host, config, organ_id, now
        for group, holders in CUSTODIANS.items():
            made = custody.made(group, holders, PROFILES[config.sealing_profile])
            with provider_of(host, "vault").runtime.context(Tick()).unit() as unit:
                custody.hold_ceremony(unit, organ_id, made, now)
                unit.commit()

    def ask(self, by: Actor, operation: Operation[Any, Any], question: Any) -> Any:
        return calls_of(self.host).ask(CallContext(by, uuid4().hex, time.time() + CALL), operation, question)

    def do(self, by: Actor, command: Command[Any, Any], **fields: Any) -> Any:
        return self.ask(by, command, command.takes(command_id=uuid4().hex, **fields))

    def enrol(self, officer: Actor) -> Actor:
        seen = enrolled(self.ask, officer.officer_id, officer.name, officer.organ_id, tuple(officer.roles),
                        officer.unit)
        return replace(officer, officer_id=seen.officer_id)

    def report(self, by: Actor, report_id: str) -> ReportView | None:
        """None where it is not there for them."""
        try:
            return self.ask(by, REPORT, ReportQuery(report_id=report_id))
        except CaseError as error:
            if error.code != "not_found":
                raise
            return None

    def rows(self, service: str, wanted: Any) -> list[Any]:
        with provider_of(self.host, service).runtime.database.reading() as session:
            return list(session.execute(wanted))

    def told_with(self, words: str) -> set[str]:
        """Which events and ledger lines hold them, but of identity, which names its officers."""
        kept = [(service, row) for service in WITH_DATABASE if service != "identity"
                for wanted in (select(outbox.c.type_name, outbox.c.body),
                               select(ledger.c.line_id, ledger.c.body))
                for row in self.rows(service, wanted)]
        return {f"{service} {what}" for service, (what, body) in kept if words in str(body)}

    def dead_letters(self) -> dict[str, int]:
        found = {service: provider_of(self.host, service).runtime.dead_letters.count_open()
                 for service in WITH_DATABASE}
        return {service: many for service, many in found.items() if many}


def read_at(house: House) -> list[str | None]:
    """Of its feedbacks, as clarify keeps it of the only report."""
    (content,), = house.rows("clarify", select(reports.c.content))
    return [each["read_at"] for each in content["feedbacks"]]


class Reporter:
    """Somebody at the door: their code, and what they do with it."""

    def __init__(self, house: House, identity: IdentityForm, contact: ContactForm, words: str) -> None:
        self.house, self.signed, self.reachable = house, bool(identity.name), contact != ContactForm()
        form = DepositForm(organ_id=house.organ_id, real_name=self.signed, identity=identity,
                           contact=contact, words=words)
        sealed = seal(form, self._keys(), uuid4().hex)
        known = house.ask(NOBODY, of_vault.DEPOSIT_REPORTER, load(vault.DepositReporter, sealed.deposit))
        self.reporter_ref, self.pseudonym = known.reporter_ref, known.pseudonym
        self.code, self.words = sealed.code, sealed.words

    def send(self, allegation: Allegation) -> ReportNumber:
        """What they report, in the words that handlers read."""
        content = ReportContent(
            channel=Channel.WEB, reporter_ref=self.reporter_ref, pseudonym=self.pseudonym, signed=self.signed,
            reachable=self.reachable, received_at=self.house.now,
            allegations=(replace(allegation, text=self.words),))
        return self.house.ask(NOBODY, RECEIVE_REPORT, ReceiveReport(
            command_id=uuid4().hex, organ_id=self.house.organ_id, content=content))

    def look(self) -> vault.ReporterSide:
        return self.house.ask(NOBODY, of_vault.LOOK_BY_CODE, vault.LookByCode(code=self._typed()))

    def last(self) -> tuple[vault.ReporterStatus, vault.Saying | str]:
        """What they were told last: by the platform, or in an officer's words."""
        told = self.look().told[-1]
        return told.status, told.said or told.words

    def do(self, command: Command[Any, Any], **fields: Any) -> None:
        self.house.do(NOBODY, command, code=self._typed(), **fields)

    def _typed(self) -> vault.ToNode:
        return load(vault.ToNode, to_node(self.code, self._keys()))

    def _keys(self) -> vault.SealingKeys:
        asked = vault.SealingKeysQuery(organ_id=self.house.organ_id)
        return self.house.ask(NOBODY, of_vault.SEALING_KEYS, asked)
