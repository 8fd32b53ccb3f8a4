"""Puts meetings as they stand into a database; nothing is told of how they came there."""

from typing import Any

from sqlalchemy.orm import Session

from bench.meeting_hall import voted
from rongcuo.chassis.config import load_config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import write_audit
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.contracts.actor import SYSTEM
from services.determination.domain.meeting import COMMITTED, JointMeeting
from services.determination.storage import METADATA, CaseStorage


def _commit_ballots(session: Session, meeting: JointMeeting) -> None:
    """What the ledger says of each vote."""
    about = Invocation("determination", Tick(), SYSTEM, meeting.since, "")
    for item in meeting.agenda.items:
        for ballot in item.ballots:
            write_audit(session, about, COMMITTED, meeting.id, {
                "item": item.id, "member": ballot.member_id, "round": item.round,
                "commitment": ballot.commitment})


def main(facts: dict[str, Any]) -> None:
    """All of them in one transaction."""
    config = load_config(None, {"RONGCUO_DATABASE_URL": facts["url"]})
    shop: ServiceRuntime[Any] = ServiceRuntime("determination", METADATA, CaseStorage, config)
    with shop.database.writing() as session:
        store = CaseStorage(session)
        for meeting_id in facts["ids"]:
            meeting = voted(meeting_id)
            store.put(meeting)
            _commit_ballots(session, meeting)
        session.commit()
    print("null")
