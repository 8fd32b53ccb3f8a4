"""The determination service without a bus: use cases and views, each in the chassis' own context."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from threading import Barrier, Thread
from typing import Any

from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import ledger, outbox
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import TimeSource
from rongcuo.chassis.triggers import Command, Query, Tick
from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination import Determination
from services.determination.storage import METADATA, CaseStorage
from services.determination.usecases import appeals, clues, decisions, determinations, verification
from services.determination.views import determinations as views
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import jinghong
from tests.unit.determination.determination_scene import LEAD, NOW, SUBJECT

VERBS = {
    contract.OpenDetermination: determinations.open_determination,
    contract.AssignDetermination: determinations.assign,
    contract.AcceptDetermination: determinations.accept,
    contract.FormDeterminationTeam: determinations.form_team,
    contract.WithdrawDetermination: determinations.withdraw,
    contract.RecuseFromDetermination: determinations.recuse,
    contract.AddEvidence: verification.add_evidence,
    contract.Assess: verification.assess,
    contract.LinkFiling: verification.link_filing,
    contract.MakeDetermination: decisions.make,
    contract.RevokeDetermination: decisions.revoke,
    contract.CorrectDetermination: decisions.correct,
    contract.ReportDetermination: verification.report,
    contract.ReturnDetermination: determinations.send_back,
    contract.LodgeAppeal: appeals.lodge,
    contract.FormAppealPanel: appeals.form_panel,
    contract.DecideAppeal: appeals.decide,
    contract.SignAppealOpinion: appeals.sign,
    contract.DisposeClue: clues.dispose,
}


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    def __init__(self) -> None:
        self.shows = NOW

    def now(self) -> datetime:
        return self.shows


class Almanac:
    """The real packs, and a calendar that can be replaced by a newer edition."""

    pack_by_id = staticmethod(scene.RULES.pack_by_id)
    pack = staticmethod(scene.RULES.pack)
    judging_pack = staticmethod(scene.RULES.judging_pack)

    def __init__(self) -> None:
        self.newest = scene.RULES.calendar(scene.DIVISION)

    def calendar(self, _: str):
        return self.newest


class Office:
    """Each command, question and tick in a context of its own occasion."""

    def __init__(self, config: Config) -> None:
        self.time, self.rules, self.commands = Stopped(), Almanac(), 0
        self.shop = ServiceRuntime(
            "determination", METADATA, CaseStorage, config, time=self.time, rules=self.rules)
        self.shop.start()

    def do(self, actor: Actor, command: type, /, **rest) -> Any:
        self.commands += 1
        command_id = f"c{self.commands}-{actor.officer_id}"
        context = self.shop.context(Command(command_id, command_id), actor, ask=jinghong().ask)
        return VERBS[command](context, command(command_id=command_id, **rest))

    def keep(self, case: Any, case_id: str = "", **changes) -> str:
        """A case as if everything before had happened here."""
        kept = replace(case, id=case_id or case.id, **changes) if case_id or changes else case
        context = self.shop.context(Command(kept.id, kept.id), SYSTEM)
        with context.unit() as unit:
            unit.commit(kept)
        return kept.id

    def open(self, actor: Actor = SUBJECT, **changes) -> contract.DeterminationView:
        facts = {"initiation": contract.Initiation.APPLICATION, "subject": scene.PERSON, "act": scene.ACT,
                 "title": "农村公路先行施工", "situation": "project_construction", "grounds": "雨季前抢修"}
        return self.do(actor, contract.OpenDetermination, **facts | changes)

    def read(self, case_id: str = "d1") -> Determination:
        with self.shop.database.reading() as session:
            return CaseStorage(session).determinations.read(case_id)

    def look(self, view, question, actor: Actor = LEAD) -> Any:
        return view(self.shop.context(Query(), actor, ask=jinghong().ask), question)

    def case(self, case_id: str = "d1", actor: Actor = LEAD) -> contract.DeterminationView:
        return self.look(views.determination, contract.DeterminationQuery(case_id=case_id), actor)

    def page(self, actor: Actor = LEAD, **query) -> contract.DeterminationsPage:
        return self.look(views.page, contract.DeterminationsQuery(**query), actor)

    def tick(self) -> None:
        determinations.follow_calendars(self.shop.context(Tick()))

    def told(self, subject: str = "d1") -> list[tuple[int, str]]:
        with self.shop.database.reading() as session:
            rows = session.execute(select(outbox.c.sequence, outbox.c.type_name)
                                   .where(outbox.c.subject == subject).order_by(outbox.c.sequence))
            return [(row.sequence, row.type_name.split(".")[1]) for row in rows]

    def noted(self, what: str) -> list[str]:
        """The subjects of the ledger's lines of a kind."""
        with self.shop.database.reading() as session:
            bodies = session.scalars(select(ledger.c.body).order_by(ledger.c.line_id))
            lines = [json.loads(body) for body in bodies]
        return [line["subject"] for line in lines if line["what"] == what]


def ids(page: contract.DeterminationsPage) -> list[str]:
    return [line.case_id for line in page.lines]


def refusal(act) -> str:
    try:
        act()
    except CaseError as refused:
        return refused.code
    raise AssertionError("nothing was refused")


def at_once(acts: Iterable[Any]) -> list[Any]:
    """Run them at the same moment; what each gave, or the code of its refusal."""
    todo = list(acts)
    start, outcomes = Barrier(len(todo)), []

    def run(act) -> None:
        start.wait()
        try:
            outcomes.append(act())
        except CaseError as refused:
            outcomes.append(refused.code)

    threads = [Thread(target=run, args=(act,)) for act in todo]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes
